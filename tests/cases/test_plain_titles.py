"""Titles stand in lists and pictures as they are: the signs of Markdown in them are found."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lineofsight import paths
from lineofsight.cases import check
from lineofsight.cases.formats import MARKED

GOOD = paths.project() / "datasets" / "startup-support-backlash"


@pytest.mark.parametrize(
    "title", ["From *Sheet & Fold*", "**Urgent**: a word", "The `wait` column", "_Soon_, then"]
)
def test_emphasis_and_code_are_found(title: str) -> None:
    assert MARKED.search(title)


@pytest.mark.parametrize(
    "title", ["#halls, 22:50", "5 * 3 is 15, 2 * 2 is 4", "wait_days and on_time", "“Soon”"]
)
def test_what_only_looks_like_it_is_not(title: str) -> None:
    assert not MARKED.search(title)


def test_the_finding_names_the_file_the_line_and_the_remedy(tmp_path: Path) -> None:
    folder = tmp_path / GOOD.name
    shutil.copytree(GOOD, folder)
    paper = folder / "exhibits" / "sunday-midnight.md"
    paper.write_text(paper.read_text().replace("title: Open letters,", "title: Open *letters*,", 1))
    found = [str(finding) for finding in check(folder)]
    assert found == [
        "exhibits/sunday-midnight.md:3: the title of the paper has Markdown: *letters*; "
        "allowed: plain text; take the signs out"
    ]
