"""What a plan may use: actions with price, lead time and effects, and what to watch."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Model, Name, Number, Range, Slug, Text, Week

Weeks = Annotated[int, Field(ge=0, le=104)]


class Effect(Model):
    """How an action moves one control of the operations model.

    ``value`` is a range in the control's unit; the truth lies somewhere in it, the same for every
    plan of one possible year. The control moves ``delay`` weeks after the start (by default the
    action's lead time), for ``weeks`` weeks (by default to the end), and only inside ``window``.
    """

    control: Name
    value: Range
    delay: Weeks | None = None
    weeks: Annotated[int, Field(ge=1, le=104)] | None = None
    window: tuple[Week, Week] | None = None
    basis: Text
    note: str = ""


class Action(Model):
    """Something a plan may do. ``needs``: without these in force it has no effect."""

    id: Slug
    title: Text
    about: Text
    price: Annotated[float, Field(ge=0, allow_inf_nan=False)]
    lead: Weeks
    effects: tuple[Effect, ...] = ()
    needs: tuple[Slug, ...] = ()


class SignalChoice(Model):
    """A signal one may choose to watch: a series of the model, or something that only talks."""

    id: Slug
    text: Text
    series: Name | None = None
    shows: str = ""


class SideEffectChoice(Model):
    """A side effect one may choose to look out for."""

    id: Slug
    text: Text


class OutcomeUse(Model):
    """An outcome of the model as this case uses it: words, weight in the combined value, scale.

    The combined value of a year is the sum of ``weight`` x outcome / ``scale`` (sign by what is
    better); weights add to 1.
    """

    outcome: Name
    title: Text
    about: Literal["customers", "staff", "money"]
    weight: Annotated[float, Field(ge=0, le=1)]
    scale: Annotated[float, Field(gt=0, allow_inf_nan=False)]
    format: str = ",.0f"
    forecast: bool = False
    typical: Range | None = None


class Doubt(Model):
    """An assumption that may be moved within its range ("doubt it")."""

    parameter: Name
    low: Number
    high: Number
    text: Text


class Operations(Model):
    """The operations model of a case: which, with which parameters, judged and shown how.

    ``dashboard``: the signals that leadership already had; ``shown``: those that the year's charts
    begin with. ``chains``: what leads to what, each read from left to right; ``thinks``: in sentences.
    """

    model: Name
    parameters: dict[Name, Number] = {}
    horizon: Literal[52] = 52
    replications: Annotated[int, Field(ge=20, le=1000)] = 200
    seed: int = 2026
    search_seed: int = 4052
    outcomes: tuple[OutcomeUse, ...]
    dashboard: tuple[Name, ...]
    shown: tuple[Name, ...] = ()
    doubts: tuple[Doubt, ...]
    chains: tuple[tuple[Text, ...], ...] = ()
    thinks: tuple[Text, ...]


class Planning(Model):
    """The planning task: from when it replays and why that is fair, money, actions, lists."""

    replay_from: Annotated[int, Field(ge=0, le=51)]
    fair: Text
    budget: Annotated[float, Field(gt=0, allow_inf_nan=False)]
    currency: Text = "USD"
    midpoint: Annotated[int, Field(ge=1, le=51)]
    starts: tuple[Annotated[int, Field(ge=0, le=51)], ...]
    actions: tuple[Action, ...]
    signals: tuple[SignalChoice, ...]
    side_effects: tuple[SideEffectChoice, ...]
