"""nbval is a proof only if it can fail: a broken case turns its notebook red, the sound copy stays green."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lineofsight import open_case, paths
from lineofsight.reports.notebook import participant_notebook

SLUG = "startup-support-backlash"
CELLS = 8


def swap(file: Path, old: str, new: str) -> None:
    """Replace the first occurrence of a text (which must be there)."""
    text = file.read_text()
    assert old in text, f"{old!r} is no longer in {file.name}"
    file.write_text(text.replace(old, new, 1))


def unreadable(folder: Path) -> None:
    swap(folder / "case.yaml", "sector:", "sektor:")


def overtime(folder: Path) -> None:
    """Each file can be read, but the minutes of the steps do not add up."""
    swap(folder / "run-sheet.yaml", "minutes: 5\n", "minutes: 6\n")


COPIES: dict[str, Callable[[Path], None]] = {
    "sound-copy": lambda folder: None,
    "unreadable-copy": unreadable,
    "overtime-copy": overtime,
}


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Each copy's notebook under nbval as `make test` runs it: what each cell failed of ("" if it passed)."""
    folder = tmp_path_factory.mktemp("nbval")
    books = []
    for name, change in COPIES.items():
        case = folder / "cases" / name
        shutil.copytree(paths.project() / "datasets" / SLUG, case, ignore=shutil.ignore_patterns("*.py"))
        swap(case / "case.yaml", f"slug: {SLUG}", f"slug: {name}")
        change(case)
        books.append(folder / f"{name}.ipynb")
        # A broken case has no template's notebook any more: it is the sound one's, as it was committed.
        books[-1].write_text(participant_notebook(open_case(SLUG)).replace(SLUG, name))
    env = {**os.environ, "PYTHONPATH": str(paths.PACKAGE.parent), "LINEOFSIGHT_CASES": str(folder / "cases")}
    env |= {"LINEOFSIGHT_STRICT": "1", "LINEOFSIGHT_STORE": "memory:"}
    options = ["--nbval-lax", "--nbval-cell-timeout=60", "-p", "no:cacheprovider", "--junitxml=said.xml"]
    command = [sys.executable, "-m", "pytest", *options, *map(str, books)]
    done = subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 1, done.stdout
    cells: dict[str, list[str]] = {name: [] for name in COPIES}
    for cell in ElementTree.parse(folder / "said.xml").iter("testcase"):
        name = next(name for name in COPIES if name in f"{cell.get('classname')} {cell.get('file')}")
        cells[name].append("".join(part.text or "" for part in cell if part.tag in ("failure", "error")))
    return cells


def test_the_sound_copy_is_green(ran: dict[str, list[str]]) -> None:
    assert ran["sound-copy"] == [""] * CELLS


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("unreadable-copy", "did you mean 'sector'"),
        ("overtime-copy", "does not pass its check"),
    ],
)
def test_a_broken_copy_is_red_and_says_why(ran: dict[str, list[str]], name: str, words: str) -> None:
    assert len(ran[name]) == CELLS
    assert all(ran[name])
    assert words in ran[name][0]
