"""Files stay short, functions too; every module says what it is for, every function what it gives."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import lineofsight

PACKAGE = Path(lineofsight.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE = 300
LONGEST_FUNCTION = 45
Function = ast.FunctionDef | ast.AsyncFunctionDef


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_is_short_and_says_what_it_is_for(module: Path) -> None:
    text = module.read_text()
    tree = ast.parse(text)
    said = ast.get_docstring(tree)
    assert said, "no docstring"
    assert said.splitlines()[0].rstrip().endswith((".", "?", "!", ":")), "the first line is no sentence"
    assert text.count("\n") <= LONGEST_FILE
    functions = [node for node in ast.walk(tree) if isinstance(node, Function)]
    long = [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= LONGEST_FUNCTION]
    assert long == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_public_functions_are_annotated_and_described(module: Path) -> None:
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, Function) and not node.name.startswith("_"):
            assert node.returns is not None, f"{node.name} has no return annotation"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_assert_for_anybodys_mistake(module: Path) -> None:
    asserts = [
        node.lineno for node in ast.walk(ast.parse(module.read_text())) if isinstance(node, ast.Assert)
    ]
    assert asserts == []
