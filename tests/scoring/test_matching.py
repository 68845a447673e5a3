"""Which claim pays for which cause, and how a diagnosis spreads its weight over them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lineofsight.model.answers import CONFIDENCES, Diagnosis
from lineofsight.model.case import Case
from lineofsight.model.key import Key
from lineofsight.scoring import distance_to_key, weights
from lineofsight.scoring.matching import cost, match, worth
from lineofsight.scoring.weights import as_row

Made = Callable[..., Diagnosis]
Said = list[tuple[str, float, str]]


@pytest.mark.parametrize(
    ("confidence", "right", "wrong"),
    [
        (0.2, 0.36, 0.01),
        (0.4, 0.64, 0.04),
        (0.6, 0.84, 0.09),
        (0.8, 0.96, 0.16),
        (0.95, 0.9975, 0.225625),
    ],
)
def test_what_a_claim_is_worth_and_what_it_costs(confidence: float, right: float, wrong: float) -> None:
    assert confidence in CONFIDENCES
    assert worth(confidence) == pytest.approx(right)
    assert cost(confidence) == pytest.approx(wrong)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ([("date", 0.8, "")], [("date", "the-date", 1)]),
        ([("date-nearly", 0.8, "")], [("date-nearly", "the-date", 0.5)]),
        ([("date-nearly", 0.95, ""), ("date", 0.2, "")], [("date", "the-date", 1)]),
        ([("count", 0.2, ""), ("count-otherwise", 0.4, "")], [("count-otherwise", "the-count", 1)]),
        ([("lazy", 0.8, ""), ("luck", 0.8, "")], []),
        (
            [("figure", 0.2, ""), ("lazy", 0.8, ""), ("count-nearly", 0.4, ""), ("date", 0.95, "")],
            [("date", "the-date", 1), ("count-nearly", "the-count", 0.5), ("figure", "the-figure", 1)],
        ),
        ([], []),
    ],
)
def test_each_cause_takes_the_claim_that_earns_most(
    said: Said, found: list[tuple[str, str, float]], key: Key, diagnosis: Made
) -> None:
    matches = match(diagnosis(*said).claims, key)
    assert [(item.claim.statement, item.cause.id, item.share) for item in matches] == found


def test_a_statement_that_names_two_causes_pays_for_the_heavier(key: Key, diagnosis: Made) -> None:
    date, count, figure = key.causes
    both = key.model_copy(update={"causes": (date, count, figure.model_copy(update={"exact": ("date",)}))})
    (only,) = match(diagnosis(("date", 0.8, "")).claims, both)
    assert only.cause.id == "the-date"
    assert only.earned == pytest.approx(0.5 * 0.96)


def test_two_statements_for_two_causes_are_shared_out_so_that_both_pay(key: Key, diagnosis: Made) -> None:
    """ "Date" alone can pay for the third cause; greed would give it to the first and leave that unpaid."""
    date, count, figure = key.causes
    wide = date.model_copy(update={"exact": ("date", "luck")})
    tight = figure.model_copy(update={"exact": ("date",)})
    shared = key.model_copy(update={"causes": (wide, count, tight)})
    found = match(diagnosis(("date", 0.95, ""), ("luck", 0.6, "")).claims, shared)
    assert [(item.cause.id, item.claim.statement) for item in found] == [
        ("the-date", "luck"),
        ("the-figure", "date"),
    ]


def test_weight_is_rank_times_confidence(case: Case, diagnosis: Made) -> None:
    said = diagnosis(("lazy", 0.4, ""), ("date", 0.8, ""), ("luck", 0.2, ""))
    assert weights(said) == {
        "lazy": pytest.approx(5 * 0.4),
        "date": pytest.approx(4 * 0.8),
        "luck": pytest.approx(3 * 0.2),
    }
    row = as_row(weights(said), case)
    assert len(row) == len(case.statements)
    assert [row[0], row[6], row[10], sum(row)] == [pytest.approx(x) for x in (3.2, 2.0, 0.6, 5.8)]


@pytest.mark.parametrize(
    ("said", "distance"),
    [
        ([], 1),
        ([("lazy", 0.8, ""), ("luck", 0.2, "")], 1),
        ([("date", 0.6, "")], 0.5),
        # Half of a near statement's weight lies on the cause: exactly the half that it weighs.
        ([("date-nearly", 0.6, "")], 0.5),
        ([("count-nearly", 0.6, "")], 0.7),
        # 5/9 on the date, 4/9 on no cause, since the date itself is named.
        ([("date", 0.6, ""), ("date-nearly", 0.6, "")], (1 / 18 + 0.3 + 0.2 + 4 / 9) / 2),
        # 4/12 on the date: the near statement adds nothing to it.
        ([("lazy", 0.6, ""), ("date", 0.6, ""), ("date-nearly", 0.6, "")], (1 / 6 + 0.3 + 0.2 + 8 / 12) / 2),
        # Two wordings of one cause add up.
        ([("count", 0.6, ""), ("count-otherwise", 0.6, "")], 0.7),
        # 5/12, 4/12, 3/12 against .5, .3, .2.
        ([("date", 0.8, ""), ("count", 0.8, ""), ("figure", 0.8, "")], 0.5 - 5 / 12),
    ],
)
def test_the_distance_to_the_key_is_half_the_sum_of_differences(
    said: Said, distance: float, key: Key, diagnosis: Made
) -> None:
    assert distance_to_key(diagnosis(*said), key) == pytest.approx(distance)
