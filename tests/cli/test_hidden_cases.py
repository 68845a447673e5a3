"""A case under a name that is taken is left out, and the list says so."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from lineofsight import paths

SLUG = "startup-support-backlash"


def test_a_copy_under_a_taken_name_is_named_as_left_out(tmp_path: Path, run: Callable[..., Result]) -> None:
    copy = tmp_path / "mine" / SLUG
    shutil.copytree(paths.project() / "datasets" / SLUG, copy)
    output = run("--cases", tmp_path / "mine", "cases").output
    assert f"{copy}\n    is left out: a case {SLUG} comes first" in output
    assert output.count("Startup support backlash") == 1
