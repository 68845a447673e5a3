"""Control arrays as a model takes them: named, filled with defaults, inside their bounds, no nan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..errors import OperationsError, listing, suggestion
from .protocol import Control

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from .protocol import Array


def settle(known: Sequence[Control], given: Mapping[str, ArrayLike]) -> dict[str, Array]:
    """Return every control as (plans, replications, weeks), axes of length 1 where it does not vary.

    A control that is not given keeps its default. ``OperationsError`` for a name the model lacks, for
    more than three axes, and for a value that is nan or out of bounds, with the first such place.
    """
    controls = {control.id: control for control in known}
    for id in given:
        if id not in controls:
            raise OperationsError(
                f"there is no control {id!r}{suggestion(id, controls)}; {listing(controls)}"
            )
    return {id: _checked(control, given.get(id, control.default)) for id, control in controls.items()}


def _checked(control: Control, given: ArrayLike) -> Array:
    array = np.asarray(given, dtype=float)
    if array.ndim > 3:
        raise OperationsError(
            f"control {control.id} has {array.ndim} axes; allowed: 3 at most (plans, replications, weeks)"
        )
    array = array.reshape((1,) * (3 - array.ndim) + array.shape)
    # Written so that nan, which is neither, fails too.
    if not (array.min() >= control.low and array.max() <= control.high):
        at = tuple(int(i) for i in np.argwhere(~((array >= control.low) & (array <= control.high)))[0])
        raise OperationsError(
            f"control {control.id} is {array[at]:g} at (plan, replication, week) {at}; "
            f"allowed: {control.low:g} to {control.high:g} {control.unit}"
        )
    return array


def in_week(array: Array, week: int) -> Array:
    """Return a settled control's cells (plans, replications) in a week."""
    cells: Array = array[..., week if array.shape[-1] > 1 else 0]
    return cells
