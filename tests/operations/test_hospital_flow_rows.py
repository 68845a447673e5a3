"""The hospital against what is known: M/M/c in the limit, a simulation by events, published rates and ratios.

Random figures agree within three standard errors (of the mean over independent years) and the stated
allowance for an inside that goes by whole hours.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import simpy

from lineofsight.operations import model
from lineofsight.operations.hospital_flow import rhythm
from lineofsight.operations.hospital_flow.discharges import Discharges
from lineofsight.operations.hospital_flow.staff import Staff

HOSPITAL = model("hospital_flow")
PARAMETERS = {parameter.id: float(parameter.default) for parameter in HOSPITAL.parameters}
DEFAULTS = {control.id: np.full((1, 1, 1), float(control.default)) for control in HOSPITAL.controls}
SIGNALS = [signal.id for signal in HOSPITAL.signals]
# Thirty beds at an occupancy target of 95 %, nurses enough for them, nothing that answers to crowding.
BEDS_ALONE = {
    "planned_share": 0.0, "los_boarding": 0.0, "season_factor": 1.0, "noise_season": 0.0, "nurses": 200.0,
}  # fmt: skip
QUEUE = BEDS_ALONE | {"rhythm": 0.0, "urgent_share": 0.0}


def years(
    controls: dict[str, Any] | None = None, weeks: int = 26, replications: int = 20, **moved: float
) -> Any:
    parameters = PARAMETERS | moved
    noise = HOSPITAL.noise(7, replications, weeks, parameters)
    return HOSPITAL.run(controls or {}, parameters, noise, SIGNALS)


def per_patient(hours: np.ndarray, patients: np.ndarray) -> tuple[float, float]:
    """Return hours per patient over all years and the standard error, from totals (R,) of each year."""
    ratio = float(hours.sum() / patients.sum())
    spread = float((hours - ratio * patients).std(ddof=1) / patients.mean())
    return ratio, spread / float(np.sqrt(len(hours)))


def test_the_bed_pool_has_m_m_c_as_its_limit() -> None:
    """30 beds, 4 days: an hour's slot takes 1 % off the wait, and .01 off the share who wait at all."""
    rows = {0.85: (0.2964, 6.3), 0.92: (0.5574, 22.3), 0.95: (0.7045, 45.1)}
    demand = np.array([rho / 0.95 for rho in rows])[:, None, None]
    signals = years({"demand": demand}, weeks=156, replications=100, boarding=10.0, **QUEUE).signals
    assert (signals["beds_open"] == 30).all()
    later = {name: array[..., 52:].sum(axis=-1) for name, array in signals.items()}
    waited = (signals["waited_share"] * signals["bed_requests"])[..., 52:].sum(axis=-1)
    for plan, (rho, (chance, wait)) in enumerate(rows.items()):
        found, error = per_patient(later["boarding_hours"][plan], later["bed_requests"][plan])
        assert error < 0.1 * wait, "too few years to tell"
        assert abs(found - wait) < 3 * error + 0.01 * wait, rho
        found, error = per_patient(waited[plan], later["bed_requests"][plan])
        assert error < 0.02
        assert abs(found - chance) < 3 * error + 0.01, rho
        occupancy = signals["occupancy"][plan, :, 52:].mean(axis=-1)
        assert abs(occupancy.mean() - rho) < 3 * occupancy.std(ddof=1) / np.sqrt(len(occupancy)) + 0.001


def test_on_average_nobody_boards_at_any_target() -> None:
    """Without luck the hospital is what a budget counts: 95 % full, and no wait at all."""
    found = years(noise=0.0, boarding=0.0, **QUEUE)
    assert found.outcomes["boarding_hours"].max() < 1e-9
    assert found.signals["occupancy"][..., 8:] == pytest.approx(0.95, abs=0.001)


def test_a_simulation_by_events_agrees_hours_and_classes_included() -> None:
    """SimPy, in continuous time, with the rhythm of the day and urgent patients first, at 88 %."""
    weeks, begin, count = 60, 10, 24
    signals = years({"demand": 0.88 / 0.95}, weeks=weeks, replications=100, **BEDS_ALONE).signals
    requests = signals["bed_requests"][0, :, begin:].sum(axis=-1)
    ours = per_patient(signals["boarding_hours"][0, :, begin:].sum(axis=-1), requests)
    urgent = signals["urgent_wait"][0, :, begin:].mean(axis=-1)
    waits = [simulated_waits(seed, weeks, begin) for seed in range(count)]
    theirs = per_patient(
        np.array([sum(a) + sum(b) for a, b in waits]), np.array([len(a) + len(b) for a, b in waits])
    )
    assert theirs[1] < 0.12 * theirs[0], "too few years to tell"
    assert abs(ours[0] - theirs[0]) < 3 * np.hypot(ours[1], theirs[1]) + 0.02 * theirs[0]
    first = np.array([np.mean(a) for a, _ in waits])
    error = np.hypot(urgent.std(ddof=1) / np.sqrt(len(urgent)), first.std(ddof=1) / np.sqrt(count))
    # A wait of less than an hour counts as none, which the short waits of the urgent feel most.
    assert abs(urgent.mean() - first.mean()) < 3 * error + 0.3
    assert first.mean() < 0.5 * theirs[0]


