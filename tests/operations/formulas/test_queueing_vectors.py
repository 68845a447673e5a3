"""Known results: published tables and worked examples, to the digits that they give."""

from __future__ import annotations

import pytest

from lineofsight.operations.formulas.queueing import (
    erlang_a,
    erlang_b,
    erlang_c,
    erlang_c_wait,
    halfin_whitt,
    priority_waits,
    service_level,
)

DAY = 24


def near(value: float, digits: int) -> object:
    """The value, give or take half of its last digit."""
    return pytest.approx(value, rel=0, abs=0.5 * 10**-digits * 1.0001)


@pytest.mark.parametrize(("load", "servers", "lost"), [(25, 30, 0.0526032), (10, 10, 0.2145823)])
def test_lost_calls(load: float, servers: int, lost: float) -> None:
    assert erlang_b(load, servers) == near(lost, 7)


def test_without_servers_every_call_is_lost() -> None:
    assert erlang_b(10, 0) == 1


@pytest.mark.parametrize(
    ("per_hour", "seconds", "agents", "within", "waiting", "answer", "level"),
    [
        (200, 180, 11, 20, near(0.6821182, 7), near(122.78, 2), near(0.3896138, 7)),
        (200, 180, 14, 20, near(0.1741319335950498, 15), near(7.836, 3), near(0.8883500191794669, 15)),
        (720, 240, 55, 15, near(0.2387009, 7), near(8.184, 3), near(0.8458831, 7)),
    ],
)
def test_a_call_centre(
    per_hour: float,
    seconds: float,
    agents: int,
    within: float,
    waiting: object,
    answer: object,
    level: object,
) -> None:
    rate = per_hour / 3600
    assert erlang_c(rate * seconds, agents) == waiting
    assert erlang_c_wait(rate, seconds, agents) == answer
    assert service_level(rate, seconds, agents, within) == level


def test_callers_who_lose_patience() -> None:
    # 100 calls in half an hour, three minutes each, a patience of five.
    found = erlang_a(100 / 30, 3, 5, 13)
    assert found.wait_probability == near(0.2257971, 7)
    assert found.abandonment == near(0.0249633, 7)
    assert found.mean_wait == near(0.1248165, 7)
    assert found.occupancy == near(0.7500282, 7)


def test_square_root_staffing() -> None:
    assert halfin_whitt(1) == near(0.2233613, 7)
    assert erlang_c(100, 110) == near(0.2370075, 7)


@pytest.mark.parametrize(("busy", "wait"), [(0.5, 1), (0.8, 4), (0.9, 9), (0.95, 19)])
def test_one_server(busy: float, wait: float) -> None:
    assert erlang_c(busy, 1) == pytest.approx(busy, rel=1e-12)
    assert erlang_c_wait(busy, 1, 1) == pytest.approx(wait, rel=1e-12)


def test_two_servers() -> None:
    assert erlang_c(1.6, 2) == pytest.approx(32 / 45, rel=1e-12)
    assert 1.6 * erlang_c_wait(1.6, 1, 2) == near(2.8444444, 7)


def test_who_is_served_first() -> None:
    first, second = priority_waits([0.3, 0.5], 1)
    assert (first, second) == (near(1.142857, 6), near(5.714286, 6))
    assert 0.3 * first + 0.5 * second == pytest.approx(3.2, rel=1e-12)
    assert erlang_c_wait(0.8, 1, 1) == pytest.approx(4.0, rel=1e-12)


@pytest.mark.parametrize(
    ("occupied", "waiting", "hours"),
    [(0.85, 0.2964, 6.3), (0.92, 0.5574, 22.3), (0.95, 0.7045, 45.1), (0.97, 0.8151, 86.9)],
)
def test_thirty_beds(occupied: float, waiting: float, hours: float) -> None:
    stay = 4 * DAY
    assert erlang_c(30 * occupied, 30) == near(waiting, 4)
    assert erlang_c_wait(30 * occupied / stay, stay, 30) == near(hours, 1)


@pytest.mark.parametrize(
    ("trucks", "waiting", "minutes", "over_two_hours"),
    [
        (3.0, 0.2412, 6.2, None),
        (4.0, 0.5094, 22.9, 0.035),
        (4.5, 0.6774, 48.8, 0.128),
        (5.0, 0.8650, 155.7, 0.444),
    ],
)
def test_four_doors(trucks: float, waiting: float, minutes: float, over_two_hours: float | None) -> None:
    rate = trucks / 60
    assert erlang_c(rate * 45, 4) == near(waiting, 4)
    assert erlang_c_wait(rate, 45, 4) == near(minutes, 1)
    if over_two_hours is not None:
        assert 1 - service_level(rate, 45, 4, 120) == near(over_two_hours, 3)
