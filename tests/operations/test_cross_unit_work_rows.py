"""Work across units gives the reference rows to the digit, and the year turns where the case says it does."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from lineofsight.operations import model

FIRM = model("cross_unit_work")
DEFAULTS = {parameter.id: parameter.default for parameter in FIRM.parameters}
SIGNALS = [signal.id for signal in FIRM.signals]


def year(controls: dict[str, Any] | None = None, weeks: int = 52, **parameters: float) -> Any:
    """The year without luck."""
    p = DEFAULTS | {"noise": 0.0} | parameters
    return FIRM.run(controls or {}, p, FIRM.noise(1, 1, weeks, p), SIGNALS)


def years(controls: dict[str, Any] | None = None, **parameters: float) -> Any:
    """Possible years, the same for all controls."""
    p = DEFAULTS | parameters
    return FIRM.run(controls or {}, p, FIRM.noise(3, 100, 52, p), SIGNALS)


def mean(found: Any, outcome: str) -> float:
    return float(found.outcomes[outcome].mean())


@pytest.mark.parametrize(("busy", "hours"), [(0.7, 10), (0.85, 20), (0.95, 60)])
def test_three_units_and_an_hour_in_each_take_as_long_as_they_are_busy(busy: float, hours: float) -> None:
    signals = year(busy_1=busy, busy_2=busy, busy_3=busy).signals
    np.testing.assert_allclose(signals["crossing_hours"], hours, rtol=1e-9)
    np.testing.assert_allclose(signals["flow_efficiency"], 3 / hours, rtol=1e-9)


def test_the_year_begins_at_a_flow_efficiency_of_five_percent() -> None:
    assert float(year().signals["flow_efficiency"][0, 0, 0]) == pytest.approx(0.05)


def test_units_that_differ_add_up() -> None:
    signals = year(busy_1=0.7, busy_2=0.85, busy_3=0.95, touch=1.5).signals
    assert float(signals["crossing_hours"][0, 0, -1]) == pytest.approx(1.5 * (10 / 3 + 20 / 3 + 20))


@pytest.mark.parametrize(("busy", "hours"), [(0.7, 10), (0.85, 20), (0.95, 60)])
def test_issues_that_nobody_sends_back_are_open_for_as_long_and_obey_littles_law(
    busy: float, hours: float
) -> None:
    found = year(
        busy_1=busy, busy_2=busy, busy_3=busy, sent_back=0.0, sent_back_more=0.0, give_up=0.0
    )  # fmt: skip
    assert mean(found, "open_hours") == pytest.approx(hours)
    little = 40 * found.signals["open"] / found.signals["closed"]
    np.testing.assert_allclose(little, hours, rtol=1e-9)


def test_one_queue_after_the_other_in_a_simulation_takes_as_long() -> None:
    # 400 lines of three units, exponential arrivals and work, 70 % busy: 10 hours, within three standard
    # errors over the lines.
    draw = np.random.default_rng(5)
    lines, issues, warm = 400, 1_500, 300
    arrive = np.cumsum(draw.exponential(1 / 0.7, (issues, lines)), axis=0)
    leave = arrive
    for _ in range(3):
        work = draw.exponential(1.0, (issues, lines))
        free, ready = np.zeros(lines), leave
        leave = np.empty_like(ready)
        for at in range(issues):
            free = np.maximum(free, ready[at]) + work[at]
            leave[at] = free
    hours = (leave - arrive)[warm:].mean(axis=0)
    error = float(hours.std(ddof=1) / np.sqrt(lines))
    ours = float(year(busy_1=0.7, busy_2=0.7, busy_3=0.7).signals["crossing_hours"][0, 0, 0])
    assert abs(float(hours.mean()) - ours) < 3 * error


@pytest.mark.parametrize(
    ("switches", "loss", "left"), [(1, 0.05, 0.95), (3, 0.05, 0.85), (5, 0.10, 0.50), (10, 0.2, 0.2)]
)
def test_switching_leaves_fewer_hours(switches: float, loss: float, left: float) -> None:
    signals = year(switches=switches, switch_loss=loss).signals
    np.testing.assert_allclose(signals["hours_left"], left, rtol=1e-12)


def test_twice_as_many_switches_overload_every_unit_and_no_scorecard_shows_it() -> None:
    signals = year({"switches": 2}).signals
    assert float(signals["hours_left"][0, 0, 0]) == pytest.approx(0.85)
    assert float(signals["busy_1"].max()) > 1
    assert float(signals["crossing_hours"].max()) > 180
    assert float(signals["open"].max()) > 2.5 * float(year().signals["open"].max())
    assert float(signals["own_late"].max()) == 0
    assert float(signals["green"].min()) == 3


def test_four_tasks_one_after_the_other_are_finished_sooner() -> None:
    assert float(year().signals["task_days"][0, 0, 0]) == 20
    assert float(year({"one_at_a_time": 1}).signals["task_days"][0, 0, 0]) == 12.5


@pytest.mark.parametrize("crowding", [0.0, 0.25, 0.5, 0.75])
@pytest.mark.parametrize("bonus", [0.1, 0.5])
def test_a_bonus_on_own_work_draws_effort_from_helping(bonus: float, crowding: float) -> None:
    signals = year(bonus=bonus, substitution=crowding, joint_share=0.0).signals
    alone = 1 - crowding**2
    np.testing.assert_allclose(signals["effort_own"], 1 + bonus / alone, rtol=1e-12)
    np.testing.assert_allclose(signals["effort_help"], 1 - crowding * bonus / alone, rtol=1e-12)


@pytest.mark.parametrize(("crowding", "best"), [(0.0, 0.5000), (0.25, 0.3871), (0.5, 0.2857), (0.75, 0.1739)])
def test_the_best_bonus_is_weaker_the_more_it_crowds_out_help(crowding: float, best: float) -> None:
    tried = np.linspace(0, 1, 20_001)
    p = DEFAULTS | {"noise": 0.0, "bonus": 1.0, "joint_share": 0.0, "substitution": crowding}
    plans = {"bonus": tried[:, None, None]}
    loss = FIRM.run(plans, p, FIRM.noise(1, 1, 1, p), ["bonus_loss"]).signals["bonus_loss"][:, 0, 0]
    assert round(float(tried[loss.argmin()]), 4) == best
    assert loss.min() > 0


def test_with_one_task_the_best_bonus_falls_with_risk_and_luck() -> None:
    tried = np.linspace(0, 1, 20_001)
    p = DEFAULTS | {"noise": 0.0, "bonus": 1.0, "joint_share": 0.0, "substitution": 0.0}
    p |= {"worth_help": 0.0, "risk": 1.5, "measure_noise": 2.0}
    plans = {"bonus": tried[:, None, None]}
    loss = FIRM.run(plans, p, FIRM.noise(1, 1, 1, p), ["bonus_loss"]).signals["bonus_loss"][:, 0, 0]
    assert round(float(tried[loss.argmin()]), 4) == 0.25


@pytest.mark.parametrize("people", [1, 6, 60])
def test_of_a_joint_bonus_one_feels_ones_part(people: int) -> None:
    signals = year({"joint_weight": 1}, bonus=0.4, substitution=0.0, bonus_people=people).signals
    np.testing.assert_allclose(signals["effort_own"], 1 + 0.4 / people, rtol=1e-12)
    np.testing.assert_allclose(signals["effort_help"], 1 + 0.4 / people, rtol=1e-12)


def test_without_luck_and_with_nothing_done_every_week_is_like_the_last() -> None:
    found = year()
    for name, weeks in found.signals.items():
        if name != "margin_lost":  # counted against customers whom nobody lets down
            np.testing.assert_allclose(weeks, weeks[..., :1].repeat(52, axis=-1), rtol=1e-9, err_msg=name)
    assert float(found.signals["green"].min()) == 3
    assert float(found.signals["dashboard"][0, 0, 0]) == pytest.approx(1.08)
    assert float(found.signals["busy_2"][0, 0, 0]) == pytest.approx(0.95)
    assert float(found.signals["named_two"][0, 0, 0]) < 1 / 3
    assert float(found.signals["felt_clear"][0, 0, 0]) == pytest.approx(0.84)


def test_luck_has_mean_one_and_each_unit_its_own() -> None:
    noise = FIRM.noise(5, 1000, 52, DEFAULTS)
    for name, factors in noise.items():
        error = float(factors.std() / np.sqrt(factors.size))
        assert abs(float(factors.mean()) - 1) < 3 * error, name
    units = np.corrcoef([noise[f"own_{unit}"].ravel() for unit in (1, 2, 3)])
    assert np.abs(units[np.triu_indices(3, 1)]).max() < 0.02


def test_the_middle_of_possible_years_lies_near_the_year_without_luck() -> None:
    still, found = year(), years()
    for outcome, part in (("customers_end", 0.01), ("dashboard", 0.01), ("open_hours", 0.10), ("loss", 0.02)):
        middle = float(np.median(found.outcomes[outcome]))
        assert abs(middle / mean(still, outcome) - 1) < part, outcome


def test_scorecards_are_green_and_issues_wait_in_the_possible_years_too() -> None:
    found = years()
    assert float(found.signals["green"].mean()) > 2.95
    assert mean(found, "dashboard") > 1.05
    assert mean(found, "open_hours") > 60
    assert mean(found, "in_time") < 0.8


def test_all_of_the_bonus_on_joint_results_trades_one_trouble_for_another() -> None:
    nothing, half, all_of_it = years(), years({"joint_weight": 0.5}), years({"joint_weight": 1})
    seen = {"bonus_group": 0.1, "peer_view": 0.8}
    small = years({"joint_weight": 1, **seen})
    assert mean(half, "open_hours") < 0.9 * mean(nothing, "open_hours")
    assert mean(all_of_it, "open_hours") > mean(half, "open_hours")
    assert mean(all_of_it, "leavers") > mean(nothing, "leavers")
    assert mean(small, "open_hours") < 0.7 * mean(half, "open_hours")
    assert mean(small, "leavers") < mean(half, "leavers")
    assert abs(mean(years(seen), "open_hours") / mean(nothing, "open_hours") - 1) < 0.05


def test_a_joint_bonus_on_top_of_a_strong_one_of_ones_own_makes_nothing_better() -> None:
    nothing, on_top = years(), years({"joint_bonus": 0.3})
    assert mean(on_top, "open_hours") > mean(nothing, "open_hours")
    assert mean(on_top, "loss") > mean(nothing, "loss")


def test_celebrating_what_nobody_believes_costs_trust_and_with_results_wins_it() -> None:
    mended = {"owners": 0.8, "switches": 0.4}
    trust = [
        mean(years(one), "trust_end")
        for one in ({}, {"celebrate": 1}, mended, {**mended, "celebrate": 1})
    ]  # fmt: skip
    assert trust[1] < trust[0] - 0.1
    assert trust[3] > trust[2] + 0.1


def test_the_dashboard_falls_while_things_get_better() -> None:
    nothing, better = years(), years({"recall": 0.4, "filler": 0.4, "duplicates": 0.6})
    assert mean(better, "dashboard") < mean(nothing, "dashboard") - 0.05
    assert mean(better, "open_hours") < 0.6 * mean(nothing, "open_hours")
    assert mean(better, "customers_end") > mean(nothing, "customers_end")


def test_telling_it_again_makes_people_feel_clear_and_little_else() -> None:
    nothing, told = years(), years({"announcements": 1})
    gain = {name: float((told.signals[name] - nothing.signals[name]).mean()) for name in SIGNALS}
    assert gain["felt_clear"] > 0.05
    assert 0 < gain["named_two"] < 0.03
    assert mean(told, "open_hours") > 0.95 * mean(nothing, "open_hours")


def test_when_people_speak_up_more_is_open_and_less_is_hidden() -> None:
    nothing, spoken = years(), years({"voice": 0.2})
    assert (spoken.signals["hidden"] < nothing.signals["hidden"]).all()
    assert (spoken.signals["open"][..., :8] > nothing.signals["open"][..., :8]).all()
