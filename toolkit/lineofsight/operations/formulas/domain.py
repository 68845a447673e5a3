"""The domain of a formula: what an argument may be, and how numbers or rows of numbers go in and out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ...errors import OperationsError

if TYPE_CHECKING:
    from ..protocol import Array

    Values = float | Array

# Beyond this the square of a number, or the product of three, is no longer a number.
LARGEST = 1e100
MOST_SERVERS = 100_000


@dataclass(frozen=True)
class Domain:
    """Numbers from ``low`` to ``high``, both allowed; ``text`` says it to the one who left it."""

    low: float
    high: float
    text: str
    whole: bool = False

    def outside(self, values: Array) -> NDArray[np.bool_]:
        """Return where values are not allowed (nan never is)."""
        wrong: NDArray[np.bool_] = ~((values >= self.low) & (values <= self.high))
        if self.whole:
            wrong |= values != np.round(values)
        return wrong


_BELOW_ONE = float(np.nextafter(1, 0))
FINITE = Domain(-LARGEST, LARGEST, f"{-LARGEST:g} to {LARGEST:g}")
NOT_NEGATIVE = Domain(0, LARGEST, f"0 to {LARGEST:g}")
POSITIVE = Domain(1 / LARGEST, LARGEST, f"above 0 ({1 / LARGEST:g} to {LARGEST:g})")
ONE_OR_MORE = Domain(1, LARGEST, f"1 to {LARGEST:g}")
WHOLE = Domain(0, LARGEST, f"a whole number, 0 to {LARGEST:g}", whole=True)
COUNT = Domain(1, LARGEST, f"a whole number, 1 to {LARGEST:g}", whole=True)
SERVERS = Domain(1, MOST_SERVERS, f"a whole number, 1 to {MOST_SERVERS:,}", whole=True)
SHARE = Domain(0, 1, "0 to 1")
PART = Domain(1 / LARGEST, _BELOW_ONE, "between 0 and 1, neither of them")
UTILISATION = Domain(
    0,
    _BELOW_ONE,
    "0 to below 1; from 1 on the queue is unstable, and more capacity or less work makes it stable",
)


@dataclass(frozen=True, eq=False)
class Arguments:
    """A formula's arguments by name, each within its domain: a number or a row of numbers."""

    given: Mapping[str, Array]

    def rows(self) -> tuple[Array, ...]:
        """Return the arguments as rows of one length, in the order in which they were given."""
        try:
            return np.broadcast_arrays(*(np.atleast_1d(values) for values in self.given.values()))
        except ValueError:
            sizes = ", ".join(f"{name} has {values.size}" for name, values in self.given.items())
            raise OperationsError(
                f"rows of different length ({sizes}); allowed: the same number of values, or one"
            ) from None

    def back(self, row: Array) -> Values:
        """Return a result as it was asked for: a float if every argument was one number, else the row."""
        return row if any(values.ndim for values in self.given.values()) else float(row[0])

    def refuse(self, wrong: NDArray[np.bool_], why: Callable[[int], str]) -> None:
        """Raise ``OperationsError`` if anything is wrong, with the arguments at the first such place."""
        if wrong.any():
            place = int(np.argmax(wrong))
            found = ", ".join(_said(name, values, place) for name, values in self.given.items())
            raise OperationsError(f"{found}: {why(place)}")


def checked(**arguments: tuple[ArrayLike, Domain]) -> Arguments:
    """Return arguments that are numbers or rows of numbers, each within its domain.

    ``OperationsError`` names the first that is not: argument, value, its index in a row, what is allowed.
    """
    given = {name: _numbers(name, value) for name, (value, _) in arguments.items()}
    for name, values in given.items():
        domain = arguments[name][1]
        wrong = np.atleast_1d(domain.outside(values))
        if wrong.any():
            raise OperationsError(f"{_said(name, values, int(np.argmax(wrong)))}; allowed: {domain.text}")
    return Arguments(given)


def single(name: str, value: ArrayLike, domain: Domain) -> float:
    """Return an argument of which there is only one; errors as in :func:`checked`."""
    values = checked(**{name: (value, domain)}).given[name]
    if values.ndim:
        raise OperationsError(f"{name} has {values.size} values; allowed: one number")
    return float(values)


def _numbers(name: str, value: ArrayLike) -> Array:
    try:
        values = np.asarray(value)
    except ValueError:
        raise OperationsError(f"{name} has rows of different length; allowed: one row of numbers") from None
    if values.ndim > 1:
        raise OperationsError(f"{name} has {values.ndim} dimensions; allowed: a number or one row of numbers")
    if not values.size:
        raise OperationsError(f"{name} is empty; allowed: at least one number")
    if values.dtype.kind not in "iuf":
        raise OperationsError(f"{name} is {value!r:.60}; allowed: a number or one row of numbers")
    return values.astype(np.float64)


def _said(name: str, values: Array, place: int) -> str:
    if not values.ndim:
        return f"{name} is {float(values):.10g}"
    place = place if values.size > 1 else 0
    return f"{name}[{place}] is {values[place]:.10g}"
