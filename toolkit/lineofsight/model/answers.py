"""What people hand in: claims, diagnoses, plans, forecasts and commitments."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from .base import Model, Name, Number, Slug

Words = Annotated[str, StringConstraints(max_length=4000)]
CONFIDENCES: dict[float, str] = {
    0.2: "a hunch",
    0.4: "maybe",
    0.6: "likely",
    0.8: "very likely",
    0.95: "nearly certain",
}


def _on_the_scale(value: float) -> float:
    if value not in CONFIDENCES:
        raise ValueError(f"one of {', '.join(map(str, CONFIDENCES))}")
    return value


Confidence = Annotated[float, AfterValidator(_on_the_scale)]
MOST_CLAIMS = 5
MOST_PAPERS = 3


class Claim(Model):
    """A chosen statement with confidence and the papers that say so (one to three to hand in)."""

    statement: Slug
    confidence: Confidence
    exhibits: Annotated[tuple[Slug, ...], Field(max_length=MOST_PAPERS)] = ()
    why: Words = ""


class Diagnosis(Model):
    """Up to five claims, most important first."""

    claims: Annotated[tuple[Claim, ...], Field(max_length=MOST_CLAIMS)] = ()


class PlannedAction(Model):
    """One action of a plan: who does it from when, what to watch, what it may break.

    ``stop`` is set only by an amendment: the week from which a dropped action works no more.
    """

    action: Slug
    owner: Slug
    start: Annotated[int, Field(ge=0, le=51)]
    signal: Slug | None = None
    side_effect: Slug | None = None
    words: Words = ""
    stop: Annotated[int, Field(ge=0, le=52)] | None = None


class Forecast(Model):
    """An 80 % range for one outcome, in the outcome's unit."""

    outcome: Name
    low: Number
    high: Number


class Plan(Model):
    """Actions and, once it is forecast, ranges for the outcomes the case asks for."""

    actions: tuple[PlannedAction, ...] = ()
    forecasts: tuple[Forecast, ...] = ()


class Amendment(Model):
    """The one change allowed at the midpoint: nothing, drop one, or start (add) one."""

    kind: Literal["none", "drop", "add"] = "none"
    action: Slug | None = None
    owner: Slug | None = None


class Commitment(Model):
    """When ... I will ... with ... and will see it by ...; and what will stop you."""

    when: Words = ""
    will: Words = ""
    together: Words = ""
    see: Words = ""
    stop: Words = ""
