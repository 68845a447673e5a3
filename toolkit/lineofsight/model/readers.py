"""Fresh readers: what people or language models made of a case, from one packet of it and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import Field

from .answers import MOST_CLAIMS, Claim
from .base import Model, Slug, Text

Packet = Literal["leadership", "operations", "both", "statements", "actions"]
PACKETS: tuple[Packet, ...] = get_args(Packet)
Code = Literal["cause", "near", "herring"]
CODES: tuple[Code, ...] = get_args(Code)


class PlannedStart(Model):
    """An action that a reader of the catalogue chose, and the week in which it starts."""

    action: Slug
    start: Annotated[int, Field(ge=0, le=51)]


class FreshReader(Model):
    """One reader's raw answer to one packet.

    ``codes``: of a reader of both desks, for every statement whether it is a cause, near one or a
    herring. ``plan``: of a reader of the actions; all others make ``claims``.
    """

    packet: Packet
    who: Text
    date: date
    claims: Annotated[tuple[Claim, ...], Field(max_length=MOST_CLAIMS)] = ()
    codes: dict[Slug, Code] = {}
    plan: tuple[PlannedStart, ...] = ()


class FreshReaders(Model):
    """``docs/decisions/readers/<slug>.yaml``: every reader of a case, in the order in which they read."""

    readers: tuple[FreshReader, ...] = ()
