"""``me.table(...)``: the data behind one's own papers as a DataFrame, and of the other desk when it opens."""

from __future__ import annotations

from typing import Any

import pytest

from lineofsight.errors import AnswerError, UnknownName


def tables(person: Any, *sides: str) -> set[str]:
    return {paper.table for paper in person.case.exhibits if paper.side in sides and paper.table}


def test_before_a_side_is_taken_there_is_no_desk(person: Any) -> None:
    with pytest.raises(AnswerError, match="Take a side first"):
        person.me.table("backlog")


def test_the_table_behind_a_paper_is_a_frame_with_units(person: Any) -> None:
    person.brief()
    frame = person.me.table("backlog")
    kept = person.case.table("backlog")
    assert list(frame.columns) == [column.name for column in kept.columns]
    assert len(frame) == len(kept.rows)
    assert frame["week"].tolist() == list(kept.column("week"))
    assert frame.attrs["title"] == kept.title
    assert set(frame.attrs["units"]) == set(frame.columns)


def test_a_table_of_the_other_desk_opens_after_the_first_diagnosis(person: Any) -> None:
    person.to("diagnose")
    mine, theirs = tables(person, "operations", "both"), tables(person, "leadership")
    assert theirs - mine
    for id in sorted(theirs - mine):
        with pytest.raises(AnswerError, match=rf"{id}.*lies on the other desk; it opens after “Diagnose”"):
            person.me.table(id)
    person.diagnose()
    assert all(len(person.me.table(id)) > 1 for id in sorted(mine | theirs))


def test_an_unknown_table_is_said_with_what_was_meant_and_nothing_of_the_other_desk(person: Any) -> None:
    person.brief()
    with pytest.raises(UnknownName, match=r"'backlgo' \(did you mean 'backlog'\?\)") as raised:
        person.me.table("backlgo")
    hidden = tables(person, "leadership") - tables(person, "operations", "both")
    assert [id for id in hidden if id in str(raised.value)] == []


def test_until_the_first_diagnosis_a_table_goes_no_further_than_its_paper(person: Any) -> None:
    """The page of week 17 begins in week 12: what came before tells too much upstairs."""
    person.brief("Leadership")
    assert person.me.table("scorecard")["week"].tolist() == [12, 13, 14, 15, 16]
    person.evidence()
    person.diagnose()
    assert len(person.me.table("scorecard")) == len(person.case.table("scorecard").rows)
