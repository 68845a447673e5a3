"""The rubric by which people judge a plan, and sample plans that show what its levels mean."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .answers import PlannedAction
from .base import Model, Range, Slug, Text

Level = Annotated[int, Field(ge=0, le=4)]


class Aspect(Model):
    """One question to judge a plan by, and what it looks like at each level, 0 to 4."""

    id: Slug
    title: Text
    levels: tuple[Text, Text, Text, Text, Text]


class Sample(Model):
    """A plan that somebody might hand in, with the judgement and the scores it should get.

    ``levels``: aspect -> level. ``written`` (of 30) and ``run`` (of 25): the range its points lie in.
    """

    id: Slug
    title: Text
    plan: tuple[PlannedAction, ...]
    levels: dict[Slug, Level]
    why: Text
    written: Range
    run: Range


class Rubric(Model):
    """``rubric.yaml``: three to six aspects, three samples or more."""

    aspects: Annotated[tuple[Aspect, ...], Field(min_length=3, max_length=6)]
    samples: Annotated[tuple[Sample, ...], Field(min_length=3)]
