"""Before and after the other side's papers: closer to the truth, to them, to both, or to neither."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lineofsight.model.answers import Diagnosis
from lineofsight.model.case import Case
from lineofsight.model.key import Key
from lineofsight.scoring import compare

Made = Callable[..., Diagnosis]
Said = list[tuple[str, float, str]]

MINE: Said = [("lazy", 0.8, ""), ("outage", 0.8, "")]
THEIRS: Said = [("rival", 0.8, ""), ("date", 0.8, "")]
NEARLY: Said = [("date", 0.95, ""), ("count", 0.8, ""), ("figure", 0.6, "")]
MOVES: dict[str, tuple[Said, Said, str, str]] = {
    "both": (MINE, [("date", 0.8, ""), ("lazy", 0.8, "")], "both", "Closer to them, and closer to what happened"),
    "truth": (MINE, [("count", 0.8, ""), ("figure", 0.8, "")], "truth", "Closer to what happened, without giving way"),
    "them": (MINE, [("rival", 0.8, ""), ("lazy", 0.8, "")], "them", "Closer to them, but not to what happened"),
    "neither": (MINE, MINE, "neither", "Where you stood before"),
    "neither, and farther off": (
        [("count", 0.8, ""), ("lazy", 0.8, "")], MINE, "neither", "Farther from what happened than before",
    ),
    "neither, with half still to find": ([("date", 0.6, "")], [("date", 0.6, "")], "neither", "Where you stood before"),
    "neither, for nothing was left to find": (NEARLY, NEARLY, "neither", "You were nearly there before, and you stayed"),
    "nothing said, then nothing said": ([], [], "neither", "Where you stood before"),
}  # fmt: skip


@pytest.mark.parametrize("name", MOVES)
def test_a_move_is_called_what_it_is(name: str, case: Case, key: Key, diagnosis: Made) -> None:
    first, again, verdict, headline = MOVES[name]
    told = compare(diagnosis(*first), diagnosis(*again), diagnosis(*THEIRS), case, key)
    assert told.verdict == verdict
    assert told.headline == headline
    assert told.sentence.endswith(".")


def test_the_distances_are_those_worked_out_by_hand(case: Case, key: Key, diagnosis: Made) -> None:
    """Rank times confidence, of the sum: theirs 5/9 rival and 4/9 date, again 5/9 date and 4/9 lazy."""
    told = compare(
        diagnosis(*MINE), diagnosis(("date", 0.8, ""), ("lazy", 0.8, "")), diagnosis(*THEIRS), case, key
    )
    assert told.gap == pytest.approx((1, 5 / 9))
    # On the date 5/9, which weighs 1/2; 4/9 on no cause; .3 and .2 of the causes not named.
    assert told.truth == pytest.approx((1, (5 / 9 - 1 / 2 + 0.3 + 0.2 + 4 / 9) / 2))


def test_the_last_claim_held_a_step_more_surely_is_no_move(case: Case, key: Key, diagnosis: Made) -> None:
    first = [(id, 0.95, "") for id in ("lazy", "outage", "luck", "fate")]
    before, after = (diagnosis(*first, ("date", confidence, "")) for confidence in (0.2, 0.4))
    told = compare(before, after, diagnosis(*THEIRS), case, key)
    assert told.truth[1] < told.truth[0]
    assert told.gap[1] < told.gap[0]
    assert told.verdict == "neither"


def test_agreeing_with_them_wholly_closes_the_gap(case: Case, key: Key, diagnosis: Made) -> None:
    theirs = diagnosis(*THEIRS)
    assert compare(diagnosis(*MINE), theirs, theirs, case, key).gap == pytest.approx((1, 0))


def test_each_headline_stands_for_one_move(case: Case, key: Key, diagnosis: Made) -> None:
    theirs = diagnosis(*THEIRS)
    told = {
        compare(diagnosis(*first), diagnosis(*again), theirs, case, key).headline
        for first, again, *_ in MOVES.values()
    }
    assert len(told) == 6
