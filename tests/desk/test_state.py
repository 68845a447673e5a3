"""State is a pure function of the journal: rebuilt from any prefix, in any batches."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lineofsight.desk.state import State, fold
from lineofsight.model.journal import Entry

STEPS = ("brief", "exhibits", "diagnose")


def entry(seq: int, kind: str, step: str | None, attempt: int, payload: dict[str, Any]) -> Entry:
    return Entry(
        seq=seq,
        session="s",
        seat="p",
        step=step,
        attempt=attempt,
        kind=kind,  # type: ignore[arg-type]
        payload=payload,
        submission=str(seq),
        case_hash="h",
        at="2026-01-05T00:00:00Z",
    )


@st.composite
def journals(draw: st.DrawFn) -> list[Entry]:
    entries: list[Entry] = []
    attempt = 1
    for seq in range(1, draw(st.integers(1, 25)) + 1):
        kind = draw(st.sampled_from(["joined", "sided", "submitted", "tried", "contested", "restarted"]))
        if kind == "restarted":
            attempt += 1
        payload = {"side": draw(st.sampled_from(["leadership", "operations"])), "n": seq}
        entries.append(entry(seq, kind, draw(st.sampled_from(STEPS)), attempt, payload))
    return entries


@given(journals(), st.data())
def test_any_split_of_the_journal_gives_the_same_state(journal: list[Entry], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(journal)))
    assert fold(journal[cut:], fold(journal[:cut])) == fold(journal)


@given(journals(), st.data())
def test_entries_seen_twice_change_nothing(journal: list[Entry], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(journal)))
    assert fold(journal[start:], fold(journal)) == fold(journal)


def test_the_first_hand_in_stands() -> None:
    state = fold([entry(1, "submitted", "brief", 1, {"n": 1}), entry(2, "submitted", "brief", 1, {"n": 2})])
    assert state.answers["brief"] == {"n": 1}


def test_starting_again_empties_the_page_and_old_entries_stay_out() -> None:
    journal = [
        entry(1, "sided", None, 1, {"side": "operations"}),
        entry(2, "submitted", "brief", 1, {}),
        entry(3, "restarted", None, 2, {}),
        entry(4, "submitted", "exhibits", 1, {"late": True}),
    ]
    assert fold(journal) == State(attempt=2, seq=4)
