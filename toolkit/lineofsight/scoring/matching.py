"""Which claim pays for which cause: each cause once, each claim once, the best assignment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.answers import Claim
from ..model.key import Cause, Solution

NEAR = 0.5
WRONG = 0.25


@dataclass(frozen=True)
class Match:
    """A claim that found a cause. ``share`` is 1 for the statement itself, .5 for a near one."""

    claim: Claim
    cause: Cause
    share: float

    @property
    def earned(self) -> float:
        """Part of 1 earned: weight x share x (1 - (1 - c)^2)."""
        return self.cause.weight * self.share * worth(self.claim.confidence)


def worth(confidence: float) -> float:
    """Return what a right claim is worth at this confidence: 1 - (1 - c)^2, between 0 and 1."""
    return 1 - (1 - confidence) ** 2


def cost(confidence: float) -> float:
    """Return what any other claim costs: .25 c^2."""
    return WRONG * confidence**2


def match(claims: Sequence[Claim], key: Solution) -> tuple[Match, ...]:
    """Return the matches that earn most, in the key's order of causes.

    A near statement counts only where no claim names the cause itself. Where two claims would earn
    the same, the one whose papers bear on the cause from more sides is taken; the order in which the
    claims were made decides nothing.
    """
    named = {claim.statement for claim in claims}
    options: list[list[Match]] = []
    for cause in key.causes:
        exact = bool(named & set(cause.exact))
        accepted, share = (cause.exact, 1.0) if exact else (cause.near, NEAR)
        found = [Match(claim, cause, share) for claim in claims if claim.statement in accepted]
        options.append(sorted(found, key=_standing))
    return _best(options, frozenset())


def _standing(found: Match) -> tuple[int, str, tuple[str, ...]]:
    cited, evidence = set(found.claim.exhibits), found.cause.evidence
    legs = sum(bool(cited & set(papers)) for papers in evidence.values())
    return -legs, found.claim.statement, found.claim.exhibits


def _best(options: list[list[Match]], used: frozenset[str]) -> tuple[Match, ...]:
    if not options:
        return ()
    # At most five claims over a handful of causes: trying every assignment is instant.
    found = [_best(options[1:], used)]
    for candidate in options[0]:
        if candidate.claim.statement not in used:
            rest = _best(options[1:], used | {candidate.claim.statement})
            found.append((candidate, *rest))
    return max(found, key=lambda matches: sum(item.earned for item in matches))
