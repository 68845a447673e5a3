"""Commands on cases: listed, checked one finding a line, their notebooks written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from lineofsight import open_case, paths
from lineofsight.desk import shelf
from lineofsight.reports.notebook import participant_notebook

SLUG = "startup-support-backlash"
FINDING = re.compile(r"^[^:\s]+:\d+: [^;]+(; .+)?$")


def test_cases_lists_every_case_of_the_house(run: Any) -> None:
    said = run("cases")
    assert said.exit_code == 0
    for slug in shelf().slugs():
        case = open_case(slug)
        facts = f"({case.sector}, {case.level}, {case.minutes} minutes)"
        assert f"{slug}\n    {case.title}: {case.setting} {facts}" in said.stdout


def test_a_case_brought_along_is_listed_by_flag_and_by_environment(
    run: Any, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "my-own-case" not in run("cases").stdout
    assert "my-own-case" in run("--cases", copy.parent, "cases").stdout
    monkeypatch.setenv("LINEOFSIGHT_CASES", str(copy.parent))
    assert "my-own-case" in run("cases").stdout


def test_a_broken_case_is_listed_but_not_as_offered(run: Any, broken: Path) -> None:
    said = run("--cases", broken.parent, "cases")
    assert said.exit_code == 0
    assert re.search(
        r"my-own-case\n    cannot be offered: \d+ findings?; run: lineofsight check", said.stdout
    )


def test_a_folder_of_cases_that_is_none_is_said(run: Any, copy: Path, tmp_path: Path) -> None:
    said = run("--cases", tmp_path / "nowhere", "check")
    assert said.exit_code == 2
    assert f"{tmp_path / 'nowhere'}: there is no such folder" in said.stderr
    said = run("--cases", copy, "cases")
    assert said.exit_code == 2
    assert f"this is one case; name the folder that it lies in, {copy.parent}" in said.stderr


def test_a_sound_case_is_ok(run: Any, copy: Path) -> None:
    said = run("check", copy)
    assert (said.exit_code, said.stdout) == (0, f"{copy}: ok\n")


def test_every_case_is_checked_when_none_is_named(run: Any, broken: Path) -> None:
    said = run("check")
    assert said.exit_code == 0
    assert [line.endswith(f"{SLUG}: ok") for line in said.stdout.splitlines()].count(True) == 1
    said = run("--cases", broken.parent, "check")
    assert said.exit_code == 1
    assert f"{SLUG}: ok" in said.stdout
    assert f"{broken / 'case.yaml'}:" in said.stdout


def test_a_broken_case_gets_one_finding_a_line_where_it_can_be_clicked(start: Any, broken: Path) -> None:
    said = start("check", broken)
    lines = said.stdout.splitlines()
    assert said.returncode == 1
    assert said.stderr == ""
    assert len(lines) >= 2
    assert all(FINDING.match(line) for line in lines), said.stdout
    line = (broken / "case.yaml").read_text().splitlines().index("sektor: Software and services") + 1
    assert any(
        found.startswith(f"{broken / 'case.yaml'}:{line}: there is no key 'sektor'") for found in lines
    )
    assert any("did you mean 'sector'" in found for found in lines)
    assert any("backlog" in found for found in lines)


def test_paths_are_said_as_they_are_seen_from_here(
    run: Any, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(broken.parent)
    assert all(line.startswith("my-own-case/") for line in run("check", "my-own-case").stdout.splitlines())
    monkeypatch.chdir(broken)
    said = run("check", ".").stdout
    assert re.search(r"^case\.yaml:\d+: ", said, re.M)
    assert "called ''" not in said
    monkeypatch.chdir(broken / "exhibits")
    assert str(broken / "case.yaml") in run("check", "..").stdout


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"a: [", b"", b"- 1\n- 2\n", b"x" * 600_000, b"!!python/none"]
)
def test_no_file_makes_a_traceback(run: Any, copy: Path, content: bytes) -> None:
    for name in ("case.yaml", "key.yaml", "run-sheet.yaml", "datapackage.json", "exhibits/leaving.md"):
        (copy / name).write_bytes(content)
    said = run("check", copy)
    assert said.exit_code == 1
    assert isinstance(said.exception, SystemExit)
    assert len(said.stdout.splitlines()) >= 4
    assert all(re.match(r"^[^:\s]+:\d+: .", line) for line in said.stdout.splitlines()), said.stdout


def test_a_path_that_is_no_case_is_one_finding_and_the_rest_is_checked(
    run: Any, copy: Path, tmp_path: Path
) -> None:
    said = run("check", tmp_path / "nowhere", copy, copy / "case.yaml")
    assert said.exit_code == 1
    nowhere, file, ok = said.stdout.splitlines()
    assert nowhere.startswith(
        f"{tmp_path / 'nowhere'}:1: there is no such folder; allowed: the folder of a case"
    )
    assert file.startswith(f"{copy / 'case.yaml'}:1: this is a file; allowed: the folder of a case")
    assert ok == f"{copy}: ok"


def test_a_misspelt_case_is_answered_with_what_was_meant(run: Any) -> None:
    said = run("check", "startup-suport-backlash")
    assert said.exit_code == 1
    assert f"there is no such folder (did you mean '{SLUG}'?)" in said.stdout


def test_an_empty_folder_says_what_a_case_needs(run: Any, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    said = run("check", tmp_path / "empty")
    assert said.exit_code == 1
    for name in ("case.yaml", "key.yaml", "run-sheet.yaml"):
        assert f"{tmp_path / 'empty' / name}:1: the file is missing" in said.stdout


def test_a_notebook_is_written_from_the_template(
    run: Any, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "workshops", lambda: tmp_path / "books")
    for _ in range(2):
        said = run("--cases", copy.parent, "notebook", "my-own-case")
        assert (said.exit_code, said.stdout) == (0, f"wrote {tmp_path / 'books' / 'my-own-case.ipynb'}\n")
    written = (tmp_path / "books" / "my-own-case.ipynb").read_text()
    assert written == participant_notebook(open_case("my-own-case"))
    assert 'join(\\"my-own-case\\")' in written


def test_a_notebook_of_no_case_or_of_a_broken_one_is_refused(run: Any, broken: Path) -> None:
    said = run("notebook", "startup-suport-backlash")
    assert said.exit_code == 2
    assert f"there is no case 'startup-suport-backlash' (did you mean '{SLUG}'?)" in said.stderr
    said = run("--cases", broken.parent, "notebook", "my-own-case")
    assert said.exit_code == 2
    assert "the case my-own-case cannot be read:\ncase.yaml:" in said.stderr


def test_a_notebook_that_cannot_be_written_is_said(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "books").write_text("in the way")
    monkeypatch.setattr(paths, "workshops", lambda: tmp_path / "books")
    said = run("notebook", SLUG)
    assert said.exit_code == 2
    assert f"lineofsight: {tmp_path / 'books'}: File exists; make it readable and writable" in said.stderr
    assert (tmp_path / "books").read_text() == "in the way"
