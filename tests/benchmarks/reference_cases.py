"""Reference cases of the operations' models, built from ``tests/operations/reference/``, and plans for them.

The tests of operations and the benchmarks run the same cases.
"""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from lineofsight.model.answers import PlannedAction
from lineofsight.model.case import CaseFile

FOLDER = Path(__file__).parents[1] / "operations" / "reference"

Plan = tuple[PlannedAction, ...]


@cache
def reference_case(id: str) -> CaseFile:
    """Return a model's reference case: its catalogue of actions, dressed as a whole case."""
    told: dict[str, Any] = yaml.safe_load((FOLDER / f"{id}.yaml").read_text())
    outcomes = [
        {"title": use["outcome"], "forecast": at < 2, **use} for at, use in enumerate(told["outcomes"])
    ]
    actions = [
        {
            "title": action["id"].title(),
            "about": "What it is.",
            **action,
            "effects": [{"basis": "assumption", **effect} for effect in action.get("effects", ())],
        }
        for action in told["actions"]
    ]
    return CaseFile.model_validate({
        "slug": id.replace("_", "-"), "version": 1, "title": id, "question": "Why?", "setting": "A place",
        "sector": "x", "level": "introductory", "minutes": 20, "learn": ["To plan."], "licence": "CC-BY-4.0",
        "story": "Once.", "stake": "All.", "timeline": [{"week": 1, "what": "It began."}],
        "cast": [{"id": "ann", "name": "Ann", "role": "chief", "side": "leadership", "about": "Leads."}],
        "seats": {s: {"title": s, "brief": "b", "desk": "d"} for s in ("leadership", "operations")},
        "statements": [{"id": "s1", "text": "One."}],
        "operations": {
            "model": id, "parameters": told.get("parameters", {}), "replications": 20, "outcomes": outcomes,
            "dashboard": told["dashboard"], "thinks": ["So."],
            "doubts": [{"text": "Uncertain.", **doubt} for doubt in told["doubts"]],
        },
        "planning": {
            "replay_from": 0, "fair": "It is.", "budget": told["budget"], "midpoint": told["midpoint"],
            "starts": told["starts"], "signals": [], "side_effects": [], "actions": actions,
        },
    })  # fmt: skip


def random_plans(case: CaseFile, count: int, seed: int = 0) -> list[Plan]:
    """Return plans of any actions at any of the case's starts, whatever they cost; the first are the same
    however many are asked for."""
    chance = random.Random(seed)
    owner, starts = case.cast[0].id, case.planning.starts
    return [
        tuple(
            PlannedAction(action=action.id, owner=owner, start=chance.choice(starts))
            for action in case.planning.actions
            if chance.random() < 0.5
        )
        for _ in range(count)
    ]
