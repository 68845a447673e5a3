"""The store service's client: what a kernel holds. Standard library only, so that it starts fast."""

from __future__ import annotations

import json
import socket
from collections.abc import Sequence
from threading import Lock
from typing import Any

from ..errors import NotSaved, StoreError
from ..model.journal import Draft, Entry
from .wire import KINDS

PATIENCE_SECONDS = 10.0
_WRITES = frozenset({"append", "put_draft", "erase"})


class ServiceStore:
    """One line of JSON out, one line back, over a Unix socket; connects anew after any failure."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._lock = Lock()
        self._socket: socket.socket | None = None
        self._reader: Any = None

    def append(self, entries: Sequence[Entry]) -> tuple[int, ...]:
        """Append entries, all or none; return their sequence numbers."""
        return tuple(self._ask("append", entries=[entry.model_dump() for entry in entries]))

    def since(self, session: str, seq: int = 0) -> tuple[Entry, ...]:
        """Return a session's entries after ``seq``."""
        return tuple(Entry(**item) for item in self._ask("since", session=session, seq=seq))

    def put_draft(self, draft: Draft) -> None:
        """Replace one unfinished field."""
        self._ask("put_draft", draft=draft.model_dump())

    def drafts(self, session: str, seat: str) -> tuple[Draft, ...]:
        """Return a seat's unfinished fields of all attempts."""
        return tuple(Draft(**item) for item in self._ask("drafts", session=session, seat=seat))

    def erase(self, session: str, seat: str, entry: Entry) -> None:
        """Blank a seat's payloads, delete its drafts and append ``entry``."""
        self._ask("erase", session=session, seat=seat, entry=entry.model_dump())

    def close(self) -> None:
        """Hang up."""
        with self._lock:
            self._hang_up()

    def _ask(self, do: str, **what: Any) -> Any:
        line = json.dumps({"do": do, **what}).encode() + b"\n"
        with self._lock:
            try:
                reply = json.loads(self._exchange(line))
            except (OSError, ValueError) as error:
                self._hang_up()
                kind = NotSaved if do in _WRITES else StoreError
                raise kind(
                    f"the server that keeps the answers does not reply ({error}); it may have been "
                    "stopped: start it again"
                ) from error
        if "error" in reply:
            raise KINDS.get(reply["error"]["kind"], StoreError)(reply["error"]["text"])
        return reply["ok"]

    def _exchange(self, line: bytes) -> bytes:
        fresh = self._socket is None
        try:
            return self._send(line)
        except OSError:
            # A connection that had gone stale; every request may be repeated harmlessly.
            self._hang_up()
            if fresh:
                raise
            return self._send(line)

    def _send(self, line: bytes) -> bytes:
        if self._socket is None:
            self._socket, self._reader = self._connected()
        self._socket.sendall(line)
        reply: bytes = self._reader.readline()
        if not reply:
            raise ConnectionResetError("it hung up")
        return reply

    def _connected(self) -> tuple[socket.socket, Any]:
        line = socket.socket(socket.AF_UNIX)
        try:
            line.settimeout(PATIENCE_SECONDS)
            line.connect(self._path)
        except OSError:
            line.close()
            raise
        return line, line.makefile("rb")

    def _hang_up(self) -> None:
        if self._socket is not None:
            self._reader.close()
            self._socket.close()
            self._socket = None
