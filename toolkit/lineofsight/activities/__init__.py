"""The participant's faces: the page that follows a run sheet, one face per activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .participant import Participant

__all__ = ["join"]


def join(slug: str) -> Participant:
    """Sit down at a case, alone, and return your page's steps (``me.brief()``, ...).

    ``UnknownName`` says which cases there are, ``CaseError`` why this one cannot be read (and, under
    ``LINEOFSIGHT_STRICT``, why it does not pass its check). Nothing is read from the store before the first
    step is asked for, so that this returns at once.
    """
    from .participant import Participant

    return Participant(slug)
