"""Running a plan for its seat: the first half, the whole year, the doubts, and runs after the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model.answers import Amendment, Plan, PlannedAction
from ..model.case import Case
from ..scoring import held, luck

if TYPE_CHECKING:
    from ..operations.protocol import Array

Band = tuple[list[float], list[float], list[float]]
LOW, MIDDLE, HIGH = 0.1, 0.5, 0.9
# The year that is told as "what came" is one of the possible ones, the same for everybody.
TOLD = 0


@dataclass(frozen=True)
class Watched:
    """A signal over the weeks: low, median and high of the possible years, with plan and without."""

    id: str
    title: str
    unit: str
    plan: Band
    nothing: Band


@dataclass(frozen=True)
class Ending:
    """An outcome at the end: what plan and doing nothing come to on average, and the possible years."""

    id: str
    title: str
    format: str
    plan: float
    nothing: float
    years: tuple[float, ...]
    low: float | None
    high: float | None

    @property
    def held(self) -> int | None:
        """In how many of 100 years the forecast held; ``None`` without one."""
        from ..model.answers import Forecast

        if self.low is None or self.high is None:
            return None
        return held(Forecast(outcome=self.id, low=self.low, high=self.high), self.years)


@dataclass(frozen=True)
class Year:
    """A whole year: signals, endings, the combined value against doing nothing, and its luck."""

    signals: tuple[Watched, ...]
    endings: tuple[Ending, ...]
    gain: float
    luck: str


def amended(case: Case, plan: Plan, amendment: Mapping[str, Any] | None) -> tuple[PlannedAction, ...]:
    """Return the plan's actions with the midpoint's change."""
    from ..operations import amend

    change = Amendment.model_validate(amendment or {})
    return amend(plan.actions, change, case.planning.midpoint, case)


def watched(
    case: Case, plan: Sequence[PlannedAction], ids: Sequence[str], weeks: int = 52
) -> tuple[Watched, ...]:
    """Return signals of the model over the first ``weeks`` weeks, as bands over the possible years.

    A signal is called what this case calls it where it lets people watch it, else what the model does.
    """
    from ..operations import models, run

    years = run(case, [(), tuple(plan)], keep=tuple(ids))
    names = {signal.id: signal for signal in models()[case.operations.model].signals}
    ours = {choice.series: choice.shows or choice.text for choice in reversed(case.planning.signals)}
    return tuple(
        Watched(id, ours.get(id, names[id].title), names[id].unit, _band(years.signals[id][1], weeks), _band(years.signals[id][0], weeks))
        for id in ids
    )  # fmt: skip


def whole_year(case: Case, plan: Plan, actions: Sequence[PlannedAction], ids: Sequence[str]) -> Year:
    """Return the year with these actions; forecasts are the plan's."""
    from ..operations import run, value

    years = run(case, [(), tuple(actions)])
    values = value(case, years)
    ranges = {forecast.outcome: forecast for forecast in plan.forecasts}
    endings = []
    for use in case.operations.outcomes:
        ended, forecast = years.outcomes[use.outcome], ranges.get(use.outcome)
        low, high = (forecast.low, forecast.high) if forecast else (None, None)
        means = float(ended[1].mean()), float(ended[0].mean())
        endings.append(
            Ending(use.outcome, use.title, use.format, *means, tuple(ended[1].tolist()), low, high)
        )
    lucky = luck(float(values[1, TOLD]), values[1].tolist())
    return Year(watched(case, actions, ids), tuple(endings), float((values[1] - values[0]).mean()), lucky)


def gains(
    case: Case,
    plans: Sequence[Sequence[PlannedAction]],
    parameters: Mapping[str, float] | None = None,
    replications: int | None = None,
) -> tuple[float, ...]:
    """Return each plan's mean combined value over doing nothing, under moved assumptions.

    ``replications``: over how many possible years (default: the case's).
    """
    from ..operations import run, value

    years = run(case, [(), *map(tuple, plans)], parameters=parameters, replications=replications)
    values = value(case, years)
    return tuple(float(gain) for gain in (values[1:] - values[0]).mean(axis=1))


def rivals(case: Case, actions: Sequence[PlannedAction]) -> dict[str, tuple[PlannedAction, ...]]:
    """Return the plans that a doubt puts in order: nothing, yours, yours begun late, each half of yours."""
    late = max(case.planning.starts)
    owner = case.person
    halves = {
        name: tuple(item for item in actions if owner(item.owner).side in (side, "both"))
        for side, name in (
            ("leadership", "only what leadership owns"),
            ("operations", "only what operations owns"),
        )
    }
    plans = {
        "doing nothing": (),
        "your plan": tuple(actions),
        f"your plan, everything begun in week {late}": tuple(
            item.model_copy(update={"start": late}) for item in actions
        ),
        **halves,
    }
    kept: dict[str, tuple[PlannedAction, ...]] = {}
    for name, plan in plans.items():
        if plan not in kept.values():
            kept[name] = plan
    return kept


def _band(years: Array, weeks: int) -> Band:
    import numpy as np

    low, middle, high = np.quantile(years[:, :weeks], (LOW, MIDDLE, HIGH), axis=0)
    return low.tolist(), middle.tolist(), high.tolist()
