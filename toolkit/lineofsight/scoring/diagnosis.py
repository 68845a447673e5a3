"""The diagnosis, 40 points: what was identified (25) and on which legs it stands (15).

A cause found earns weight x (1 - (1 - c)^2), its near statement half of that; any other claim costs
.25 c^2; an empty place costs nothing; the floor is 0. For a cause of 25 % this is the quadratic rule:
saying what one believes is the best policy (after Brier, 1950); a heavier cause rewards a little more.
Evidence is worth 15 x weight for a cause found and half of that for a near statement, in full on two
legs, a third of it on one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ..model.answers import CONFIDENCES, Claim, Diagnosis
from ..model.base import SIDES, Side
from ..model.case import Statement
from ..model.key import Solution
from ..model.score import Criterion, Reason, Score
from .matching import Match, cost, match

IDENTIFICATION = 25.0
EVIDENCE = 15.0
ONE_LEG = 1 / 3
FLOOR_NAMES = {"leadership": "upstairs", "operations": "the floor"}


class Diagnosable(Protocol):
    """Whatever has statements to choose from: a case or a twin."""

    def statement(self, id: str) -> Statement:
        """Return one statement."""
        ...


def score_diagnosis(
    diagnosis: Diagnosis, case: Diagnosable, key: Solution, visible: frozenset[str] | None = None
) -> Score:
    """Return the two criteria of a diagnosis with their reasons.

    ``visible``: the exhibits this seat could see (before pooling); a leg that it could not see is
    not asked for. ``None``: it could see all. The order of claims does not matter; each criterion's
    reasons add up to its points. A claim that names no statement of the case is ``UnknownName``.
    """
    matches = match(diagnosis.claims, key)
    return Score(
        criteria=(
            _identification(diagnosis.claims, matches, case, key),
            _evidence(matches, visible),
        )
    )


def _identification(
    claims: Sequence[Claim], matches: Sequence[Match], case: Diagnosable, key: Solution
) -> Criterion:
    unpaid = list(matches)
    reasons = []
    for claim in claims:
        found = next((item for item in unpaid if item.claim == claim), None)
        if found:
            unpaid.remove(found)
        reasons.append(_reason(claim, found, case, key))
    matched = {item.cause.id for item in matches}
    missed = [cause for cause in key.causes if cause.id not in matched]
    reasons += [Reason(text=f"Not named: {cause.title}.", points=0) for cause in missed]
    total = sum(reason.points for reason in reasons)
    if total < 0:
        reasons.append(Reason(text="Never below zero.", points=-total))
    return Criterion(
        id="identification",
        title="Causes identified",
        points=max(0.0, total),
        possible=IDENTIFICATION,
        reasons=tuple(reasons),
    )


def _reason(claim: Claim, found: Match | None, case: Diagnosable, key: Solution) -> Reason:
    said = f"“{case.statement(claim.statement).text}” ({CONFIDENCES[claim.confidence]})"
    if found is None:
        why, papers = _why_not(claim.statement, key)
        points = -IDENTIFICATION * cost(claim.confidence)
        return Reason(text=f"{said}: {why}", points=points, exhibits=papers)
    near = "close to a cause" if found.share < 1 else "a cause"
    text = f"{said}: {near}, with {found.cause.weight:.0%} of the weight."
    return Reason(text=text, points=IDENTIFICATION * found.earned)


def _why_not(statement: str, key: Solution) -> tuple[str, tuple[str, ...]]:
    """Return why a claim earned nothing, and the papers that show it."""
    for cause in key.causes:
        if statement in cause.exact or statement in cause.near:
            return f"the same cause as another of your claims ({cause.title}); it is paid once.", ()
    for herring in key.herrings:
        if herring.statement == statement:
            return f"not among the causes. {herring.breaks.strip()}", herring.papers
    return "not among the causes.", ()


def _evidence(matches: Sequence[Match], visible: frozenset[str] | None) -> Criterion:
    reasons = tuple(_legs(item, visible) for item in matches)
    return Criterion(
        id="evidence",
        title="Evidence from both sides" if visible is None else "Evidence from your own desk",
        points=sum(reason.points for reason in reasons),
        possible=EVIDENCE,
        reasons=reasons or (Reason(text="No cause found, so nothing to stand on.", points=0),),
    )


def _legs(found: Match, visible: frozenset[str] | None) -> Reason:
    asked = [side for side in SIDES if _seen(found, side, visible)]
    cited = set(found.claim.exhibits)
    bearing = {side: cited & set(found.cause.evidence.get(side, ())) for side in asked}
    standing = [side for side in asked if bearing[side]]
    share = 0.0
    if standing:
        share = 1.0 if len(standing) == len(asked) else ONE_LEG
    papers = tuple(sorted(paper for side in standing for paper in bearing[side]))
    return Reason(
        text=f"{found.cause.title}: {_words(asked, standing)}",
        points=EVIDENCE * found.cause.weight * found.share * share,
        exhibits=papers,
    )


def _seen(found: Match, side: Side, visible: frozenset[str] | None) -> bool:
    papers = found.cause.evidence.get(side, ())
    return bool(papers) and (visible is None or bool(visible & set(papers)))


def _words(asked: Sequence[Side], standing: Sequence[Side]) -> str:
    if not standing:
        return "none of the papers you cite bears on it."
    missing = [side for side in asked if side not in standing]
    if missing:
        return f"stands on one leg: nothing from {FLOOR_NAMES[missing[0]]}."
    return "stands on both legs." if len(asked) > 1 else "stands on the leg you could see."
