"""Imports point down only, the door is short and lazy, and nothing is called utils."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import lineofsight

PACKAGE = Path(lineofsight.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
FLOORS = {
    "errors": 0, "paths": 0, "model": 1, "operations": 2, "statistics": 2, "store": 2, "cases": 2.2,
    "scoring": 2.5, "desk": 3, "reports": 4, "activities": 5, "serving": 6, "cli": 7,
}  # fmt: skip
HEAVY = ("pandas", "altair", "scipy", "numpy", "ipywidgets", "sqlalchemy", "tornado", "pydantic")


def room(module: Path) -> str:
    """Return the room of a file: its first folder, or its own name."""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(module: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, room) of every import of ours, those inside functions too."""
    inside = module.relative_to(PACKAGE).parts
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = list(inside[: len(inside) - node.level])
            path = [*base, *(node.module or "").split(".")] if node.module else base
            names = [alias.name for alias in node.names] if not path else [path[0]]
            for name in names:
                yield node.lineno, name


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(module: Path) -> None:
    here = FLOORS.get(room(module))
    if here is None:
        return  # the door itself
    above = [
        f"line {line}: {room(module)} imports {name}"
        for line, name in imported(module)
        if name in FLOORS and (FLOORS[name] > here or (FLOORS[name] == here and name != room(module)))
    ]
    assert above == []


def test_only_the_faces_know_widgets() -> None:
    knowing = {
        room(module)
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text()))
        for name in _names(node)
        if name.split(".")[0] in ("ipywidgets", "IPython", "anywidget")
    }
    assert knowing <= {"activities"}


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []


def test_the_door_is_short_and_lazy() -> None:
    code = f"import lineofsight, sys, json; print(json.dumps([m for m in {HEAVY!r} if m in sys.modules]))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert json.loads(out) == []
    assert len(lineofsight.__all__) <= 8
    for name in lineofsight.__all__:
        assert getattr(lineofsight, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'joined'"):
        lineofsight.joined  # noqa: B018


def test_no_drawer_for_odds_and_ends() -> None:
    forbidden = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
    assert [m for m in MODULES if m.stem in forbidden or m.parent.name in forbidden] == []
