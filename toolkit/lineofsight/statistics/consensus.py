"""The alignment gap: how far apart two sides stand, over which statements, and how near the truth."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import combinations

from ..errors import StatisticsError
from .numbers import FEWEST, WEIGHT, Allowed, Matrix, Numbers, same_width
from .resampling import Row, Side, apart, bootstrap_interval, mean, permutation_p

# More than half of what is said shared: together. More than half of it where the key has it: right.
HALF = 0.5


@dataclass(frozen=True)
class AlignmentGap:
    """Distance of two sides, 0 (the same) to 1 (nothing in common).

    ``drivers``: per statement its part of the gap (they add up to it). ``people``: how many said
    something (first, second). ``spread``: how far apart two people of the same side are on average,
    in the unit of the gap (first, second); ``None`` where fewer than two spoke. ``interval``: 80 %
    (see :func:`~.resampling.bootstrap_interval`) and ``p``: the share of random deals of the same
    people that are as far apart; both ``None`` with fewer than 5 people on a side or without draws.
    """

    gap: float
    drivers: tuple[float, ...]
    spread: tuple[float | None, float | None]
    interval: tuple[float, float] | None
    p: float | None
    people: tuple[int, int]

    def __str__(self) -> str:
        """Say it in sentences that can be read out."""
        few = min(self.people)
        if max(self.people) == 0:
            return "Nobody on either side has said anything yet, so there is no gap."
        if few == 0:
            return f"The gap is {self.gap:.2f}, because one side has not said anything yet."
        if self.interval is None or self.p is None:
            why = f"with {few} on a side" if few < FEWEST else "without random draws"
            return f"The gap is {self.gap:.2f}; {why}, nobody can say how sure that is."
        low, high = self.interval
        deals = round(100 * self.p)
        often = f"in about {deals} of 100" if deals else "in fewer than 1 of 100"
        return (
            f"The gap is {self.gap:.2f}, likely between {low:.2f} and {high:.2f}. Dealing the same people "
            f"to two sides at random makes a gap as wide {often} deals."
        )


@dataclass(frozen=True)
class FourCorners:
    """Together or apart, right or wrong.

    ``gap``: between the sides; ``to_key``: from each side to the key (first, second); all 0 to 1.
    ``people``: how many said something (first, second).
    """

    gap: float
    to_key: tuple[float, float]
    people: tuple[int, int]

    @property
    def together(self) -> bool:
        """Whether the sides share at least half of what they say."""
        return self.gap <= HALF

    @property
    def right(self) -> bool:
        """Whether, on average of the two sides, at least half of what they say is the key's."""
        return sum(self.to_key) / 2 <= HALF

    @property
    def corner(self) -> str:
        """One of "together and right", "together and wrong", "apart and right", "apart and wrong"."""
        return f"{'together' if self.together else 'apart'} and {'right' if self.right else 'wrong'}"

    def __str__(self) -> str:
        """Say it in sentences that can be read out."""
        if min(self.people) == 0:
            return "Both sides have to say something before anybody can tell where they stand."
        first, second = (f"{distance:.2f}" for distance in self.to_key)
        return (
            f"The sides are {self.corner}: {self.gap:.2f} from each other, {first} and {second} from what "
            f"happened ({self.people[0]} and {self.people[1]} people; 0 is the same, 1 nothing in common)."
        )


def alignment_gap(first: Matrix, second: Matrix, *, seed: int, draws: int) -> AlignmentGap:
    """Return the total variation distance between the two sides' mean normalised rows.

    ``first``, ``second``: people x statements, weights >= 0 (a person's row is divided by its sum; a
    row of zeros counts as nothing said and is left out). Symmetric; the order of people does not
    matter, not even to what is drawn; one person a side is allowed; both sides empty is 0, one empty
    is 1. ``draws``: bootstrap samples and random deals of people, seeded; 0 for none.
    ``StatisticsError`` names side, row, statement and value. Total variation: half the sum of absolute
    differences of two distributions (e.g. Levin, Peres & Wilmer 2009, "Markov Chains and Mixing
    Times", chapter 4). Why this one: docs/decisions/alignment-gap.md.
    """
    draws = int(Allowed(0, whole=True).number(draws, "draws"))
    one, other, width = _sides(first, second)
    gap, drivers = _distance(one, other, width)
    interval = p = None
    if draws > 0 and min(len(one), len(other)) >= FEWEST:
        chance = random.Random(seed)
        # In an order of their own: what is drawn depends no more on which side comes first.
        fewer, more = sorted((one, other))
        interval = bootstrap_interval(fewer, more, draws, chance)
        p = permutation_p(fewer, more, draws, chance)
    return AlignmentGap(gap, drivers, (_spread(one), _spread(other)), interval, p, (len(one), len(other)))


def four_corners(first: Matrix, second: Matrix, key: Numbers) -> FourCorners:
    """Return how far two sides are from each other and each from the key, and so which corner.

    ``first``, ``second`` as in :func:`alignment_gap`; ``key``: one weight >= 0 per statement, not all
    0. Together: a gap of at most 0.5; right: a mean distance to the key of at most 0.5. "Apart and
    right" is each side with another part of the truth. A side that has said nothing is at 1 from the
    key. ``StatisticsError`` names argument, index and what is allowed.
    """
    one, other, width = _sides(first, second)
    true = WEIGHT.row(key, "key")
    if len(true) != width:
        raise StatisticsError(f"key has {len(true)} weights; allowed: one for each of {width} statements")
    if not any(true):
        raise StatisticsError("key holds only 0; allowed: at least one weight above 0")
    truth = [_shares(true)]
    to_key = _distance(one, truth, width)[0], _distance(other, truth, width)[0]
    return FourCorners(_distance(one, other, width)[0], to_key, (len(one), len(other)))


def _sides(first: Matrix, second: Matrix) -> tuple[list[Row], list[Row], int]:
    """Return the shares of those who said something, in an order of their own, and the width."""
    shape = ("people", "statements")
    tables = WEIGHT.rows(first, "first", shape), WEIGHT.rows(second, "second", shape)
    width = len(tables[0][0])
    same_width(tables[1], width, "second", "statements")
    one, other = (sorted(_shares(row) for row in table if any(row)) for table in tables)
    return one, other, width


def _shares(row: Row) -> Row:
    most = max(row)  # first, so that huge weights cannot add up to infinity
    total = sum(weight / most for weight in row)
    return [weight / most / total for weight in row]


def _distance(one: Side, other: Side, width: int) -> tuple[float, tuple[float, ...]]:
    if not one and not other:
        return 0.0, (0.0,) * width
    if not one or not other:
        return 1.0, tuple(mean(one or other))
    rows = mean(one), mean(other)
    return apart(*rows), tuple(abs(a - b) / 2 for a, b in zip(*rows, strict=True))


def _spread(side: Side) -> float | None:
    distances = [apart(a, b) for a, b in combinations(side, 2)]
    return sum(distances) / len(distances) if distances else None
