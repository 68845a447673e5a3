"""A case's data package is a valid one, as the `frictionless` command judges, and says what each column is."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import frictionless
import pytest

DATASETS = Path(__file__).parents[2] / "datasets"
PACKAGES = sorted(DATASETS.glob("*/datapackage.json"))
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
COMMAND = Path(sys.executable).with_name("frictionless")
FIRST = DATASETS / "startup-support-backlash"


@pytest.fixture(scope="module", params=PACKAGES, ids=lambda path: path.parent.name)
def package(request: pytest.FixtureRequest) -> Path:
    """Each case's data package."""
    return Path(request.param)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the first case's data package with its tables, to be broken."""
    shutil.copytree(FIRST / "tables", tmp_path / "tables")
    return Path(shutil.copy(FIRST / "datapackage.json", tmp_path))


def columns(package: Path) -> Iterator[tuple[str, bool, dict[str, Any], list[str]]]:
    """Yield each column: its name in words, whether it is its table's first, its field, its cells."""
    for resource in json.loads(package.read_text())["resources"]:
        with (package.parent / resource["path"]).open(newline="") as file:
            rows = list(csv.DictReader(file))
        for at, field in enumerate(resource["schema"]["fields"]):
            cells = [row[field["name"]] for row in rows]
            yield f"{resource['name']}.{field['name']}", at == 0, field, cells


def errors(package: Path) -> list[tuple[str, str, str]]:
    """Return (table, kind, note) of everything that frictionless finds wrong."""
    report = frictionless.validate(str(package))
    whole = [("", error.type, error.note) for error in report.errors]
    return whole + [(task.name, error.type, error.note) for task in report.tasks for error in task.errors]


def command(package: Path) -> subprocess.CompletedProcess[str]:
    """Run `frictionless validate` as a person does."""
    return subprocess.run([COMMAND, "validate", package], capture_output=True, text=True, timeout=60)


def test_there_are_data_packages() -> None:
    """The parametrised tests must not pass by finding nothing."""
    assert FIRST / "datapackage.json" in PACKAGES
    assert [file.parent for file in PACKAGES] == sorted(file.parent for file in DATASETS.glob("*/case.yaml"))


def test_the_package_and_its_tables_are_valid(package: Path) -> None:
    assert errors(package) == []


def test_the_command_says_valid_and_that_a_cell_is_wrong(copy: Path) -> None:
    good = command(copy)
    assert good.returncode == 0, good.stdout
    assert "VALID" in good.stdout
    assert "INVALID" not in good.stdout
    table = copy.parent / "tables" / "days.csv"
    table.write_text(table.read_text().replace("Wednesday", "Woensdag", 1))
    bad = command(copy)
    assert bad.returncode == 1
    assert "INVALID" in bad.stdout
    assert "Woensdag" in bad.stdout


@pytest.mark.parametrize(
    ("table", "old", "new", "said"),
    [
        ("days", "\n1,Monday,", "\n1,Monday,-", 'constraint "minimum"'),
        ("contacts", "in the last 7 days,", ",", 'constraint "required"'),
        ("tasks", ",Growth,", ",Grwoth,", 'constraint "enum"'),
        ("scorecard", "\n1,", "\none,", "integer"),
    ],
)
def test_a_wrong_cell_is_found_by_what_the_package_states(
    copy: Path, table: str, old: str, new: str, said: str
) -> None:
    file = copy.parent / "tables" / f"{table}.csv"
    before = file.read_text()
    file.write_text(before.replace(old, new, 1))
    assert file.read_text() != before
    found = errors(copy)
    assert {name for name, _, _ in found} == {table}
    assert any(said in note for _, _, note in found), found


def test_the_package_says_its_profile_and_licence(package: Path) -> None:
    data = json.loads(package.read_text())
    assert data["$schema"] == PROFILE
    assert data["name"] == package.parent.name
    assert data["description"].startswith("Invented figures")
    assert data["licenses"]
    assert all({"name", "title", "path"} <= set(licence) for licence in data["licenses"])
    files = {resource["path"] for resource in data["resources"]}
    assert files == {f"tables/{file.name}" for file in (package.parent / "tables").glob("*.csv")}


def test_every_column_has_a_title_and_a_unit_or_says_that_it_has_none(package: Path) -> None:
    silent = [
        name for name, _, field, _ in columns(package) if not (field.get("title") and field.get("unit"))
    ]
    assert silent == [], 'give each a `title` and a `unit` ("none" for words)'
    bare = [
        name
        for name, _, field, _ in columns(package)
        if field["type"] != "string" and field.get("unit") == "none"
    ]
    assert bare == [], "a number counts something: say what"


def test_a_rows_name_is_required_and_numbers_have_bounds(package: Path) -> None:
    missing = []
    for name, first, field, cells in columns(package):
        stated = field.get("constraints", {})
        if first and stated.get("required") is not True:
            missing.append(f"{name}: required")
        if field["type"] != "string" and "minimum" not in stated:
            missing.append(f"{name}: minimum")
        # A share of what was asked for may pass one; a share that never does says so.
        share = field.get("unit", "").startswith("share of") and all(float(cell or 0) <= 1 for cell in cells)
        if share and stated.get("maximum") != 1:
            missing.append(f"{name}: maximum 1")
    assert missing == []


def test_words_that_come_back_are_listed(package: Path) -> None:
    """A column with at most half as many words as rows is a choice: the package lists what may stand there."""
    open_ended = [
        f"{name}: {', '.join(sorted(set(cells)))}"
        for name, _, field, cells in columns(package)
        if field["type"] == "string" and 2 * len(set(cells)) <= len(cells)
        if "enum" not in field.get("constraints", {})
    ]
    assert open_ended == [], "add `constraints.enum`"
