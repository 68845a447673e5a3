"""What if: a plan begun earlier or later, one action out at a time, one cause mended alone.

All on the same possible years as the plan itself, so that a difference is the change and not the
luck. Worth is the case's combined value (:func:`~lineofsight.operations.value`), a mean over years.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..errors import OperationsError
from ..model.answers import PlannedAction
from ..model.case import CaseFile
from .plans import Plan
from .running import run, value


@dataclass(frozen=True)
class Shifted:
    """A plan moved by some weeks: what that is worth, and which actions could not follow in full.

    ``gain``: over the plan as it is, in combined value. ``held``: actions stopped by week 0.
    """

    shift: int
    gain: float
    held: tuple[str, ...]


@dataclass(frozen=True)
class Avoided:
    """What mending one cause alone avoids: its gain over doing nothing, and its part of all of them.

    ``share`` is of the sum of the gains that are above zero; ``None`` where there are none.
    """

    gain: float
    share: float | None


def what_if(case: CaseFile, plan: Plan, shift: int) -> Shifted:
    """Return what it is worth to know ``-shift`` weeks earlier (or ``shift`` weeks later).

    Every action starts that many weeks from its own; none before week 0, and one that would start
    after the year does not. An earlier start may lie before the week from which the case replays: that
    is the point of the question. ``OperationsError`` if the plan is empty or a shift leaves no week.
    """
    horizon = case.operations.horizon
    if not plan:
        raise OperationsError("the plan is empty: there is nothing to move; give it at least one action")
    if abs(shift) >= horizon:
        raise OperationsError(f"shift is {shift}; allowed: {1 - horizon} to {horizon - 1} weeks")
    moved = [item.model_copy(update={"start": max(0, item.start + shift)}) for item in plan]
    within = tuple(item for item in moved if item.start < horizon)
    held = tuple(item.action for item in plan if item.start + shift < 0)
    was, now = _worth(case, [tuple(plan), within])
    return Shifted(shift, now - was, held)


def marginal(case: CaseFile, plan: Plan) -> dict[str, float]:
    """Return each action's marginal worth: the plan's worth less that of the plan without it.

    By action id, in combined value; what needs the action out loses its effect with it, and its price
    is saved. Marginal worths do not add up to the plan's: actions help and replace one another.
    """
    out = [tuple(item for item in plan if item is not one) for one in plan]
    whole, *without = _worth(case, [tuple(plan), *out])
    return {item.action: whole - worth for item, worth in zip(plan, without, strict=True)}


def mended_alone(case: CaseFile, mending: Mapping[str, Sequence[PlannedAction]]) -> dict[str, Avoided]:
    """Return what each cause, mended alone by its plan, avoids; for weighing a key's causes.

    ``mending``: cause id -> the plan that mends this cause and no other.
    """
    nothing, *worths = _worth(case, [(), *map(tuple, mending.values())])
    gains = {cause: worth - nothing for cause, worth in zip(mending, worths, strict=True)}
    total = sum(max(0.0, gain) for gain in gains.values())
    return {cause: Avoided(gain, max(0.0, gain) / total if total else None) for cause, gain in gains.items()}


def _worth(case: CaseFile, plans: Sequence[Plan]) -> list[float]:
    worths: list[float] = value(case, run(case, plans)).mean(axis=1).tolist()
    return worths
