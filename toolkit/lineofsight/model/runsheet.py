"""Run sheets: the order of steps, what each one does, how long it takes and its own prose."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Model, Slug, Text

Activity = Literal["brief", "exhibits", "diagnose", "compare", "plan", "simulate", "score", "commit"]


class Step(Model):
    """One step: which activity, screen or talk, minutes, and the words at its top.

    ``label`` is the short name on the rail, ``title`` the heading (a question or a plain
    statement), ``lead`` one or two lines that say what to do, ``next`` the button that goes on.
    """

    id: Slug
    activity: Activity
    mode: Literal["screen", "talk"] = "screen"
    minutes: Annotated[int, Field(ge=1, le=90)]
    label: Text
    title: Text
    lead: Text
    next: Text


class RunSheet(Model):
    """The steps of one session in order; ``minutes`` must be the sum of theirs."""

    minutes: Annotated[int, Field(ge=5, le=480)]
    steps: tuple[Step, ...]

    def step(self, id: str) -> Step:
        """Return one step by its id; ``KeyError`` if there is none."""
        for step in self.steps:
            if step.id == id:
                return step
        raise KeyError(id)
