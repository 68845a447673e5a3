"""A small case with one paper of each kind."""

from __future__ import annotations

from typing import Any

import pytest

from lineofsight.model.case import Case

CHART = {
    "mark": "line",
    "x": "week",
    "series": [{"column": "open", "label": "open", "tone": "operations"}],
    "title": "Open letters",
    "y_title": "Letters",
    "rules": [{"at": 3, "label": "start"}],
    "description": "Open letters rise from 10 to 1,240.",
}
TABLE = {
    "id": "queue",
    "title": "The queue",
    "columns": [
        {"name": "week", "title": "Week", "type": "integer", "unit": "week"},
        {"name": "open", "title": "Open", "type": "integer", "unit": "letters"},
        {"name": "share", "title": "In time", "type": "number", "unit": "share", "format": ".0%"},
        {"name": "note", "title": "Note", "type": "string"},
    ],
    "rows": [[1, 10, 0.98, "calm"], [2, 20, None, "calm"], [3, 1240, 0.5, "<b>late</b>"]],
}


def person(id: str, name: str, side: str) -> dict[str, str]:
    return {"id": id, "name": name, "role": "head", "side": side, "about": "knows a lot"}


def paper(id: str, kind: str, body: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "kind": kind, "title": f"A {kind}", "side": "both", "week": 2, "body": body, **more}


PAPERS = [
    paper("mail", "email", "Hello.\n\n> earlier", head={"From": "Ada Moor", "To": "Ben Oak"}, day="Monday"),
    paper("memo", "memo", "One *two*.", week=-1),
    paper(
        "chat", "chat", "23:40 Ada Moor: Hi: there\n23:41 Ada Moor: Still up?\ngoes on\n23:42 Ben Oak: Yes."
    ),
    paper(
        "minutes", "minutes", "**1. Date.** Kept.\n\n**Decided:** so.", head={"Present": "Ada Moor, Ben Oak"}
    ),
    paper("table", "table", "Words.", table="queue", columns=["week", "share"], rows=[2, 3]),
    paper("chart", "chart", "Words.", table="queue", chart=CHART),
    paper("slide", "slide", "- one\n- two\n\n*Said to it:* hm."),
    paper("notes", "notes", "Scribbled."),
]


@pytest.fixture
def case() -> Case:
    return Case.model_validate(
        {
            "slug": "small",
            "version": 1,
            "title": "Small",
            "question": "Why?",
            "setting": "A firm",
            "sector": "any",
            "level": "introductory",
            "minutes": 10,
            "learn": ["much"],
            "licence": "CC BY 4.0",
            "story": "Once.",
            "stake": "A lot.",
            "cast": [person("ada", "Ada Moor", "leadership"), person("ben", "Ben Oak", "operations")],
            "timeline": [],
            "seats": {
                side: {"title": "t", "brief": "b", "desk": "d"} for side in ("leadership", "operations")
            },
            "statements": [{"id": "a", "text": "It was a."}],
            "operations": {"model": "none", "outcomes": [], "dashboard": [], "doubts": [], "thinks": []},
            "planning": {
                "replay_from": 0,
                "fair": "f",
                "budget": 100,
                "midpoint": 20,
                "starts": [0],
                "actions": [
                    {"id": "hire", "title": "Hire <ten>", "about": "a", "price": 60, "lead": 13},
                    {"id": "talk", "title": "Talk", "about": "a", "price": 5, "lead": 0},
                ],
                "signals": [],
                "side_effects": [],
            },
            "exhibits": PAPERS,
            "tables": [TABLE],
            "run_sheets": {},
            "hash": "h",
        }
    )
