"""Lines, machines and the price of improving: known results, and each from its meaning."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lineofsight.operations.formulas.flow import (
    capability_step,
    kingman,
    oee,
    practical_worst_case,
    rolled_yield,
)
from lineofsight.operations.formulas.queueing import erlang_c_wait

shares = st.floats(0, 1)


@pytest.mark.parametrize(("wip", "throughput", "cycle"), [(2, 0.2, 10), (4, 0.285714, 14), (8, 0.363636, 22)])
def test_four_equal_stations(wip: int, throughput: float, cycle: float) -> None:
    # Two hours each: half a unit an hour, eight hours of work.
    found = practical_worst_case(wip, 0.5, 8)
    assert found.throughput == pytest.approx(throughput, abs=5e-7)
    assert found.cycle_time == pytest.approx(cycle, rel=1e-12)


def test_four_unequal_stations() -> None:
    found = practical_worst_case(8, 0.4, 20)
    assert found.throughput == pytest.approx(0.213333, abs=5e-7)
    assert found.cycle_time == pytest.approx(37.5, rel=1e-12)


@settings(deadline=None)
@given(st.floats(1, 1e3), st.floats(0.01, 100), st.floats(1, 50))
def test_work_in_process_is_throughput_times_cycle_time(wip: float, rate: float, critical: float) -> None:
    found = practical_worst_case(wip, rate, critical / rate)
    assert found.throughput * found.cycle_time == pytest.approx(wip, rel=1e-9)
    assert found.throughput <= rate * (1 + 1e-9)
    assert found.cycle_time >= critical / rate


def test_one_unit_alone_meets_nobody() -> None:
    assert practical_worst_case(1, 0.4, 20).cycle_time == 20


def test_a_raw_time_in_which_the_bottleneck_just_fits_is_allowed() -> None:
    # 49 x (1 / 49) is a little below 1.
    assert practical_worst_case(3, 49, 1 / 49).throughput == pytest.approx(49)


def test_the_wait_at_a_station() -> None:
    assert kingman(0.9, 1, 1, 1) == pytest.approx(9, rel=1e-12)
    assert kingman(0, 1, 1, 1) == 0


@settings(deadline=None)
@given(st.floats(0.01, 0.99), st.floats(0.01, 100))
def test_kingman_is_exact_for_one_server_at_random(busy: float, time: float) -> None:
    assert kingman(busy, 1, 1, time) == pytest.approx(erlang_c_wait(busy / time, time, 1), rel=1e-9)
    # Pollaczek and Khinchine: with service that never varies, half.
    assert kingman(busy, 1, 0, time) == pytest.approx(kingman(busy, 1, 1, time) / 2, rel=1e-12)


def test_equipment_effectiveness() -> None:
    assert oee(0.90, 0.95, 0.999) == pytest.approx(0.854145, rel=1e-12)
    assert oee(0.9, 0.9, 0.9) == pytest.approx(0.729, rel=1e-12)
    assert oee(1, 1, 0) == 0


@pytest.mark.parametrize(
    ("yields", "passed"),
    [
        ([0.95] * 5, 0.7738),
        ([0.98, 0.95, 0.99, 0.97, 0.96], 0.8583),
        ([0.98, 0.985], 0.9653),
        ([0.98] * 5, 0.9039),
        (0.97, 0.97),
    ],
)
def test_what_passes_every_step(yields: float | list[float], passed: float) -> None:
    assert rolled_yield(yields) == pytest.approx(passed, abs=5.001e-5)


@settings(deadline=None)
@given(st.lists(shares, min_size=1, max_size=10))
def test_a_line_yields_no_more_than_its_worst_step(yields: list[float]) -> None:
    assert 0 <= rolled_yield(yields) <= min(yields)
    assert rolled_yield([*yields, 1.0]) == rolled_yield(yields)


def test_improving_is_worse_before_it_is_better() -> None:
    output = capability_step(0.2, 0.3, 52, 60)
    assert len(output) == 61
    assert output[0] == pytest.approx(1 - 0.125, rel=1e-12)
    assert int(np.argmax(output >= 1)) == 18
    assert (np.diff(output) > 0).all()


@pytest.mark.parametrize(("after", "steady"), [(0.2, 0.16), (0.3, 0.21), (0.5, 0.25)])
def test_in_the_end_output_goes_as_share_times_the_rest(after: float, steady: float) -> None:
    assert capability_step(0.2, after, 1, 100)[-1] == pytest.approx(steady / 0.16, rel=1e-12)


@settings(deadline=None)
@given(st.floats(0.05, 0.95), shares, st.floats(5, 200))
def test_capability_gains_and_decays_week_by_week(before: float, after: float, tau: float) -> None:
    capability, step = before * tau, 0.01
    for _ in range(2_000):
        halfway = capability + (after - capability / tau) * step / 2
        capability += (after - halfway / tau) * step
    expected = capability * (1 - after) / (before * tau * (1 - before))
    assert capability_step(before, after, tau, 20)[20] == pytest.approx(expected, rel=1e-5, abs=1e-9)


def test_output_falls_at_once_and_stays_down_when_improvement_takes_everything() -> None:
    assert capability_step(0.2, 1, 52, 3).tolist() == [0, 0, 0, 0]
    assert capability_step(0.2, 0, 52, 0) == pytest.approx([1.25])


def test_improvement_cancelled_pays_at_once_and_costs_later() -> None:
    output = capability_step(0.3, 0.1, 52, 200)
    assert output[0] > 1 > output[-1]
    assert (np.diff(output) < 0).all()
