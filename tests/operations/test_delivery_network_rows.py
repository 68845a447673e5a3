"""The delivery network gives the known figures of its parts: dock, cut-off, route, cascade, on time and in full.

The network is held still for each (customers, roads and season as usual, not redrawn), so that a part is
what its closed form says. Simulated figures lie within three standard errors, taken from the spread of
the replications, which are independent.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import erf, exp, factorial, log, pi, sqrt
from typing import Any

import numpy as np
import pytest
import simpy

from lineofsight.operations import model
from lineofsight.operations.delivery_network.routes import stops_that_fit

NETWORK = model("delivery_network")
DEFAULTS = {parameter.id: float(parameter.default) for parameter in NETWORK.parameters}
STILL = {
    "noise_volume": 0, "noise_traffic": 0, "churn_base": 0, "churn_otif": 0, "joining": 0, "buffering": 0,
    "peak_weeks": 0, "go_live": 51, "drivers": 400, "stranger_delay": 0,
}  # fmt: skip
WEEKS = 40
DAYS = 6


def run(
    *keep: str, replications: int = 40, weeks: int = WEEKS, controls: Any = None, **moved: float
) -> dict[str, np.ndarray]:
    parameters = DEFAULTS | moved
    noise = NETWORK.noise(11, replications, weeks, parameters)
    return {
        id: array[0] for id, array in NETWORK.run(controls or {}, parameters, noise, keep).signals.items()
    }


def agrees(found: np.ndarray, expected: float, rounding: float = 0.0) -> None:
    """The mean of the replications (axis 0) is within three standard errors of what is expected."""
    means = found.mean(axis=-1)
    error = float(means.std(ddof=1)) / sqrt(len(means))
    assert abs(float(means.mean()) - expected) <= 3 * error + rounding, (means.mean(), error, expected)


# ---- routes


def test_stops_that_fit_into_a_shift() -> None:
    assert stops_that_fit(540, 90, 45, 14 + 8) == 18
    assert stops_that_fit(540, 90, 45, 14 + 10) == 16
    np.testing.assert_array_equal(stops_that_fit(540, [90, 90, 300], 45, [22, 24, 22]), [18, 16, 8])


def test_a_route_of_the_network_is_planned_by_that_formula() -> None:
    plan = {"stem_before": 90, "drive": 14, "slack_before": 0, "stops_most": 24}
    assert run("stops", service=8, weeks=2, replications=1, **STILL | plan)["stops"].tolist() == [[18, 18]]
    assert run("stops", service=10, weeks=2, replications=1, **STILL | plan)["stops"].tolist() == [[16, 16]]


def test_the_redraw_keeps_eight_stops_by_taking_a_third_of_the_slack() -> None:
    seen = run("stops", "slack", replications=1, weeks=30, controls={"phase_weeks": 10})
    np.testing.assert_array_equal(seen["stops"], 8)
    np.testing.assert_allclose(seen["slack"][0, :8], 15)
    np.testing.assert_allclose(np.diff(seen["slack"][0, 7:18]), -0.5)
    np.testing.assert_allclose(seen["slack"][0, 17:], 10)


# ---- the cascade of delay


def late_beyond(minutes: float, stop: int, slack: float, mean: float = 10.0) -> float:
    """P(D_stop > minutes): the delays' sums cross a line (Poisson first passage, closed form)."""
    x, s = minutes / mean, slack / mean
    terms = (
        (x + s) * (x + j * s) ** (j - 2) * exp(-(x + j * s)) / factorial(j - 1) for j in range(1, stop + 1)
    )
    return sum(terms)


def mean_delay(stop: int, slack: float, mean: float = 10.0) -> float:
    """E[D_stop] by Spitzer's identity: the sum over j of E[(S_j - j slack)+] / j, S_j Erlang."""
    total = 0.0
    for j in range(1, stop + 1):
        y = j * slack / mean
        poisson = [exp(-y) * y**i / factorial(i) for i in range(j + 1)]
        total += (j * sum(poisson) - y * sum(poisson[:j])) / j
    return mean * total


CASCADE = [
    (8, 0.899, 0.418, 25.1),
    (10, 0.918, 0.589, 16.9),
    (12, 0.933, 0.722, 11.2),
    (15, 0.950, 0.849, 6.1),
    (20, 0.970, 0.939, 2.5),
]


@pytest.mark.parametrize(("slack", "first", "last", "minutes"), CASCADE)
def test_delay_goes_down_the_route(slack: float, first: float, last: float, minutes: float) -> None:
    # The figures themselves come from a simulation: probabilities within .005, minutes to the digit.
    assert 1 - late_beyond(15, 1, slack) == pytest.approx(first, abs=0.005)
    assert 1 - late_beyond(15, 8, slack) == pytest.approx(last, abs=0.005)
    assert mean_delay(8, slack) == pytest.approx(minutes, abs=0.1)
    shift = 8 * (35 + slack) + DEFAULTS["stem_before"] + DEFAULTS["breaks"]
    moved = STILL | {"slack_before": slack, "shift": shift}
    seen = run("stops", "first_stop", "last_stop", "delay_last", **moved)
    assert set(seen["stops"].flat) == {8}
    agrees(seen["first_stop"], 1 - late_beyond(15, 1, slack))
    agrees(seen["last_stop"], 1 - late_beyond(15, 8, slack))
    agrees(seen["delay_last"], mean_delay(8, slack))


