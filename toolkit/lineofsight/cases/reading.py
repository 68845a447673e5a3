"""Reading a case folder: every file once, everything that can be made of it, every reason it cannot."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..errors import CaseError
from ..model.case import Case, CaseFile, Table
from ..model.exhibit import Exhibit
from ..model.key import Key
from ..model.rubric import Rubric
from ..model.runsheet import Live, RunSheet, RunSheetFile
from ..model.twin import Twin
from .findings import Finding
from .papers import read_papers
from .shapes import shaped
from .tables import read_tables
from .yaml_text import LARGEST, Document, Refused, read_text, read_yaml

NEEDED = ("case.yaml", "key.yaml", "run-sheet.yaml")
TWINS = {"a": "twins/a.yaml", "b": "twins/b.yaml"}
RUBRIC = "rubric.yaml"
MATTERS = (*NEEDED, "datapackage.json", RUBRIC)
FOLDERS = ("exhibits", "tables", "twins")
MOST_FILES = 400


@dataclass
class Reading:
    """What a folder holds: documents with lines by name, models where they could be made, findings."""

    folder: Path
    documents: dict[str, Document] = field(default_factory=dict)
    papers: dict[str, Document] = field(default_factory=dict)
    file: CaseFile | None = None
    key: Key | None = None
    sheets: dict[str, RunSheet] = field(default_factory=dict)
    live: Live | None = None
    rubric: Rubric | None = None
    twins: dict[str, Twin] = field(default_factory=dict)
    exhibits: tuple[Exhibit, ...] = ()
    tables: tuple[Table, ...] = ()
    hash: str = ""
    found: list[Finding] = field(default_factory=list)


def read(folder: Path) -> Reading:
    """Return everything a folder holds; never raises for what is in the files."""
    reading = Reading(folder)
    files = _files(folder, reading.found)
    reading.hash = _hash(files)
    for name in NEEDED:
        _document(name, files, reading)
    for name in (RUBRIC, *TWINS.values()):
        if name in files:
            _document(name, files, reading)
    reading.file = _shaped(CaseFile, "case.yaml", reading)
    reading.key = _shaped(Key, "key.yaml", reading)
    reading.rubric = _shaped(Rubric, RUBRIC, reading)
    _run_sheets(reading)
    _twins(reading)
    reading.tables = read_tables(folder, files, reading.found)
    by_id = {table.id: table for table in reading.tables}
    reading.papers, reading.exhibits = read_papers(files, by_id, reading.found)
    return reading


def load(folder: Path) -> tuple[Case, Key]:
    """Return a case and its key; ``CaseError`` carries every reason why it cannot be read."""
    case, key, _ = loaded(folder)
    return case, key


def loaded(folder: Path) -> tuple[Case, Key, Reading]:
    """Return a case, its key and everything else that the folder holds; ``CaseError`` if it cannot be read.

    This is the fast road: it does not judge whether the case is good (``check`` does).
    """
    reading = read(folder)
    case = assembled(reading)
    if case is None or reading.key is None or reading.found:
        lines = tuple(str(item) for item in sorted(reading.found))
        raise CaseError(f"the case {folder.name} cannot be read:", lines)
    return case, reading.key, reading


def assembled(reading: Reading) -> Case | None:
    """Return the whole case, or ``None`` while its own file cannot be read."""
    if reading.file is None:
        return None
    parts: dict[str, Any] = {name: getattr(reading.file, name) for name in CaseFile.model_fields}
    # Every part has been validated by itself: putting them together needs no second look.
    return Case.model_construct(
        **parts,
        exhibits=reading.exhibits,
        tables=reading.tables,
        run_sheets=reading.sheets,
        hash=reading.hash,
    )


def _files(folder: Path, found: list[Finding]) -> dict[str, bytes]:
    paths = [folder / name for name in MATTERS]
    for sub in FOLDERS:
        inside = folder / sub
        paths += sorted(inside.iterdir())[:MOST_FILES] if inside.is_dir() else []
    files: dict[str, bytes] = {}
    for path in paths:
        # A name that is not UTF-8 is shown with a sign in place of what cannot be shown.
        name = os.fsencode(path.relative_to(folder).as_posix()).decode(errors="replace")
        if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
            remedy = "put the file itself into the folder"
            found.append(Finding(name, 1, "this is a link out of the case's folder", "", remedy))
        elif path.is_file():
            try:
                with path.open("rb") as opened:
                    files[name] = opened.read(LARGEST + 1)
            except OSError as error:
                found.append(Finding(name, 1, f"cannot be read: {error.strerror}", "", "make it readable"))
    return files


def _hash(files: dict[str, bytes]) -> str:
    digest = sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + sha256(files[name]).digest())
    return digest.hexdigest()


def _document(name: str, files: dict[str, bytes], reading: Reading) -> None:
    if name not in files:
        reading.found.append(Finding(name, 1, "the file is missing", "every case has one", "add it"))
        return
    try:
        reading.documents[name] = read_yaml(read_text(files[name], name), name)
    except Refused as refused:
        reading.found.append(refused.finding)


def _shaped(model: Any, name: str, reading: Reading) -> Any:
    document = reading.documents.get(name)
    return None if document is None else shaped(model, document, reading.found)


def _run_sheets(reading: Reading) -> None:
    file = _shaped(RunSheetFile, "run-sheet.yaml", reading)
    if file is not None:
        reading.sheets, reading.live = file.sheets(), file.live


def _twins(reading: Reading) -> None:
    for letter, name in TWINS.items():
        twin = _shaped(Twin, name, reading)
        if twin is not None:
            reading.twins[letter] = twin
