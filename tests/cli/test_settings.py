"""The front door: version, help, flags and the same settings by environment, faults of ours in words."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lineofsight import __version__, paths
from lineofsight.cli import main


def test_the_version_is_said_by_module_and_by_script(start: Any) -> None:
    said = start("--version")
    assert said.stdout == f"lineofsight, version {__version__}\n"
    script = shutil.which("lineofsight", path=str(Path(sys.executable).parent))
    assert script
    found = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert found.stdout == said.stdout


@pytest.mark.parametrize("name", sorted(main.commands))
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_every_command_says_what_it_does(run: Any, name: str, flag: str) -> None:
    said = run(name, flag)
    assert said.exit_code == 0
    assert said.stdout.startswith(f"Usage: main {name} ")
    assert main.commands[name].help.split(":")[0].split("(")[0].strip()[:40] in " ".join(said.stdout.split())


def test_a_misspelt_command_is_answered_with_what_was_meant(run: Any) -> None:
    said = run("chek")
    assert said.exit_code == 2
    assert "Did you mean 'check'?" in said.stderr


@pytest.mark.parametrize("how", ["flag", "environment"])
def test_the_store_is_named_by_flag_or_environment(
    run: Any, how: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if how == "environment":
        monkeypatch.setenv("LINEOFSIGHT_STORE", "memory:")
    said = run(*(("--store", "memory:") if how == "flag" else ()), "doctor")
    assert "answers are kept in memory:" in said.stdout
    assert not (home / "data").exists()


def test_a_flag_goes_before_the_environment(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINEOFSIGHT_STORE", "memory:")
    assert (
        f"sqlite:///{tmp_path}/j.sqlite" in run("--store", f"sqlite:///{tmp_path}/j.sqlite", "doctor").stdout
    )


def test_what_is_relative_is_settled_once_for_every_kernel(
    run: Any, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = run("--cases", "cases", "--store", "sqlite:///mine.sqlite", "cases")
    assert "my-own-case" in said.stdout
    assert os.environ["LINEOFSIGHT_CASES"] == str(copy.parent)
    assert os.environ["LINEOFSIGHT_STORE"] == f"sqlite:///{tmp_path / 'mine.sqlite'}"


def break_the_shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    def shelf() -> None:
        raise ZeroDivisionError("inside us")

    monkeypatch.setattr("lineofsight.desk.shelf", shelf)


def test_a_fault_of_ours_is_words_too(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    break_the_shelf(monkeypatch)
    said = run("cases")
    assert said.exit_code == 2
    assert "this is a fault of ours, not yours (ZeroDivisionError: inside us)" in said.stderr
    assert "Traceback" not in said.output


@pytest.mark.parametrize("how", ["flag", "environment"])
def test_strict_raises_it(run: Any, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    break_the_shelf(monkeypatch)
    if how == "environment":
        monkeypatch.setenv("LINEOFSIGHT_STRICT", "1")
    said = run(*(("--strict",) if how == "flag" else ()), "cases")
    assert isinstance(said.exception, ZeroDivisionError)
    assert os.environ["LINEOFSIGHT_STRICT"] == "1"


def test_output_that_nobody_reads_to_the_end_is_no_fault() -> None:
    command = f"{sys.executable} -m lineofsight.cli cases | true"
    env = {**os.environ, "PYTHONPATH": str(paths.PACKAGE.parent)}
    said = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, env=env, check=False)
    assert "fault of ours" not in said.stderr
    assert "Traceback" not in said.stderr


def test_lab_opens_where_the_notebooks_are_and_passes_arguments_on(start: Any) -> None:
    said = start("lab", "--no-browser", "--ServerApp.port=9191", "--show-config-json")
    assert said.returncode == 0, said.stderr
    server = json.loads(said.stdout)["ServerApp"]
    assert server["root_dir"] == str(paths.project())
    assert server["port"] == 9191
    assert server["open_browser"] is False
