"""The three numbers that a page of the first case shows, with that case's own statements and units."""

from __future__ import annotations

from itertools import pairwise

import pytest

from lineofsight import paths
from lineofsight.cases import load
from lineofsight.model.answers import CONFIDENCES, Diagnosis
from lineofsight.model.base import SIDES
from lineofsight.model.case import Case
from lineofsight.model.key import Key
from lineofsight.scoring import weights
from lineofsight.scoring.weights import as_row
from lineofsight.statistics import alignment_gap, brier, interval_score

UNCLAIMED = 0.05


@pytest.fixture(scope="module")
def case_and_key() -> tuple[Case, Key]:
    """The first case with its key."""
    return load(paths.project() / "datasets" / "startup-support-backlash")


def row(diagnosis: Diagnosis, case: Case) -> list[float]:
    return as_row(weights(diagnosis), case)


def test_the_two_sides_stories_share_no_statement(case_and_key: tuple[Case, Key]) -> None:
    case, key = case_and_key
    upstairs, floor = (row(Diagnosis(claims=key.typical[side].claims), case) for side in SIDES)
    told = alignment_gap([upstairs], [floor], seed=0, draws=0)
    assert told.gap == pytest.approx(1)
    assert len(told.drivers) == len(case.statements)
    # What only one side says drives the gap by half of the share that it has in what that side says.
    halves = [(m / sum(upstairs) + t / sum(floor)) / 2 for m, t in zip(upstairs, floor, strict=True)]
    assert told.drivers == pytest.approx(halves)
    assert str(told).endswith("with 1 on a side, nobody can say how sure that is.")


def test_taking_over_half_of_their_story_closes_half_of_the_gap(case_and_key: tuple[Case, Key]) -> None:
    case, key = case_and_key
    mine, theirs = (row(Diagnosis(claims=key.typical[side].claims), case) for side in SIDES)
    share = [m / sum(mine) + t / sum(theirs) for m, t in zip(mine, theirs, strict=True)]
    assert alignment_gap([share], [theirs], seed=0, draws=0).gap == pytest.approx(0.5)


def test_a_diagnosis_that_says_nothing_still_has_a_brier_score(case_and_key: tuple[Case, Key]) -> None:
    case, key = case_and_key
    true = {id for cause in key.causes for id in cause.exact}
    came = [statement.id in true for statement in case.statements]
    missed, left = sum(came), len(came) - sum(came)
    by_hand = (missed * 0.95**2 + left * 0.05**2) / len(came)
    assert brier([UNCLAIMED] * len(came), came) == pytest.approx(by_hand)


def test_on_the_pages_scale_surer_and_right_is_better_surer_and_wrong_is_worse() -> None:
    steps = sorted(CONFIDENCES)
    right, wrong = ([brier([step], [came]) for step in steps] for came in (1, 0))
    assert all(later < earlier for earlier, later in pairwise(right))
    assert all(later > earlier for earlier, later in pairwise(wrong))
    assert right == pytest.approx([0.64, 0.36, 0.16, 0.04, 0.0025])
    assert wrong == pytest.approx([0.04, 0.16, 0.36, 0.64, 0.9025])


@pytest.mark.parametrize(
    ("customers", "score"),
    [(175_000, 65_000), (140_000, 65_000), (205_000, 65_000), (139_000, 75_000), (210_000, 115_000)],
)
def test_a_forecast_of_customers_costs_its_width_and_tenfold_what_it_missed(
    customers: float, score: float, case_and_key: tuple[Case, Key]
) -> None:
    use = case_and_key[0].operations.outcomes[0]
    assert use.forecast
    assert interval_score(140_000, 205_000, customers, 0.8) == pytest.approx(score)


def test_an_outcome_in_thousands_scores_a_thousandth() -> None:
    """The score has the outcome's unit, so only scores of one outcome may be compared."""
    small, large = interval_score(3.7, 6.5, 7.0), interval_score(3_700_000, 6_500_000, 7_000_000)
    assert small * 1e6 == pytest.approx(large)
