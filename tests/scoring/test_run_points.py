"""What a plan earns as it runs: 25 from nothing to the best plan, below zero shown, and 5 for the forecast."""

from __future__ import annotations

import pytest

from lineofsight.model.answers import Forecast
from lineofsight.model.case import Case
from lineofsight.model.score import Criterion
from lineofsight.scoring import held, luck, score_run

# Half of the years at 10, half at 30. The best range is 10 to 30: as wide as 20, and it never misses.
YEARS = (10.0, 30.0) * 5
POSSIBLE = {"users": YEARS, "cost": YEARS}


def ran(
    case: Case, plan: float = 0, nothing: float = 0, best: float = 1, *made: Forecast
) -> tuple[Criterion, Criterion]:
    expected, forecast = score_run(
        plan=plan, nothing=nothing, best=best, forecasts=made, years=POSSIBLE, case=case
    ).criteria
    return expected, forecast


def between(low: float, high: float, outcome: str = "users") -> Forecast:
    return Forecast(outcome=outcome, low=low, high=high)


@pytest.mark.parametrize(
    ("plan", "nothing", "best", "points"),
    [
        (2, 2, 6, 0),
        (6, 2, 6, 25),
        (4, 2, 6, 12.5),
        (3, 2, 6, 6.25),
        (1, 2, 6, -6.25),
        (-6, 2, 6, -50),
        (7, 2, 6, 25),
        (-3, -4, -2, 12.5),
        (2, 2, 2, 0),
    ],
)
def test_points_go_from_doing_nothing_to_the_best_plan(
    plan: float, nothing: float, best: float, points: float, case: Case
) -> None:
    expected, _ = ran(case, plan, nothing, best)
    assert expected.points == pytest.approx(points)
    assert expected.possible == 25
    (reason,) = expected.reasons
    assert ("worse off than doing nothing" in reason.text) == (points < 0)


def test_how_far_a_plan_came_is_said_in_per_cent(case: Case) -> None:
    expected, _ = ran(case, 4, 2, 6)
    assert expected.reasons[0].text.endswith("achieves 50% of what the best plan found achieves.")


@pytest.mark.parametrize(
    ("low", "high", "share"),
    [
        (10, 30, 1),  # the best there is
        (0, 40, 0.5),  # never misses, twice as wide
        (0, 60, 0),  # three times as wide
        (0, 600, 0),
        (12, 28, 0.6),  # 16 wide and misses each year by 2, a fine of 10 each: 36, 1.8 times the best
        (20, 20, 0),  # misses each year by 10
        (10, 10, 0),  # right in one year of two, and 20 off in the other: 100 on average
        (50, 90, 0),
    ],
)
def test_a_forecast_earns_by_its_interval_score(low: float, high: float, share: float, case: Case) -> None:
    _, forecast = ran(case, 0, 0, 1, between(low, high))
    assert forecast.points == pytest.approx(2.5 * share)
    assert forecast.possible == 5


def test_the_measure_is_the_range_that_holds_eight_of_ten_years(case: Case) -> None:
    """Of 0, 10 ... 100 that is 10 to 90: 80 wide, and a fine of 10 x 10 in two of the eleven years."""
    years = tuple(10.0 * n for n in range(11))
    best = 80 + 2 * 100 / 11
    for low, high, share in ((10, 90, 1), (0, 100, 1 - (100 / best - 1) / 2)):
        score = score_run(
            plan=0, nothing=0, best=1, case=case,
            forecasts=[between(low, high)], years={"users": years, "cost": years},
        )  # fmt: skip
        assert score.criteria[1].points == pytest.approx(2.5 * share)


def test_both_forecasts_right_earn_all_five(case: Case) -> None:
    _, forecast = ran(case, 0, 0, 1, between(10, 30), between(10, 30, "cost"))
    assert forecast.points == pytest.approx(5)
    assert [reason.points for reason in forecast.reasons] == [pytest.approx(2.5)] * 2


def test_a_forecast_is_read_out_as_the_years_it_held(case: Case) -> None:
    _, forecast = ran(case, 0, 0, 1, between(0, 20))
    assert [reason.text for reason in forecast.reasons] == [
        "Users: your range held 50 of 100 possible years; you meant 80.",
        "Cost: no forecast was made.",
    ]


def test_no_forecast_earns_nothing_and_says_so(case: Case) -> None:
    _, forecast = ran(case)
    assert forecast.points == 0
    assert [reason.text for reason in forecast.reasons] == [
        "Users: no forecast was made.",
        "Cost: no forecast was made.",
    ]


def test_only_what_was_asked_for_is_paid_and_once(case: Case) -> None:
    """ "Calm" is an outcome that nobody is asked to forecast."""
    perfect = between(10, 30)
    _, forecast = ran(case, 0, 0, 1, perfect, perfect, between(10, 30, "calm"))
    assert forecast.points == pytest.approx(2.5)


def test_of_years_that_never_vary_only_the_year_itself_is_a_perfect_range(case: Case) -> None:
    score = score_run(
        plan=0, nothing=0, best=1, case=case,
        forecasts=(between(7, 7), between(6, 8, "cost")), years={"users": (7.0,) * 20, "cost": (7.0,) * 20},
    )  # fmt: skip
    assert [reason.points for reason in score.criteria[1].reasons] == [pytest.approx(2.5), 0]


@pytest.mark.parametrize(
    ("low", "high", "count"), [(0, 9, 0), (0, 10, 50), (10, 30, 100), (30, 30, 50), (11, 29, 0)]
)
def test_a_range_holds_the_years_within_it_ends_included(low: float, high: float, count: int) -> None:
    assert held(between(low, high), YEARS) == count


@pytest.mark.parametrize(
    ("value", "words", "below"),
    [
        (95.0, "a lucky year", 95),
        (70.0, "a kind year", 70),
        (50.0, "an ordinary year", 50),
        (20.0, "a rough year", 20),
        (5.0, "an unlucky year", 5),
    ],
)
def test_luck_is_told_apart_from_the_decision(value: float, words: str, below: int) -> None:
    years = [float(n) for n in range(100)]
    assert luck(value, years) == f"{words}: better than {below} of 100 years this plan could have met"
