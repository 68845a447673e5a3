"""The store service: one writer for all kernels, behind a private Unix socket.

It speaks the lines of :mod:`lineofsight.store.wire`: one line of JSON a request, one a reply.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from ..store import Store
from ..store.wire import answer

LONGEST_LINE = 32 * 1024 * 1024

log = logging.getLogger("lineofsight")


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
            self._server = await asyncio.start_unix_server(self._serve, str(self.socket), limit=LONGEST_LINE)
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
        return answer(store, line)
    except Exception as error:  # a fault of ours must reach the page as words, not as silence
        log.exception("the journal failed")
        said = {"kind": "StoreError", "text": f"the journal failed: {error}"}
        return json.dumps({"error": said}).encode() + b"\n"
