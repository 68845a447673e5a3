"""The file of a case's fresh readers: read with lines, and held against the case that they read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import CaseError
from ..model.answers import PlannedAction
from ..model.case import Case
from ..model.exhibit import Exhibit
from ..model.readers import FreshReader, FreshReaders, Packet
from ..operations import plan_errors
from .findings import Finding, unknown
from .shapes import shaped
from .yaml_text import Document, Refused, read_text, read_yaml


def judged(content: bytes, file: str, case: Case) -> tuple[FreshReaders, list[Finding]]:
    """Return the readers that a file's ``content`` tells of, and every finding on them, in order."""
    found: list[Finding] = []
    try:
        document = read_yaml(read_text(content, file), file)
    except Refused as refused:
        return FreshReaders(), [refused.finding]
    readers = shaped(FreshReaders, document, found) or FreshReaders()
    for at, reader in enumerate(readers.readers):
        found += _claims(reader, at, document, case)
        found += _codes(reader, at, document, case)
        found += _plan(reader, at, document, case)
    return readers, sorted(found)


def read_file(file: Path, case: Case) -> FreshReaders:
    """Return the readers in a file (none while there is no such file); ``CaseError`` carries every finding."""
    if not file.is_file():
        return FreshReaders()
    readers, found = judged(file.read_bytes(), str(file), case)
    if found:
        raise CaseError(f"the readers of {case.slug} cannot be read:", tuple(map(str, found)))
    return readers


def _claims(reader: FreshReader, at: int, document: Document, case: Case) -> Iterator[Finding]:
    known = {statement.id for statement in case.statements}
    papers = {paper.id for paper in case.exhibits if _in_packet(paper, reader.packet)}
    claimed: set[str] = set()
    if reader.packet == "actions" and reader.claims:
        yield _stray("claims", reader, at, document)
        return
    for place, claim in enumerate(reader.claims):
        path = ("readers", at, "claims", place)
        if claim.statement not in known:
            line = document.line((*path, "statement"))
            yield unknown(document.file, line, "statement", claim.statement, known)
        elif claim.statement in claimed:
            what = f"the statement {claim.statement!r} is claimed twice"
            yield Finding(document.file, document.line(path), what, "allowed: each once", "take one out")
        claimed.add(claim.statement)
        for number, paper in enumerate(claim.exhibits):
            if paper not in papers:
                line = document.line((*path, "exhibits", number))
                where = f"the packet {reader.packet}"
                yield unknown(document.file, line, "paper", paper, papers, where)


def _in_packet(paper: Exhibit, packet: Packet) -> bool:
    desks = {
        "leadership": ("leadership", "both"),
        "operations": ("operations", "both"),
        "both": ("leadership", "operations", "both"),
    }
    return paper.side in desks.get(packet, ())


def _codes(reader: FreshReader, at: int, document: Document, case: Case) -> Iterator[Finding]:
    if reader.packet != "both":
        if reader.codes:
            yield _stray("codes", reader, at, document)
        return
    path = ("readers", at, "codes")
    known = {statement.id for statement in case.statements}
    for id in reader.codes:
        if id not in known:
            line = document.line((*path, id), key=True)
            yield unknown(document.file, line, "statement", id, known)
    missing = [statement.id for statement in case.statements if statement.id not in reader.codes]
    if missing:
        what = f"{len(missing)} statements are not coded ({', '.join(missing[:3])} …)"
        yield Finding(
            document.file,
            document.line(path),
            what,
            "a reader of both desks codes every statement",
            "code them",
        )


def _plan(reader: FreshReader, at: int, document: Document, case: Case) -> Iterator[Finding]:
    if not reader.plan:
        return
    if reader.packet != "actions":
        yield _stray("plan", reader, at, document)
        return
    line = document.line(("readers", at, "plan"))
    for error in plan_errors(case, as_plan(reader, case)):
        yield Finding(document.file, line, error, "", "ask the reader again, or leave this answer out")
    for place, item in enumerate(reader.plan):
        if item.start not in case.planning.starts:
            where = document.line(("readers", at, "plan", place, "start"))
            allowed = f"allowed: {', '.join(map(str, case.planning.starts))}"
            yield Finding(document.file, where, f"{item.action!r} starts in week {item.start}", allowed)


def as_plan(reader: FreshReader, case: Case) -> tuple[PlannedAction, ...]:
    """Return a reader's plan as one that can run; the first of the cast stands in for its owners."""
    owner = case.cast[0].id
    return tuple(PlannedAction(action=item.action, owner=owner, start=item.start) for item in reader.plan)


def _stray(part: str, reader: FreshReader, at: int, document: Document) -> Finding:
    line = document.line(("readers", at, part), key=True)
    allowed = "a plan" if reader.packet == "actions" else "claims"
    what = f"a reader of {reader.packet} has {part}"
    return Finding(document.file, line, what, f"allowed: {allowed}", "take it out, or correct the packet")
