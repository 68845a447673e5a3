"""Before and after the other side's papers: closer to the truth, or only to them?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..model.answers import Diagnosis
from ..model.case import Case
from ..model.key import Key
from ..statistics import alignment_gap
from .weights import as_row, distance_to_key, weights

Verdict = Literal["both", "truth", "them", "neither"]

# A move of less than this is said to be none: the last of five claims held a step more or less surely.
SMALL = 0.03
# From here on there was little left to find.
CLOSE = 0.15
_SAID: dict[str, tuple[str, str]] = {
    "both": (
        "Closer to them, and closer to what happened",
        "Their papers moved you, and in the right direction: agreement that rests on evidence.",
    ),
    "truth": (
        "Closer to what happened, without giving way",
        "You used their papers without taking over their story, and you see the case better for it.",
    ),
    "them": (
        "Closer to them, but not to what happened",
        "You moved towards their story rather than towards the evidence. Two people who agree can be "
        "wrong together.",
    ),
    "neither": (
        "Where you stood before",
        "Their papers have not changed your mind in a way that helps.",
    ),
    "there": (
        "You were nearly there before, and you stayed",
        "Your own papers had already brought you close to what happened; theirs confirmed it.",
    ),
    "away": (
        "Farther from what happened than before",
        "Their papers unsettled your first answer, and what you put in its place fits less well.",
    ),
}


@dataclass(frozen=True)
class Comparison:
    """Distances from 0 (the same) to 1 (nothing in common), before and after reading theirs."""

    gap: tuple[float, float]
    truth: tuple[float, float]
    verdict: Verdict

    @property
    def headline(self) -> str:
        """What happened as a heading."""
        return self._said[0]

    @property
    def sentence(self) -> str:
        """What happened in one or two sentences."""
        return self._said[1]

    @property
    def _said(self) -> tuple[str, str]:
        if self.verdict in ("both", "truth"):
            return _SAID[self.verdict]
        if max(self.truth) <= CLOSE:
            return _SAID["there"]
        if self.verdict == "neither" and self.truth[1] - self.truth[0] >= SMALL:
            return _SAID["away"]
        return _SAID[self.verdict]


def compare(first: Diagnosis, again: Diagnosis, theirs: Diagnosis, case: Case, key: Key) -> Comparison:
    """Return how far a person stood from the other side and from the key, before and after.

    ``theirs``: what the other side typically concludes. The gap is the alignment gap of two people
    (:func:`~lineofsight.statistics.alignment_gap`) over the case's statements.
    """
    gap = (_gap(first, theirs, case), _gap(again, theirs, case))
    truth = (distance_to_key(first, key), distance_to_key(again, key))
    return Comparison(gap, truth, _verdict(gap, truth))


def _gap(mine: Diagnosis, theirs: Diagnosis, case: Case) -> float:
    rows = [[as_row(weights(diagnosis), case)] for diagnosis in (mine, theirs)]
    return alignment_gap(rows[0], rows[1], seed=0, draws=0).gap


def _verdict(gap: tuple[float, float], truth: tuple[float, float]) -> Verdict:
    nearer_them = gap[0] - gap[1] >= SMALL
    righter = truth[0] - truth[1] >= SMALL
    if righter:
        return "both" if nearer_them else "truth"
    return "them" if nearer_them else "neither"
