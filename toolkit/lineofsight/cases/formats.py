"""Rules on formats: figures, axes and columns can be written as the case asks, and titles are plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .findings import Finding
from .reading import Reading
from .tables import PACKAGE

# What Python and the charts' own language read alike: a page must not fail on the one or the other.
FORMAT = re.compile(r"\+?,?(\.\d)?[f%g]|")
# Emphasis or code as Markdown writes it; an underscore inside a word is none.
MARKED = re.compile(r"(\*\*?|`)(?=\S).+?(?<=\S)\1|(?<!\w)__?(?=\S).+?(?<=\S)__?(?!\w)")
ALLOWED, REMEDY = "allowed: ,.0f or .1f or .0% and the like", "correct it"


def formats(reading: Reading) -> Iterator[Finding]:
    """Formats of outcomes, of charts' axes and of tables' columns can be read."""
    if reading.file is not None:
        for at, use in enumerate(reading.file.operations.outcomes):
            line = reading.documents["case.yaml"].line(("operations", "outcomes", at, "format"))
            yield from _readable(use.format, "case.yaml", line, f"outcome {use.outcome}")
    for paper in reading.exhibits:
        if paper.chart is not None:
            document = reading.papers[paper.id]
            line = document.line(("chart", "y_format"))
            yield from _readable(paper.chart.y_format, document.file, line, "chart")
    for table in reading.tables:
        for column in table.columns:
            if column.type != "string":
                yield from _readable(column.format, PACKAGE, 1, f"column {column.name} of table {table.id}")


def plain_titles(reading: Reading) -> Iterator[Finding]:
    """Titles of papers and charts stand in lists and pictures, where Markdown's signs would be seen."""
    for paper in reading.exhibits:
        document = reading.papers[paper.id]
        titles: dict[str, tuple[tuple[str, ...], str]] = {"paper": (("title",), paper.title)}
        if paper.chart is not None:
            titles["chart"] = (("chart", "title"), paper.chart.title)
        for what, (place, title) in titles.items():
            if found := MARKED.search(title):
                said = f"the title of the {what} has Markdown: {found[0]}"
                remedy = "take the signs out"
                yield Finding(document.file, document.line(place), said, "allowed: plain text", remedy)


def _readable(form: str, file: str, line: int, where: str) -> Iterator[Finding]:
    if not FORMAT.fullmatch(form):
        yield Finding(file, line, f"the format {form!r} of the {where} cannot be read", ALLOWED, REMEDY)


RULES = (formats, plain_titles)
