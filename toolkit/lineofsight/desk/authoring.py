"""The desk of whoever writes a case: begin a new one that passes its check."""

from __future__ import annotations

from pathlib import Path

from .. import paths
from ..errors import CaseError


def new_case(slug: str, model: str, folder: Path) -> Path:
    """Write a first draft of a case on an operations model into a folder of cases; return the case's folder.

    ``CaseError`` if the slug is none or taken, or the folder cannot be used; ``UnknownName`` for a model.
    """
    from ..cases import Shelf
    from ..cases.new_case import write_case

    stand = Shelf((*paths.case_folders(), folder))
    if slug in stand.slugs():
        where = stand.folder(slug)
        raise CaseError(f"there is a case {slug!r} already, in {where}; choose another name for yours")
    return write_case(slug, model, folder)
