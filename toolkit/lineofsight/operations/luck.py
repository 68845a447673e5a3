"""Luck: random streams that a model draws once per (seed, replication, time), never per plan.

Each stream has its own generator and is drawn row by row, so that the first replications are the same
however many are asked for, and a new stream changes no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from .protocol import Array


def stream(seed: int, model: str, name: str) -> np.random.Generator:
    """Return the generator of one named stream of one model's luck."""
    return np.random.default_rng([seed, crc32(model.encode()), crc32(name.encode())])


def mean_one(normal: Array, sd: float) -> Array:
    """Return lognormal factors with mean 1 from standard normal draws; ``sd`` is that of the log."""
    factors: Array = np.exp(sd * normal - sd * sd / 2)
    return factors
