"""Fresh readers: what people or language models made of a case, from one packet of it and nothing else.

In a packet statements are S1 … Sn and actions A1 … An, in the order of ``case.yaml``, since their ids
would tell; a reader's answer names these numbers, what is kept names the ids.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import Field

from .answers import MOST_CLAIMS, MOST_PAPERS, Claim, Confidence
from .base import Model, Slug, Text
from .case import Case

Packet = Literal["leadership", "operations", "both", "statements", "actions"]
PACKETS: tuple[Packet, ...] = get_args(Packet)
Code = Literal["cause", "near", "herring"]
CODES: tuple[Code, ...] = get_args(Code)
StartWeek = Annotated[int, Field(ge=0, le=51)]


class NumberedClaim(Model):
    """A claim as a reader makes it: the statement by its number, papers by what stands in brackets."""

    statement: Text
    confidence: Confidence
    papers: Annotated[tuple[Text, ...], Field(max_length=MOST_PAPERS)] = ()


class NumberedStart(Model):
    """An action by its number, and the week in which it starts."""

    action: Text
    start: StartWeek


class NumberedAnswer(Model):
    """A reader's answer to a packet, as it comes back."""

    claims: Annotated[tuple[NumberedClaim, ...], Field(max_length=MOST_CLAIMS)] = ()
    codes: dict[Text, Code] = {}
    plan: tuple[NumberedStart, ...] = ()


class PlannedStart(Model):
    """An action that a reader of the catalogue chose, and the week in which it starts."""

    action: Slug
    start: StartWeek


class FreshReader(Model):
    """One reader's raw answer to one packet, with the case's own ids.

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

    def of(self, packet: Packet) -> tuple[FreshReader, ...]:
        """Return those who read one packet."""
        return tuple(reader for reader in self.readers if reader.packet == packet)


def numbered_statements(case: Case) -> dict[str, str]:
    """Return the id of each statement by the number it has in a packet: S1 … Sn."""
    return {f"S{at}": statement.id for at, statement in enumerate(case.statements, 1)}


def numbered_actions(case: Case) -> dict[str, str]:
    """Return the id of each action by the number it has in a packet: A1 … An."""
    return {f"A{at}": action.id for at, action in enumerate(case.planning.actions, 1)}
