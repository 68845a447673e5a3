"""A toy case for the operations' tests: six actions, two of them together only, one that only talks."""

from __future__ import annotations

from typing import Any

import pytest

from lineofsight.model.case import CaseFile


def _action(id: str, price: float, lead: int, *effects: dict[str, Any], **more: Any) -> dict[str, Any]:
    settled = [{"basis": "assumption", **effect} for effect in effects]
    return {
        "id": id, "title": id.title(), "about": "What it is.", "price": price, "lead": lead,
        "effects": settled, **more,
    }  # fmt: skip


def _toy() -> dict[str, Any]:
    uses = (("users_end", "customers", 0.5, 40_000), ("leavers", "staff", 0.2, 20))
    outcomes = [
        {"outcome": id, "title": id, "about": about, "weight": weight, "scale": scale, "forecast": True}
        for id, about, weight, scale in uses
    ]
    outcomes.append({"outcome": "cost", "title": "cost", "about": "money", "weight": 0.3, "scale": 1.5e6})
    return {
        "slug": "toy", "version": 1, "title": "Toy", "question": "Why?", "setting": "A shop", "sector": "x",
        "level": "introductory", "minutes": 20, "learn": ["To plan."], "licence": "CC-BY-4.0",
        "story": "Once.", "stake": "All.", "timeline": [{"week": 1, "what": "It began."}],
        "cast": [{"id": "ann", "name": "Ann", "role": "chief", "side": "leadership", "about": "Leads."}],
        "seats": {s: {"title": s, "brief": "b", "desk": "d"} for s in ("leadership", "operations")},
        "statements": [{"id": "s1", "text": "One."}],
        "operations": {
            "model": "support_desk", "replications": 20, "outcomes": outcomes, "dashboard": ["users"],
            "doubts": [
                {"parameter": "contact_new", "low": 0.15, "high": 0.4, "text": "Uncertain."},
                {"parameter": "ramp_weeks", "low": 5, "high": 12, "text": "Uncertain."},
            ],
            "thinks": ["So."],
        },
        "planning": {
            "replay_from": 0, "fair": "It is.", "budget": 200_000, "midpoint": 16, "starts": [0, 4, 8, 16],
            "signals": [], "side_effects": [],
            "actions": [
                _action("hire", 120_000, 8, {"control": "hires", "value": [16, 20]}),
                _action("guide", 10_000, 2, {"control": "new_contact", "value": [0.8, 0.9]}),
                _action("app", 60_000, 4, {"control": "new_contact", "value": [0.5, 0.7]}, needs=["guide"]),
                _action("loan", 90_000, 3, {"control": "extra_agents", "value": [4, 7], "weeks": 16}),
                _action("move", 40_000, 0, {"control": "campaign_start", "value": [6, 8], "window": [0, 4]}),
                _action("talk", 5_000, 0),
            ],
        },
    }  # fmt: skip


@pytest.fixture(scope="session")
def toy() -> CaseFile:
    """The toy case."""
    return CaseFile.model_validate(_toy())
