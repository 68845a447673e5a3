"""A year, week by week: the run that every model shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from .controls import settle
from .protocol import Years

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from .protocol import Array, Control


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


class WeeklyModel:
    """What every model's ``run`` is: controls settled, the operation's state set up, week after week.

    ``operation`` makes the state of (shape, controls, parameters, noise); ``by_week`` names a stream of
    the noise that is shaped (replications, weeks). Cells are independent.
    """

    controls: Sequence[Control]
    operation: Callable[..., Operation]
    by_week: str

    def run(
        self,
        controls: Mapping[str, ArrayLike],
        parameters: Mapping[str, float],
        noise: Mapping[str, Any],
        keep: Sequence[str] = (),
    ) -> Years:
        """Return the years; controls broadcast to (P, R, T), T weeks as in the noise.

        Signals are kept only where asked for, each (P, R, T). ``OperationsError`` for an unknown
        control, nan, or a value out of bounds; ``ValueError`` if controls do not fit together.
        """
        settled = settle(self.controls, controls)
        replications, weeks = noise[self.by_week].shape
        shapes = (array.shape[:2] for array in settled.values())
        shape = np.broadcast_shapes(*shapes, (1, replications))
        operation = self.operation(shape, settled, parameters, noise)
        kept = {name: np.empty((*shape, weeks)) for name in keep}
        for week in range(weeks):
            seen = operation.step(week)
            if kept:
                seen = {**seen, **operation.lagging(seen)}
            for name, array in kept.items():
                array[..., week] = seen[name]
        return Years(operation.outcomes(), kept)
