"""Rules on names: everything that is named exists, and everything that exists is named once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..model.base import SIDES
from .findings import Finding, unknown
from .reading import Reading
from .yaml_text import Document

CASE, KEY = "case.yaml", "key.yaml"
# Where a name stands in the key, the name, and what it should name.
Named = tuple[tuple[int | str, ...], str, str]
TAG = re.compile(r"<\s*/?[a-zA-Z!][^>]*>|&(?:lt|gt|#\d+);")


def slug_is_folder(reading: Reading) -> Iterator[Finding]:
    """The case's slug is the name of its folder."""
    if reading.file and reading.file.slug != reading.folder.name:
        line = reading.documents[CASE].line(("slug",))
        what = f"`slug` is {reading.file.slug!r}, but the folder is called {reading.folder.name!r}"
        yield Finding(CASE, line, what, "", "give both the same name")


def no_name_twice(reading: Reading) -> Iterator[Finding]:
    """Within each list a name stands once."""
    document = reading.documents.get(CASE)
    if reading.file is None or document is None:
        return
    planning = ("planning",)
    lists: Sequence[tuple[tuple[str, ...], str]] = (
        (("cast",), "person"),
        (("statements",), "statement"),
        ((*planning, "actions"), "action"),
        ((*planning, "signals"), "signal"),
        ((*planning, "side_effects"), "side effect"),
    )
    for path, what in lists:
        items: Any = document.data
        for part in path:
            items = items[part]
        seen: set[str] = set()
        for at, item in enumerate(items):
            if item["id"] in seen:
                line = document.line((*path, at, "id"))
                yield Finding(
                    CASE, line, f"there are two {what}s {item['id']!r}", "each name once", "rename one"
                )
            seen.add(item["id"])


def key_names(reading: Reading) -> Iterator[Finding]:
    """Statements, papers and actions that the key names exist."""
    if reading.file is None or reading.key is None:
        return
    document = reading.documents[KEY]
    statements = {item.id for item in reading.file.statements}
    papers = {paper.id for paper in reading.exhibits} | set(reading.papers)
    for path, value, kind in _named(document):
        names = {"statement": statements, "exhibit": papers, "table": {t.id for t in reading.tables}}[kind]
        if value not in names:
            yield unknown(KEY, document.line(path), kind, value, names)


def _named(document: Document) -> Iterator[Named]:
    data = document.data
    yield from _named_by_causes(data)
    yield from _named_by_readings(data)
    for at, trap in enumerate(data["traps"]):
        yield ("traps", at, "table"), trap["table"], "table"


def _named_by_causes(data: Any) -> Iterator[Named]:
    for at, cause in enumerate(data["causes"]):
        for name in ("exact", "near"):
            for place, id in enumerate(cause.get(name) or ()):
                yield ("causes", at, name, place), id, "statement"
        for side, papers in cause["evidence"].items():
            for place, id in enumerate(papers):
                yield ("causes", at, "evidence", side, place), id, "exhibit"
    for at, herring in enumerate(data["herrings"]):
        yield ("herrings", at, "statement"), herring["statement"], "statement"
        for place, id in enumerate(herring["papers"]):
            yield ("herrings", at, "papers", place), id, "exhibit"


def _named_by_readings(data: Any) -> Iterator[Named]:
    for paper, figures in data["support"].items():
        yield ("support", paper), paper, "exhibit"
        for id in figures:
            yield ("support", paper, id), id, "statement"
    for side, typical in data["typical"].items():
        for at, claim in enumerate(typical["claims"]):
            yield ("typical", side, "claims", at, "statement"), claim["statement"], "statement"
            for place, id in enumerate(claim.get("exhibits") or ()):
                yield ("typical", side, "claims", at, "exhibits", place), id, "exhibit"


