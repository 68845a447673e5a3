"""A packet: what a fresh reader of a case gets, as Markdown, so that its author can try it on readers.

Statements are S1 … Sn and actions A1 … An in the order of ``case.yaml``, since their ids would tell.
Nothing of the key is in it: it is made from the case alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from ..model.answers import CONFIDENCES, MOST_CLAIMS, MOST_PAPERS
from ..model.base import SIDES, Side
from ..model.case import Case, Table
from ..model.catalogue import Action
from ..model.exhibit import Chart, Exhibit
from ..model.readers import Packet, numbered_actions, numbered_statements
from .amounts import until_it_works
from .documents import week_of
from .tables import part, shown_as


def packet(case: Case, which: Packet) -> str:
    """Return one packet: a side's desk, both desks, or the statements or the actions and nothing else."""
    sides: tuple[Side, ...] = SIDES if which == "both" else tuple(side for side in SIDES if side == which)
    blocks = [f"# {case.title}", case.question.strip()]
    if sides:
        blocks += [*_story(case), *_desks(case, sides)]
    blocks += _actions(case) if which == "actions" else _statements(case)
    return "\n\n".join([*blocks, *_answer(case, which)]) + "\n"


def _story(case: Case) -> Iterator[str]:
    yield f"## The story\n\n{case.story.strip()}"
    yield f"## What is at stake\n\n{case.stake.strip()}"
    cast = [f"- **{one.name}**, {one.role} ({one.side}): {one.about.strip()}" for one in case.cast]
    yield "\n".join(["## Who is who\n", *cast])
    events = [f"- Week {event.week}: {event.what.strip()}" for event in case.timeline]
    yield "\n".join(["## What everybody knows\n", *events])


def _desks(case: Case, sides: Sequence[Side]) -> Iterator[str]:
    laid: set[str] = set()
    for side in sides:
        seat = case.seats[side]
        yield f"## {seat.title}\n\n{seat.brief.strip()}"
        for paper in case.papers(side):
            if paper.id not in laid:
                laid.add(paper.id)
                yield "\n\n".join(_paper(paper, case))


def _paper(paper: Exhibit, case: Case) -> Iterator[str]:
    dated = ", ".join(filter(None, (paper.day, week_of(paper))))
    yield f"### [{paper.id}] {paper.title}"
    head = {"Kind": paper.kind, **paper.head, "Dated": dated}
    yield "\n".join(f"- {name}: {value}" for name, value in head.items())
    yield paper.body.strip()
    if paper.chart:
        yield _chart(paper.chart)
    if paper.table:
        yield _table(case.table(paper.table), paper)


def _chart(chart: Chart) -> str:
    series = ", ".join(item.label for item in chart.series)
    rules = "".join(f" Marked at {rule.at:g}: {rule.label}." for rule in chart.rules)
    return f"*Chart: {chart.title} ({chart.y_title}; {series}).* {chart.description.strip()}{rules}"


def _table(table: Table, paper: Exhibit) -> str:
    columns, rows = part(table, paper.columns, paper.rows)
    heads = [f"{column.title} ({column.unit})" if column.unit else column.title for column in columns]
    lines = [heads, ["---"] * len(columns)]
    lines += [[shown_as(cell, column) for cell, column in zip(row, columns, strict=True)] for row in rows]
    return "\n".join([f"*Table: {table.title}*\n", *map(_row, lines)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _statements(case: Case) -> Iterator[str]:
    yield "## Statements\n\nSome of them are true causes, some are not."
    texts = {statement.id: " ".join(statement.text.split()) for statement in case.statements}
    yield "\n".join(f"- S{at}: {text}" for at, text in enumerate(texts.values(), 1))


def _actions(case: Case) -> Iterator[str]:
    planning = case.planning
    weeks = ", ".join(str(week) for week in planning.starts if week >= planning.replay_from)
    yield (
        f"## Actions\n\nThe budget is {planning.budget:,.0f} {planning.currency}, for a year of "
        f"{case.operations.horizon} weeks (0 to {case.operations.horizon - 1}). An action may start in week {weeks}."
    )
    numbers = {id: number for number, id in numbered_actions(case).items()}
    yield "\n".join(_action(action, numbers, planning.currency) for action in planning.actions)


def _action(action: Action, numbers: dict[str, str], currency: str) -> str:
    needs = "".join(f" Works only with {numbers[id]}." for id in action.needs)
    paid = f"{action.price:,.0f} {currency}, {until_it_works(action.lead)}"
    return f"- {numbers[action.id]}: {action.title} ({paid}). {' '.join(action.about.split())}{needs}"


def _answer(case: Case, which: Packet) -> Iterator[str]:
    if which == "actions":
        yield "## Your answer\n\nThe plan that you would make with this budget, as JSON and nothing else:"
        yield _json({"plan": [{"action": "A1", "start": case.planning.starts[0]}]})
        return
    sure = ", ".join(f"{value} ({words})" for value, words in CONFIDENCES.items())
    papers = (
        ""
        if which == "statements"
        else f", and one to {MOST_PAPERS} papers (what stands in brackets) that say so"
    )
    claims: dict[str, Any] = {"statement": "S1", "confidence": 0.6}
    answer: dict[str, Any] = {
        "claims": [claims if which == "statements" else {**claims, "papers": ["paper"]}]
    }
    coded = ""
    if which == "both":
        coded = (
            " Then code every statement as it stands, word for word: cause (what it says is so, and it did "
            "it), near (what it says is so, but half of a cause is missing from it), herring (what it says is "
            "not so, or it is so and did not do it; the right event with a wrong fact is a herring)."
        )
        answer["codes"] = dict.fromkeys(list(numbered_statements(case))[:2], "cause")
    yield (
        f"## Your answer\n\nUp to {MOST_CLAIMS} statements that you hold to be true causes, the most important "
        f"first, each with how sure you are: {sure}{papers}. A wrong claim costs the more the surer it is; an "
        f"empty place costs nothing.{coded} Answer with JSON and nothing else:"
    )
    yield _json(answer)


def _json(answer: dict[str, Any]) -> str:
    return f"```json\n{json.dumps(answer)}\n```"
