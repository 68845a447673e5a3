"""A case's tables are what its committed generator writes, byte for byte."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

DATASETS = Path(__file__).parents[2] / "datasets"
GENERATORS = sorted(DATASETS.glob("*/make_tables.py"))


def _generator(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"make_tables_{path.parent.name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", GENERATORS, ids=lambda path: path.parent.name)
def test_tables_regenerate(path: Path) -> None:
    """Every CSV of the folder is written by the generator, and no other is there."""
    module = _generator(path)
    made = module.tables(module.history())
    kept = {file.stem: file.read_text(encoding="utf-8") for file in (path.parent / "tables").glob("*.csv")}
    assert made == kept


def test_there_is_a_generator() -> None:
    """The parametrised test above must not pass by finding nothing."""
    assert GENERATORS
