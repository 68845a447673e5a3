"""Feedback on confidence, never points: what one was sure of, and how it came out."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.answers import Diagnosis
from ..model.case import Case
from ..model.key import Key
from ..statistics import brier

UNCLAIMED = 0.05
SURE = 0.8


@dataclass(frozen=True)
class Sureness:
    """Statements one was sure of and wrong about, and the Brier score over all statements."""

    sure_and_wrong: tuple[str, ...]
    brier: float


def sureness(diagnosis: Diagnosis, case: Case, key: Key) -> Sureness:
    """Return the feedback; statements that were not claimed are read as a stated 5 %.

    Sure is "very likely" or more. A near statement is not called wrong, nor does it count as true.
    """
    true = {statement for cause in key.causes for statement in cause.exact}
    near = {statement for cause in key.causes for statement in cause.near}
    said = {claim.statement: claim.confidence for claim in diagnosis.claims}
    wrong = tuple(
        statement
        for statement, confidence in said.items()
        if confidence >= SURE and statement not in true | near
    )
    forecasts = [said.get(statement.id, UNCLAIMED) for statement in case.statements]
    outcomes = [float(statement.id in true) for statement in case.statements]
    return Sureness(wrong, brier(forecasts, outcomes))
