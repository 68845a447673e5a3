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

# A move of less than this is said to be none: one claim's confidence changed by a step.
SMALL = 0.03
_HEADLINES: dict[Verdict, str] = {
    "both": "Closer to them, and closer to what happened",
    "truth": "Closer to what happened, without giving way",
    "them": "Closer to them, but not to what happened",
    "neither": "Where you stood before",
}
_SENTENCES: dict[Verdict, str] = {
    "both": "Their papers moved you, and in the right direction: agreement that rests on evidence.",
    "truth": "You used their papers without taking over their story, and you see the case better for it.",
    "them": (
        "You moved towards their story rather than towards the evidence. Two people who agree can be "
        "wrong together."
    ),
    "neither": "You have read what they read, and it has not changed your mind in a way that helps.",
}


@dataclass(frozen=True)
class Comparison:
    """Distances from 0 (the same) to 1 (nothing in common), before and after reading theirs."""

    gap: tuple[float, float]
    truth: tuple[float, float]
    verdict: Verdict

    @property
    def headline(self) -> str:
        """The verdict as a heading."""
        return _HEADLINES[self.verdict]

    @property
    def sentence(self) -> str:
        """The verdict in one or two sentences."""
        return _SENTENCES[self.verdict]


def compare(first: Diagnosis, again: Diagnosis, theirs: Diagnosis, case: Case, key: Key) -> Comparison:
    """Return how far a person stood from the other side and from the key, before and after."""
    gap = (_gap(first, theirs, case), _gap(again, theirs, case))
    truth = (distance_to_key(first, case, key), distance_to_key(again, case, key))
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
