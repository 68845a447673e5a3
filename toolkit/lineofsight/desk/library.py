"""The library: the shelf of cases that this process offers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from .. import paths
from ..errors import CaseError, listing

if TYPE_CHECKING:
    from ..cases import Finding, Shelf
    from ..model.case import Case
    from ..model.runsheet import Live
    from ..model.twin import Twin
    from ..operations.registry import Names


def shelf() -> Shelf:
    """Return the shelf over the project's cases and those of ``LINEOFSIGHT_CASES``."""
    return _shelf(paths.case_folders())


@lru_cache(maxsize=4)
def _shelf(folders: tuple[Path, ...]) -> Shelf:
    from ..cases import Shelf

    return Shelf(folders)


def open_case(slug: str) -> Case:
    """Return a case without its key; ``UnknownName`` says which cases there are."""
    return shelf().case(slug)


def open_live(slug: str) -> Live:
    """Return how a case is run with a room; ``CaseError`` if its run sheet holds only ``solo``."""
    live = shelf().live(slug)
    if live is None:
        has = [name for name in shelf().slugs() if name not in shelf().broken() and shelf().live(name)]
        raise CaseError(
            f"{slug} can only be studied alone: its run-sheet.yaml has no `live:`; "
            f"write one (datasets/README.md says how), or take another case; {listing(has)}"
        )
    return live


def open_twin(slug: str, letter: str) -> Twin:
    """Return a twin of a case by its letter; ``CaseError`` if the case has none."""
    twins = shelf().twins(slug)
    if letter not in twins:
        raise CaseError(
            f"{slug} has no twin {letter}: there is no twins/{letter}.yaml; write one, or take another case"
        )
    return twins[letter]


def operations_models() -> Mapping[str, Names]:
    """Return the names of every operations model a case may use, by its id."""
    from ..operations import models

    return models()


def check_cases(folders: Sequence[Path] = ()) -> dict[Path, tuple[Finding, ...]]:
    """Return every finding per case folder; without folders, of every case on the shelf."""
    from ..cases import check

    return {folder: check(folder) for folder in folders or shelf().folders()}
