"""The store's contract: coarse, plain data in and out, so that anything may stand behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ..errors import AnswerError
from ..model.journal import Draft, Entry

LARGEST = 1_000_000


class Store(Protocol):
    """What every implementation promises.

    - When ``append``, ``put_draft`` or ``erase`` returns, the change is committed (on disk, where
      there is one); when it raises, nothing was changed. ``NotSaved``: it may be tried again.
    - An entry's ``submission`` is unique: appending it again changes nothing and returns its seq.
    - Sequence numbers grow; ``since`` returns a session's entries in their order.
    - Calls may come from several threads. No row, query or connection crosses this line.
    """

    def append(self, entries: Sequence[Entry]) -> tuple[int, ...]:
        """Append entries, all or none; return their sequence numbers."""
        ...

    def since(self, session: str, seq: int = 0) -> tuple[Entry, ...]:
        """Return a session's entries after ``seq``."""
        ...

    def put_draft(self, draft: Draft) -> None:
        """Replace one unfinished field."""
        ...

    def drafts(self, session: str, seat: str) -> tuple[Draft, ...]:
        """Return a seat's unfinished fields of all attempts."""
        ...

    def erase(self, session: str, seat: str, entry: Entry) -> None:
        """Blank a seat's payloads, delete its drafts and append ``entry``, in one transaction."""
        ...

    def close(self) -> None:
        """Give back what is held; a closed store is not used again."""
        ...


def within_size(text: str) -> str:
    """Return the JSON of a payload, or ``AnswerError`` when it is too long to keep."""
    if len(text) > LARGEST:
        raise AnswerError(
            f"This answer is too long to keep ({len(text):,} characters); allowed: {LARGEST:,}. "
            "Shorten it; what was saved before is still there."
        )
    return text
