"""Every operations model against its plain loop: speed, equal outcomes, memory, cost by the number of plans.

A lane is one plan in one possible year. A model by the week takes 52 steps a year, one that names
``steps_per_week`` that many in each week; where a year has many steps, fewer plans or years are run,
and the line says how many. Plans are random ones of the model's reference case. Seconds are the
processor's, so that others at work on the machine do not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from measure import Measure
from plain_years import Compared, compare
from reference_cases import FOLDER
from timed_plans import Timed, timed

from lineofsight.operations import model

WEEKS = 52
YEARS = 200
PLANS = 1_000
TIMES = 50
SAME = 1e-9
SECONDS = 5
MEGABYTES = 500
ONE_PLAN_MS = 50
LANE_STEPS = 20
LINEAR = 1.5
# Lane-steps that one measured run may take: some seconds.
AFFORDED = 80e6


def figures(id: str) -> Iterator[Measure]:
    """Yield one model's figures; ``LookupError`` if it has no plain loop or no reference case to run."""
    for needed in (Path(__file__).parent / f"{id}_loop.py", FOLDER / f"{id}.yaml"):
        if not needed.exists():
            raise LookupError(f"{needed.name} is missing in {needed.parent}")
    inner = getattr(model(id), "steps_per_week", 1)
    found = compare(id, _plans(AFFORDED / 2, WEEKS * inner, most=100), YEARS)
    yield from _against_the_loop(id, found)
    if inner == 1:
        yield from _by_the_week(id, found)
    else:
        yield from _within_weeks(id, inner, found)


def _against_the_loop(id: str, found: Compared) -> Iterator[Measure]:
    times = found.plain / found.ours
    yield Measure(
        name=f"{id}: a possible year, {YEARS} replications",
        value=found.ours * 1e6,
        unit="µs",
        baseline_name="plain Python loop, year by year",
        baseline=found.plain * 1e6,
        limit_text=f"{TIMES} times as fast ({times:.0f} times found)",
        ok=times >= TIMES,
    )
    yield Measure(
        name=f"{id}: largest difference of an outcome from the loop's in {found.looped:,} years",
        value=found.difference,
        unit="relative",
        baseline_name="",
        baseline=0,
        limit_text=f"at most {SAME:g}",
        ok=found.difference <= SAME,
    )


def _by_the_week(id: str, found: Compared) -> Iterator[Measure]:
    took = timed(id, YEARS, 2, [1, 10, 100, PLANS])
    yield Measure(
        name=f"{id}: one plan x {YEARS} x {WEEKS} weeks",
        value=took.seconds[1] * 1e3,
        unit="ms",
        baseline_name="plain loop",
        baseline=found.plain * YEARS * 1e3,
        limit_text=f"at most {ONE_PLAN_MS} ms",
        ok=took.seconds[1] * 1e3 <= ONE_PLAN_MS,
    )
    yield Measure(
        name=f"{id}: {PLANS:,} plans x {YEARS} x {WEEKS} weeks",
        value=took.seconds[PLANS],
        unit="s of processor",
        baseline_name="plain loop, by its years above",
        baseline=found.plain * YEARS * PLANS,
        limit_text=f"at most {SECONDS} s",
        ok=took.seconds[PLANS] <= SECONDS,
    )
    yield _memory(id, took)
    yield _linear(id, YEARS, took)


def _within_weeks(id: str, inner: int, found: Compared) -> Iterator[Measure]:
    steps = WEEKS * inner
    plans, years = _plans(AFFORDED, steps), max(1, min(YEARS, int(2 * AFFORDED / (PLANS * steps))))
    took = timed(id, YEARS, 2, [plans])
    rate = plans * YEARS * steps / took.seconds[plans] / 1e6
    yield Measure(
        name=f"{id}: {plans:,} plans x {YEARS} x {WEEKS} weeks of {inner} steps",
        value=rate,
        unit="million lane-steps a second",
        baseline_name="plain loop",
        baseline=steps / found.plain / 1e6,
        limit_text=f"at least {LANE_STEPS}",
        ok=rate >= LANE_STEPS,
    )
    yield _memory(id, took)
    yield _linear(id, years, timed(id, years, 1, [10, 100, PLANS]))


def _memory(id: str, took: Timed) -> Measure:
    return Measure(
        name=f"{id}: memory of that process at its peak",
        value=took.peak,
        unit="MB",
        baseline_name="before the first plan",
        baseline=took.before,
        limit_text=f"at most {MEGABYTES} MB",
        ok=took.peak <= MEGABYTES,
    )


def _linear(id: str, years: int, took: Timed) -> Measure:
    """Many plans may be cheaper by the piece than few (what a run costs at all is shared), never dearer."""
    each = {plans: seconds / plans * 1e3 for plans, seconds in took.seconds.items() if plans >= 10}
    fewer = min(ms for plans, ms in each.items() if plans < PLANS)
    return Measure(
        name=f"{id}: a plan x {years} among {PLANS:,}",
        value=each[PLANS],
        unit="ms",
        baseline_name="among 10 or 100, whichever is less",
        baseline=fewer,
        limit_text=f"at most {LINEAR} times the baseline",
        ok=each[PLANS] <= LINEAR * fewer,
    )


def _plans(lane_steps: float, steps: int, most: int = PLANS) -> int:
    return max(1, min(most, int(lane_steps / (YEARS * steps))))
