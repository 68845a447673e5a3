"""Looking things up: what exists comes back, what does not is said with what was probably meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lineofsight import paths
from lineofsight.cases import load
from lineofsight.errors import UnknownName
from lineofsight.model.base import SIDES, Side
from lineofsight.model.case import Case, Column, Table
from lineofsight.model.runsheet import RunSheet, Step
from lineofsight.model.score import Criterion, Reason, Score


@pytest.fixture(scope="module")
def case() -> Case:
    """The first case of the house."""
    return load(paths.project() / "datasets" / "startup-support-backlash")[0]


FINDERS: dict[str, Callable[[Case], tuple[Callable[[str], object], tuple[object, ...]]]] = {
    "exhibit": lambda case: (case.exhibit, case.exhibits),
    "statement": lambda case: (case.statement, case.statements),
    "person": lambda case: (case.person, case.cast),
    "table": lambda case: (case.table, case.tables),
}


@pytest.mark.parametrize("what", FINDERS)
def test_everything_is_found_by_its_id(what: str, case: Case) -> None:
    find, items = FINDERS[what](case)
    assert items
    for item in items:
        assert find(item.id) is item  # type: ignore[attr-defined]


@pytest.mark.parametrize("what", FINDERS)
def test_what_is_not_there_is_said_with_what_was_probably_meant(what: str, case: Case) -> None:
    find, items = FINDERS[what](case)
    meant = items[0].id  # type: ignore[attr-defined]
    with pytest.raises(UnknownName, match=f"there is no {what} '{meant}x' .did you mean '{meant}'"):
        find(f"{meant}x")
    with pytest.raises(UnknownName, match="allowed: "):
        find("")


@pytest.mark.parametrize("side", SIDES)
def test_a_desk_holds_its_own_and_the_shared_papers_core_first(side: Side, case: Case) -> None:
    papers = case.papers(side)
    assert {paper.side for paper in papers} == {side, "both"}
    tiers = [paper.tier for paper in papers]
    assert tiers == sorted(tiers)  # "core" before "more"
    for tier in ("core", "more"):
        in_order = [paper.id for paper in case.exhibits if paper in papers and paper.tier == tier]
        assert [paper.id for paper in papers if paper.tier == tier] == in_order


def test_both_desks_together_hold_every_paper(case: Case) -> None:
    found = {paper.id for side in SIDES for paper in case.papers(side)}
    assert found == {paper.id for paper in case.exhibits}


def test_a_column_of_a_table_is_read_from_top_to_bottom() -> None:
    columns = tuple(Column(name=name, title=name, type="integer") for name in ("week", "open"))
    table = Table(id="queue", title="The queue", columns=columns, rows=((1, 10), (2, None), (3, 30)))
    assert table.column("open") == (10, None, 30)
    assert table.column("week") == (1, 2, 3)
    with pytest.raises(ValueError, match="opne"):
        table.column("opne")


def test_a_run_sheet_finds_its_steps() -> None:
    step = Step(id="read", activity="exhibits", minutes=5, label="R", title="R", lead="R", next="R")
    sheet = RunSheet(minutes=5, steps=(step,))
    assert sheet.step("read") is step
    with pytest.raises(KeyError, match="raed"):
        sheet.step("raed")


def test_a_score_is_the_sum_of_its_criteria() -> None:
    parts = [("a", 3.5, 10), ("b", -1.0, 5)]
    score = Score(
        criteria=tuple(
            Criterion(
                id=id,
                title=id,
                points=points,
                possible=possible,
                reasons=(Reason(text="So.", points=points),),
            )
            for id, points, possible in parts
        )
    )
    assert (score.points, score.possible) == (2.5, 15)
    assert (Score(criteria=()).points, Score(criteria=()).possible) == (0, 0)
