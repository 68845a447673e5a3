"""The journal's words: entries that are only appended, and drafts that are replaced in place."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from .base import Model, Slug

EntryKind = Literal["joined", "sided", "moved", "submitted", "tried", "contested", "restarted", "erased"]


class Entry(Model):
    """One line of the journal. ``seq`` is 0 until the store has given it one.

    ``submission`` is unique: appending the same one twice is harmless and returns the first seq.
    ``at`` is the server's time, ISO 8601 in UTC.
    """

    seq: Annotated[int, Field(ge=0)] = 0
    session: str
    seat: str
    step: Slug | None = None
    attempt: Annotated[int, Field(ge=1)] = 1
    kind: EntryKind
    payload: dict[str, Any] = {}
    submission: str
    case_hash: str
    at: str


class Draft(Model):
    """One unfinished field of one step; replaced in place until the step is handed in."""

    session: str
    seat: str
    attempt: Annotated[int, Field(ge=1)] = 1
    step: Slug
    field: str
    value: Any = None
    at: str
