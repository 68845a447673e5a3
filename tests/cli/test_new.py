"""``lineofsight new``: a case to be rewritten, and the commands that come next, as they can be typed."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import pytest

from lineofsight import paths


def test_it_says_what_to_do_next_and_that_can_be_done(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cases"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(paths, "workshops", lambda: tmp_path / "books")
    said = run("new", "night-rota", "--model", "support_desk", "--in", "cases")
    assert said.exit_code == 0, said.output
    check, notebook, serve = (shlex.split(line) for line in said.stdout.splitlines() if line.startswith("  "))
    assert check == ["lineofsight", "check", "cases/night-rota"]
    assert run(*check[1:]).stdout == "cases/night-rota: ok\n"
    assert run(*notebook[1:]).exit_code == 0
    assert (tmp_path / "books" / "night-rota.ipynb").is_file()
    assert serve == ["lineofsight", "--cases", "cases", "serve"]
    assert "night-rota\n    Night rota: " in run("--cases", "cases", "cases").stdout


def test_without_a_folder_it_goes_to_the_projects_cases(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "datasets").mkdir()
    monkeypatch.setattr(paths, "project", lambda: tmp_path)
    monkeypatch.chdir(tmp_path)
    said = run("new", "night-rota", "--model", "support_desk")
    assert said.stdout.splitlines()[2:4] == ["  lineofsight notebook night-rota", "  lineofsight serve"]
    assert (tmp_path / "datasets" / "night-rota" / "key.yaml").is_file()


def test_a_slug_that_another_folder_has_already_is_refused(run: Any, tmp_path: Path) -> None:
    said = run("new", "startup-support-backlash", "--model", "support_desk", "--in", tmp_path)
    assert said.exit_code == 2
    assert "there is a case 'startup-support-backlash' already, in " in said.stderr
    assert list(tmp_path.glob("startup*")) == []


def test_a_wrong_model_gets_words_and_no_folder(run: Any, tmp_path: Path) -> None:
    said = run("new", "night-rota", "--model", "suport_desk", "--in", tmp_path)
    assert said.exit_code == 2
    assert "did you mean 'support_desk'" in said.stderr
    assert not (tmp_path / "night-rota").exists()