def simulated_waits(seed: int, weeks: int, begin: int) -> tuple[list[float], list[float]]:
    """Return the hours that urgent patients and others waited for one of 30 beds, from week ``begin``."""
    chance = np.random.default_rng(seed)
    asking, leaving = rhythm.requesting(1.0), rhythm.leaving(1.0, early=False, weekend=False)
    per_hour = 0.88 * 30 / 96
    environment = simpy.Environment()
    beds = simpy.PriorityResource(environment, capacity=30)
    waits: tuple[list[float], list[float]] = ([], [])

    def patient(others: bool) -> Iterator[Any]:
        came = environment.now
        with beds.request(priority=int(others)) as bed:
            yield bed
            if came >= begin * 168:
                waits[others].append(environment.now - came)
            gone = False
            while not gone:
                yield environment.timeout(chance.exponential(96 / leaving.max()))
                gone = chance.random() < leaving[int(environment.now) % 168] / leaving.max()

    def door() -> Iterator[Any]:
        while True:
            yield environment.timeout(chance.exponential(1 / (per_hour * asking.max())))
            if chance.random() < asking[int(environment.now) % 168] / asking.max():
                environment.process(patient(others=bool(chance.random() >= PARAMETERS["urgent_share"])))

    environment.process(door())
    environment.run(weeks * 168)
    return waits


def test_arrivals_are_poisson_at_the_plans_rate() -> None:
    demand = np.array([0.7, 1.0, 1.3])[:, None, None]
    requests = years({"demand": demand}, weeks=52, replications=100, **QUEUE).signals["bed_requests"]
    for plan, factor in enumerate((0.7, 1.0, 1.3)):
        mean, count = factor * PARAMETERS["admissions"], requests[plan].size
        assert abs(requests[plan].mean() - mean) < 3 * np.sqrt(mean / count)
        assert abs(requests[plan].var() / mean - 1) < 3 * np.sqrt(2 / count)
    assert (np.diff(requests, axis=0) >= 0).all(), "more demand is never fewer patients, in any week"


@pytest.mark.parametrize(("patients", "los"), [(30, 4.0), (64, 4.0), (12, 3.5)])
def test_discharges_are_binomial_over_the_patients_in_beds(patients: int, los: float) -> None:
    parameters = PARAMETERS | {"los": los}
    noise = HOSPITAL.noise(2, 60, 4, parameters)
    discharges = Discharges(DEFAULTS, parameters, noise)
    gone = np.empty((4, 168, 60))
    for week in range(4):
        discharges.begin_week(week, np.ones((1, 60)))
        for hour in range(168):
            gone[week, hour] = discharges.gone(hour, np.full((1, 60), float(patients)))[0]
    hazard = rhythm.leaving(1.0, early=False, weekend=False) / (24 * los - 0.5)
    chance = (1 - np.exp(-hazard))[None, :, None]
    mean, variance = patients * chance, patients * chance * (1 - chance)
    off = (gone - mean) / np.sqrt(variance)
    assert abs(off.mean()) < 3 / np.sqrt(off.size)
    # The fourth moment of a rare event's count is large: its spread is taken from the draws.
    assert abs((off**2).mean() - 1) < 3 * (off**2).std() / np.sqrt(off.size)
    none = (1 - chance) ** patients
    assert abs((gone == 0).mean() - none.mean()) < 3 * np.sqrt((none * (1 - none)).mean() / gone.size)


NEUTRAL = {
    "load_ratio": 0.0,
    "load_boarding": 0.0,
    "load_information": 0.0,
    "learning": 0.0,
    "checklist": 0.0,
}


@pytest.mark.parametrize(("fidelity", "errors"), [(0.0, 24.5), (0.2, 23.2341), (1.0, 18.7915)])
def test_errors_per_100_admissions_by_complete_handovers(fidelity: float, errors: float) -> None:
    signals = years(weeks=2, replications=2, fidelity=fidelity, failure_ratio=1.0, **NEUTRAL).signals
    assert signals["errors_per_100"] == pytest.approx(errors, abs=5e-5)
    assert signals["harms"] == pytest.approx(0.192 * signals["errors"], rel=1e-12)


