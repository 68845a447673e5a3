"""A year, week by week: the loop that every model shares, and the cells that it fills."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from .protocol import Years

if TYPE_CHECKING:
    from .protocol import Array


class Operation(Protocol):
    """The state of one operation in all cells (plans, replications) at once."""

    def step(self, week: int) -> dict[str, Any]:
        """Let one week pass; return what can be seen of it, by signal."""
        ...

    def lagging(self, seen: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the signals that are worked out only when somebody keeps a signal."""
        ...

    def outcomes(self) -> dict[str, Array]:
        """Return the year's numbers, each (plans, replications)."""
        ...


def cells(settled: Mapping[str, Array], replications: int) -> tuple[int, int]:
    """Return (plans, replications) of settled controls; ``ValueError`` if they do not fit together."""
    shapes = (array.shape[:2] for array in settled.values())
    plans, years = np.broadcast_shapes(*shapes, (1, replications))
    return plans, years


def run_weeks(operation: Operation, shape: tuple[int, int], weeks: int, keep: Sequence[str]) -> Years:
    """Run all weeks; signals are kept only where asked for, each (plans, replications, weeks)."""
    kept = {name: np.empty((*shape, weeks)) for name in keep}
    for week in range(weeks):
        seen = operation.step(week)
        if kept:
            seen = {**seen, **operation.lagging(seen)}
        for name, array in kept.items():
            array[..., week] = seen[name]
    return Years(operation.outcomes(), kept)
