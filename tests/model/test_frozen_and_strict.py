"""Every model is a value: it cannot be changed, refuses keys it does not know, and reads back what it wrote."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from pydantic import ValidationError

import lineofsight.model
from lineofsight import paths
from lineofsight.cases import load
from lineofsight.model.base import Model
from lineofsight.model.case import Case
from lineofsight.model.key import Key

MODULES = [
    importlib.import_module(f"lineofsight.model.{found.name}")
    for found in pkgutil.iter_modules(lineofsight.model.__path__)
]


def kinds(base: type[Model]) -> Iterator[type[Model]]:
    for kind in base.__subclasses__():
        yield kind
        yield from kinds(kind)


KINDS = sorted((kind for kind in kinds(Model) if kind.__module__.startswith("lineofsight.")), key=str)


@pytest.fixture(scope="module")
def case_and_key() -> tuple[Case, Key]:
    """The first case of the house with its key: nearly every model has a part in it."""
    return load(paths.project() / "datasets" / "startup-support-backlash")


def test_there_are_models_in_every_module_that_speaks_of_things() -> None:
    named = {kind.__module__.rpartition(".")[2] for kind in KINDS}
    assert named == {module.__name__.rpartition(".")[2] for module in MODULES} - {"base"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_key_that_does_not_exist_is_an_error(kind: type[Model]) -> None:
    with pytest.raises(ValidationError) as raised:
        kind.model_validate({"sektor": "retail"})
    assert ("sektor",) in {
        found["loc"] for found in raised.value.errors() if found["type"] == "extra_forbidden"
    }


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_nothing_of_it_can_be_set_or_taken_away(kind: type[Model]) -> None:
    made = kind.model_construct()
    for name in kind.model_fields:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(made, name, None)
        with pytest.raises(ValidationError, match="frozen"):
            delattr(made, name)


def test_a_whole_case_and_its_key_read_back_what_they_wrote(case_and_key: tuple[Case, Key]) -> None:
    for told in case_and_key:
        assert type(told).model_validate_json(told.model_dump_json()) == told
        assert type(told).model_validate(told.model_dump()) == told


def test_a_changed_copy_leaves_the_first_as_it_was(case_and_key: tuple[Case, Key]) -> None:
    case, _ = case_and_key
    title = case.title
    assert case.model_copy(update={"title": "Another"}).title == "Another"
    assert case.title == title


@pytest.mark.parametrize("part", ["causes", "key", "herrings", "support", "typical"])
def test_a_case_has_no_place_for_its_key(part: str, case_and_key: tuple[Case, Key]) -> None:
    case, _ = case_and_key
    assert part not in Case.model_fields
    with pytest.raises(ValidationError, match=part):
        Case.model_validate({**case.model_dump(), part: {}})
