"""The case: everything a participant may see, and nothing of its key."""

from __future__ import annotations

from typing import Annotated, Literal, Protocol, TypeVar

from pydantic import Field

from ..errors import UnknownName
from .base import Model, Name, Reader, Side, Slug, Text, Week
from .catalogue import Operations, Planning
from .exhibit import Exhibit
from .runsheet import RunSheet


class Person(Model):
    """One of the cast: who may own an action, sign a paper or speak in a chat."""

    id: Slug
    name: Text
    role: Text
    side: Reader
    about: Text


class Event(Model):
    """A dated event that everybody knows."""

    week: Week
    what: Text


class Seat(Model):
    """How a side is introduced to the person who sits on it."""

    title: Text
    brief: Text
    desk: Text


class Statement(Model):
    """A plain sentence about a cause; it may be right or wrong, and does not tell."""

    id: Slug
    text: Text


class Column(Model):
    """One column of a table: its name, type, what it means and its unit."""

    name: Name
    title: Text
    type: Literal["integer", "number", "string"]
    unit: str = ""
    format: str = ""


class Table(Model):
    """A table of the case: its columns and its rows (cells as text stays out: typed values)."""

    id: Slug
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[int | float | str | None, ...], ...]

    def column(self, name: str) -> tuple[int | float | str | None, ...]:
        """Return one column's values, top to bottom."""
        at = [column.name for column in self.columns].index(name)
        return tuple(row[at] for row in self.rows)

    def within(self, low: float, high: float) -> Table:
        """Return the rows whose first column is a number from ``low`` to ``high``."""
        kept = tuple(row for row in self.rows if isinstance(row[0], (int, float)) and low <= row[0] <= high)
        return self.model_copy(update={"rows": kept})


class CaseFile(Model):
    """``case.yaml`` as it is written: the case without its exhibits, tables and run sheets."""

    slug: Slug
    version: Annotated[int, Field(ge=1)]
    title: Text
    question: Text
    setting: Text
    sector: Text
    level: Literal["introductory", "intermediate", "advanced"]
    minutes: Annotated[int, Field(ge=10, le=240)]
    learn: tuple[Text, ...]
    licence: Text
    story: Text
    stake: Text
    cast: tuple[Person, ...]
    timeline: tuple[Event, ...]
    seats: dict[Side, Seat]
    statements: tuple[Statement, ...]
    operations: Operations
    planning: Planning


class Case(CaseFile):
    """A whole case as a participant may see it. ``hash`` names exactly these files."""

    exhibits: tuple[Exhibit, ...]
    tables: tuple[Table, ...]
    run_sheets: dict[str, RunSheet]
    hash: str

    def papers(self, side: Side) -> tuple[Exhibit, ...]:
        """Return the exhibits on one side's desk, core first, each in the author's order."""
        mine = [paper for paper in self.exhibits if paper.side in (side, "both")]
        return tuple(sorted(mine, key=lambda paper: paper.tier != "core"))

    def exhibit(self, id: str) -> Exhibit:
        """Return one exhibit; :class:`~lineofsight.errors.UnknownName` if there is none."""
        return _find("exhibit", id, self.exhibits)

    def statement(self, id: str) -> Statement:
        """Return one statement."""
        return _find("statement", id, self.statements)

    def person(self, id: str) -> Person:
        """Return one of the cast."""
        return _find("person", id, self.cast)

    def table(self, id: str) -> Table:
        """Return one table."""
        return _find("table", id, self.tables)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def _find(what: str, id: str, items: tuple[N, ...]) -> N:
    for item in items:
        if item.id == id:
            return item
    raise UnknownName(what, id, [item.id for item in items])
