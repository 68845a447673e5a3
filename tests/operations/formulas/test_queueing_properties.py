"""What must hold in every queue: what comes in goes out, limits meet, and more servers never hurt."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lineofsight.operations.formulas.queueing import (
    erlang_a,
    erlang_b,
    erlang_c,
    erlang_c_wait,
    halfin_whitt,
    priority_waits,
    service_level,
)

loads = st.floats(0, 300)
servers = st.integers(1, 300)
times = st.floats(1e-3, 1e3)
anything = st.floats(1e-100, 1e100)


def counted(arrivals: float, service: float, patience: float, servers: int) -> tuple[float, ...]:
    """Erlang A from its birth and death process, state by state, with 50 digits."""
    with localcontext() as context:
        context.prec = 50
        rate, time, patient = Decimal(arrivals), Decimal(service), Decimal(patience)
        # Weights relative to the state in which all are busy and nobody waits.
        weight = total = waiting = Decimal(1)
        busy, queue = Decimal(servers), Decimal(0)
        for k in range(servers, 0, -1):
            weight *= k / (rate * time)
            total, busy = total + weight, busy + weight * (k - 1)
        weight, waits = Decimal(1), 0
        while (
            weight * waits > Decimal("1e-30") * queue or not waits or rate > servers / time + waits / patient
        ):
            waits += 1
            weight *= rate / (servers / time + waits / patient)
            total, waiting = total + weight, waiting + weight
            busy, queue = busy + servers * weight, queue + waits * weight
        left = queue / patient / rate / total
        return tuple(map(float, (waiting / total, left, queue / rate / total, busy / servers / total)))


@pytest.mark.parametrize("servers", [1, 3, 40, 400])
@pytest.mark.parametrize("busy", [0.001, 0.5, 0.9, 0.999, 1.0, 1.001, 1.2, 4.0])
def test_impatience_is_the_birth_and_death_process(servers: int, busy: float) -> None:
    for patience in (1e-4, 0.02, 1.0, 30.0):
        found = erlang_a(busy * servers, 1, patience, servers)
        parts = (found.wait_probability, found.abandonment, found.mean_wait, found.occupancy)
        assert parts == pytest.approx(counted(busy * servers, 1, patience, servers), rel=1e-11, abs=1e-290)


@settings(deadline=None)
@given(st.floats(1e-6, 1e3), times, times, servers)
def test_nobody_is_lost_in_an_impatient_queue(
    rate: float, service: float, patience: float, count: int
) -> None:
    found = erlang_a(rate, service, patience, count)
    queue = rate * found.mean_wait
    assert found.abandonment * rate == pytest.approx(queue / patience, rel=1e-9)
    # Worked out apart: those who do not leave are what keeps the servers busy.
    stayed = rate * (1 - found.abandonment)
    assert stayed == pytest.approx(count * found.occupancy / service, rel=1e-9, abs=1e-9 * rate)
    for share in (found.wait_probability, found.abandonment, found.occupancy):
        assert 0 <= share <= 1
    assert found.abandonment <= found.wait_probability


@settings(max_examples=300, deadline=None)
@given(anything, anything, anything, st.integers(1, 3000))
def test_impatience_is_a_number_wherever_it_is_defined(
    rate: float, service: float, patience: float, count: int
) -> None:
    found = erlang_a([rate, 0], service, patience, count)
    for values in (found.wait_probability, found.abandonment, found.mean_wait, found.occupancy):
        assert np.isfinite(values).all()
        assert (values >= 0).all()
        assert values[1] == 0


@pytest.mark.parametrize(("load", "count"), [(0.5, 1), (10, 11), (270, 300)])
def test_with_endless_patience_impatience_is_waiting(load: float, count: int) -> None:
    patience = np.array([1e2, 1e4, 1e6, 1e9, 1e30])
    found = erlang_a(load, 1, patience, count)
    wait = erlang_c_wait(load, 1, count)
    off = np.abs(found.mean_wait - wait) / wait
    assert (np.diff(off) < 0).all()
    assert found.wait_probability[-1] == pytest.approx(erlang_c(load, count), rel=1e-11)
    assert found.mean_wait[-1] == pytest.approx(wait, rel=1e-11)
    assert found.abandonment[-1] == pytest.approx(0, abs=1e-25)


def test_without_patience_impatience_is_loss() -> None:
    found = erlang_a(25, 1, 1e-9, 30)
    assert found.wait_probability == pytest.approx(erlang_b(25, 30), rel=1e-6)
    assert found.abandonment == pytest.approx(erlang_b(25, 30), rel=1e-6)


def test_above_its_capacity_an_impatient_queue_sheds_the_rest() -> None:
    found = erlang_a(2000, 1, 10, 1000)
    assert found.wait_probability == pytest.approx(1, rel=1e-12)
    assert found.abandonment == pytest.approx(0.5, rel=1e-12)
    assert found.occupancy == pytest.approx(1, rel=1e-12)


@settings(deadline=None)
@given(st.integers(0, 60), st.integers(0, 40))
def test_loss_is_erlangs_fraction(load: int, count: int) -> None:
    # (a^c / c!) / sum of a^k / k!
    terms = [Fraction(1)]
    for k in range(1, count + 1):
        terms.append(terms[-1] * load / k)
    assert erlang_b(load, count) == pytest.approx(float(terms[-1] / sum(terms)), rel=1e-12)


@settings(deadline=None)
@given(loads, servers)
def test_waiting_is_the_loss_of_which_nothing_is_lost(load: float, count: int) -> None:
    lost = erlang_b(load, count)
    assert 0 <= lost <= 1
    if load < count:
        waiting = erlang_c(load, count)
        # Equal but for the last digit where next to nothing is lost.
        assert lost <= waiting * (1 + 1e-12)
        assert waiting <= 1
        assert waiting == pytest.approx(count * lost / (count - load * (1 - lost)), rel=1e-9)


@settings(deadline=None)
@given(st.floats(0.01, 0.99), servers)
def test_one_more_server_never_makes_it_worse(busy: float, count: int) -> None:
    load, counts = busy * count, np.arange(count, count + 4)
    assert (np.diff(erlang_b(load, counts)) <= 0).all()
    assert (np.diff(erlang_c_wait(load, 1, counts)) <= 0).all()
    assert (np.diff(service_level(load, 1, counts, 0.1)) >= 0).all()
    impatient = erlang_a(load, 1, 2, counts)
    assert (np.diff(impatient.abandonment) <= 1e-15).all()


@settings(deadline=None)
@given(st.floats(0.01, 0.99), servers, times)
def test_the_level_at_once_is_those_who_do_not_wait(busy: float, count: int, service: float) -> None:
    load = busy * count
    assert service_level(load / service, service, count, 0) == pytest.approx(
        1 - erlang_c(load, count), abs=1e-9
    )
    assert service_level(load / service, service, count, 1e6 * service) == pytest.approx(1, rel=1e-12)


@settings(deadline=None)
@given(st.floats(0.01, 0.98), st.integers(1, 50), times)
def test_the_level_adds_up_to_the_mean_wait(busy: float, count: int, service: float) -> None:
    rate = busy * count / service
    # The area above the level; the wait is exponential, so that it falls to e^-40 of itself here.
    until = 40 * service / (count * (1 - busy))
    times = np.linspace(0, until, 20_001)
    longer = 1 - service_level(rate, service, count, times)
    area = float(np.sum(longer[1:] + longer[:-1])) / 2 * times[1]
    wait = erlang_c_wait(rate, service, count)
    assert area == pytest.approx(wait, rel=1e-5, abs=1e-12 * until)


@pytest.mark.parametrize("beta", [0.1, 0.5, 1.0, 2.0])
def test_square_root_staffing_is_the_limit(beta: float) -> None:
    loads = np.array([100.0, 900.0, 8_100.0])
    # Whole servers: the beta that they are.
    counts = np.ceil(loads + beta * np.sqrt(loads))
    exact = erlang_c(loads, counts)
    limit = halfin_whitt((counts - loads) / np.sqrt(loads))
    off = np.abs(exact / limit - 1)
    assert (np.diff(off) < 0).all()
    assert off[-1] < 0.03


def test_square_root_staffing_runs_from_all_to_none() -> None:
    beta = np.array([1e-100, 0.5, 1, 2, 40, 1e100])
    waiting = halfin_whitt(beta)
    assert waiting[0] == pytest.approx(1)
    assert (np.diff(waiting[:5]) < 0).all()
    assert waiting[-1] == 0


@settings(deadline=None)
@given(st.lists(st.floats(0, 5), min_size=1, max_size=6), st.floats(0.01, 2))
def test_priority_only_hands_the_waiting_round(arrivals: list[float], spare: float) -> None:
    rates = np.array(arrivals)
    rate = float(rates.sum()) + spare
    waits = priority_waits(rates, rate)
    assert (np.diff(waits) >= 0).all()
    fifo = erlang_c_wait(rates.sum(), 1 / rate, 1)
    assert np.sum(rates * waits) == pytest.approx(rates.sum() * fifo, rel=1e-9)


def test_one_class_waits_as_in_any_queue() -> None:
    assert priority_waits(0.8, 1) == pytest.approx(4, rel=1e-12)


def test_thousands_of_servers_keep_their_digits() -> None:
    # 1/B = 1 + c/a + c(c - 1)/a^2 + ..., with 40 digits.
    load, count = 4_900, 5_000
    with localcontext() as context:
        context.prec = 40
        term = inverse = Decimal(1)
        for k in range(count):
            term *= Decimal(count - k) / load
            inverse += term
        expected = float(1 / inverse)
    assert erlang_b(load, count) == pytest.approx(expected, rel=1e-12)
    assert 0 < erlang_c(99_000, 100_000) < 0.01
    assert erlang_b(10, 5_000) == 0


def test_a_staffing_table_is_one_call() -> None:
    counts = np.arange(1, 2_001)
    rows = erlang_b(1_500, counts)
    singles = [erlang_b(1_500, int(count)) for count in counts[::400]]
    assert rows[::400].tolist() == singles
