"""A store that cannot be used: what, where, what to do, exit code, and the file as it was, byte for byte."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from lineofsight.store import open_store, sqlite


def journal(file: Path) -> None:
    open_store(f"sqlite:///{file}").close()


def newer(file: Path) -> None:
    journal(file)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE name = 'version'")
        connection.commit()


def damaged(file: Path) -> None:
    journal(file)
    content = file.read_bytes()
    file.write_bytes(content[:100] + b"\xa5" * (len(content) - 100))


def strange(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE customers (name TEXT)")
        connection.commit()


UNUSABLE: dict[str, tuple[Callable[[Path], Any], tuple[str, ...]]] = {
    "newer": (newer, ("schema version 99", "Update Line of Sight", "untouched")),
    "damaged": (damaged, ("malformed", "stays untouched", "restore a copy")),
    "no database": (lambda file: file.write_text("Dear diary"), ("is not a journal", "stays untouched", "LINEOFSIGHT_STORE")),
    "somebody else's": (strange, ("holds other tables (customers)", "nothing was changed", "LINEOFSIGHT_STORE")),
    "a folder": (lambda file: file.mkdir(), ("Is a directory", "LINEOFSIGHT_STORE")),
}  # fmt: skip


def all_of(folder: Path) -> dict[str, bytes | None]:
    """Return every file below a folder with its bytes."""
    return {str(path): path.read_bytes() if path.is_file() else None for path in sorted(folder.rglob("*"))}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path / "data" / "journal.sqlite"


@pytest.mark.parametrize("name", UNUSABLE)
def test_the_doctor_says_what_where_and_what_to_do(run: Any, file: Path, name: str) -> None:
    make, words = UNUSABLE[name]
    make(file)
    before = all_of(file.parent)
    said = run("--store", f"sqlite:///{file}", "doctor")
    assert said.exit_code == 1
    (line,) = (
        line for line in said.stdout.splitlines() if f"answers cannot be kept in sqlite:///{file}: " in line
    )
    assert [word for word in words if word not in line] == []
    assert {path: content for path, content in all_of(file.parent).items() if path in before} == before


def test_the_server_does_not_start_on_it(start: Any, file: Path) -> None:
    newer(file)
    before = all_of(file.parent)
    said = start("--store", f"sqlite:///{file}", "serve", "--no-open", "--port", 0)
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.startswith(f"lineofsight: the journal {file} has schema version 99")
    assert "Update Line of Sight, or name another file in LINEOFSIGHT_STORE" in said.stderr
    assert said.stderr.count("\n") == 1
    assert all_of(file.parent) == before


@contextmanager
def held(file: Path) -> Iterator[None]:
    """Hold a journal as a program would that is writing and never ends."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield


def test_a_locked_journal_is_said_and_untouched(
    run: Any, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE_SECONDS", 0.1)
    journal(file)
    before = file.read_bytes()
    with held(file):
        said = run("--store", f"sqlite:///{file}", "doctor")
    assert said.exit_code == 1
    assert f"cannot write the journal {file}: database is locked" in said.stdout
    assert "another program holds it; close that program and try again" in said.stdout
    assert file.read_bytes() == before


def test_a_place_that_cannot_be_written_to_is_said(run: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    said = run("--store", f"sqlite:///{tmp_path}/file/journal.sqlite", "doctor")
    assert said.exit_code == 1
    assert f"cannot open the journal {tmp_path}/file/journal.sqlite: File exists" in said.stdout
    assert "make the folder writable, or set LINEOFSIGHT_STORE to another place" in said.stdout
    assert (tmp_path / "file").read_text() == "in the way"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_without_permission_is_said(run: Any, file: Path) -> None:
    file.parent.chmod(0o500)
    said = run("--store", f"sqlite:///{file}", "doctor")
    assert "Permission denied; make the folder writable" in said.stdout
    assert not file.exists()


def test_an_address_that_is_none_is_said(run: Any) -> None:
    said = run("--store", "postgres://somewhere", "doctor")
    assert said.exit_code == 1
    assert "LINEOFSIGHT_STORE is 'postgres://somewhere'; allowed: memory:, sqlite:///path" in said.stdout
