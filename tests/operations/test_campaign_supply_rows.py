"""Without luck the campaign gives its two reference runs to the digit, and the planner's rule its bullwhip."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from lineofsight.operations import model

SUPPLY = model("campaign_supply")
PARAMETERS = {parameter.id: float(parameter.default) for parameter in SUPPLY.parameters} | {"noise": 0.0}
WEEKS = 20
AT_CAPACITY = np.array([1_250.0] * 12 + [1_000.0] * 8)


def year(controls: dict[str, Any] | None = None, weeks: int = WEEKS, years: int = 1, **moved: float) -> Any:
    parameters = PARAMETERS | moved
    signals = [signal.id for signal in SUPPLY.signals]
    return SUPPLY.run(controls or {}, parameters, SUPPLY.noise(1, years, weeks, parameters), signals)


def let_down(controls: dict[str, Any] | None = None, **moved: float) -> float:
    return float(year(controls, **moved).outcomes["let_down"][0, 0])


# Retailers' second orders only make the planner order what he cannot get anyway.
@pytest.mark.parametrize("gaming", [0, PARAMETERS["gaming"]])
def test_reactive_run(gaming: float) -> None:
    years = year(gaming=gaming)
    backorders = years.signals["backorders"][0, 0]
    assert round(float(years.signals["demand"].sum())) == 23_450
    assert round(float(years.outcomes["let_down"][0, 0])) == 616
    assert round(float(backorders.max())) == 1_236
    assert int(backorders.argmax()) == 9
    assert int((backorders > 0).sum()) == 8
    assert float(years.outcomes["weeks_short"][0, 0]) == 8


def test_the_first_short_weeks_by_hand() -> None:
    # Week 6 leaves 1,500 + 1,000 - 1,900 = 600; then 1,000 come a week, and a tenth of who waits cancels:
    # .9 (1,900 - 1,600) = 270; .9 (270 + 1,700 - 1,000) = 873; .9 (873 + 1,500 - 1,000) = 1,235.7.
    signals = year().signals
    assert signals["stock"][0, 0, 6] == pytest.approx(600)
    assert signals["backorders"][0, 0, 7:10] == pytest.approx([270, 873, 1_235.7])
    assert signals["cancelled"][0, 0, 7:10] == pytest.approx([30, 97, 137.3])


def test_coordinated_run() -> None:
    years = year({"planned_order": AT_CAPACITY})
    assert round(float(years.outcomes["let_down"][0, 0])) == 5
    assert round(float(years.signals["backorders"].max())) == 45
    assert round(float(years.outcomes["stock_end"][0, 0])) == 1_055


def test_no_order_rule_mends_the_lead_time() -> None:
    # Whatever is ordered when the campaign is seen comes in week 10: the peak of week 9 stands.
    ample = {"components": 2_000.0, "agency": 1_500.0}
    for nervous in (1.0, 3.0):
        backorders = year({**ample, "smoothing": nervous}).signals["backorders"][0, 0]
        assert round(float(backorders.max())) == 1_236
        assert int(backorders.argmax()) == 9


def test_who_knows_of_the_campaign_in_time_needs_no_more_than_the_usual_plant() -> None:
    known = {"foresight": 12.0, "forecast": 1.0}
    assert let_down(known, campaign_week=14.0) < 0.05 * let_down(campaign_week=14.0)
    assert let_down({"foresight": 12.0}, campaign_week=14.0) > 2 * let_down(known, campaign_week=14.0)


def test_hands_without_components_and_components_without_hands_do_nothing() -> None:
    hands, parts = {"agency": 400.0}, {"components": 400.0}
    alone = let_down()
    assert let_down(hands) == pytest.approx(alone)
    assert let_down(parts) == pytest.approx(alone)
    assert let_down({**hands, **parts}) < 0.8 * alone


def test_a_full_warehouse_that_cannot_pack_is_no_help() -> None:
    slow, built = {"packing": 1_500.0}, {"planned_order": AT_CAPACITY}
    packed = {"packing": 500.0}
    assert let_down(built, **slow) > 20 * let_down({**built, **packed}, **slow)
    assert let_down(packed, **slow) > 0.9 * let_down(**slow)


def test_the_dashboard_is_best_where_customers_fare_worst() -> None:
    usual, deep = year(weeks=26), year({"offer": 2.0}, weeks=26)
    assert deep.signals["booked_total"][0, 0, -1] > usual.signals["booked_total"][0, 0, -1]
    assert deep.outcomes["let_down"][0, 0] > 2 * usual.outcomes["let_down"][0, 0]
    margin = [float((one.outcomes["revenue"] - one.outcomes["cost"])[0, 0]) for one in (usual, deep)]
    assert margin[1] < margin[0]


@pytest.mark.parametrize(("elasticity", "more"), [(0.12, 1.087), (0.24, 1.181)])
def test_twice_the_media_is_little_more_demand(elasticity: float, more: float) -> None:
    demand = year({"media": 2.0}, weeks=40, media_elasticity=elasticity, campaign_week=40.0).signals["demand"]
    assert round(float(demand[0, 0, -1]) / 1_000, 3) == more


# Order-up-to on smoothed demand: the variance of orders over that of demand is 1 + 2La + 2(La)^2/(2 - a),
# L = weeks of cover + the week of review. L=2, a=.3: 2.6235; L=4: 1 + 2.4 + 2.88/1.7 = 5.0941.
QUIET = {f"lift_{n}": 0.0 for n in range(1, 7)} | {"noise": 1.0, "gaming": 0.0, "slip": 0.0}
AMPLE = {"capacity": 1e5, "order_ceiling": 1e5, "packing": 2e5, "rule_stock": 20_000.0, "stock": 20_000.0}


def bullwhip(**rule: float) -> tuple[float, float]:
    """The ratio of variances over 200 runs of 400 weeks each, and its standard error."""
    parameters = PARAMETERS | QUIET | AMPLE | rule
    noise = SUPPLY.noise(8, 200, 400, parameters)
    signals = SUPPLY.run({}, parameters, noise, ("ordered", "demand", "backorders")).signals
    assert signals["backorders"].max() == 0
    orders, demand = (signals[name][0, :, 60:].var(axis=-1) for name in ("ordered", "demand"))
    ratio = float(orders.mean() / demand.mean())
    error = float((orders - ratio * demand).std() / demand.mean() / np.sqrt(len(demand)))
    return ratio, error


@pytest.mark.parametrize(("cover", "expected"), [(1.0, 2.6235), (3.0, 5.0941)])
def test_the_bullwhip_of_pure_order_up_to_is_the_closed_form(cover: float, expected: float) -> None:
    ratio, error = bullwhip(rule_gap=1.0, rule_cover=cover)
    assert error < 0.02 * expected
    assert abs(ratio - expected) < 3 * error


def test_closing_gaps_slowly_swings_less() -> None:
    assert bullwhip()[0] < 0.3 * 5.0941


def test_luck_has_mean_one_and_components_are_late_as_often_as_said() -> None:
    parameters = PARAMETERS | {"noise": 1.0}
    noise = dict(SUPPLY.noise(5, 1000, 52, parameters))
    late = noise.pop("slip")
    spread = np.sqrt(parameters["slip"] * (1 - parameters["slip"]) / late.size)
    assert abs(float(late.mean()) - parameters["slip"]) < 3 * spread
    for name, factors in noise.items():
        error = float(factors.std() / np.sqrt(factors.size))
        assert abs(float(factors.mean()) - 1) < 3 * error, name


def test_the_middle_of_possible_years_lies_near_the_year_without_luck() -> None:
    still, lucky = year(weeks=52), year(weeks=52, years=400, noise=1.0)
    delivered = float(still.outcomes["delivered"][0, 0])
    assert abs(float(np.median(lucky.outcomes["delivered"])) - delivered) < 0.02 * delivered
    assert float(np.median(lucky.outcomes["let_down"])) > 0.9 * 616


def test_the_swing_of_orders_is_their_deviation_over_a_quarter() -> None:
    signals = year(weeks=30, noise=1.0).signals
    for week in (5, 12, 29):
        orders = signals["ordered"][0, 0, max(0, week - 12) : week + 1]
        assert signals["order_swing"][0, 0, week] == pytest.approx(np.std(orders))
