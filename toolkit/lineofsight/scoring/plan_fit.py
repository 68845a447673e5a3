"""What a plan reaches: for each cause the action that works on it, and how well.

An action counts in full for one cause and half for any other, so that no single action is a plan;
which one is which is the best assignment. How well is against the best fit that the case offers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.answers import PlannedAction
from ..model.key import Cause, Key

AGAIN = 0.5


@dataclass(frozen=True)
class Reached:
    """A cause, the action that works on it (none: empty), and how well: 0 to 1."""

    cause: Cause
    action: str
    share: float

    @property
    def words(self) -> str:
        """How well, in words."""
        if self.share >= 0.8:
            return "works on it"
        return "works on a part of it" if self.share >= 0.4 else "hardly moves it"


def reached(useful: Sequence[PlannedAction], key: Key) -> tuple[Reached, ...]:
    """Return the best assignment of a plan's actions to the key's causes, in the key's order."""
    actions = sorted({planned.action for planned in useful})
    return _best(key.causes, actions, key, frozenset())


def _best(
    causes: Sequence[Cause], actions: Sequence[str], key: Key, used: frozenset[str]
) -> tuple[Reached, ...]:
    if not causes:
        return ()
    cause, rest = causes[0], causes[1:]
    offered = max((fits.get(cause.id, 0.0) for fits in key.plan.fits.values()), default=0.0)
    shares = {
        action: key.plan.fits[action][cause.id] / offered
        for action in actions
        if key.plan.fits[action].get(cause.id)
    }
    if not shares:
        return (Reached(cause, "", 0.0), *_best(rest, actions, key, used))
    # Half, so that its best action is free to count in full elsewhere; or in full, by one that is free.
    half = max(shares, key=lambda action: shares[action])
    found = [(Reached(cause, half, AGAIN * shares[half]), *_best(rest, actions, key, used))]
    for action, share in shares.items():
        if action not in used:
            found.append((Reached(cause, action, share), *_best(rest, actions, key, used | {action})))
    return max(found, key=lambda items: sum(item.cause.weight * item.share for item in items))