# ---- the cut-off


@pytest.mark.parametrize(
    ("mean", "missing", "late"), [(5_000, 0.0228, 3.4), (5_500, 0.2266, 52.5), (6_000, 0.6915, 279.1)]
)
def test_orders_miss_the_cut_off(mean: float, missing: float, late: float) -> None:
    z = (5_800 - mean) / 400
    beyond = 1 - 0.5 * (1 + erf(z / sqrt(2)))
    units = 400 * (exp(-z * z / 2) / sqrt(2 * pi) - z * beyond)
    assert round(beyond, 4) == missing
    assert round(units, 1) == late
    seen = run("missed_days", "missed", replications=80, **STILL | {"units_before": mean})
    agrees(seen["missed_days"], beyond)
    agrees(seen["missed"] / DAYS, units)


# ---- on time and in full


def test_on_time_and_in_full_multiply() -> None:
    """.98 on time (one stop with 40 minutes of slack) and .985 in full make .9653."""
    one_stop = {"shift": 360, "stem_before": 240, "delay_mean": 55 / log(50), "units_sd": 0, "crossdock": 0}
    seen = run("stops", "on_time", "in_full", "otif", replications=80, **STILL | one_stop)
    assert set(seen["stops"].flat) == {1}
    np.testing.assert_allclose(seen["in_full"], 0.985, rtol=1e-12)
    np.testing.assert_allclose(seen["otif"], seen["on_time"] * seen["in_full"], rtol=1e-12)
    agrees(seen["on_time"], 0.98)
    agrees(seen["otif"], 0.9653, rounding=5e-4)


def test_in_full_is_three_independent_shares() -> None:
    parts = ("picked_right", "off_the_truck", "on_the_van")
    seen = run(*parts, "in_full", "on_time", "otif", replications=5)
    product = seen["picked_right"] * seen["off_the_truck"] * seen["on_the_van"]
    np.testing.assert_allclose(seen["in_full"], product, rtol=1e-12)
    np.testing.assert_allclose(seen["otif"], product * seen["on_time"], rtol=1e-12)


# ---- the dock


@pytest.mark.parametrize(
    ("rate", "waiting", "minutes", "long"),
    [
        (3.0, 0.2412, 6.2, None),
        (4.0, 0.5094, 22.9, 0.035),
        (4.5, 0.6774, 48.8, 0.128),
        (5.0, 0.8650, 155.7, 0.444),
    ],
)
def test_around_the_clock_the_dock_is_an_m_m_c_queue(
    rate: float, waiting: float, minutes: float, long: float | None
) -> None:
    clock = {"trucks_before": rate, "dock_hours": 24, "trucks_most": 120}
    seen = run("dock_waiting", "dock_wait", "dock_long", **STILL | clock)
    # The first eight weeks, which begin with an empty yard, are left out.
    agrees(seen["dock_waiting"][:, 8:], waiting, rounding=5e-5)
    agrees(seen["dock_wait"][:, 8:], minutes, rounding=0.05)
    if long is not None:
        agrees(seen["dock_long"][:, 8:], long, rounding=5e-4)


class Yard:
    """The dock once more, as a SimPy process: doors are a resource, trucks ask for one and wait."""

    def __init__(self, doors: int, hours: float) -> None:
        self.world = simpy.Environment()
        self.doors = simpy.Resource(self.world, capacity=doors)
        self.hours = hours
        self.waits: list[list[float]] = []
        self.stays: list[list[float]] = []

    def truck(self, takes: float, waits: list[float], stays: list[float]) -> Iterator[Any]:
        came = self.world.now
        with self.doors.request() as door:
            yield door
            waits.append(self.world.now - came)
            yield self.world.timeout(takes)
        stays.append(self.world.now - came)

    def days(self, gaps: np.ndarray, unloads: np.ndarray) -> Iterator[Any]:
        for gap_of, unload_of in zip(gaps.tolist(), unloads.tolist(), strict=True):
            self.waits.append([])
            self.stays.append([])
            for gap, takes in zip(gap_of, unload_of, strict=True):
                yield self.world.timeout(gap)
                self.world.process(self.truck(takes, self.waits[-1], self.stays[-1]))
            yield self.world.timeout(60 * (24 - self.hours))

    def run(self, gaps: np.ndarray, unloads: np.ndarray) -> Yard:
        self.world.process(self.days(gaps, unloads))
        self.world.run()
        return self


