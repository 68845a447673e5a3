"""The store's luck: chances by the day and article, the same for all plans, and how even they are.

A chance lies between 0 and 1, and a rate is inverted at it: at a higher rate the same chance never
gives less. With ``noise`` below 1 chances move less far from an even sequence (steps of an irrational
length, which fill the interval evenly), so that articles see what is usual as often as it is usual; at
0 every possible year is that even one. At any ``noise``, each stream's chances are uniform over time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ..luck import stream

if TYPE_CHECKING:
    from ..protocol import Array

Chances = NDArray[np.float32]
Counts = NDArray[np.uint8]

# Typical articles that stand for the whole store in a possible year: all alike in their rates.
SKUS = 10
DAYS = 7
# Most events of an article in a day: far beyond what its rates can bring, and what a byte holds.
MOST = 255
# Each stream, and the number whose square root is the step of its even sequence.
STREAMS = {
    "demand": 5, "loss": 2, "misplaced": 3, "found": 7, "misscan": 11, "override": 13, "check": 17, "supply": 19,
}  # fmt: skip


def daily(seed: int, model: str, name: str, shape: tuple[int, int], noise: float) -> Chances:
    """Return a stream's chances (R, days, SKUS), drawn row by row and stored day by day."""
    replications, days = shape
    drawn = stream(seed, model, name).random((replications, days, SKUS), dtype=np.float32)
    even = np.arange(1, days + 1)[:, None] * STREAMS[name] ** 0.5 + np.arange(SKUS) / SKUS
    chances = np.float32(noise) * drawn + (even % 1).astype(np.float32)
    chances -= np.floor(chances)
    # A day's chances of all years lie side by side in memory.
    return np.moveaxis(np.ascontiguousarray(np.moveaxis(chances, 0, -1)), -1, 0)


def once(seed: int, model: str, name: str, shape: tuple[int, int], noise: float) -> Array:
    """Return chances (R, N) that are drawn once a year; without noise, evenly spread."""
    even = (np.arange(shape[1]) + 0.5) / shape[1]
    return (even + noise * stream(seed, model, name).random(shape)) % 1


def turns(chance: Array) -> Array:
    """Return the articles' places (SKUS, R) in a round, evenly spread in 0..1, from chances (R, 1)."""
    places: Array = (np.arange(SKUS)[:, None] + chance[:, 0]) / SKUS
    return places


def edges(rate: Array, most: float) -> list[Chances]:
    """Return the chances above which there are at least 1, 2, ... events, Poisson at ``rate`` (P, R).

    As many as it takes for no chance up to ``most`` to lie above the last, ``MOST`` if need be.
    """
    term = np.exp(-rate)
    below, found = term, [term.astype(np.float32)]
    while found[-1].min() < most and len(found) <= MOST:
        term = term * rate / len(found)
        below = below + term
        found.append(below.astype(np.float32))
    return found[:-1]


def events(chances: Chances, above: Sequence[Chances], out: Counts) -> Counts:
    """Return how many events there are at these chances (..., 1, R), in ``out`` (..., P, R)."""
    out.fill(0)
    for edge in above:
        np.add(out, (chances > edge).view(np.uint8), out=out)
    return out
