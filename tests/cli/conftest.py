"""The commands in a home of their own: nothing of this machine's user is read or written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lineofsight import paths
from lineofsight.cli import main

SLUG = "startup-support-backlash"
SETTINGS = ("LINEOFSIGHT_STORE", "LINEOFSIGHT_CASES", "LINEOFSIGHT_STRICT")
Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home; the settings that a command sets are taken back after the test."""
    for name in SETTINGS:
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    return home


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run a command in this process: ``run("check", path)``."""
    return lambda *arguments: CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def start() -> Command:
    """Run a command in a process of its own, as a shell would."""

    def one(*arguments: object, **env: str) -> subprocess.CompletedProcess[str]:
        whole = {**os.environ, "PYTHONPATH": str(paths.PACKAGE.parent), **env}
        command = [sys.executable, "-m", "lineofsight.cli", *map(str, arguments)]
        return subprocess.run(command, env=whole, capture_output=True, text=True, timeout=60, check=False)

    return one


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A sound copy of the first case under another name, in a folder of cases of its own."""
    folder = tmp_path / "cases" / "my-own-case"
    shutil.copytree(paths.project() / "datasets" / SLUG, folder, ignore=shutil.ignore_patterns("*.py"))
    swap(folder / "case.yaml", f"slug: {SLUG}", "slug: my-own-case")
    return folder


def swap(file: Path, old: str, new: str) -> None:
    """Replace the first occurrence of a text (which must be there)."""
    text = file.read_text()
    assert old in text, f"{old!r} is no longer in {file.name}"
    file.write_text(text.replace(old, new, 1))


@pytest.fixture
def broken(copy: Path) -> Path:
    """The copy with two mistakes: a misspelt key, and weights that do not add up."""
    swap(copy / "case.yaml", "sector:", "sektor:")
    (copy / "tables" / "backlog.csv").unlink()
    return copy
