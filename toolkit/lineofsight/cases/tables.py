"""Tables: CSV files as the data package describes them, every cell typed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from ..model.base import Name, Slug
from ..model.case import Column, Table
from .findings import Finding
from .yaml_text import Refused, read_text

PACKAGE = "datapackage.json"
MOST_ROWS = 20_000
Cell = int | float | str | None


class _Field(BaseModel):
    model_config = ConfigDict(extra="ignore")
    name: Name
    title: str = ""
    type: Literal["integer", "number", "string"]
    unit: str = ""
    display: str = ""


class _Schema(BaseModel):
    fields: list[_Field]


class _Resource(BaseModel):
    model_config = ConfigDict(extra="ignore")
    name: Slug
    path: str
    title: str = ""
    schema_: _Schema

    @classmethod
    def of(cls, data: dict[str, Any]) -> _Resource:
        """Return a resource (its ``schema`` key has another name here: pydantic keeps that one)."""
        return cls.model_validate({**data, "schema_": data.get("schema")})


def read_tables(folder: Path, files: dict[str, bytes], found: list[Finding]) -> tuple[Table, ...]:
    """Return the tables that can be read; the rest is said in ``found``."""
    package = _package(files, found)
    tables = []
    for place, data in enumerate(package):
        try:
            resource = _Resource.of(data)
        except (ValueError, TypeError):
            what = f"resource {place + 1} ({data.get('name')!r}) is not described"
            needs = (
                "it needs name (small letters, digits, hyphens), path and schema.fields with name (small letters, "
                "digits, _) and type (integer, number, string)"
            )
            found.append(Finding(PACKAGE, 1, what, needs, "complete it"))
            continue
        content = _content(resource, folder, files, found)
        if content is not None:
            tables.append(_table(resource, content, found))
    return tuple(tables)


def _package(files: dict[str, bytes], found: list[Finding]) -> list[dict[str, Any]]:
    if PACKAGE not in files:
        if any(name.startswith("tables/") for name in files):
            remedy = "add it, with one resource a table"
            found.append(Finding(PACKAGE, 1, "the file is missing, but there are tables", "", remedy))
        return []
    try:
        data = json.loads(read_text(files[PACKAGE], PACKAGE))
        return [item for item in data["resources"] if isinstance(item, dict)]
    except Refused as refused:
        found.append(refused.finding)
    except json.JSONDecodeError as error:
        remedy = "check commas, brackets and quotation marks"
        found.append(Finding(PACKAGE, error.lineno, f"this is not valid JSON: {error.msg}", "", remedy))
    except (KeyError, TypeError, RecursionError):
        found.append(Finding(PACKAGE, 1, "there is no list `resources`", "", "add it, one resource a table"))
    return []


def _content(resource: _Resource, folder: Path, files: dict[str, bytes], found: list[Finding]) -> str | None:
    inside = (folder / resource.path).resolve().is_relative_to(folder.resolve())
    if not inside or resource.path.startswith("/") or ".." in resource.path:
        what = f"the path {resource.path!r} leaves the case's folder"
        found.append(Finding(PACKAGE, 1, what, "allowed: files in tables/", "move the file into tables/"))
        return None
    if resource.path not in files:
        what = f"the file {resource.path!r} does not exist"
        found.append(Finding(PACKAGE, 1, what, "", "correct the path or add the file"))
        return None
    try:
        return read_text(files[resource.path], resource.path)
    except Refused as refused:
        found.append(refused.finding)
        return None


def _table(resource: _Resource, content: str, found: list[Finding]) -> Table:
    fields = resource.schema_.fields
    columns = tuple(
        Column(name=f.name, title=f.title or f.name, type=f.type, unit=f.unit, format=f.display)
        for f in fields
    )
    reader = csv.reader(io.StringIO(content))
    names = next(reader, [])
    wanted = [field.name for field in fields]
    rows: list[tuple[Cell, ...]] = []
    if names != wanted:
        what = f"the columns are {', '.join(names) or 'missing'}"
        parted = len(names) == 1 and names[0].count(";") == len(wanted) - 1
        remedy = (
            "its cells are parted by semicolons: save it as CSV with commas"
            if parted
            else "bring the first line and the data package into step"
        )
        found.append(Finding(resource.path, 1, what, f"the data package says {', '.join(wanted)}", remedy))
        return Table(id=resource.name, title=resource.title or resource.name, columns=columns, rows=())
    for cells in reader:
        line = reader.line_num
        if len(rows) >= MOST_ROWS:
            what = f"there are more than {MOST_ROWS:,} rows"
            found.append(Finding(resource.path, line, what, "", "keep fewer rows"))
            break
        if len(cells) != len(fields):
            what = f"the row has {len(cells)} cells"
            found.append(Finding(resource.path, line, what, f"allowed: {len(fields)}", "mend the row"))
            continue
        rows.append(
            tuple(_cell(c, f, resource.path, line, found) for c, f in zip(cells, fields, strict=True))
        )
    return Table(id=resource.name, title=resource.title or resource.name, columns=columns, rows=tuple(rows))


def _cell(text: str, field: _Field, file: str, line: int, found: list[Finding]) -> Cell:
    if field.type == "string":
        return text
    if not text:
        return None
    try:
        value: Cell = int(text) if field.type == "integer" else float(text)
    except ValueError:
        value = None
    if value is None or value != value or value in (float("inf"), float("-inf")):
        what = f"`{field.name}` is {text[:40]!r}"
        found.append(Finding(file, line, what, f"allowed: {field.type}", "write it in digits"))
        return None
    return value
