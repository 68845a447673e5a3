"""Calibration: known scores, Murphy's identity, honest ranges, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from lineofsight.errors import StatisticsError
from lineofsight.statistics import brier, calibration_curve, interval_score, murphy, overconfidence

NAN = float("nan")
FORECASTS, OUTCOMES = [0.9, 0.7, 0.6, 0.3, 0.2], [1, 1, 0, 0, 1]
SURENESS = (0.05, 0.2, 0.4, 0.6, 0.8, 0.95)
answers = st.lists(st.tuples(st.sampled_from(SURENESS), st.sampled_from([0, 1])), min_size=1, max_size=40)


def test_brier_of_five_forecasts() -> None:
    assert brier(FORECASTS, OUTCOMES) == pytest.approx(0.238)
    assert brier(np.array(FORECASTS), np.array(OUTCOMES)) == pytest.approx(0.238)


def test_brier_over_the_classes_of_one_question() -> None:
    assert 3 * brier([0.6, 0.3, 0.1], [0, 1, 0]) == pytest.approx(0.86)


def test_what_one_believes_is_the_best_thing_to_say() -> None:
    believed = 0.7
    expected = {
        f: believed * brier([f], [1]) + (1 - believed) * brier([f], [0]) for f in np.linspace(0, 1, 101)
    }
    assert min(expected, key=lambda f: expected[f]) == pytest.approx(believed)


@given(answers)
def test_murphys_parts_make_the_brier_score(said: list[tuple[float, int]]) -> None:
    forecasts, outcomes = zip(*said, strict=True)
    parts = murphy(forecasts, outcomes)
    whole = parts.reliability - parts.resolution + parts.uncertainty
    assert whole == pytest.approx(brier(forecasts, outcomes))
    assert min(parts.reliability, parts.resolution, parts.uncertainty) >= 0
    assert parts.n == len(said)


def test_murphys_parts_by_hand() -> None:
    parts = murphy([0.8, 0.8, 0.8, 0.8, 0.2, 0.2], [1, 1, 1, 0, 0, 1])
    assert parts.reliability == pytest.approx((4 * 0.05**2 + 2 * 0.3**2) / 6)
    assert parts.resolution == pytest.approx((4 * (3 / 4 - 2 / 3) ** 2 + 2 * (1 / 2 - 2 / 3) ** 2) / 6)
    assert parts.uncertainty == pytest.approx(2 / 9)


def test_five_distinct_forecasts_tell_everything_apart() -> None:
    parts = murphy(FORECASTS, OUTCOMES)
    assert parts.resolution == pytest.approx(parts.uncertainty)
    assert parts.reliability == pytest.approx(0.238)


def test_the_curve_says_what_came_true_of_each_step() -> None:
    curve = calibration_curve([0.8, 0.2, 0.8, 0.8, 0.8, 0.2], [1, 0, 1, 1, 0, 0])
    assert curve.forecast.tolist() == [0.2, 0.8]
    assert curve.observed.tolist() == [0, 0.75]
    assert curve.counts.tolist() == [2, 4]
    assert curve.n == 6


@given(answers)
def test_curve_and_overconfidence_tell_one_story(said: list[tuple[float, int]]) -> None:
    forecasts, outcomes = zip(*said, strict=True)
    curve = calibration_curve(forecasts, outcomes)
    assert curve.counts.sum() == curve.n == len(said)
    assert np.all(np.diff(curve.forecast) > 0)
    too_sure = (curve.counts * (curve.forecast - curve.observed)).sum() / curve.n
    assert overconfidence(forecasts, outcomes) == pytest.approx(too_sure)


def test_overconfidence_is_stated_less_came_true() -> None:
    assert overconfidence(FORECASTS, OUTCOMES) == pytest.approx(0.54 - 0.6)
    assert overconfidence([1, 1], [0, 0]) == 1
    assert overconfidence([0], [1]) == -1


@pytest.mark.parametrize("score", [brier, murphy, calibration_curve, overconfidence])
@pytest.mark.parametrize(
    ("forecasts", "outcomes", "words"),
    [
        ([], [], "forecasts and outcomes must be equally many and at least one; got 0 and 0"),
        ([0.5], [1, 0], "equally many and at least one; got 1 and 2"),
        ([0.5, 1.2], [1, 0], r"forecasts\[1\] is 1.2; allowed: 0 to 1"),
        ([-0.1], [1], r"forecasts\[0\] is -0.1; allowed: 0 to 1"),
        ([0.5, NAN, NAN], [1, 0, 0], r"forecasts\[1\] is nan; allowed: 0 to 1"),
        ([0.5], [0.5], r"outcomes\[0\] is 0.5; allowed: 0 or 1"),
        ([0.5], [NAN], r"outcomes\[0\] is nan; allowed: 0 or 1"),
        ([[0.5, 0.5]], [1], r"forecasts\[0\] is \[0.5, 0.5\], which is no number"),
        (0.5, [1], "forecasts is 0.5; allowed: a row of numbers, each 0 to 1"),
        ([0.5], 1, "outcomes is 1; allowed: a row of numbers, each 0 or 1"),
    ],
)
def test_forecasts_that_cannot_be_scored(
    score: Callable[[Any, Any], Any], forecasts: Any, outcomes: Any, words: str
) -> None:
    with pytest.raises(StatisticsError, match=words):
        score(forecasts, outcomes)


@pytest.mark.parametrize(("came", "score"), [(5, 4), (3, 4), (7, 4), (2, 14), (8.5, 19)])
def test_a_range_costs_its_width_and_ten_times_each_miss(came: float, score: float) -> None:
    assert interval_score(3, 7, came) == pytest.approx(score)


def test_wider_coverage_makes_a_miss_dearer() -> None:
    assert interval_score(3, 7, 8, coverage=0.5) == pytest.approx(8)
    assert interval_score(3, 7, 8, coverage=0.95) == pytest.approx(44)


def test_several_outcomes_give_as_many_scores() -> None:
    assert interval_score(3, 7, [5, 2]) == pytest.approx((4, 14))
    assert interval_score(3, 7, np.array([5, 2])) == pytest.approx((4, 14))
    assert interval_score(3, 7, ()) == ()


def test_the_range_that_holds_80_in_100_is_the_best_range() -> None:
    years = norm.ppf((np.arange(2000) + 0.5) / 2000)
    mean = {z: np.mean(interval_score(-z, z, years)) for z in np.linspace(0.5, 2.5, 81)}
    assert min(mean, key=lambda z: mean[z]) == pytest.approx(norm.ppf(0.9), abs=0.03)


@pytest.mark.parametrize(
    ("low", "high", "came", "coverage", "words"),
    [
        (7, 3, 5, 0.8, "low is 7.0 and high is 3.0; allowed: low at most high"),
        (NAN, 3, 5, 0.8, "low is nan; allowed: a finite number"),
        (3, float("inf"), 5, 0.8, "high is inf; allowed: a finite number"),
        (3, 7, NAN, 0.8, "outcome is nan; allowed: a finite number"),
        (3, 7, [5, NAN], 0.8, r"outcome\[1\] is nan; allowed: a finite number"),
        (3, 7, [[5]], 0.8, r"outcome\[0\] is \[5\], which is no number"),
        (3, 7, "5", 0.8, "outcome is '5'"),
        (3, 7, 5, 1, "coverage is 1; allowed: between 0 and 1"),
        (3, 7, 5, 0, "coverage is 0; allowed: between 0 and 1"),
        (3, 7, 5, NAN, "coverage is nan"),
        ([3, 4], 7, 5, 0.8, r"low is \[3, 4\], which is no number"),
    ],
)
def test_ranges_that_cannot_be_scored(low: Any, high: Any, came: Any, coverage: Any, words: str) -> None:
    with pytest.raises(StatisticsError, match=words):
        interval_score(low, high, came, coverage)
