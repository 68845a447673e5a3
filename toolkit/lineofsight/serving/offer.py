"""What is on offer: the cases that pass their check and have a page; the others are logged."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from .. import paths
from ..desk import shelf
from ..errors import UnknownName

if TYPE_CHECKING:
    from ..model.case import Case

log = logging.getLogger("lineofsight")
_told: set[str] = set()


def offered() -> tuple[Case, ...]:
    """Return the cases that may be studied, by title; each broken one is logged once, with its reasons."""
    stand = shelf()
    for slug, reasons in stand.broken().items():
        if slug not in _told:
            _told.add(slug)
            log.warning("the case %s is not offered:\n%s", slug, "\n".join(reasons))
    shown = (case for case in stand.offered() if notebook(case.slug).is_file())
    return tuple(sorted(shown, key=lambda case: case.title))


def notebook(slug: str) -> Path:
    """Return where a case's page is (it may not exist)."""
    return paths.workshops() / f"{slug}.ipynb"


def page_of(slug: str) -> str:
    """Return a case's page, named from the workshops' folder.

    ``UnknownName`` for a slug that is not on offer, with what was probably meant.
    """
    known = {case.slug for case in offered()}
    if slug not in known:
        raise UnknownName("case", slug, known)
    return notebook(slug).name
