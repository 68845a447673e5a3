"""Bonuses on half of a job, and issues that cross units: known results, and each from its meaning."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lineofsight.operations.formulas.incentives import crossing_time, optimal_bonus
from lineofsight.operations.formulas.queueing import erlang_c_wait


@pytest.mark.parametrize(("substitution", "bonus"), [(0, 0.5), (0.25, 0.3871), (0.5, 0.2857), (0.75, 0.1739)])
def test_a_bonus_shrinks_as_the_other_task_suffers(substitution: float, bonus: float) -> None:
    assert optimal_bonus(1, 1, 1, 1, substitution) == pytest.approx(bonus, abs=5.001e-5)


@settings(deadline=None)
@given(st.floats(0, 5), st.floats(0, 5))
def test_a_single_task_is_paid_against_risk_and_noise(risk: float, noise: float) -> None:
    assert optimal_bonus(1, 0, risk, noise, 0) == pytest.approx(1 / (1 + risk * noise), rel=1e-12)


@settings(deadline=None)
@given(st.floats(0, 5), st.floats(0, 5), st.floats(0, 3), st.floats(0, 3), st.floats(-0.9, 0.9))
def test_no_bonus_leaves_more_to_share(
    b1: float, b2: float, risk: float, noise: float, substitution: float
) -> None:
    best = optimal_bonus(b1, b2, risk, noise, substitution)
    bonus = best + np.array([0.0, -0.5, -0.01, 0.01, 0.5])
    # What the worker does for the bonus, and what it is worth to both after cost and risk.
    first = bonus / (1 - substitution**2)
    second = -substitution * first
    cost = (first**2 + second**2) / 2 + substitution * first * second
    surplus = b1 * first + b2 * second - cost - risk * noise * bonus**2 / 2
    assert (surplus[1:] <= surplus[0] + 1e-9).all()


def test_a_penalty_is_a_negative_bonus() -> None:
    assert optimal_bonus(1, 4, 1, 1, 0.5) == pytest.approx(-1 / 1.75, rel=1e-12)
    assert optimal_bonus(1, 1, 1, 1, -0.5) > optimal_bonus(1, 1, 1, 1, 0)


@pytest.mark.parametrize(("busy", "hours"), [(0.7, 10), (0.85, 20), (0.95, 60)])
def test_an_issue_that_crosses_three_units(busy: float, hours: float) -> None:
    assert crossing_time([busy] * 3, 1) == pytest.approx(hours, rel=1e-12)


def test_each_unit_has_its_own_touch_time() -> None:
    assert crossing_time([0.5, 0.75], [2, 1]) == pytest.approx(8)
    assert crossing_time(0.5, [2, 1]) == pytest.approx(6)
    assert crossing_time(0.5, 2) == pytest.approx(4)


@settings(deadline=None)
@given(st.lists(st.floats(0.01, 0.99), min_size=1, max_size=6), st.floats(0.01, 100))
def test_crossing_is_a_queue_and_the_work_in_every_unit(busy: list[float], touch: float) -> None:
    expected = sum(erlang_c_wait(share / touch, touch, 1) + touch for share in busy)
    assert crossing_time(busy, touch) == pytest.approx(expected, rel=1e-9)
