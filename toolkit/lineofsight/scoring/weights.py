"""A diagnosis as a row of weights over the statements, and how far it is from the key's row."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.answers import MOST_CLAIMS, Diagnosis
from ..model.case import Case
from ..model.key import Cause, Key
from .matching import NEAR


def weights(diagnosis: Diagnosis) -> dict[str, float]:
    """Return statement -> weight: rank (first 5, second 4 ... fifth 1) times confidence (0 to 1).

    So rank, which earns no points, says here what a person holds to matter most.
    """
    return {
        claim.statement: (MOST_CLAIMS - rank) * claim.confidence
        for rank, claim in enumerate(diagnosis.claims)
    }


def as_row(weighted: Mapping[str, float], case: Case) -> list[float]:
    """Return the weights in the order of the case's statements (a row for the statistics)."""
    return [weighted.get(statement.id, 0.0) for statement in case.statements]


def distance_to_key(diagnosis: Diagnosis, key: Key) -> float:
    """Return the total variation distance to the key's weights: 0 the same, 1 nothing in common.

    Weight on any statement that names a cause lies on that cause; of the weight on a near statement
    half does, as long as the cause itself is not claimed. The rest lies on no cause. An empty
    diagnosis is at 1.
    """
    weighted = weights(diagnosis)
    total = sum(weighted.values())
    if total == 0:
        return 1.0
    apart = sum(abs(_on(cause, weighted) / total - cause.weight) for cause in key.causes)
    elsewhere = 1 - sum(_on(cause, weighted) for cause in key.causes) / total
    return min(1.0, (apart + elsewhere) / 2)


def _on(cause: Cause, weighted: Mapping[str, float]) -> float:
    named = sum(weighted.get(statement, 0.0) for statement in cause.exact)
    return named or NEAR * sum(weighted.get(statement, 0.0) for statement in cause.near)
