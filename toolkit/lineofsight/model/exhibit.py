"""Exhibits: the papers that a side finds on its desk, and the charts and tables they carry."""

from __future__ import annotations

from typing import Literal

from .base import Model, Name, Number, Range, Reader, Slug, Text, Week

Kind = Literal["email", "memo", "chat", "minutes", "table", "chart", "slide", "notes"]
Tone = Literal["leadership", "operations", "ink", "muted", "good", "warn", "bad"]


class Series(Model):
    """One line, area or bar of a chart: a column, its direct label and its tone."""

    column: Name
    label: Text
    tone: Tone = "ink"


class Rule(Model):
    """A dated event drawn as a dashed line."""

    at: Number
    label: Text


class Chart(Model):
    """A chart of a table: its mark, axis, series and the sentence that describes it."""

    mark: Literal["line", "area", "bar", "point"]
    x: Name
    series: tuple[Series, ...]
    title: Text
    y_title: Text
    y_format: str = ",.0f"
    x_range: Range | None = None
    y_range: Range | None = None
    rules: tuple[Rule, ...] = ()
    description: Text


class Exhibit(Model):
    """One paper. ``body`` is Markdown without HTML, its figures already filled in.

    ``head`` holds the lines above the text (From, To, Present, Covers ...). A chat's body has one
    line per message: ``23:40 Name: words``. ``stated`` lists the figures that no table carries.
    """

    id: Slug
    kind: Kind
    title: Text
    side: Reader
    tier: Literal["core", "more"] = "core"
    week: Week
    day: str = ""
    head: dict[str, str] = {}
    table: Slug | None = None
    columns: tuple[Name, ...] = ()
    rows: Range | None = None
    chart: Chart | None = None
    stated: tuple[str, ...] = ()
    body: Text