def papers_and_tables(reading: Reading) -> Iterator[Finding]:
    """A paper's table, columns and chart exist; every table is used."""
    tables = {table.id: [column.name for column in table.columns] for table in reading.tables}
    for paper in reading.exhibits:
        document = reading.papers[paper.id]
        if paper.table is None:
            if paper.chart is not None:
                line = document.line(("chart",))
                yield Finding(document.file, line, "the chart has no table", "", "add `table:` with its name")
            continue
        if paper.table not in tables:
            yield unknown(document.file, document.line(("table",)), "table", paper.table, tables)
            continue
        yield from _columns(document, paper.table, tables[paper.table])
    if not reading.found:
        used = {paper.table for paper in reading.exhibits}
        bodies = " ".join(str(paper.body) for paper in reading.exhibits)
        for name in sorted(set(tables) - used):
            if name not in bodies and not _referred(reading, name):
                what = f"the table {name!r} is used by no paper"
                yield Finding("datapackage.json", 1, what, "", "use it or take it out")


def _referred(reading: Reading, name: str) -> bool:
    files = (reading.folder / "exhibits").glob("*.md")
    return any(re.search(r"\{\{\s*" + re.escape(name) + r"\s*:", file.read_text("utf-8")) for file in files)


def _columns(document: Document, table: str, names: Iterable[str]) -> Iterator[Finding]:
    known = list(names)
    asked: list[tuple[tuple[int | str, ...], str]] = [
        (("columns", at), name) for at, name in enumerate(document.data.get("columns") or ())
    ]
    chart = document.data.get("chart")
    if chart:
        asked.append((("chart", "x"), chart["x"]))
        asked += [(("chart", "series", at, "column"), s["column"]) for at, s in enumerate(chart["series"])]
    for path, name in asked:
        if name not in known:
            yield unknown(document.file, document.line(path), "column", name, known, f"table {table}")


def causes_have_papers(reading: Reading) -> Iterator[Finding]:
    """Each cause has a paper from each side that only this side sees."""
    if reading.key is None:
        return
    document = reading.documents[KEY]
    sides = {paper.id: paper.side for paper in reading.exhibits}
    for at, cause in enumerate(reading.key.causes):
        for side in SIDES:
            papers = cause.evidence.get(side, ())
            line = document.line(("causes", at, "evidence"))
            if not papers:
                what = f"cause {cause.id!r} has no paper from {side}"
                yield Finding(
                    KEY, line, what, "each cause needs one from each side", "name one, or write one"
                )
            for paper in papers:
                if sides.get(paper, side) != side:
                    what = f"{paper!r} stands as evidence from {side}, but is seen by {sides[paper]}"
                    yield Finding(KEY, line, what, "", f"name a paper with `side: {side}`")


def no_html(reading: Reading) -> Iterator[Finding]:
    """Text is plain or Markdown: HTML is not shown and has no place here."""
    documents = [*reading.documents.values(), *reading.papers.values()]
    for document in documents:
        for path, text in _texts(document.data, ()):
            if TAG.search(text):
                yield _html(document.file, document.line(path), text)
    for paper in reading.exhibits:
        if TAG.search(paper.body):
            yield _html(reading.papers[paper.id].file, _line_of_tag(reading, paper.id), paper.body)


def _line_of_tag(reading: Reading, id: str) -> int:
    text = (reading.folder / "exhibits" / f"{id}.md").read_text("utf-8-sig")
    match = TAG.search(text)
    return text[: match.start()].count("\n") + 1 if match else 1


def _html(file: str, line: int, text: str) -> Finding:
    tag = TAG.search(text)
    shown = tag.group()[:40] if tag else "<…>"
    return Finding(
        file, line, f"there is HTML in the text: {shown}", "allowed: Markdown", "write it without tags"
    )


def _texts(data: Any, path: tuple[int | str, ...]) -> Iterator[tuple[tuple[int | str, ...], str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from _texts(value, (*path, at))


RULES = (slug_is_folder, no_name_twice, key_names, papers_and_tables, causes_have_papers, no_html)
