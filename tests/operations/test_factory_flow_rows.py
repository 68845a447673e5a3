"""Without luck the factory gives the textbook's figures, one mechanism at a time; with luck, its means."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from lineofsight.operations import model

FACTORY = model("factory_flow")
PARAMETERS = {parameter.id: parameter.default for parameter in FACTORY.parameters} | {"noise": 0.0}
SIGNALS = [signal.id for signal in FACTORY.signals]

# A line that nothing happens to: no stoppage, failure, change, leaver, nor work but what is ordered.
PERFECT = {
    **{f"yield_{at}": 1.0 for at in range(1, 6)},
    "mttr": 0.0, "variability": 0.0, "changes": 0.0, "new_variants": 0.0, "attrition": 0.0, "push": 0.0,
    "squeeze": 0.0, "overtime_most": 0.0, "wip": 0.0, "stock": 0.0, "stock_unordered": 0.0,
}  # fmt: skip
# Orders for years: whatever can be made is made.
FLOODED = PERFECT | {"demand": 5_000.0, "orders": 50_000.0}
NO_SET_UPS = {f"setup_{at}": 0.0 for at in range(1, 6)}


def year(
    controls: dict[str, Any] | None = None, weeks: int = 52, replications: int = 1, **moved: float
) -> Any:
    settled = PARAMETERS | moved
    return FACTORY.run(controls or {}, settled, FACTORY.noise(1, replications, weeks, settled), SIGNALS)


def weekly(signal: str, controls: dict[str, Any] | None = None, weeks: int = 52, **moved: float) -> Any:
    return year(controls, weeks, **moved).signals[signal][0, 0]


def within_errors(found: np.ndarray, expected: float) -> None:
    """Three standard errors of the mean."""
    error = float(found.std() / np.sqrt(found.size))
    assert abs(float(found.mean()) - expected) < 3 * error


@pytest.mark.parametrize(("variants", "output"), [(4, 1_440), (8, 1_280), (12, 1_120), (16, 960)])
def test_set_ups_take_their_hours(variants: int, output: float) -> None:
    finished = weekly("finished", **FLOODED | {"variants": variants})
    np.testing.assert_allclose(finished, output, rtol=1e-12)


def test_a_plan_with_more_variants_forgets_their_set_ups_unless_somebody_says_so() -> None:
    moved = FLOODED | {
        "new_variants": 8, "launch_week": 4, "launch_weeks": 2, "learn_weeks": 200,
        "problem_hours": 0, "problem_defects": 0,
    }  # fmt: skip
    blind, told = (year(controls, **moved).signals for controls in ({}, {"setup_sheet": 1.0}))
    assert [round(float(blind["capacity"][0, 0, week])) for week in (3, 4, 5, 20)] == [1440, 1280, 1120, 1120]
    assert [round(float(blind["capacity_planned"][0, 0, week])) for week in (3, 5)] == [1440, 1438]
    np.testing.assert_allclose(told["capacity_planned"][0, 0], told["capacity"][0, 0], rtol=1e-12)
    assert blind["wip"][0, 0, 20] > 1_900 > 10 > told["wip"][0, 0, 20]
    at_the_table = year({"planning_hours": 100.0}, **moved | {"supervisors": 20}).signals
    np.testing.assert_allclose(at_the_table["capacity_planned"], told["capacity"], rtol=1e-12)


@pytest.mark.parametrize(
    ("yields", "through"), [((0.95,) * 5, 0.7738), ((0.98, 0.95, 0.99, 0.97, 0.96), 0.8583)]
)
def test_first_pass_yield_rolls(yields: tuple[float, ...], through: float) -> None:
    moved = {f"yield_{at}": good for at, good in enumerate(yields, 1)}
    assert round(float(weekly("first_pass", **PERFECT | moved)[0]), 4) == through


def test_the_reference_line_starts_with_the_rolled_yield_of_its_stations() -> None:
    assert round(float(weekly("first_pass")[0]), 4) == 0.8583


def test_availability_is_mtbf_over_mtbf_and_mttr() -> None:
    stopped = weekly("stop_hours", **PERFECT | NO_SET_UPS | {"mtbf": 38.0, "mttr": 2.0})
    np.testing.assert_allclose(stopped, 80 * (1 - 38 / (38 + 2)), rtol=1e-12)


@pytest.mark.parametrize(
    ("mtbf", "speed", "good", "expected"), [(90.0, 0.95, 0.999, 0.854145), (90.0, 0.9, 0.9, 0.729)]
)
def test_oee_is_availability_times_performance_times_quality(
    mtbf: float, speed: float, good: float, expected: float
) -> None:
    moved = PERFECT | NO_SET_UPS | {"mtbf": mtbf, "mttr": 10.0, "yield_2": good, "speed_harm": 0.0}
    signals = year({"speed": speed}, **moved).signals
    assert float(signals["oee"][0, 0, 0]) == pytest.approx(expected, abs=1e-9)
    assert float(signals["oee_reported"][0, 0, 0]) == pytest.approx(expected, abs=1e-9)


def test_more_time_for_improvement_is_worse_before_it_is_better() -> None:
    step = np.zeros(52)
    step[5:] = 0.1
    finished = weekly("finished", {"improvement": step}, **FLOODED | NO_SET_UPS)
    relative = finished[5:] / finished[4]
    since = np.arange(len(relative))
    np.testing.assert_allclose(relative, 0.875 * (1.5 - 0.5 * np.exp(-since / 52)), rtol=1e-9)
    assert round(float(relative[0]) - 1, 3) == -0.125
    assert int(np.argmax(relative >= 1)) == 18


def test_steady_output_goes_with_time_to_improve_times_time_to_run() -> None:
    moved = FLOODED | NO_SET_UPS | {"capability_weeks": 10.0, "supervisors": 20}
    shares = np.array([0.2, 0.3, 0.5])
    more = (shares - 0.2)[:, None, None]
    steady = year({"improvement": more}, weeks=200, **moved).signals["finished"][:, 0, -1]
    np.testing.assert_allclose(steady / steady[0], np.array([0.16, 0.21, 0.25]) / 0.16, rtol=1e-6)


# One station that counts, units moved singly, everything as irregular as chance: M/M/1.
SINGLE = PERFECT | NO_SET_UPS | {
    "variability": 1.0, "lot": 1.0, "lot_cv2": 1.0, "release_cv2": 1.0, "promise": 12.0,
    **{f"cycle_{at}": 0.005 for at in (1, 3, 4, 5)},
}  # fmt: skip


@pytest.mark.parametrize(("utilisation", "expected"), [(0.5, 1.0), (0.8, 4.0), (0.9, 9.0), (0.95, 19.0)])
def test_the_queue_is_that_of_m_m_1(utilisation: float, expected: float) -> None:
    demand = 1_600 * utilisation
    queue = weekly("queue", **SINGLE | {"demand": demand, "orders": demand, "cycle_2": 0.05})
    assert float(queue[-1]) == pytest.approx(expected, rel=1e-6)


def test_kingmans_wait_at_nine_tenths_is_nine_service_times() -> None:
    signals = year(**SINGLE | {"demand": 1_440.0, "orders": 1_440.0, "cycle_2": 0.05}).signals
    hours_there = 80 * signals["queue"][0, 0, -1] / signals["finished"][0, 0, -1]
    assert float(hours_there / 0.05 - 1) == pytest.approx(9, rel=1e-6)


@pytest.mark.parametrize(("set_ups", "demand"), [(4.0, 1_150.0), (12.0, 950.0)])
def test_the_queue_is_that_of_lots_simulated_one_by_one(set_ups: float, demand: float) -> None:
    """Lots of 40 at station 2, stoppages and set-ups in them, against Lindley's recursion: within 5 %."""
    moved = SINGLE | {
        "lot": 40.0, "lot_cv2": 0.25, "mtbf": 38.0, "mttr": 2.0, "setup_2": 2.0, "cycle_2": 0.05,
        "variants": set_ups, "demand": demand, "orders": demand, "run_weeks": 1.0,
    }  # fmt: skip
    found = float(weekly("queue", **moved)[-1]) / 40
    draw, lots, batches = np.random.default_rng(8), 800_000, 40
    gap, per_lot = 80 / (demand / 40), set_ups / (demand / 40)
    runs = draw.gamma(4, 2.0 / 4, lots)
    stops = draw.poisson(runs / 38)
    service = (
        runs + draw.gamma(np.maximum(stops, 1e-12), 2.0) * (stops > 0) + 2.0 * draw.poisson(per_lot, lots)
    )
    ahead = np.concatenate([[0.0], np.cumsum(service[:-1] - draw.exponential(gap, lots - 1))])
    sojourn = ahead - np.minimum.accumulate(ahead) + service
    waiting = (sojourn / gap).reshape(batches, -1).mean(axis=1)
    assert found == pytest.approx(float(waiting[1:].mean()), rel=0.05)


