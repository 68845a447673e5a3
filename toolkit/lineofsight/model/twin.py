"""Twins: one-page cases for measurement days, kin to a case in skill but not in its answers."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..errors import UnknownName
from .base import Model, Side, Slug, Text
from .case import Statement
from .exhibit import Kind
from .key import Cause, Herring, Solution


class TwinPaper(Model):
    """A short paper of a twin, with the side that it comes from."""

    id: Slug
    kind: Kind
    title: Text
    side: Side
    body: Text


class TwinCause(Cause):
    """A cause of a twin. ``like``: the cause of the case that asks the same of a reader; none if new."""

    like: Slug | None = None


class TwinHerring(Herring):
    """A herring of a twin. ``like``: the cause of the case that it looks like and is not."""

    like: Slug | None = None


class TwinKey(Solution):
    """What is true in a twin."""

    causes: tuple[TwinCause, ...]
    herrings: tuple[TwinHerring, ...]


class Twin(Model):
    """``twins/a.yaml`` or ``twins/b.yaml``: a page to read, statements to choose from, and its key.

    ``minutes`` is the time given for reading and diagnosing.
    """

    title: Text
    sector: Text
    question: Text
    minutes: Annotated[int, Field(ge=5, le=30)]
    story: Text
    papers: tuple[TwinPaper, ...]
    statements: tuple[Statement, ...]
    key: TwinKey

    def statement(self, id: str) -> Statement:
        """Return one statement; :class:`~lineofsight.errors.UnknownName` if there is none."""
        for item in self.statements:
            if item.id == id:
                return item
        raise UnknownName("statement", id, [item.id for item in self.statements])
