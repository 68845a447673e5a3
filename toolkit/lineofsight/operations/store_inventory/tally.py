"""What is counted over a week: units by the article, added up over the articles for the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..protocol import Array

_UNITS = ("sold", "received", "loss", "ordered", "written_up", "written_down")
_EVENINGS = ("on_shelf", "record_in_stock", "accuracy", "counted", "looked_into")


class Tally:
    """Units (int16) and evenings or events (uint8) of the week, by article: (SKUS, P, R)."""

    def __init__(self, full: tuple[int, ...]) -> None:
        self.units = {name: np.zeros(full, np.int16) for name in _UNITS}
        self.evenings = {name: np.zeros(full, np.uint8) for name in _EVENINGS}

    def clear(self) -> None:
        """Begin a week."""
        for units in self.units.values():
            units.fill(0)
        for evenings in self.evenings.values():
            evenings.fill(0)

    def add(self, name: str, units: NDArray[np.int16]) -> None:
        """Add a day's units."""
        total = self.units[name]
        np.add(total, units, out=total)

    def mark(self, name: str, where: NDArray[np.bool_]) -> None:
        """Count the articles of which something is true today."""
        total = self.evenings[name]
        np.add(total, where.view(np.uint8), out=total)

    def week(self) -> dict[str, Array]:
        """Return the sums over the articles (P, R)."""
        sums = {name: over_articles(array) for name, array in self.units.items()}
        for name, array in self.evenings.items():
            # At most 7 for each of a few articles: the sum needs no larger kind of number.
            sums[name] = np.add.reduce(array, axis=0, dtype=np.uint8).astype(np.float64)
        return sums


def over_articles(units: NDArray[np.generic]) -> Array:
    """Return the sum over the articles (P, R): of whole numbers, so that no order rounds otherwise."""
    total: Array = np.add.reduce(units, axis=0, dtype=np.int32).astype(np.float64)
    return total