@pytest.mark.parametrize(
    ("moved", "even"),
    [({}, 0.0), ({"unload_minutes": 100}, 0.0), ({"doors": 2, "dock_hours": 14}, 0.6), ({"doors": 1}, 0.0)],
)
def test_simpy_with_the_same_trucks_has_the_same_waits(moved: dict[str, float], even: float) -> None:
    """Also where the yard is not empty in the morning, for days on end (100 minutes; one door)."""
    weeks, names = 3, ("trucks", "dock_wait", "dock_waiting", "dock_long", "detention")
    p = DEFAULTS | STILL | {"trucks_before": 4.5} | moved
    noise = NETWORK.noise(4, 2, weeks, p)
    seen = NETWORK.run({"appointments": even}, p, noise, names).signals
    hours, trucks = p["dock_hours"], int(seen["trucks"][0, 0, 0]) // DAYS
    for one in range(2):
        gaps = 60 * hours / trucks * (even + (1 - even) * noise["gaps"][one, :, :trucks].astype(float))
        unloads = p["unload_minutes"] * noise["unloads"][one, :, :trucks].astype(float)
        yard = Yard(int(p["doors"]), hours).run(gaps, unloads)
        waits = np.array(yard.waits).reshape(weeks, -1)
        beyond = np.maximum(0, np.array(yard.stays).reshape(weeks, -1) - 120).sum(axis=1) / 60
        np.testing.assert_allclose(seen["dock_wait"][0, one], waits.mean(axis=1), rtol=1e-9)
        np.testing.assert_allclose(seen["dock_waiting"][0, one], (waits > 1e-9).mean(axis=1), rtol=1e-9)
        np.testing.assert_allclose(seen["dock_long"][0, one], (waits > 120).mean(axis=1), rtol=1e-9)
        np.testing.assert_allclose(seen["detention"][0, one], beyond, rtol=1e-9, atol=1e-9)


def test_simpy_with_trucks_of_its_own_has_the_same_waits_on_average() -> None:
    """The redrawn dock of ten hours a day: 45 trucks, 4 doors, the yard empty in the morning."""
    draw, days, trucks = np.random.default_rng(8), 500, 45
    yard = Yard(4, 10).run(
        draw.exponential(600 / trucks, (days, trucks)), draw.exponential(45, (days, trucks))
    )
    own = np.array(
        [[np.mean(w), np.mean(np.array(w) > 1e-9), np.mean(np.array(w) > 120)] for w in yard.waits]
    )
    seen = run("trucks", "dock_wait", "dock_waiting", "dock_long", **STILL | {"trucks_before": 4.5})
    assert set(seen["trucks"].flat) == {DAYS * trucks}
    for at, name in enumerate(("dock_wait", "dock_waiting", "dock_long")):
        ours = seen[name].mean(axis=-1)
        error = sqrt(own[:, at].var(ddof=1) / days + ours.var(ddof=1) / len(ours))
        assert abs(own[:, at].mean() - ours.mean()) <= 3 * error, name


# ---- the turn of the tale


def test_on_averages_the_redrawn_network_works() -> None:
    years = run(
        "first_stop", "last_stop", "missed", "dock_wait", replications=1, weeks=52, noise=0, ready_start=1
    )
    after = slice(9, 40)
    for name in ("first_stop", "last_stop"):
        np.testing.assert_array_equal(years[name][:, after], 1)
    for name in ("missed", "dock_wait"):
        np.testing.assert_allclose(years[name][:, after], 0, atol=1e-9)


def test_on_time_at_the_first_stop_broken_at_the_last() -> None:
    """Doing nothing: the dashboard's two figures stay or get better, the last stop does not."""
    seen = run("first_stop", "last_stop", "cost_per_drop", "otif", weeks=52)
    before, after = ({name: float(array[:, weeks].mean()) for name, array in seen.items()}
                     for weeks in (slice(0, 8), slice(34, 40)))  # fmt: skip
    assert before["first_stop"] - after["first_stop"] < 0.05
    assert after["cost_per_drop"] < 0.87 * before["cost_per_drop"]
    assert before["last_stop"] > 0.83
    assert after["last_stop"] < 0.59
    assert before["otif"] - after["otif"] > 0.15


# ---- luck


def test_luck_has_its_means() -> None:
    noise = NETWORK.noise(5, 200, 52, DEFAULTS)
    for name, mean in (
        ("gaps", 1),
        ("unloads", 1),
        ("delays", 1),
        ("traffic", 1),
        ("volume", 1),
        ("units", 0),
    ):
        drawn = noise[name].astype(float)
        assert abs(float(drawn.mean()) - mean) < 3 * float(drawn.std()) / sqrt(drawn.size), name


def test_the_first_trucks_and_stops_do_not_depend_on_how_many_there_can_be() -> None:
    few, many = (
        NETWORK.noise(5, 3, 2, DEFAULTS | {"trucks_most": trucks, "stops_most": stops})
        for trucks, stops in ((20, 6), (90, 20))
    )
    for name, axis, size in (("gaps", 2, 20), ("unloads", 2, 20), ("delays", 2, 6)):
        np.testing.assert_array_equal(few[name], many[name].take(range(size), axis), name)
