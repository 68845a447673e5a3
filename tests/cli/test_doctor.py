"""The doctor: what is here, what is missing, and what to do about it."""

from __future__ import annotations

import re
import socket
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from lineofsight import paths

# `lineofsight.cli.doctor` is the command; this is its module.
doctor = import_module("lineofsight.cli.doctor")


def lines(said: Any) -> dict[str, list[str]]:
    """Return what the doctor says by state."""
    found: dict[str, list[str]] = {}
    for line in said.stdout.splitlines():
        state, words = line.split(None, 1)
        found.setdefault(state, []).append(words)
    return found


def test_all_is_well_here(run: Any, home: Path) -> None:
    said = run("doctor")
    assert said.exit_code == 0, said.stdout
    found = lines(said)
    assert "missing" not in found
    assert any(words.startswith("Python 3.") for words in found["ok"])
    assert f"answers are kept in sqlite:///{home / 'data' / 'lineofsight' / 'journal.sqlite'}" in found["ok"]
    assert any(re.match(r"\d+ cases? (is|are) offered", words) for words in found["ok"])
    assert "fonts are here" in found["ok"]


def test_floors_are_those_of_the_project() -> None:
    project = tomllib.loads((paths.project() / "pyproject.toml").read_text())["project"]
    wanted = dict(re.split(">=", line, maxsplit=1) for line in project["dependencies"] if ">=" in line)
    assert {name.replace("_", "-"): floor for name, floor in doctor.FLOORS.items()}.items() <= wanted.items()


def test_an_old_or_missing_package_is_said(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "FLOORS", {"voila": "99.1", "no-such-package": "1"})
    said = run("doctor")
    assert said.exit_code == 1
    assert re.search(r"missing  voila [\d.]+ is too old; run: make setup", said.stdout)
    assert "missing  no-such-package is not installed; run: make setup" in said.stdout


@pytest.mark.parametrize(("found", "floor", "old"), [("2.21.1", "2.21.1", False), ("2.9", "2.21.1", True), ("10.0", "9.9.9", False), ("6.1.0", "6", False)])  # fmt: skip
def test_versions_are_compared_as_numbers(found: str, floor: str, old: bool) -> None:
    assert (doctor._numbers(found) < doctor._numbers(floor)) == old


def test_a_taken_port_is_no_illness(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        monkeypatch.setattr(doctor, "PORT", port)
        said = run("doctor")
    assert f"port {port} is taken; serve with another: lineofsight serve --port {port + 1}" in said.stdout
    assert said.exit_code == 0


def test_a_broken_case_needs_attention(run: Any, broken: Path) -> None:
    said = run("--cases", broken.parent, "doctor")
    assert said.exit_code == 0
    assert re.search(r"attention  the case my-own-case has \d+ findings; run: lineofsight check", said.stdout)


def test_no_case_at_all_is_missing(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "project", lambda: tmp_path)
    said = run("doctor")
    assert said.exit_code == 1
    assert "missing  0 cases are offered" in said.stdout
    assert "there are no cases; name a folder of cases with --cases" in run("cases").stdout