def test_four_extra_patients_per_nurse_go_with_a_risk_of_1_3108() -> None:
    staff = Staff((1, 1), DEFAULTS, PARAMETERS, np.ones((1, 1)))
    staff.begin_week(0)
    seen = staff.end_week(0, 8 * 84 * staff.day, 8 * 84 * staff.night)
    assert seen["ratio_night"] == pytest.approx(8)
    assert seen["staffing_risk"] == pytest.approx(1.3108, abs=5e-5)


@pytest.mark.parametrize(("handovers", "more", "kept"), [(2, 0, 0.6260), (3, 0, 0.4953), (3, 2, 0.31)])
def test_information_kept_falls_by_the_handover(handovers: float, more: float, kept: float) -> None:
    signals = years({"extra_handovers": more}, weeks=1, replications=1, handovers=handovers).signals
    assert signals["retained"] == pytest.approx(kept, abs=5e-5)


def test_a_checklist_helps_as_far_as_it_is_done_aloud_and_not_as_it_is_signed() -> None:
    plain = years()
    aloud, signed = years({"checklist": 0.6}), years({"checklist_signed": -0.5})
    expected = (1 - 0.36 * 1.0) / (1 - 0.36 * 0.4)
    assert aloud.outcomes["harms"] == pytest.approx(expected * plain.outcomes["harms"], rel=1e-9)
    assert (signed.signals["checklist_signed"] < plain.signals["checklist_signed"]).all()
    for name, array in plain.outcomes.items():
        np.testing.assert_array_equal(signed.outcomes[name], array, name)


def test_a_target_looks_efficient_upstairs_and_is_boarding_downstairs() -> None:
    """With nurses for the beds: ten points less occupancy, and a small part of the boarding."""
    change = np.array([0.0, -0.1])[:, None, None]
    found = years({"target_change": change}, weeks=52, replications=60, nurses=40.0)
    boarding, occupancy = found.outcomes["boarding_hours"], found.signals["occupancy"].mean(axis=-1)
    assert (boarding[1] < boarding[0]).all(), "in every possible year"
    assert boarding[1].mean() < 0.5 * boarding[0].mean()
    assert 0.05 < occupancy[0].mean() - occupancy[1].mean() < 0.12


def test_beds_without_nurses_and_nurses_without_beds_do_little_together_much() -> None:
    hires = np.zeros((4, 1, 52))
    hires[[1, 3], :, 4] = 6
    change = np.array([0, 0, -0.1, -0.1])[:, None, None]
    long = years({"hires": hires, "target_change": change}, weeks=52, replications=60).outcomes[
        "long_boarders"
    ]
    fewer = long[0].mean() - long.mean(axis=1)
    assert fewer[3] > 2 * (fewer[1] + fewer[2])


def test_reported_incidents_rise_while_errors_fall() -> None:
    plain, open_ = years(), years({"speaking_up": 0.3, "follow_up": 0.3})
    assert (open_.signals["reported"] > plain.signals["reported"]).all(), "in every week of every year"
    assert (open_.signals["reported"][..., -1] > 2 * plain.signals["reported"][..., -1]).all()
    assert (open_.signals["errors"] <= plain.signals["errors"]).all()
    assert open_.outcomes["harms"].mean() < 0.97 * plain.outcomes["harms"].mean()


def test_an_invitation_to_speak_up_is_worth_less_if_nothing_follows() -> None:
    alone, follow, both = (
        years(moved).outcomes["harms"].mean()
        for moved in ({"speaking_up": 0.4}, {"follow_up": 0.4}, {"speaking_up": 0.4, "follow_up": 0.4})
    )
    plain = years().outcomes["harms"].mean()
    assert plain - both > 1.5 * ((plain - alone) + (plain - follow))


def test_stopped_clocks_change_the_report_and_nothing_else() -> None:
    plain, stopped = years(), years({"clock_stops": 0.8})
    better = stopped.signals["four_hours_reported"] - plain.signals["four_hours_reported"]
    assert better == pytest.approx(0.8 * (1 - plain.signals["four_hours"]))
    assert better.max() > 0.1
    for name in set(SIGNALS) - {"four_hours_reported"}:
        np.testing.assert_array_equal(stopped.signals[name], plain.signals[name], name)


def test_luck_has_mean_one() -> None:
    noise = HOSPITAL.noise(5, 100, 52, PARAMETERS)
    for name in ("season", "absence", "errors"):
        assert abs(noise[name].mean() - 1) < 3 * noise[name].std() / np.sqrt(noise[name].size), name
