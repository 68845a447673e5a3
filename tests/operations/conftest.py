"""Reference cases for the operations' tests: a small catalogue for each model, in ``reference/``."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from lineofsight.model.case import CaseFile

FOLDER = Path(__file__).parent / "reference"


@cache
def _case(id: str) -> CaseFile:
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


@pytest.fixture(scope="session")
def reference() -> Callable[[str], CaseFile]:
    """Return a model's reference case by the model's id."""
    return _case


@pytest.fixture(scope="session")
def toy() -> CaseFile:
    """The support desk's reference case."""
    return _case("support_desk")
