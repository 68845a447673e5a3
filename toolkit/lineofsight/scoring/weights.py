"""A diagnosis as a row of weights over the statements, and how far it is from the key's row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model.answers import MOST_CLAIMS, Diagnosis
from ..model.case import Case
from ..model.key import Key
from .matching import NEAR


def weights(diagnosis: Diagnosis) -> dict[str, float]:
    """Return statement -> weight, rank times confidence (rank 1 counts 5, rank 5 counts 1)."""
    return {
        claim.statement: (MOST_CLAIMS - rank) * claim.confidence
        for rank, claim in enumerate(diagnosis.claims)
    }


def as_row(weighted: Mapping[str, float], case: Case) -> list[float]:
    """Return the weights in the order of the case's statements (a row for the statistics)."""
    return [weighted.get(statement.id, 0.0) for statement in case.statements]


def key_row(case: Case, key: Key) -> list[float]:
    """Return the key as a row: each cause's weight, shared by the statements that name it."""
    shares: dict[str, float] = {}
    for cause in key.causes:
        for statement in cause.exact:
            shares[statement] = shares.get(statement, 0.0) + cause.weight / len(cause.exact)
    return as_row(shares, case)


def distance_to_key(diagnosis: Diagnosis, case: Case, key: Key) -> float:
    """Return the total variation distance to the key: 0 the same, 1 nothing in common.

    Half of the weight on a near statement counts as if it lay on the cause itself.
    """
    weighted = _towards_causes(weights(diagnosis), key)
    total = sum(weighted.values())
    if total == 0:
        return 1.0
    row = [value / total for value in as_row(weighted, case)]
    return _total_variation(row, key_row(case, key))


def _towards_causes(weighted: Mapping[str, float], key: Key) -> dict[str, float]:
    moved = dict(weighted)
    for cause in key.causes:
        for near in cause.near:
            part = NEAR * weighted.get(near, 0.0)
            if part and not set(cause.exact) & set(weighted):
                moved[near] -= part
                moved[cause.exact[0]] = moved.get(cause.exact[0], 0.0) + part
    return moved


def _total_variation(first: Sequence[float], second: Sequence[float]) -> float:
    return sum(abs(a - b) for a, b in zip(first, second, strict=True)) / 2
