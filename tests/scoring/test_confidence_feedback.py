"""Feedback on confidence: what one was sure of and wrong about, and the Brier score over all statements."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lineofsight.model.answers import Diagnosis
from lineofsight.model.case import Case
from lineofsight.model.key import Key
from lineofsight.scoring import score_diagnosis, sureness

Made = Callable[..., Diagnosis]
# A true statement that was not claimed is read as 5 %: .95 squared; a false one: .05 squared.
MISSED, LEFT = 0.95**2, 0.05**2


def test_the_brier_score_is_over_all_statements(case: Case, key: Key, diagnosis: Made) -> None:
    """Four of twelve are true: one claimed at .8, three left; "lazy" and "outage" claimed, six left."""
    said = diagnosis(("date", 0.8, ""), ("lazy", 0.8, ""), ("outage", 0.6, ""))
    by_hand = (0.2**2 + 3 * MISSED + 0.8**2 + 0.6**2 + 6 * LEFT) / 12
    assert sureness(said, case, key).brier == pytest.approx(by_hand)


def test_who_says_nothing_is_read_as_five_per_cent_throughout(case: Case, key: Key) -> None:
    nothing = sureness(Diagnosis(), case, key)
    assert nothing.brier == pytest.approx((4 * MISSED + 8 * LEFT) / 12)
    assert nothing.sure_and_wrong == ()


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ([("lazy", 0.8, ""), ("date", 0.8, "")], ("lazy",)),
        ([("lazy", 0.95, ""), ("rival", 0.95, "")], ("lazy", "rival")),
        ([("lazy", 0.6, "")], ()),
        ([("date-nearly", 0.95, "")], ()),
        ([("count-otherwise", 0.95, "")], ()),
        ([], ()),
    ],
)
def test_sure_and_wrong_is_very_likely_or_more_of_what_is_no_cause(
    said: list[tuple[str, float, str]], wrong: tuple[str, ...], case: Case, key: Key, diagnosis: Made
) -> None:
    assert sureness(diagnosis(*said), case, key).sure_and_wrong == wrong


def test_a_near_statement_is_not_wrong_and_does_not_count_as_true(
    case: Case, key: Key, diagnosis: Made
) -> None:
    near = sureness(diagnosis(("date-nearly", 0.8, "")), case, key)
    assert near.sure_and_wrong == ()
    assert near.brier > sureness(Diagnosis(), case, key).brier


def test_feedback_is_no_points(case: Case, key: Key, diagnosis: Made) -> None:
    titles = [part.id for part in score_diagnosis(diagnosis(("date", 0.8, "memo")), case, key).criteria]
    assert titles == ["identification", "evidence"]
