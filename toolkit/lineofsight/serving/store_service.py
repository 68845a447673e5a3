"""The store service: one writer for all kernels, behind a private Unix socket.

A request is one JSON line ``{"do": ..., ...}``; the answer is one line, ``{"ok": value}`` or
``{"error": {"kind": "NotSaved" | "StoreError", "text": ...}}``.

======== ========================== =====================
do       with                       ok
======== ========================== =====================
append   entries (list of Entry)    list of seqs
since    session, seq               list of Entry
put_draft draft (Draft)             null
drafts   session, seat              list of Draft
erase    session, seat, entry       null
======== ========================== =====================
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from ..errors import NotSaved, StoreError
from ..model.journal import Draft, Entry
from ..store import Store

LONGEST_LINE = 32 * 1024 * 1024

Request = dict[str, Any]


def answer(store: Store, request: Request) -> Any:
    """Carry out one request on a store and return plain data."""
    act = _ACTS.get(request.get("do", ""))
    if act is None:
        raise StoreError(f"the journal cannot {request.get('do')!r}; it can {', '.join(_ACTS)}")
    try:
        return act(store, request)
    except (KeyError, ValueError, TypeError) as error:
        raise StoreError(f"the journal cannot take this: {error}") from error


def _append(store: Store, request: Request) -> list[int]:
    return list(store.append([Entry.model_validate(item) for item in request["entries"]]))


def _since(store: Store, request: Request) -> list[Any]:
    found = store.since(request["session"], request.get("seq", 0))
    return [entry.model_dump() for entry in found]


def _put_draft(store: Store, request: Request) -> None:
    store.put_draft(Draft.model_validate(request["draft"]))


def _drafts(store: Store, request: Request) -> list[Any]:
    return [draft.model_dump() for draft in store.drafts(request["session"], request["seat"])]


def _erase(store: Store, request: Request) -> None:
    store.erase(request["session"], request["seat"], Entry.model_validate(request["entry"]))


_ACTS: dict[str, Callable[[Store, Request], Any]] = {
    "append": _append,
    "since": _since,
    "put_draft": _put_draft,
    "drafts": _drafts,
    "erase": _erase,
}


class StoreService:
    """Answers requests on ``socket`` (its folder is private) from one thread that owns the store."""

    def __init__(self, socket: Path, open_it: Callable[[], Store]) -> None:
        self.socket = socket
        self.address = f"service:{socket}"
        self._open = open_it
        # SQLite likes one thread, and one writer needs no lock.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._clients: set[asyncio.StreamWriter] = set()

    async def start(self) -> None:
        """Open the store, then the door; ``StoreError`` when the store cannot be opened."""
        loop = asyncio.get_running_loop()
        self._store = await loop.run_in_executor(self._thread, self._open)
        before = os.umask(0o177)
        try:
            self._server = await asyncio.start_unix_server(
                self._serve, str(self.socket), limit=LONGEST_LINE
            )
        finally:
            os.umask(before)

    async def stop(self) -> None:
        """Close the door, finish what was asked, close the store."""
        self._server.close()
        for client in tuple(self._clients):
            client.close()
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._thread, self._store.close)
        self._thread.shutdown()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._clients.add(writer)
        try:
            while line := await reader.readline():
                writer.write(await self._answered(line))
                await writer.drain()
        except (ConnectionError, ValueError):
            return  # the kernel went away, or sent a line beyond all measure
        finally:
            self._clients.discard(writer)
            writer.close()

    async def _answered(self, line: bytes) -> bytes:
        loop = asyncio.get_running_loop()
        work = partial(_carried_out, self._store, line)
        return await loop.run_in_executor(self._thread, work)


def _carried_out(store: Store, line: bytes) -> bytes:
    try:
        given = json.loads(line)
        said: dict[str, Any] = {"ok": answer(store, given)}
    except StoreError as error:
        kind = "NotSaved" if isinstance(error, NotSaved) else "StoreError"
        said = {"error": {"kind": kind, "text": str(error)}}
    except Exception as error:  # a fault of ours must reach the page as words, not as silence
        said = {"error": {"kind": "StoreError", "text": f"the journal failed: {error}"}}
    return json.dumps(said).encode() + b"\n"
