"""Ordering, holding, swinging orders and the spread of a novelty: known results, and each from its meaning."""

from __future__ import annotations

from math import exp, log, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, stats

from lineofsight.operations.formulas.inventory import (
    base_stock,
    bass,
    bullwhip_moving_average,
    bullwhip_smoothing,
    newsvendor_normal,
    newsvendor_uniform,
    safety_stock,
)

money = st.floats(0.01, 1_000)


def near(value: float, digits: int) -> object:
    """The value, give or take half of its last digit."""
    return pytest.approx(value, rel=0, abs=0.5 * 10**-digits * 1.0001)


def test_a_newsvendor() -> None:
    found = newsvendor_normal(1000, 200, 40, 10)
    assert found.critical_ratio == pytest.approx(0.8, rel=1e-15)
    assert (found.quantity - 1000) / 200 == near(0.8416212, 7)
    assert found.quantity == near(1168.324, 3)
    assert found.expected_lost == near(22.3275, 4)
    assert found.expected_left == near(190.652, 3)
    assert found.expected_profit == near(37_200.38, 2)


def test_a_wetsuit() -> None:
    found = newsvendor_normal(3192, 1181, 80, 20)
    assert found.quantity == near(4_185.95, 2)
    assert found.expected_lost == near(131.84, 2)
    assert found.expected_profit == near(222_296, 0)
    # Ordering the mean, which is best only where a unit short costs what a unit left does.
    lost = newsvendor_normal(3192, 1181, 1, 1).expected_lost
    assert 80 * (3192 - lost) - 20 * lost == near(208_245, 0)


@pytest.mark.parametrize(
    ("mean", "missed", "late"), [(5_000, 0.0228, 3.4), (5_500, 0.2266, 52.5), (6_000, 0.6915, 279.1)]
)
def test_a_cut_off_is_a_newsvendor(mean: float, missed: float, late: float) -> None:
    # Picking 5,800 a day against an sd of 400: the costs that would make just this the best.
    kept = stats.norm.cdf((5_800 - mean) / 400)
    found = newsvendor_normal(mean, 400, kept, 1 - kept)
    assert found.quantity == pytest.approx(5_800, rel=1e-12)
    assert 1 - found.critical_ratio == near(missed, 4)
    assert found.expected_lost == near(late, 1)


@settings(deadline=None)
@given(st.floats(0, 1e4), st.floats(0.1, 1e3), money, money)
def test_no_order_earns_more_than_the_newsvendors(mean: float, sd: float, short: float, over: float) -> None:
    best = newsvendor_normal(mean, sd, short, over)
    assert best.expected_left - best.expected_lost == pytest.approx(best.quantity - mean, abs=1e-6 * sd)
    for quantity in (best.quantity - sd / 10, best.quantity, best.quantity + sd / 10):
        z = (quantity - mean) / sd
        lost = sd * integrate.quad(lambda x, z=z: (x - z) * stats.norm.pdf(x), z, max(z, 0) + 12)[0]
        profit = short * (mean - lost) - over * (quantity - mean + lost)
        assert profit <= best.expected_profit + 1e-6 * sd * (short + over)
        if quantity == best.quantity:
            assert profit == pytest.approx(best.expected_profit, abs=1e-6 * sd * (short + over))


def test_a_sure_demand_is_ordered_as_it_is() -> None:
    found = newsvendor_normal(70, 0, 3, 2)
    assert (found.quantity, found.expected_lost, found.expected_left) == (70, 0, 0)
    assert found.expected_profit == 210


def test_costs_far_apart_leave_numbers() -> None:
    found = newsvendor_normal(1000, 200, [1e30, 1e-30], [1e-30, 1e30])
    assert found.quantity[0] - 1000 == pytest.approx(1000 - found.quantity[1], rel=1e-9)
    assert np.isfinite(found.expected_profit).all()
    assert (found.expected_lost >= 0).all()


@settings(deadline=None)
@given(st.floats(0, 1e4), st.floats(0, 1e4), money, money)
def test_the_uniform_newsvendor_stops_where_the_ratio_is_reached(
    low: float, width: float, short: float, over: float
) -> None:
    found = newsvendor_uniform(low, low + width, short, over)
    assert found.critical_ratio == pytest.approx(short / (short + over), rel=1e-12)
    assert found.quantity == pytest.approx(
        stats.uniform.ppf(found.critical_ratio, low, width) if width else low, rel=1e-9, abs=1e-9
    )


@pytest.mark.parametrize(("level", "fill", "behind"), [(5, 0.440493, 0.877337), (8, 0.866628, 0.122109)])
def test_a_base_stock(level: int, fill: float, behind: float) -> None:
    found = base_stock(5, level)
    assert found.fill_rate == near(fill, 6)
    assert found.backorders == near(behind, 6)
    assert found.on_hand - found.backorders == pytest.approx(level - 5, abs=1e-12)
    if level == 8:
        assert found.on_hand == near(3.122109, 6)


