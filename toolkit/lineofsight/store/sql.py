"""A store in SQL through SQLAlchemy Core: SQLite on this computer's own disk."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update
from sqlalchemy.exc import DBAPIError

from ..errors import NotSaved, StoreError
from ..model.journal import Draft, Entry
from .contract import within_size
from .schema import drafts, entries, migrate, refuse_newer, version_of
from .sqlite import engine_for


class SqlStore:
    """Entries and drafts in two tables; each call is one transaction."""

    def __init__(self, url: str) -> None:
        self._where = url.removeprefix("sqlite:///")
        self._engine = engine_for(self._where)
        try:
            self._open()
        except StoreError:
            self.close()
            raise

    def _open(self) -> None:
        with self._reading() as connection:
            refuse_newer(version_of(connection, self._where), self._where)
            # Only now: this setting is written into the file, and a stranger's stays untouched.
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")
        with self._writing() as connection:
            # Asked again inside the write lock: a twin process may have been faster.
            migrate(connection, version_of(connection, self._where))

    def append(self, new: Sequence[Entry]) -> tuple[int, ...]:
        """Append entries, all or none; return their sequence numbers."""
        rows = [_entry_row(entry) for entry in new]
        with self._writing() as connection:
            return tuple(_append(connection, row) for row in rows)

    def since(self, session: str, seq: int = 0) -> tuple[Entry, ...]:
        """Return a session's entries after ``seq``."""
        asked = select(entries).where(entries.c.session == session, entries.c.seq > seq)
        with self._reading() as connection:
            return tuple(_entry(row) for row in connection.execute(asked.order_by(entries.c.seq)))

    def put_draft(self, draft: Draft) -> None:
        """Replace one unfinished field."""
        row = {**draft.model_dump(), "value": within_size(json.dumps(draft.value))}
        same = [drafts.c[name] == row[name] for name in ("session", "seat", "attempt", "step", "field")]
        with self._writing() as connection:
            connection.execute(delete(drafts).where(*same))
            connection.execute(insert(drafts).values(row))

    def drafts(self, session: str, seat: str) -> tuple[Draft, ...]:
        """Return a seat's unfinished fields of all attempts."""
        asked = select(drafts).where(drafts.c.session == session, drafts.c.seat == seat)
        with self._reading() as connection:
            return tuple(
                Draft(**{**row._mapping, "value": json.loads(row.value)}) for row in connection.execute(asked)
            )

    def erase(self, session: str, seat: str, entry: Entry) -> None:
        """Blank a seat's payloads, delete its drafts and append ``entry``, in one transaction."""
        theirs = (entries.c.session == session, entries.c.seat == seat)
        with self._writing() as connection:
            connection.execute(update(entries).where(*theirs).values(payload="{}"))
            connection.execute(delete(drafts).where(drafts.c.session == session, drafts.c.seat == seat))
            _append(connection, _entry_row(entry))
        self._empty_log()

    def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()

    def _empty_log(self) -> None:
        """Bring the write-ahead log into the file and cut it: it still holds what has just been erased."""
        # The erasing is committed: if this fails, SQLite does it with a later write.
        with suppress(StoreError), self._reading() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise StoreError(self._said("read", error)) from error

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                yield connection
                connection.exec_driver_sql("COMMIT")
        except DBAPIError as error:
            raise NotSaved(self._said("write", error)) from error

    def _said(self, doing: str, error: DBAPIError) -> str:
        why = str(error.orig)
        remedy = "nothing was changed; set LINEOFSIGHT_STORE to another place if it stays so"
        for sign, words in _REMEDIES.items():
            if sign in why:
                remedy = words
        return f"cannot {doing} the journal {self._where}: {why}; {remedy}"


_REMEDIES = {
    "locked": "another program holds it; close that program and try again",
    "full": "make room on the disk; what is on the page is kept and saved when it can be",
    "readonly": "make the file and its folder writable, or set LINEOFSIGHT_STORE to another place",
    "unable to open": "make the folder writable, or set LINEOFSIGHT_STORE to another place",
    "not a database": "the file is no journal and stays untouched; move it away or set LINEOFSIGHT_STORE",
    "malformed": "the file is damaged and stays untouched; move it away and restore a copy",
}


def _append(connection: Connection, row: dict[str, Any]) -> int:
    known = select(entries.c.seq).where(entries.c.submission == row["submission"])
    seq = connection.scalar(known)
    if seq is None:
        (seq,) = connection.execute(insert(entries).values(row)).inserted_primary_key or (0,)
    return int(seq)


def _entry_row(entry: Entry) -> dict[str, Any]:
    row = entry.model_dump(exclude={"seq"})
    return {**row, "payload": within_size(json.dumps(entry.payload))}


def _entry(row: Row[Any]) -> Entry:
    return Entry(**{**row._mapping, "payload": json.loads(row.payload)})
