"""One seat's part of the journal: read, appended to, and noticed when another page has gone on.

The same person may have two pages open. A page whose ground was moved by the other (a step handed in, a
side taken, a new attempt) is ``behind``: it keeps and hands in nothing more, and says so, until it is
reloaded or starts again. Otherwise it would show as saved what nobody will ever see.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ..errors import StoreError
from ..model.journal import Draft, Entry, EntryKind
from .state import State, fold

if TYPE_CHECKING:
    from ..store import Store

ELSEWHERE = (
    "This case has gone on in another tab or window, and this page has not followed. Reload it to go on "
    "from there; nothing was changed."
)


class Ledger:
    """What a seat has done (``state``) and left unfinished (``drafts``), as one page knows it."""

    def __init__(
        self, store: Store, session: str, seat: str, case_hash: str, now: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._session, self._seat, self._case_hash = session, seat, case_hash
        self._now = now
        self.read()

    def read(self) -> None:
        """Read everything anew: whatever other pages did, this one stands where they do."""
        self.state = fold(self._since(0))
        self.behind = False
        mine = self._store.drafts(self._session, self._seat)
        self.drafts: dict[tuple[str, str], Any] = {
            (draft.step, draft.field): draft.value for draft in mine if draft.attempt == self.state.attempt
        }

    def catch_up(self) -> None:
        """Take in what other pages did; ``StoreError`` once that has moved this page's ground."""
        before = self.state
        self.state = fold(self._since(before.seq), before)
        self.must_stand(_ground(self.state) == _ground(before))

    def must_stand(self, stands: bool) -> None:
        """Go on only while what this page shows is so; ``StoreError`` says what to do if not."""
        self.behind = self.behind or not stands
        if self.behind:
            raise StoreError(ELSEWHERE)

    def keep(self, step: str, field: str, value: Any) -> None:
        """Write an unfinished field of this attempt; when this returns it is on disk."""
        self._store.put_draft(
            Draft(
                session=self._session,
                seat=self._seat,
                attempt=self.state.attempt,
                step=step,
                field=field,
                value=value,
                at=self._at(),
            )
        )
        self.drafts[(step, field)] = value

    def append(
        self,
        kind: EntryKind,
        payload: Mapping[str, Any],
        step: str | None = None,
        submission: str | None = None,
    ) -> None:
        """Append an entry to this attempt."""
        self._store.append((self._entry(kind, payload, step, submission),))
        # Read back rather than believed: another page may have been faster, and the first one stands.
        self.state = fold(self._since(self.state.seq), self.state)

    def restart(self) -> None:
        """Begin the attempt after the last one, whichever page began that."""
        self._store.append((self._entry("restarted", {}, attempt=self._next_attempt()),))
        self.read()

    def erase(self) -> None:
        """Blank everything of this seat, drafts too, in one transaction, and begin a new attempt."""
        entry = self._entry("erased", {}, attempt=self._next_attempt())
        self._store.erase(self._session, self._seat, entry)
        self.read()

    def _next_attempt(self) -> int:
        return fold(self._since(0)).attempt + 1

    def _since(self, seq: int) -> list[Entry]:
        return [entry for entry in self._store.since(self._session, seq) if entry.seat == self._seat]

    def _entry(
        self,
        kind: EntryKind,
        payload: Mapping[str, Any],
        step: str | None = None,
        submission: str | None = None,
        attempt: int | None = None,
    ) -> Entry:
        return Entry(
            session=self._session,
            seat=self._seat,
            step=step,
            attempt=attempt or self.state.attempt,
            kind=kind,
            payload=dict(payload),
            submission=submission or uuid.uuid4().hex,
            case_hash=self._case_hash,
            at=self._at(),
        )

    def _at(self) -> str:
        return self._now().isoformat(timespec="milliseconds")


def _ground(state: State) -> State:
    """Return what a page builds on: everything but runs after the first and objections, which only add."""
    return replace(state, tries=(), contests=(), seq=0)