@settings(deadline=None)
@given(st.floats(0.01, 60), st.integers(0, 120))
def test_a_base_stock_is_its_sums(mean: float, level: int) -> None:
    found = base_stock(mean, level)
    demand = np.arange(400)
    chance = stats.poisson.pmf(demand, mean)
    assert found.fill_rate == pytest.approx(chance[:level].sum(), abs=1e-12)
    assert found.backorders == pytest.approx((np.maximum(demand - level, 0) * chance).sum(), abs=1e-10)
    assert found.on_hand == pytest.approx((np.maximum(level - demand, 0) * chance).sum(), abs=1e-10)


@settings(deadline=None)
@given(st.floats(1e-100, 1e9), st.integers(0, 10**9))
def test_what_is_on_hand_less_what_is_owed_is_stock_less_demand(mean: float, level: int) -> None:
    found = base_stock(mean, level)
    assert found.on_hand - found.backorders == pytest.approx(level - mean, abs=1e-9 * max(1, level, mean))
    assert 0 <= found.fill_rate <= 1
    assert min(found.on_hand, found.backorders) >= 0


def test_more_stock_fills_more() -> None:
    found = base_stock(40, np.arange(100))
    assert found.fill_rate[0] == 0
    assert found.backorders[0] == pytest.approx(40)
    assert (np.diff(found.fill_rate) >= 0).all()
    assert (np.diff(found.backorders) <= 1e-12).all()


def test_a_safety_stock() -> None:
    assert safety_stock(1.645, 20, 9) == near(98.70, 2)
    assert safety_stock(1.645, 20, 9, 100, 2) == near(343.49, 2)
    assert safety_stock(0, 20, 9) == 0
    assert safety_stock(-1, 20, 9) == pytest.approx(-60)


@settings(deadline=None)
@given(st.floats(0, 1e3), st.floats(0, 1e3), st.floats(0, 1e3), st.floats(0, 1e3))
def test_a_safety_stock_is_the_spread_of_a_random_number_of_days(
    sd: float, lead: float, mean: float, lead_sd: float
) -> None:
    assert safety_stock(1, sd, lead, mean, lead_sd) == pytest.approx(
        sqrt(lead * sd**2 + mean**2 * lead_sd**2), rel=1e-9, abs=1e-12
    )


@pytest.mark.parametrize(("lead", "window"), [(2, 5), (4, 10)])
def test_a_bullwhip_by_moving_average(lead: int, window: int) -> None:
    assert bullwhip_moving_average(lead, window) == near(2.12, 12)


def test_a_bullwhip_by_smoothing() -> None:
    assert bullwhip_smoothing(2, 0.3) == near(2.6235, 4)
    assert bullwhip_smoothing(5, 0) == 1


def test_the_bullwhip_cracks_in_a_supply_chain_that_is_played() -> None:
    demand = np.random.default_rng(5).normal(100, 10, 200_000)
    lead, window, alpha = 3, 6, 0.25
    mean = np.convolve(demand, np.full(window, 1 / window), mode="valid")
    orders = np.diff(lead * mean) + demand[window:]
    assert orders.var() / demand.var() == pytest.approx(bullwhip_moving_average(lead, window), rel=0.02)
    level, ordered = 100.0, []
    for sold in demand:
        before, level = level, level + alpha * (sold - level)
        ordered.append(sold + lead * (level - before))
    assert np.var(ordered[100:]) / demand.var() == pytest.approx(bullwhip_smoothing(lead, alpha), rel=0.02)


def test_a_novelty_spreads() -> None:
    p, q = 0.03, 0.38
    peak = log(q / p) / (p + q)
    assert peak == near(6.19262, 5)
    assert bass(p, q, peak) == near(0.4605263, 7)
    assert bass(p, q, peak) == pytest.approx((q - p) / (2 * q), rel=1e-12)
    assert bass(p, q, [1, 3, 5, 10]) == pytest.approx([0.035758, 0.150500, 0.331199, 0.812803], abs=5e-7)
    fastest = (bass(p, q, peak + 1e-4) - bass(p, q, peak - 1e-4)) / 2e-4
    assert fastest == near(0.1105921, 7)
    assert fastest == pytest.approx((p + q) ** 2 / (4 * q), rel=1e-7)


@settings(deadline=None)
@given(st.floats(1e-3, 1), st.floats(0, 2), st.floats(0, 50))
def test_a_novelty_spreads_as_the_rates_say(p: float, q: float, time: float) -> None:
    adopted = bass(p, q, time)
    step = 1e-5
    gained = (bass(p, q, time + step) - adopted) / step
    assert 0 <= adopted <= 1
    assert gained == pytest.approx((p + q * adopted) * (1 - adopted), abs=1e-3)
    assert bass(p, 0, time) == pytest.approx(1 - exp(-p * time), rel=1e-9, abs=1e-12)


def test_a_novelty_begins_with_nobody_and_ends_with_all() -> None:
    assert bass(1e-100, 1e100, [0, 1e100]).tolist() == [0, 1]
