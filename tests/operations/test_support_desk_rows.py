"""Without luck the support desk gives its two reference years, and what follows from them, to the digit."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from lineofsight.operations import model

DESK = model("support_desk")
PARAMETERS = {parameter.id: parameter.default for parameter in DESK.parameters} | {"noise": 0.0}
NOISE = DESK.noise(1, 1, 52, PARAMETERS)


def year(controls: dict[str, Any] | None = None, **parameters: float) -> Any:
    keep = ("backlog", "wait_days", "csat")
    return DESK.run(controls or {}, PARAMETERS | parameters, NOISE, keep)


def joint_plan() -> Any:
    """Six a week in weeks 0 to 9, two a week in weeks 10 to 15; after that one every three weeks."""
    hires, spending = np.zeros(52), np.zeros(52)
    for week, ordered in enumerate([6] * 10 + [2] * 6):
        hires[week + 8] += ordered
        spending[week] += 6_000 * ordered
    quiet = {"rule_most": 0, "rule_trigger": 3, "rule_every": 3, "rule_from": 16}
    return year({"hires": hires, "spending": spending}, **quiet)


def rounded(years: Any, *names: str) -> dict[str, float]:
    return {name: round(float(years.outcomes[name][0, 0]), 1) for name in names}


def test_reactive_year() -> None:
    years = year()
    backlog, csat = years.signals["backlog"][0, 0], years.signals["csat"][0, 0]
    assert round(float(backlog.max())) == 13_626
    assert int(backlog.argmax()) == 23
    assert round(float(csat.min()), 3) == 0.550
    assert rounded(years, "peak_wait", "weeks_waiting", "staff_end") == {
        "peak_wait": 33.5, "weeks_waiting": 17, "staff_end": 128.8,
    }  # fmt: skip
    assert round(float(years.outcomes["excess_churn"][0, 0])) == 43_738
    assert round(float(years.outcomes["users_end"][0, 0])) == 156_448
    assert round(float(years.outcomes["cost"][0, 0]) / 1e6, 2) == 5.81


def test_joint_plan_year() -> None:
    years = joint_plan()
    backlog = years.signals["backlog"][0, 0]
    assert round(float(backlog.max())) == 518
    assert int(backlog.argmax()) == 14
    assert round(float(years.outcomes["peak_wait"][0, 0]), 2) == 0.76
    assert round(float(years.signals["csat"].min()), 3) == 0.856
    assert rounded(years, "weeks_waiting", "excess_churn", "staff_end") == {
        "weeks_waiting": 0, "excess_churn": 0, "staff_end": 90.2,
    }  # fmt: skip
    assert round(float(years.outcomes["users_end"][0, 0])) == 193_971
    assert round(float(years.outcomes["cost"][0, 0]) / 1e6, 2) == 5.06


@pytest.mark.parametrize(
    ("rule", "staff", "cost", "users"),
    [
        ({"rule_backlog": 0}, 90.7, 4.45, 152.7),
        ({"rule_rookie": 1, "rule_ahead": 1}, 107.9, 5.10, 156.2),
        ({"rule_backlog": 0, "rule_rookie": 1, "rule_ahead": 1}, 68.7, 3.64, 146.7),
    ],
)
def test_no_reactive_rule_mends_the_lead_time(
    rule: dict[str, float], staff: float, cost: float, users: float
) -> None:
    outcomes = year(**rule).outcomes
    assert round(float(outcomes["staff_end"][0, 0]), 1) == staff
    assert round(float(outcomes["cost"][0, 0]) / 1e6, 2) == cost
    assert round(float(outcomes["users_end"][0, 0]) / 1e3, 1) == users
    assert round(float(outcomes["peak_wait"][0, 0]), 1) == 33.5


def test_a_tripled_order_limit_comes_too_late_for_the_peak() -> None:
    assert round(float(year({"order_limit": 3}).outcomes["peak_wait"][0, 0]), 1) == 33.5


def test_luck_has_mean_one() -> None:
    noise = DESK.noise(5, 1000, 52, PARAMETERS | {"noise": 1.0})
    for name, factors in noise.items():
        error = float(factors.std() / np.sqrt(factors.size))
        assert abs(float(factors.mean()) - 1) < 3 * error, name


def test_the_middle_of_possible_years_lies_near_the_year_without_luck() -> None:
    noise = DESK.noise(5, 400, 52, PARAMETERS | {"noise": 1.0})
    users = DESK.run({}, PARAMETERS, noise).outcomes["users_end"]
    assert abs(float(np.median(users)) - 156_448) < 0.03 * 156_448
