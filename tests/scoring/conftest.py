"""A small case with its key, made for sums that can be done by hand, and the shipped one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lineofsight import paths
from lineofsight.cases import load
from lineofsight.model.answers import Diagnosis
from lineofsight.model.case import Case
from lineofsight.model.key import Key

Said = tuple[str, float, str]

STATEMENTS = (
    "date", "date-nearly", "count", "count-otherwise", "count-nearly", "figure",
    "lazy", "outage", "rival", "weather", "luck", "fate",
)  # fmt: skip
PAPERS = {
    "leadership": ("memo", "minutes", "card"),
    "operations": ("rota", "tally", "queue"),
    "both": ("press",),
}
ACTIONS = {"order": 40_000, "sheet": 10_000, "brake": 10_000, "talk": 1_000, "screen": 20_000}


def _person(id: str, side: str) -> dict[str, str]:
    return {"id": id, "name": id.title(), "role": "works here", "side": side, "about": "Works."}


def _outcome(id: str, weight: float, forecast: bool) -> dict[str, Any]:
    return {
        "outcome": id, "title": id.title(), "about": "customers", "weight": weight, "scale": 100,
        "forecast": forecast,
    }  # fmt: skip


def _choices(*ids: str) -> list[dict[str, str]]:
    return [{"id": id, "text": f"The {id}"} for id in ids]


def _planning() -> dict[str, Any]:
    return {
        "replay_from": 0, "fair": "It is.", "budget": 60_000, "midpoint": 16, "starts": [0, 2, 4, 10, 20],
        "actions": [
            {"id": id, "title": id.title(), "about": "What it is.", "price": price, "lead": 2}
            for id, price in ACTIONS.items()
        ],
        "signals": _choices("seats", "backlog", "quarter", "clicks"),
        "side_effects": _choices("idle", "slow", "sued"),
    }  # fmt: skip


def _case() -> Case:
    return Case.model_validate({
        "slug": "by-hand", "version": 1, "title": "By hand", "question": "Why?", "setting": "A place",
        "sector": "retail", "level": "introductory", "minutes": 20, "learn": ["To add up."],
        "licence": "CC-BY-4.0", "story": "Once.", "stake": "All.", "hash": "abc",
        "cast": [
            _person("ann", "leadership"), _person("hal", "operations"), _person("dot", "operations"),
            _person("pim", "both"), _person("pam", "both"),
        ],
        "timeline": [{"week": 1, "what": "It began."}],
        "seats": {side: {"title": side, "brief": "You.", "desk": "Papers."} for side in ("leadership", "operations")},
        "statements": [{"id": id, "text": f"It was the {id}."} for id in STATEMENTS],
        "operations": {
            "model": "support_desk", "dashboard": [], "doubts": [], "thinks": ["It counts."],
            "outcomes": [_outcome("users", 0.5, True), _outcome("cost", 0.3, True), _outcome("calm", 0.2, False)],
        },
        "planning": _planning(),
        "exhibits": [
            {"id": id, "kind": "memo", "title": id.title(), "side": side, "week": 3, "body": "Words."}
            for side, ids in PAPERS.items()
            for id in ids
        ],
        "tables": [], "run_sheets": {},
    })  # fmt: skip


def _cause(
    id: str, weight: float, whose: str, exact: list[str], near: list[str], papers: list[str]
) -> dict[str, Any]:
    return {
        "id": id, "title": f"The {id}", "weight": weight, "disconnect": "lead-time-blindness", "whose": whose,
        "event": "Week 4", "exact": exact, "near": near, "why": "Because.",
        "evidence": {"leadership": papers[:1], "operations": papers[1:]},
    }  # fmt: skip


def _plan_key() -> dict[str, Any]:
    return {
        "fits": {
            "order": {"the-date": 1.0, "the-count": 0.5},
            "sheet": {"the-date": 0.2, "the-count": 1.0, "the-figure": 0.4},
            "brake": {"the-figure": 0.8},
            "talk": {}, "screen": {},
        },
        "latest": {"order": 2, "sheet": 4, "brake": 10},
        "owners": {"order": ["hal"], "sheet": ["ann", "dot"], "brake": ["ann"]},
        "signals": {"seats": "leading", "backlog": "leading", "quarter": "lagging", "clicks": "vanity"},
        "watch": {"order": ["seats", "quarter"], "sheet": ["backlog", "clicks"], "brake": ["backlog"]},
        "side_effects": {"order": ["idle"], "sheet": ["slow"], "brake": ["slow"]},
        "decoys": {"talk": "Nothing changes.", "screen": "It shows what misled."},
        "order": [["sheet", "brake"]],
        "model_plan": [], "model_plan_why": "It fits.",
    }  # fmt: skip


def _key() -> Key:
    typical = {"claims": [{"statement": "lazy", "confidence": 0.8}], "story": "They did it."}
    return Key.model_validate({
        "causes": [
            _cause("the-date", 0.5, "leadership", ["date"], ["date-nearly"], ["memo", "rota"]),
            _cause("the-count", 0.3, "operations", ["count", "count-otherwise"], ["count-nearly"], ["minutes", "tally"]),
            _cause("the-figure", 0.2, "leadership", ["figure"], [], ["card", "queue"]),
        ],
        "herrings": [{"statement": "lazy", "tempting": "It is.", "breaks": "The tally breaks it.", "papers": ["tally"]}],
        "support": {}, "typical": {"leadership": typical, "operations": typical}, "expert": "So.",
        "unseen": {"leadership": "Much.", "operations": "Much."},
        "second_order": [], "traps": [], "kin": [], "plan": _plan_key(),
    })  # fmt: skip


@pytest.fixture(scope="session")
def case() -> Case:
    """The case for sums by hand: twelve statements, three papers a side, five actions."""
    return _case()


@pytest.fixture(scope="session")
def key() -> Key:
    """Its key: causes of .5, .3 (in two wordings) and .2, and one herring."""
    return _key()


@pytest.fixture(scope="session")
def diagnosis() -> Callable[..., Diagnosis]:
    """Return a function: (statement, confidence, papers in one string) each -> diagnosis."""

    def made(*said: Said) -> Diagnosis:
        names = ("statement", "confidence", "exhibits")
        rows = [(statement, confidence, papers.split()) for statement, confidence, papers in said]
        return Diagnosis.model_validate({"claims": [dict(zip(names, row, strict=True)) for row in rows]})

    return made


@pytest.fixture(scope="session")
def shipped() -> tuple[Case, Key]:
    """The first case of the house with its key."""
    return load(paths.project() / "datasets" / "startup-support-backlash")