def test_planners_see_one_problem_in_five_and_supervisors_two_thirds_of_the_rest() -> None:
    moved = {"trust": 1.0, "follow_up": 5.0, "supervisors": 20.0}
    signals = year({"planning_hours": 100.0}, **moved).signals
    problems = signals["problems"][0, 0]
    np.testing.assert_allclose(signals["found_upstairs"][0, 0], 0.2 * problems)
    np.testing.assert_allclose(signals["warnings"][0, 0], 0.8 * 0.65 * problems)
    np.testing.assert_allclose(signals["problems_hit"][0, 0, 4:], 0.8 * 0.35 * problems[:-4])
    np.testing.assert_allclose(signals["trust"][0, 0], 1.0)


def test_warnings_that_nobody_closes_dry_up() -> None:
    asked = {"planning_hours": 100.0}
    moved = {"supervisors": 20.0, "new_variants": 0.0}
    heard, ignored = (year(asked, **moved | {"follow_up": able}) for able in (5.0, 0.0))
    assert float(heard.signals["trust"][0, 0, -1]) > 0.9
    assert float(ignored.signals["trust"][0, 0, -1]) < 0.25
    assert float(ignored.outcomes["problems_hit"][0, 0]) == pytest.approx(
        float(year(**moved | {"planning_hours": 0.0, "follow_up": 0.0}).outcomes["problems_hit"][0, 0])
    )


