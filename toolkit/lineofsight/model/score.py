"""Scores: points out of possible, per criterion, each with reasons that cite the answer."""

from __future__ import annotations

from .base import Model, Number, Slug


class Reason(Model):
    """Why some points were given or not, citing exhibits where there are any."""

    text: str
    points: Number
    exhibits: tuple[Slug, ...] = ()


class Criterion(Model):
    """One criterion: its points, what was possible, and the reasons that add up to it."""

    id: Slug
    title: str
    points: Number
    possible: Number
    reasons: tuple[Reason, ...]


class Score(Model):
    """The criteria of one answer; points and possible are their sums."""

    criteria: tuple[Criterion, ...]

    @property
    def points(self) -> float:
        """Sum of the criteria's points."""
        return sum(criterion.points for criterion in self.criteria)

    @property
    def possible(self) -> float:
        """Sum of what was possible."""
        return sum(criterion.possible for criterion in self.criteria)
