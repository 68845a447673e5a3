"""Doubt it: does the order of plans hold when an assumption is moved within its range?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..errors import OperationsError
from ..model.case import CaseFile
from .plans import Plan
from .running import run, value


@dataclass(frozen=True)
class Standing:
    """How plans stand under one set of assumptions.

    ``gains``: each plan's mean combined value over doing nothing under the same assumptions;
    ``order``: the plans' positions, best first (of equal ones the earlier first).
    """

    assumptions: dict[str, float]
    gains: tuple[float, ...]
    order: tuple[int, ...]


def doubt(
    case: CaseFile, plans: Sequence[Plan], moved: Sequence[Mapping[str, float]]
) -> tuple[Standing, ...]:
    """Return the plans' standing as the case assumes, then under each set of moved assumptions.

    All on the same possible years. ``OperationsError`` for an assumption that the case does not
    doubt, or a value outside the range it states.
    """
    for assumptions in moved:
        _within(case, assumptions)
    return tuple(_standing(case, plans, assumptions) for assumptions in ({}, *moved))


def _within(case: CaseFile, assumptions: Mapping[str, float]) -> None:
    ranges = {doubt.parameter: doubt for doubt in case.operations.doubts}
    for name, found in assumptions.items():
        if name not in ranges:
            allowed = ", ".join(ranges) or "none"
            raise OperationsError(f"{name!r} is not among the case's doubts; allowed: {allowed}")
        low, high = ranges[name].low, ranges[name].high
        if not low <= found <= high:
            raise OperationsError(f"the assumption {name} is {found:g}; allowed: {low:g} to {high:g}")


def _standing(case: CaseFile, plans: Sequence[Plan], assumptions: Mapping[str, float]) -> Standing:
    values = value(case, run(case, [(), *plans], parameters=assumptions)).mean(axis=1)
    gains = tuple(float(one - values[0]) for one in values[1:])
    order = tuple(sorted(range(len(gains)), key=lambda at: (-gains[at], at)))
    return Standing(dict(assumptions), gains, order)
