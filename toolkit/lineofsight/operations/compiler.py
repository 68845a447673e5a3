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

_NEUTRAL = {"sum": 0.0, "product": 1.0, "max": -np.inf}
_JOIN = {"sum": np.add, "product": np.multiply, "max": np.maximum}


@dataclass(frozen=True)
class Move:
    """One effect at work: on which control, from which week up to (not including) which."""

    control: str
    first: int
    last: int
    action: str
    at: int
    value: tuple[float, float]


def moves(case: CaseFile, plan: Plan) -> Iterator[Move]:
    """Yield the effects of a plan that come to work within the horizon."""
    actions = {action.id: action for action in case.planning.actions}
    horizon = case.operations.horizon
    running = {item.action: item for item in plan if begun(item)}
    for item in running.values():
        if item.action not in actions:
            raise OperationsError(f"there is no action {item.action!r}{suggestion(item.action, actions)}")
        action = actions[item.action]
        yield Move("spending", item.start, item.start + 1, action.id, -1, (action.price, action.price))
        ready = _ready(action, running, actions)
        if ready is None:
            continue
        for at, effect in enumerate(action.effects):
            first, last = _span(effect, item, action, ready, horizon)
            if first < last:
                yield Move(effect.control, first, last, action.id, at, effect.value)


def compile_plans(
    case: CaseFile, plans: Sequence[Plan], controls: Sequence[Control], seed: int, replications: int
) -> dict[str, Array]:
    """Return every control as an array that broadcasts to (plans, replications, weeks).

    Controls that no plan moves stay (1, 1, 1). ``OperationsError`` for a control the model lacks.
    """
    known = {control.id: control for control in controls}
    arrays = {id: np.full((1, 1, 1), control.default) for id, control in known.items()}
    touched: dict[str, Array] = {}
    shape = (len(plans), replications, case.operations.horizon)
    for row, plan in enumerate(plans):
        for move in moves(case, plan):
            if move.control not in known:
                names = listing(known)
                raise OperationsError(
                    f"there is no control {move.control!r}{suggestion(move.control, known)}; {names}"
                )
            control = known[move.control]
            if control.id not in touched:
                touched[control.id] = np.full(shape, _NEUTRAL[control.combine])
            last = move.first + 1 if control.once else move.last
            cells = touched[control.id][row, :, move.first : last]
            value = _drawn(move, seed, replications)[:, None]
            _JOIN[control.combine](cells, value, out=cells)
    for id, array in touched.items():
        joined = _JOIN[known[id].combine](array, known[id].default)
        arrays[id] = np.clip(joined, known[id].low, known[id].high)
    return arrays


def _ready(
    action: Action, running: Mapping[str, PlannedAction], actions: Mapping[str, Action]
) -> tuple[int, int] | None:
    """Return the weeks in which all that an action needs is in force, or ``None``."""
    first, last = 0, 10_000
    for need in action.needs:
        if need not in running:
            return None
        other = running[need]
        first = max(first, other.start + actions[need].lead)
        last = min(last, 10_000 if other.stop is None else other.stop)
    return first, last


def _span(
    effect: Effect, item: PlannedAction, action: Action, ready: tuple[int, int], horizon: int
) -> tuple[int, int]:
    first = max(item.start + (action.lead if effect.delay is None else effect.delay), ready[0])
    last = horizon if effect.weeks is None else first + effect.weeks
    if effect.window is not None:
        first, last = max(first, effect.window[0]), min(last, effect.window[1] + 1)
    if item.stop is not None:
        last = min(last, item.stop)
    return first, min(last, ready[1], horizon)


def _drawn(move: Move, seed: int, replications: int) -> Array:
    low, high = move.value
    if low == high:
        return np.full(replications, low)
    draw = np.random.default_rng([seed, crc32(move.action.encode()), move.at])
    values: Array = low + (high - low) * draw.random(replications)
    return values
