"""The key: what the author says is true, and why. It never leaves the desk before it is revealed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .answers import Claim, PlannedAction
from .base import Model, Share, Side, Slug, Text, Week

Disconnect = Literal[
    "assumed-clarity",
    "priority-churn",
    "goal-without-operational-input",
    "lead-time-blindness",
    "signal-not-raised",
    "signal-not-acted-on",
    "cross-unit-contradiction",
    "metric-conflict",
    "measurement-blindness",
    "readiness-gap",
    "firefighting-trap",
    "diffuse-accountability",
]
Support = Annotated[int, Field(ge=0, le=3)]


class Cause(Model):
    """A weighted cause: whose act it was, the statements that name it, the papers that show it."""

    id: Slug
    title: Text
    weight: Annotated[float, Field(gt=0, le=1)]
    basis: Literal["judged", "computed"] = "judged"
    disconnect: Disconnect
    whose: Side
    event: Text
    exact: tuple[Slug, ...]
    near: tuple[Slug, ...] = ()
    evidence: dict[Side, tuple[Slug, ...]]
    why: Text


class Herring(Model):
    """A tempting statement that does not hold, and what breaks it."""

    statement: Slug
    tempting: Text
    breaks: Text
    papers: tuple[Slug, ...]


class Typical(Model):
    """What a side usually concludes from its own papers, and the story it tells about the other."""

    claims: tuple[Claim, ...]
    story: Text


class Trap(Model):
    """A deliberate flaw in a table, and what it teaches."""

    table: Slug
    what: Text
    lesson: Text


class Incident(Model):
    """A real incident that is kin to the case: facts, source, how far the likeness goes.

    ``based_on`` says what of it went into the case: nothing, one trait, or its course.
    """

    title: Text
    based_on: Literal["nothing", "a trait", "its course"]
    facts: Text
    source: Text
    alike: Text
    unlike: Text


class PlanKey(Model):
    """What makes a written plan good in this case.

    ``fits``: action -> cause -> how well (0 to 1). ``latest``: last start week at which the action
    still works in time. ``owners``: who could do it by then. ``signals``: each signal's quality;
    ``watch``: per action the signals that tell of it; ``side_effects``: per action the real ones.
    """

    fits: dict[Slug, dict[Slug, Share]]
    latest: dict[Slug, Week]
    owners: dict[Slug, tuple[Slug, ...]]
    signals: dict[Slug, Literal["leading", "lagging", "vanity"]]
    watch: dict[Slug, tuple[Slug, ...]]
    side_effects: dict[Slug, tuple[Slug, ...]]
    decoys: dict[Slug, Text]
    order: tuple[tuple[Slug, Slug], ...] = ()
    model_plan: tuple[PlannedAction, ...]
    model_plan_why: Text


class Solution(Model):
    """What is true of a set of statements: the causes, and what only looks like one."""

    causes: tuple[Cause, ...]
    herrings: tuple[Herring, ...]


class Key(Solution):
    """``key.yaml``: causes, herrings, support, typical readings, the expert's words, the plan key."""

    support: dict[Slug, dict[Slug, Support]]
    typical: dict[Side, Typical]
    expert: Text
    unseen: dict[Side, Text]
    second_order: tuple[Text, ...]
    traps: tuple[Trap, ...]
    kin: tuple[Incident, ...]
    plan: PlanKey
