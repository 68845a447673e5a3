"""The compiler: plans in, control arrays out, each effect somewhere in its stated range.

Where in its range an effect lies is luck of the possible year: drawn once per (seed, action, effect,
replication), never per plan, so that all plans meet the same years.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from ..errors import OperationsError, listing, suggestion
from ..model.answers import PlannedAction
from ..model.case import CaseFile
from ..model.catalogue import Action, Effect
from .plans import Plan, begun
from .protocol import Control

if TYPE_CHECKING:
    from .protocol import Array

_JOIN = {"sum": np.add, "product": np.multiply, "max": np.maximum}
_NEVER = 10_000
SPENDING = "spending"


@dataclass(frozen=True)
class Move:
    """One effect at work: on which control, from which week up to (not including) which.

    ``started`` .. ``first``: set going, but not come yet (as far as nobody stops it).
    """

    control: str
    started: int
    arriving: int
    first: int
    last: int
    action: str
    at: int
    value: tuple[float, float]


class Luck:
    """Where in their ranges the effects lie, in each possible year."""

    def __init__(self, seed: int, replications: int) -> None:
        self.seed = seed
        self.replications = replications
        self._drawn: dict[tuple[str, int], Array] = {}

    def of(self, move: Move) -> Array | float:
        """Return a move's value in each replication (R,), or one number if its range is a point."""
        low, high = move.value
        if low == high:
            return low
        key = (move.action, move.at)
        if key not in self._drawn:
            draw = np.random.default_rng([self.seed, crc32(move.action.encode()), move.at])
            self._drawn[key] = low + (high - low) * draw.random(self.replications)
        return self._drawn[key][:, None]


def moves(case: CaseFile, plan: Plan) -> Iterator[Move]:
    """Yield the effects of a plan that are set going or come to work within the horizon."""
    actions = {action.id: action for action in case.planning.actions}
    horizon = case.operations.horizon
    running = _running(plan, actions)
    for item in running.values():
        action, start = actions[item.action], item.start
        price = (action.price, action.price)
        yield Move(SPENDING, start, start, start, start + 1, action.id, -1, price)
        ready = _ready(action, running, actions)
        if ready is None:
            continue
        until = min(ready[1], horizon, _NEVER if item.stop is None else item.stop)
        for at, effect in enumerate(action.effects):
            first, last = _span(effect, item, action, ready[0])
            if first < last:
                arriving, last = min(first, until), min(last, until)
                yield Move(effect.control, start, arriving, first, last, action.id, at, effect.value)


def compile_plans(
    case: CaseFile, plans: Sequence[Plan], controls: Sequence[Control], luck: Luck
) -> dict[str, Array]:
    """Return the controls that these plans move, each (plans, replications, weeks).

    Weeks lie outermost in memory: a model that goes week by week reads them in one piece.
    ``OperationsError`` for an action or a control that does not exist, and for one planned twice.
    """
    known = {control.id: control for control in controls}
    shape = (case.operations.horizon, len(plans), luck.replications)
    touched: dict[str, Array] = {}

    def join(control: Control, row: int, first: int, last: int, value: Array | float) -> None:
        if control.id not in touched:
            touched[control.id] = np.moveaxis(np.full(shape, float(control.default)), 0, -1)
        cells = touched[control.id][row, :, first:last]
        _JOIN[control.combine](cells, value, out=cells)

    for row, plan in enumerate(plans):
        for move in moves(case, plan):
            if move.control not in known:
                names = listing(known)
                raise OperationsError(
                    f"there is no control {move.control!r}{suggestion(move.control, known)}; {names}"
                )
            control, value = known[move.control], luck.of(move)
            if control.pending and move.started < move.arriving:
                join(known[control.pending], row, move.started, move.arriving, value)
            last = min(move.last, move.first + 1) if control.once else move.last
            if move.first < last:
                join(control, row, move.first, last, value)
    for id, array in touched.items():
        np.clip(array, known[id].low, known[id].high, out=array)
    return touched


def _running(plan: Plan, actions: Mapping[str, Action]) -> dict[str, PlannedAction]:
    running: dict[str, PlannedAction] = {}
    for item in plan:
        if item.action not in actions:
            near = suggestion(item.action, actions)
            raise OperationsError(f"there is no action {item.action!r}{near}; {listing(actions)}")
        if item.action in running:
            raise OperationsError(f"the action {item.action!r} is in the plan twice; allowed: once")
        if begun(item):
            running[item.action] = item
    return running


def _ready(
    action: Action, running: Mapping[str, PlannedAction], actions: Mapping[str, Action]
) -> tuple[int, int] | None:
    """Return the weeks in which all that an action needs is in force, or ``None``."""
    first, last = 0, _NEVER
    needed, seen = list(action.needs), {action.id}
    while needed:
        need = needed.pop()
        if need in seen:
            continue
        if need not in running:
            return None
        seen.add(need)
        needed += actions[need].needs
        other = running[need]
        first = max(first, other.start + actions[need].lead)
        last = min(last, _NEVER if other.stop is None else other.stop)
    return first, last


def _span(effect: Effect, item: PlannedAction, action: Action, ready: int) -> tuple[int, int]:
    first = max(item.start + (action.lead if effect.delay is None else effect.delay), ready)
    last = _NEVER if effect.weeks is None else first + effect.weeks
    if effect.window is not None:
        first, last = max(first, effect.window[0]), min(last, effect.window[1] + 1)
    return first, last
