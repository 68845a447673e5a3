"""Numbers as they come in: shapes and values checked once, with words for what is wrong and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf, isfinite, isnan
from typing import TYPE_CHECKING, Any

from ..errors import StatisticsError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Counts = NDArray[np.integer[Any]]

# Anything that can be read one by one: lists, tuples, numpy arrays, a column of a frame.
Numbers = Iterable[float]
Matrix = Iterable[Iterable[float]]

# Beyond, squares and their sums are no longer finite.
HUGE = 1e100

# With fewer people no p and no interval is given: they would promise more than so few can tell.
FEWEST = 5


@dataclass(frozen=True)
class Allowed:
    """What a number may be: at least ``low``, at most ``high``, whole or not, nan (missing) or not."""

    low: float = -HUGE
    high: float = HUGE
    whole: bool = False
    missing: bool = False

    def __str__(self) -> str:
        """Say it as an error ends."""
        if self.whole and (self.low, self.high) == (0, 1):
            return "0 or 1"
        if self.high < HUGE:
            span = f"{self.low:g} to {self.high:g}"
        else:
            span = f"{self.low:g} or more" if self.low > -HUGE else f"a finite number (up to {HUGE:g})"
        whole = ", in whole numbers" if self.whole else ""
        return span + whole + (", or nan where it is missing" if self.missing else "")

    def number(self, value: Any, name: str) -> float:
        """Return ``value`` as a float; ``StatisticsError`` names it and what is allowed."""
        try:
            found = float(value)
        except (TypeError, ValueError):
            raise StatisticsError(f"{name} is {value!r}, which is no number; allowed: {self}") from None
        if isnan(found) and self.missing:
            return found
        if not (isfinite(found) and self.low <= found <= self.high) or (self.whole and found % 1):
            raise StatisticsError(f"{name} is {found:g}; allowed: {self}")
        return found

    def row(self, values: Any, name: str) -> list[float]:
        """Return ``values`` as a list of floats; ``StatisticsError`` gives the index."""
        listed = plain(values)
        if isinstance(listed, str) or not isinstance(listed, Iterable):
            raise StatisticsError(f"{name} is {listed!r}; allowed: a row of numbers, each {self}")
        return [self.number(value, f"{name}[{index}]") for index, value in enumerate(listed)]

    def rows(
        self, values: Any, name: str, shape: tuple[str, str], least: tuple[int, int] = (1, 1)
    ) -> list[list[float]]:
        """Return ``values`` as equally long lists, at least ``least`` rows and columns.

        ``shape`` says what a row and a column are, in the plural: ("people", "statements").
        """
        listed = plain(values)
        if isinstance(listed, str) or not isinstance(listed, Iterable):
            raise StatisticsError(f"{name} is {listed!r}; allowed: a table of {' x '.join(shape)}")
        table = [self.row(row, f"{name}[{index}]") for index, row in enumerate(listed)]
        width = len(table[0]) if table else least[1]
        same_width(table, width, name, shape[1])
        for count, enough, what in zip((len(table), width), least, shape, strict=True):
            if count < enough:
                raise StatisticsError(f"{name} has {count or 'no'} {what}; allowed: {enough} or more")
        return table


ANY = Allowed()
BINARY = Allowed(0, 1, whole=True)
PROBABILITY = Allowed(0, 1)
WEIGHT = Allowed(0, inf)


def plain(values: Any) -> Any:
    """Return arrays and frames as lists (without importing what made them), all else as it is."""
    for unpack in ("to_numpy", "tolist"):
        if hasattr(values, unpack):
            values = getattr(values, unpack)()
    return values


def same_width(table: Sequence[Sequence[float]], width: int, name: str, across: str) -> None:
    """Raise ``StatisticsError`` for the first row that is not ``width`` long."""
    for index, row in enumerate(table):
        if len(row) != width:
            raise StatisticsError(
                f"{name}[{index}] has {len(row)} {across}; allowed: the same for everybody ({width})"
            )


def pairs(first: Sequence[float], second: Sequence[float], names: tuple[str, str]) -> None:
    """Raise ``StatisticsError`` unless both are equally long and hold something."""
    if len(first) != len(second) or not first:
        raise StatisticsError(
            f"{names[0]} and {names[1]} must be equally many and at least one; "
            f"got {len(first)} and {len(second)}"
        )
