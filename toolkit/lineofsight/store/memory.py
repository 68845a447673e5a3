"""A store in memory: for tests, notebooks run by machines, and people who want nothing kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from threading import RLock

from ..model.journal import Draft, Entry
from .contract import within_size


class MemoryStore:
    """Entries and drafts in two dictionaries; gone with the process."""

    def __init__(self) -> None:
        self._entries: dict[int, Entry] = {}
        self._seqs: dict[str, int] = {}
        self._drafts: dict[tuple[str, str, int, str, str], Draft] = {}
        self._lock = RLock()

    def append(self, entries: Sequence[Entry]) -> tuple[int, ...]:
        """Append entries, all or none; return their sequence numbers."""
        for entry in entries:
            within_size(json.dumps(entry.payload))
        with self._lock:
            return tuple(self._append(entry) for entry in entries)

    def since(self, session: str, seq: int = 0) -> tuple[Entry, ...]:
        """Return a session's entries after ``seq``."""
        with self._lock:
            return tuple(
                entry for at, entry in self._entries.items() if at > seq and entry.session == session
            )

    def put_draft(self, draft: Draft) -> None:
        """Replace one unfinished field."""
        within_size(json.dumps(draft.value))
        with self._lock:
            place = (draft.session, draft.seat, draft.attempt, draft.step, draft.field)
            self._drafts[place] = draft

    def drafts(self, session: str, seat: str) -> tuple[Draft, ...]:
        """Return a seat's unfinished fields of all attempts."""
        with self._lock:
            return tuple(d for d in self._drafts.values() if (d.session, d.seat) == (session, seat))

    def erase(self, session: str, seat: str, entry: Entry) -> None:
        """Blank a seat's payloads, delete its drafts and append ``entry``."""
        with self._lock:
            for at, kept in self._entries.items():
                if (kept.session, kept.seat) == (session, seat):
                    self._entries[at] = kept.model_copy(update={"payload": {}})
            for place in [place for place in self._drafts if place[:2] == (session, seat)]:
                del self._drafts[place]
            self._append(entry)

    def close(self) -> None:
        """Nothing is held."""

    def _append(self, entry: Entry) -> int:
        if entry.submission not in self._seqs:
            seq = len(self._entries) + 1
            self._entries[seq] = entry.model_copy(update={"seq": seq})
            self._seqs[entry.submission] = seq
        return self._seqs[entry.submission]
