"""The shelf: which cases there are in the given folders, which are offered, which are broken."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from ..errors import UnknownName
from ..model.case import Case
from ..model.key import Key
from ..model.rubric import Rubric
from ..model.runsheet import Live
from ..model.twin import Twin
from .checking import check
from .reading import Reading, loaded


class Shelf:
    """Cases by slug. A folder is a case when it holds ``case.yaml``; its name is the slug."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._loaded: dict[str, tuple[Case, Key, Reading]] = {}
        self._checked: dict[str, tuple[str, ...]] = {}

    def slugs(self) -> tuple[str, ...]:
        """Return every case's slug, broken ones too, in order."""
        return tuple(self._found)

    def folders(self) -> tuple[Path, ...]:
        """Return every case's folder."""
        return tuple(self._found.values())

    def folder(self, slug: str) -> Path:
        """Return a case's folder; ``UnknownName`` says which cases there are."""
        if slug not in self._found:
            raise UnknownName("case", slug, self._found)
        return self._found[slug]

    def case(self, slug: str) -> Case:
        """Return a case; ``UnknownName`` or ``CaseError`` says why not."""
        return self._load(slug)[0]

    def key(self, slug: str) -> Key:
        """Return a case's key."""
        return self._load(slug)[1]

    def live(self, slug: str) -> Live | None:
        """Return how a case is run with a room, with the facilitator's words; ``None`` if it is not."""
        return self._load(slug)[2].live

    def rubric(self, slug: str) -> Rubric | None:
        """Return the rubric by which people judge plans; ``None`` if the case has none."""
        return self._load(slug)[2].rubric

    def twins(self, slug: str) -> dict[str, Twin]:
        """Return a case's twins by letter, for measurement days."""
        return dict(self._load(slug)[2].twins)

    def offered(self) -> tuple[Case, ...]:
        """Return the cases that pass their check."""
        return tuple(self.case(slug) for slug in self._found if slug not in self.broken())

    def findings(self, slug: str) -> tuple[str, ...]:
        """Return one case's findings, none if it passes; each case is checked once."""
        if slug not in self._checked:
            self._checked[slug] = tuple(map(str, check(self.folder(slug))))
        return self._checked[slug]

    def broken(self) -> dict[str, tuple[str, ...]]:
        """Return the findings of every case that does not pass."""
        return {slug: found for slug in self._found if (found := self.findings(slug))}

    def hidden(self) -> tuple[Path, ...]:
        """Return the case folders that are left out: one of their name comes first."""
        return tuple(
            path for folder in self._folders for path in _inside(folder) if self._found[path.name] != path
        )

    @cached_property
    def _found(self) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for folder in self._folders:
            for path in _inside(folder):
                # The first folder wins: a case brought along cannot replace one of the house.
                found.setdefault(path.name, path)
        return found

    def _load(self, slug: str) -> tuple[Case, Key, Reading]:
        if slug not in self._loaded:
            self._loaded[slug] = loaded(self.folder(slug))
        return self._loaded[slug]


def _inside(folder: Path) -> list[Path]:
    inside = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in inside if (path / "case.yaml").is_file()]
