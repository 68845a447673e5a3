"""A tiny case, in memory, for the desk's tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from lineofsight.desk.visit import Visit
from lineofsight.model.case import Case
from lineofsight.model.key import Key
from lineofsight.store import Store, open_store

STEPS = ("brief", "exhibits", "diagnose", "compare", "plan", "simulate", "score", "commit")


def paper(id: str, side: str) -> dict[str, Any]:
    return {"id": id, "kind": "memo", "title": id.title(), "side": side, "week": 3, "body": "Words."}


def case_data() -> dict[str, Any]:
    return {
        "slug": "tiny",
        "version": 1,
        "title": "Tiny",
        "question": "What went wrong?",
        "setting": "A shop",
        "sector": "retail",
        "level": "introductory",
        "minutes": 16,
        "learn": ["To look twice."],
        "licence": "CC-BY-4.0",
        "story": "Once.",
        "stake": "All.",
        "cast": [
            {"id": "ann", "name": "Ann", "role": "chief", "side": "leadership", "about": "Leads."},
            {"id": "bo", "name": "Bo", "role": "floor", "side": "operations", "about": "Runs."},
        ],
        "timeline": [{"week": 1, "what": "It began."}],
        "seats": {
            side: {"title": side, "brief": f"You are {side}.", "desk": "Papers."}
            for side in ("leadership", "operations")
        },
        "statements": [{"id": f"s{n}", "text": f"Statement {n}."} for n in range(1, 8)],
        "exhibits": [
            paper("deck", "leadership"),
            paper("queue", "operations"),
            paper("press", "both"),
        ],
        "tables": [],
        "run_sheets": {
            "solo": {
                "minutes": 16,
                "steps": [
                    {
                        "id": name,
                        "activity": name,
                        "minutes": 2,
                        "label": name.title(),
                        "title": name,
                        "lead": "Do it.",
                        "next": "On",
                    }
                    for name in STEPS
                ],
            }
        },
        "operations": {
            "model": "support_desk",
            "outcomes": [
                {
                    "outcome": "users_end",
                    "title": "Users",
                    "about": "customers",
                    "weight": 1.0,
                    "scale": 1000,
                    "forecast": True,
                }
            ],
            "dashboard": ["users"],
            "doubts": [],
            "thinks": ["It counts."],
        },
        "planning": {
            "replay_from": 0,
            "fair": "Both knew.",
            "budget": 100000,
            "midpoint": 16,
            "starts": [0, 4],
            "actions": [
                {"id": "hire", "title": "Hire", "about": "Order.", "price": 60000, "lead": 8},
                {"id": "talk", "title": "Talk", "about": "Speak.", "price": 50000, "lead": 1},
            ],
            "signals": [{"id": "wait", "text": "Wait", "series": "wait_days"}],
            "side_effects": [{"id": "tired", "text": "People tire"}],
        },
        "hash": "abc",
    }


def key_data() -> dict[str, Any]:
    claim = {"statement": "s2", "confidence": 0.8, "exhibits": ["press"]}
    typical = {"claims": [claim], "story": "They did it."}
    return {
        "causes": [
            {
                "id": "late",
                "title": "Late",
                "weight": 1.0,
                "disconnect": "lead-time-blindness",
                "whose": "leadership",
                "event": "Week 1",
                "exact": ["s1"],
                "evidence": {"leadership": ["deck"], "operations": ["queue"]},
                "why": "Because.",
            }
        ],
        "herrings": [],
        "support": {},
        "typical": {"leadership": typical, "operations": typical},
        "expert": "So.",
        "unseen": {"leadership": "Much.", "operations": "Much."},
        "second_order": [],
        "traps": [],
        "kin": [],
        "plan": {
            "fits": {},
            "latest": {},
            "owners": {},
            "signals": {"wait": "leading"},
            "watch": {},
            "side_effects": {},
            "decoys": {},
            "model_plan": [],
            "model_plan_why": "It fits.",
        },
    }


@pytest.fixture
def case() -> Case:
    return Case.model_validate(case_data())


@pytest.fixture
def key() -> Key:
    return Key.model_validate(key_data())


@pytest.fixture
def store() -> Store:
    return open_store("memory:")


@pytest.fixture
def sit(case: Case, key: Key, store: Store) -> Callable[..., Visit]:
    """Return a function that opens a visit for a token (the same token: the same seat)."""

    def open_visit(token: str = "me", now: datetime = datetime(2026, 1, 5, tzinfo=UTC)) -> Visit:
        return Visit(case, key=lambda: key, store=store, token=token, now=lambda: now)

    return open_visit