def test_the_year_in_which_nothing_is_done() -> None:
    years = year()
    outcomes = {name: float(array[0, 0]) for name, array in years.outcomes.items()}
    assert round(outcomes["on_time"], 3) == 0.684
    assert round(outcomes["lost_orders"]) == 4_157
    assert round(outcomes["problems_hit"], 1) == 14.9
    assert round(outcomes["leavers"], 1) == 20.1
    assert round(outcomes["capability_end"], 3) == 0.826
    assert round(outcomes["loss"] / 1e6, 2) == 5.53


def test_utilisation_meets_its_target_where_the_factory_does_worst() -> None:
    signals = {name: array[0, 0] for name, array in year().signals.items()}
    assert signals["utilisation"][20:].min() > 0.95 > signals["utilisation"][4:10].max()
    assert signals["on_time"][20:].max() < 0.75 < 0.95 < signals["on_time"][4:8].min()
    # Set-ups count as planned time upstairs: the more of them, the better the report against the truth.
    assert signals["oee"][20] / signals["oee_reported"][20] < 0.7
    # Stock that nobody ordered, while everything ordered is late.
    assert signals["stock_unordered"][30] > 700
    assert signals["order_book"][30] > 1_700


def test_problems_are_poisson_at_their_rate_and_found_by_their_shares() -> None:
    moved = {"noise": 1.0, "new_variants": 0.0, "trust": 1.0, "trust_warnings": 50.0, "follow_up": 5.0}
    signals = year({"planning_hours": 100.0}, 52, 300, **moved).signals
    problems = signals["problems"].ravel()
    within_errors(problems, 2 * 0.2)
    within_errors((problems - problems.mean()) ** 2, 2 * 0.2)
    within_errors(signals["found_upstairs"].ravel(), 0.4 * 0.2)
    within_errors(signals["warnings"].ravel(), 0.4 * 0.8 * 0.65)
    within_errors(signals["unseen"][..., 10:].mean(axis=-1).ravel(), 4 * 0.4 * 0.8 * 0.35)


def test_luck_has_mean_one() -> None:
    noise = FACTORY.noise(5, 1_000, 52, PARAMETERS | {"noise": 1.0})
    for name, factors in noise.items():
        if not name.startswith("problem"):
            within_errors(factors, 1.0)


def test_the_middle_of_possible_years_lies_near_the_year_without_luck() -> None:
    lost = year(replications=400, noise=1.0).outcomes["loss"]
    assert abs(float(np.median(lost)) - 5.53e6) < 0.03 * 5.53e6
