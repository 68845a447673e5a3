"""What a diagnosis named: how many causes, what they weigh, and the claims that named none."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.answers import Diagnosis
from ..model.key import Solution
from .matching import match


@dataclass(frozen=True)
class Named:
    """Causes named and what they weigh (0 to 1), causes that a claim came close to, all other claims.

    It counts what was said, whatever the confidence; the points weigh that as well.
    """

    causes: int
    weight: float
    near: int
    others: int


def named(diagnosis: Diagnosis, key: Solution) -> Named:
    """Return what a diagnosis named; a cause claimed twice is named once, by the claim that earns most."""
    matches = match(diagnosis.claims, key)
    exact = [found for found in matches if found.share == 1]
    return Named(
        causes=len(exact),
        weight=sum(found.cause.weight for found in exact),
        near=len(matches) - len(exact),
        others=len(diagnosis.claims) - len(matches),
    )
