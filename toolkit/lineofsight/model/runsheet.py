"""Run sheets: the order of steps, what each one does, how long it takes and its own prose."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Model, Slug, Text

Activity = Literal[
    "brief", "exhibits", "diagnose", "compare", "plan", "simulate", "score", "commit", "join", "gap", "talk"
]
Length = Literal["60", "90", "120"]
LENGTHS: tuple[Length, ...] = ("60", "90", "120")


class Step(Model):
    """One step: which activity, screen or talk, minutes, and the words at its top.

    ``label`` is the short name on the rail, ``title`` the heading (a question or a plain
    statement), ``lead`` one or two lines that say what to do, ``next`` the button that goes on
    (a live step has none: the room goes on together).
    """

    id: Slug
    activity: Activity
    mode: Literal["screen", "talk"] = "screen"
    minutes: Annotated[int, Field(ge=1, le=90)]
    label: Text
    title: Text
    lead: Text
    next: str = ""


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


class FirstPage(Model):
    """The page that a first-time facilitator reads: the one idea, what to protect, hard questions.

    ``prepare``: people, room and things, and what to do the evening before. ``frame`` is read aloud:
    no real names or firms, everybody starts wrong, you may pass, nothing here is an appraisal.
    """

    idea: Text
    prepare: tuple[Text, ...] = ()
    protect: tuple[Text, Text, Text]
    goes_wrong: Annotated[tuple[Text, ...], Field(min_length=2)]
    key_is_wrong: Text
    lived_this: Text
    frame: Text


class WarmUp(Model):
    """A question asked while people arrive; there is no right answer."""

    question: Text
    options: Annotated[tuple[Text, ...], Field(min_length=2, max_length=6)]


class LiveStep(Model):
    """A step of a live session, with the facilitator's own words beside the room's.

    ``at`` gives its minutes per length of session; a length that is not named leaves the step out.
    ``say`` is spoken, ``watch_for`` is noticed, ``ask`` is asked (``after_year`` only where a plan has been
    made and a year has run), ``cut`` says what goes when it is late.
    """

    id: Slug
    activity: Activity
    mode: Literal["screen", "talk"] = "screen"
    feet: bool = False
    at: dict[Length, Annotated[int, Field(ge=1, le=90)]]
    label: Text
    title: Text
    lead: Text
    say: Text
    watch_for: Text
    ask: tuple[Text, ...] = ()
    after_year: tuple[Text, ...] = ()
    cut: Text

    def step(self, length: Length) -> Step:
        """Return what the room sees of this step at one length."""
        return Step(
            id=self.id,
            activity=self.activity,
            mode=self.mode,
            minutes=self.at[length],
            label=self.label,
            title=self.title,
            lead=self.lead,
        )


class Live(Model):
    """How a case is run with a room: the first page, two warm-up questions, steps for 60 to 120 minutes."""

    first_page: FirstPage
    warm_up: tuple[WarmUp, WarmUp]
    steps: tuple[LiveStep, ...]

    def at(self, length: Length) -> tuple[LiveStep, ...]:
        """Return the steps of one length, in order."""
        return tuple(step for step in self.steps if length in step.at)

    def sheet(self, length: Length) -> RunSheet:
        """Return what the room sees at one length, as a run sheet."""
        steps = tuple(item.step(length) for item in self.at(length))
        # The minutes are what was written; whether they make the length is for the check to say.
        return RunSheet.model_construct(minutes=sum(step.minutes for step in steps), steps=steps)


class RunSheetFile(Model):
    """``run-sheet.yaml``: how one person goes through the case alone, and how a room does."""

    solo: RunSheet
    live: Live | None = None

    def sheets(self) -> dict[str, RunSheet]:
        """Return every run sheet by name: ``solo``, ``60``, ``90``, ``120``."""
        found: dict[str, RunSheet] = {"solo": self.solo}
        if self.live is not None:
            found |= {length: self.live.sheet(length) for length in LENGTHS if self.live.at(length)}
        return found
