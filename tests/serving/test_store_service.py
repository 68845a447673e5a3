"""The store service: one line in, one line out, words instead of tracebacks."""

from __future__ import annotations

import asyncio
import json
import stat
import tempfile
from pathlib import Path

from lineofsight.errors import NotSaved
from lineofsight.model.journal import Draft, Entry
from lineofsight.serving.store_service import StoreService

WHEN = "2026-01-01T00:00:00Z"
ENTRY = Entry(session="s", seat="a", kind="joined", submission="1", case_hash="h", at=WHEN)
DRAFT = Draft(session="s", seat="a", step="brief", field="job", value={"x": ["é", None]}, at=WHEN)


class Fake:
    """A store in a list."""

    def __init__(self):
        self.entries, self.kept, self.closed, self.full = [], [], False, False

    def append(self, entries):
        if self.full:
            raise NotSaved("the disk is full; make room")
        self.entries += entries
        return tuple(range(1, len(entries) + 1))

    def since(self, session, seq=0):
        return tuple(entry for entry in self.entries if entry.session == session)

    def put_draft(self, draft):
        self.kept.append(draft)

    def drafts(self, session, seat):
        return tuple(self.kept)

    def erase(self, session, seat, entry):
        self.entries = [entry]

    def close(self):
        self.closed = True


def conversation(store, *lines):
    """Return the service's answers to lines sent one after another."""

    async def talk():
        with tempfile.TemporaryDirectory(prefix="los-") as folder:
            service = StoreService(Path(folder) / "journal", lambda: store)
            await service.start()
            assert stat.S_IMODE(service.socket.stat().st_mode) == 0o600
            reader, writer = await asyncio.open_unix_connection(str(service.socket), limit=2**24)
            said = []
            for line in lines:
                writer.write(line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n")
                said.append(json.loads(await reader.readline()))
            writer.close()
            await service.stop()
            return said

    return asyncio.run(talk())


def test_every_request_reaches_the_store():
    store = Fake()
    said = conversation(
        store,
        {"do": "append", "entries": [ENTRY.model_dump()]},
        {"do": "since", "session": "s", "seq": 0},
        {"do": "put_draft", "draft": DRAFT.model_dump()},
        {"do": "drafts", "session": "s", "seat": "a"},
        {"do": "erase", "session": "s", "seat": "a", "entry": ENTRY.model_dump()},
    )
    assert said[0] == {"ok": [1]}
    assert Entry.model_validate(said[1]["ok"][0]) == ENTRY
    assert said[2] == {"ok": None}
    assert Draft.model_validate(said[3]["ok"][0]) == DRAFT
    assert said[4] == {"ok": None}
    assert store.closed


def test_a_failed_write_keeps_its_kind_and_words():
    store = Fake()
    store.full = True
    (said,) = conversation(store, {"do": "append", "entries": [ENTRY.model_dump()]})
    assert said == {"error": {"kind": "NotSaved", "text": "the disk is full; make room"}}


def test_nonsense_is_answered_in_words_and_the_line_goes_on():
    long = {**ENTRY.model_dump(), "payload": {"text": "x" * 300_000 + "\U0001f600"}}
    said = conversation(
        Fake(),
        b"{\n",
        b"[]\n",
        {"do": "dance"},
        {"do": "append"},
        {"do": "since"},
        {"do": "append", "entries": [long]},
    )
    assert [answer["error"]["kind"] for answer in said[:5]] == ["StoreError"] * 5
    assert "dance" in said[2]["error"]["text"]
    assert said[5] == {"ok": [1]}
