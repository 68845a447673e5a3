"""The same possible years twice: by the vectorised model, and one at a time by its plain Python loop.

The loop of model ``x`` is ``x_loop.year(parameters, control, luck)`` in this folder; it shares no code
with the package. Both take turns in one process, and every year that the loop has run is compared.
Seconds are the processor's: what others do on the machine meanwhile is not counted.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import cycle, product
from typing import Any

from reference_cases import Plan, random_plans, reference_case

from lineofsight.model.case import CaseFile
from lineofsight.operations import model, run
from lineofsight.operations.compiler import Luck, compile_plans

# One possible year by the loop, prepared: calling it runs the year and returns its outcomes.
Year = Callable[[], dict[str, float]]


@dataclass(frozen=True)
class Compared:
    """Seconds a possible year takes by the model and by the loop, and the largest relative difference.

    ``looped``: how many years the loop has run and were compared.
    """

    ours: float
    plain: float
    difference: float
    looped: int


def compare(id: str, plans: int, replications: int, rounds: int = 3, seconds: float = 0.7) -> Compared:
    """Run random plans both ways, the model all years, the loop as many as ``seconds`` a round allow.

    A year costs the loop the same whatever comes before it, so some are enough. The best round of
    each counts: what others do on this machine only ever adds.
    """
    case = reference_case(id)
    tried = random_plans(case, plans)
    prepare = _preparing(case, tried, replications)
    lanes = cycle((plan, one) for one, plan in product(range(replications), range(plans)))
    ours = plain = float("inf")
    difference, looped = 0.0, 0
    for _ in range(rounds):
        start = time.process_time()
        outcomes = run(case, tried, replications=replications).outcomes
        ours = min(ours, (time.process_time() - start) / (plans * replications))
        spent, count = 0.0, 0
        while spent < seconds:
            plan, one = next(lanes)
            year = prepare(plan, one)
            start = time.process_time()
            expected = year()
            spent += time.process_time() - start
            count += 1
            got = {name: float(array[plan, one]) for name, array in outcomes.items()}
            difference = max(difference, _difference(got, expected))
        plain = min(plain, spent / count)
        looped += count
    return Compared(ours, plain, difference, looped)


def _preparing(case: CaseFile, plans: Sequence[Plan], replications: int) -> Callable[[int, int], Year]:
    """Return what prepares a year: controls and luck as plain lists, which a loop reads fastest."""
    id, seed, weeks = case.operations.model, case.operations.seed, case.operations.horizon
    chosen, loop = model(id), import_module(f"{id}_loop")
    parameters = {item.id: item.default for item in chosen.parameters} | dict(case.operations.parameters)
    noise = chosen.noise(seed, replications, weeks, parameters)
    moved = compile_plans(case, plans, chosen.controls, Luck(seed, replications))
    usual = {control.id: [float(control.default)] * weeks for control in chosen.controls}

    def prepare(plan: int, one: int) -> Year:
        weekly = usual | {name: array[plan, one].tolist() for name, array in moved.items()}
        luck = {name: _plainly(drawn[one].tolist()) for name, drawn in noise.items()}
        return lambda: loop.year(parameters, lambda name, week: weekly[name][week], luck)[0]

    return prepare


class Row(list[Any]):
    """Draws as a plain list, read faster than an array's, for loops that ask an array for its list and axes."""

    def tolist(self) -> list[Any]:
        """Return itself, as an array would return its numbers."""
        return self

    @property
    def ndim(self) -> int:
        """Return how many axes it has."""
        return 1 + (self[0].ndim if self and isinstance(self[0], Row) else 0)


def _plainly(drawn: Any) -> Any:
    return Row(map(_plainly, drawn)) if isinstance(drawn, list) else drawn


def _difference(got: dict[str, float], expected: dict[str, float]) -> float:
    """Return the largest relative difference (of numbers below 1, the absolute one)."""
    if set(got) != set(expected):
        return float("inf")
    return max(abs(got[name] - found) / max(1.0, abs(found)) for name, found in expected.items())
