"""Docs, lock, environment, notebooks: what is said about the project is true of it."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from lineofsight import __version__, paths
from lineofsight.cli import main
from lineofsight.desk import open_case, shelf
from lineofsight.reports.notebook import participant_notebook

ROOT = paths.project()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
NOTEBOOKS = sorted([*(ROOT / "workshops").glob("*.ipynb"), *(ROOT / "exercises").glob("*.ipynb")])
OURS = {".py", ".md", ".yaml", ".yml", ".toml", ".css", ".js", ".html", ".j2", ".json", ".ipynb", ".csv", ""}


def tracked() -> list[Path]:
    """Return the files that belong to the project (without git: every file but the environment's)."""
    try:
        listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
        files = [ROOT / line for line in listed.stdout.splitlines()]
    except (OSError, subprocess.CalledProcessError):
        files = [path for path in ROOT.rglob("*") if ".venv" not in path.parts]
    return [path for path in files if path.is_file() and path.suffix in OURS]


def test_the_readme_names_every_command_and_setting() -> None:
    readme = (ROOT / "README.md").read_text()
    for name in main.commands:
        assert f"lineofsight {name}" in readme
    for setting in ("LINEOFSIGHT_STORE", "LINEOFSIGHT_CASES", "LINEOFSIGHT_STRICT"):
        assert setting in readme


def test_every_command_has_help() -> None:
    for command in main.commands.values():
        assert command.help
        assert all(getattr(p, "help", True) for p in command.params if p.param_type_name == "option")


def test_the_readme_names_every_make_target_it_promises() -> None:
    makefile = (ROOT / "Makefile").read_text()
    for target in ("setup", "workshop", "test", "check", "lock", "bench"):
        assert re.search(rf"^{target}:", makefile, re.M)
    assert (ROOT / ".ci" / "run").read_text().rstrip().endswith("make test")


def test_conda_and_pyproject_are_in_step() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    pip = next(item["pip"] for item in environment["dependencies"] if isinstance(item, dict))
    assert [item for item in pip if not item.startswith("--")] == PROJECT["project"]["dependencies"]
    assert f"python{PROJECT['project']['requires-python']}" in environment["dependencies"]


def test_the_lock_is_hashed_and_holds_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    assert "--hash=sha256:" in lock
    assert re.findall(r"https?://|file:|--index|--find-links|--extra-index", lock) == []
    names = {name.lower() for name in re.findall(r"^([\w.-]+)==", lock, re.M)}
    wanted = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["dev"]]
    wanted += PROJECT["build-system"]["requires"]
    for requirement in wanted:
        assert re.split(r"[<>=~!\[; ]", requirement)[0].lower() in names


def test_the_changelog_has_a_place_for_what_comes() -> None:
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.M)
    assert headings[0].strip("[]") in ("Unreleased", __version__)


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda path: path.name)
def test_notebooks_are_thin_and_stripped(file: Path) -> None:
    notebook = json.loads(file.read_text())
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert len(code) <= 10
    for cell in code:
        assert len("".join(cell["source"]).splitlines()) <= 5
        assert cell["outputs"] == []
        assert cell["execution_count"] is None
    assert "language_info" not in notebook["metadata"]


@pytest.mark.parametrize("slug", shelf().slugs())
def test_a_cases_notebook_is_the_templates(slug: str) -> None:
    file = paths.workshops() / f"{slug}.ipynb"
    assert file.read_text() == participant_notebook(open_case(slug)), f"run: lineofsight notebook {slug}"


def test_nothing_of_ours_asks_another_host() -> None:
    folders = ("toolkit/lineofsight/serving", "toolkit/lineofsight/activities")
    files = [f for f in tracked() if f.suffix in (".css", ".js", ".html", ".j2")]
    asking = [
        str(file.relative_to(ROOT))
        for file in files
        if str(file.relative_to(ROOT)).startswith(folders)
        and re.search(
            r"""(?:src|href|url|import|fetch)\s*[=(]?\s*["'(]?\s*(?:https?:)?//""", file.read_text()
        )
    ]
    assert asking == []


def test_nothing_carries_a_path_of_a_machine() -> None:
    me = Path(__file__).name
    marks = ("/" + "work/", "/" + "root/", "/" + "home/", "../" + "shared")
    found = [
        f"{file.relative_to(ROOT)}: {mark}"
        for file in tracked()
        if file.name not in (me, "requirements.lock")
        for mark in marks
        if mark in file.read_text(errors="replace")
    ]
    assert found == []
