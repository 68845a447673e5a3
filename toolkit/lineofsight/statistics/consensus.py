"""The alignment gap: how far apart two sides stand, and over which statements."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from ..errors import StatisticsError

Matrix = Sequence[Sequence[float]]
Row = list[float]
FEWEST = 5
INTERVAL = (0.1, 0.9)


@dataclass(frozen=True)
class AlignmentGap:
    """Distance of two sides, 0 (the same) to 1 (nothing in common).

    ``drivers``: per statement its part of the gap (they add up to it). ``interval``: an 80 %
    bootstrap interval, or ``None`` with fewer than 5 people on a side. ``people``: (first, second).
    """

    gap: float
    drivers: tuple[float, ...]
    interval: tuple[float, float] | None
    people: tuple[int, int]

    def __str__(self) -> str:
        """Say it in a sentence that can be read out."""
        if self.interval is None:
            few = min(self.people)
            return f"The gap is {self.gap:.2f}; with {few} on a side, nobody can say how sure that is."
        low, high = self.interval
        return f"The gap is {self.gap:.2f}, likely between {low:.2f} and {high:.2f}."


def alignment_gap(first: Matrix, second: Matrix, *, seed: int, draws: int) -> AlignmentGap:
    """Return the total variation distance between the two sides' mean normalised rows.

    ``first``, ``second``: people x statements, weights >= 0 (a person's row is divided by its sum; an
    empty row counts as nothing said). Symmetric; the order of people does not matter; one person a
    side is allowed; both sides empty is 0, one empty is 1. ``draws`` bootstrap samples of people,
    seeded. ``StatisticsError`` names side, row and value. Total variation: half the sum of absolute
    differences of two distributions (e.g. Levin, Peres & Wilmer 2009, chapter 4).
    """
    rows = _rows(first, "first"), _rows(second, "second")
    widths = {len(row) for side in rows for row in side}
    if len(widths) > 1:
        raise StatisticsError(f"rows have {sorted(widths)} statements; allowed: the same for everybody")
    gap, drivers = _distance(_mean(rows[0]), _mean(rows[1]))
    enough = draws > 0 and min(len(rows[0]), len(rows[1])) >= FEWEST
    interval = _bootstrap(rows, seed, draws) if enough else None
    return AlignmentGap(gap, drivers, interval, (len(rows[0]), len(rows[1])))


def _rows(matrix: Matrix, name: str) -> list[Row]:
    if not matrix:
        raise StatisticsError(f"{name} has no people; allowed: at least one row")
    rows = []
    for person, row in enumerate(matrix):
        for value in row:
            if not isfinite(value) or value < 0:
                raise StatisticsError(f"{name}[{person}] holds {value}; allowed: 0 or more")
        total = sum(row)
        rows.append([value / total for value in row] if total else [0.0] * len(row))
    return rows


def _mean(rows: list[Row]) -> Row | None:
    said = [row for row in rows if any(row)]
    if not said:
        return None
    return [sum(values) / len(said) for values in zip(*said, strict=True)]


def _distance(first: Row | None, second: Row | None) -> tuple[float, tuple[float, ...]]:
    if first is None or second is None:
        present = first or second or []
        return (1.0 if present else 0.0), tuple(present)
    parts = tuple(abs(a - b) / 2 for a, b in zip(first, second, strict=True))
    return min(1.0, sum(parts)), parts


def _bootstrap(rows: tuple[list[Row], list[Row]], seed: int, draws: int) -> tuple[float, float]:
    chance = random.Random(seed)
    gaps = sorted(
        _distance(*(_mean(chance.choices(side, k=len(side))) for side in rows))[0] for _ in range(draws)
    )
    low, high = (gaps[round(q * (len(gaps) - 1))] for q in INTERVAL)
    return low, high
