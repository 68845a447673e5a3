"""What an operations model is: named parameters, controls, outcomes and signals, and one pure function.

Arrays are shaped (plans P, replications R, weeks T). This module imports no numpy, so that names can
be read (by the check of a case, say) without paying for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

    Array = NDArray[np.float64]

Better = Literal["up", "down"]


@dataclass(frozen=True)
class Parameter:
    """A constant of the model: its unit, default, range, and where it comes from."""

    id: str
    unit: str
    default: float
    low: float
    high: float
    source: str
    text: str


@dataclass(frozen=True)
class Control:
    """What an action may move, week by week.

    ``combine``: how several actions' values join the default (sum, product, max); the result is cut
    to ``low`` .. ``high``. ``once``: an event of the week in which the effect begins (people who sit
    down), not a level that lasts. ``pending``: the control that shows what a plan has set going and
    what has not come yet (people on order), from the action's start to that event.
    """

    id: str
    unit: str
    low: float
    high: float
    default: float
    combine: Literal["sum", "product", "max"]
    text: str
    once: bool = False
    pending: str = ""


@dataclass(frozen=True)
class Outcome:
    """One number a year."""

    id: str
    title: str
    unit: str
    better: Better
    text: str


@dataclass(frozen=True)
class Signal:
    """One number a week."""

    id: str
    title: str
    unit: str
    better: Better | None
    text: str


def signal(id: str, title: str, unit: str, better: Better | None, text: str = "") -> Signal:
    """Return a signal whose title says enough where there is no further text."""
    return Signal(id, title, unit, better, text or title)


@dataclass(frozen=True, eq=False)
class Years:
    """What a run gives: outcomes (P, R) by id, and signals (P, R, T) for the ids that were kept."""

    outcomes: dict[str, Array]
    signals: dict[str, Array]


class OperationsModel(Protocol):
    """One operation, by the week. ``run`` is pure: same controls, parameters and noise, same years."""

    id: str
    version: int
    parameters: Sequence[Parameter]
    controls: Sequence[Control]
    outcomes: Sequence[Outcome]
    signals: Sequence[Signal]

    def noise(self, seed: int, replications: int, weeks: int, parameters: Mapping[str, float]) -> Any:
        """Return the luck of each (replication, week), the same for every plan.

        The first replications are the same however many are asked for.
        """
        ...

    def run(
        self,
        controls: Mapping[str, ArrayLike],
        parameters: Mapping[str, float],
        noise: Any,
        keep: Sequence[str] = (),
    ) -> Years:
        """Return the years for controls that broadcast to (P, R, T); one not given keeps its default.

        What happens in a week depends on no later week. ``OperationsError`` for an unknown control,
        nan, or a value out of bounds.
        """
        ...
