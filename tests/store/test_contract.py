"""One contract for every store: memory, SQLite, and the service behind a Unix socket."""

from __future__ import annotations

import os
import signal
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lineofsight.errors import AnswerError, NotSaved, StoreError
from lineofsight.model.journal import Draft, Entry
from lineofsight.store import Store, open_store
from lineofsight.store.wire import answer

AT = "2026-01-05T00:00:00Z"


def entry(submission: str, session: str = "s", seat: str = "p", **payload: Any) -> Entry:
    return Entry(
        session=session, seat=seat, kind="submitted", step="plan", payload=payload,
        submission=submission, case_hash="h", at=AT,
    )  # fmt: skip


def draft(field: str, value: Any, seat: str = "p", attempt: int = 1) -> Draft:
    return Draft(session="s", seat=seat, attempt=attempt, step="plan", field=field, value=value, at=AT)


@pytest.fixture(params=["memory", "sqlite", "service"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "memory":
        yield open_store("memory:")
    elif request.param == "sqlite":
        opened = open_store(f"sqlite:///{tmp_path}/journal.sqlite")
        yield opened
        opened.close()
    else:
        behind = open_store(f"sqlite:///{tmp_path}/journal.sqlite")
        path = f"{tmp_path}/s"

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                for line in self.rfile:
                    self.wfile.write(answer(behind, line))

        with socketserver.ThreadingUnixStreamServer(path, Handler) as server:
            server.daemon_threads = True
            threading.Thread(target=server.serve_forever, daemon=True).start()
            client = open_store(f"service:{path}")
            yield client
            client.close()
            server.shutdown()


def test_entries_come_back_in_order_and_only_those_asked_for(store: Store) -> None:
    first, second = store.append([entry("a", n=1), entry("b", n=2)])
    store.append([entry("c", session="other")])
    assert first < second
    assert [kept.payload for kept in store.since("s")] == [{"n": 1}, {"n": 2}]
    assert [kept.seq for kept in store.since("s", first)] == [second]
    assert store.since("nobody") == ()


def test_the_same_submission_again_changes_nothing(store: Store) -> None:
    (seq,) = store.append([entry("once", n=1)])
    assert store.append([entry("once", n=99)]) == (seq,)
    assert [kept.payload for kept in store.since("s")] == [{"n": 1}]


def test_a_draft_is_replaced_in_place(store: Store) -> None:
    store.put_draft(draft("words", "a"))
    store.put_draft(draft("words", "ab"))
    store.put_draft(draft("words", "old", attempt=2))
    store.put_draft(draft("words", "theirs", seat="q"))
    mine = {(kept.attempt, kept.field): kept.value for kept in store.drafts("s", "p")}
    assert mine == {(1, "words"): "ab", (2, "words"): "old"}


def test_erasing_blanks_one_person_only(store: Store) -> None:
    store.append([entry("a", secret="mine"), entry("b", seat="q", secret="theirs")])
    store.put_draft(draft("words", "mine"))
    gone = entry("e").model_copy(update={"kind": "erased", "payload": {}})
    store.erase("s", "p", gone)
    assert [kept.payload for kept in store.since("s")] == [{}, {"secret": "theirs"}, {}]
    assert store.drafts("s", "p") == ()
    store.append([entry("a", secret="mine")])
    assert "mine" not in str([kept.payload for kept in store.since("s")])


def test_what_is_erased_is_in_no_file_any_more(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/journal.sqlite")
    store.append([entry("a", words="handed in by me"), entry("b", seat="q", words="of somebody else")])
    store.put_draft(draft("words", "begun by me"))
    store.erase("s", "p", entry("e").model_copy(update={"kind": "erased", "payload": {}}))
    # While it is open: the write-ahead log lies beside the file.
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"by me" not in left
    assert b"of somebody else" in left
    store.close()


@pytest.mark.parametrize(
    "text", ["\x00", "\ud800", "\u202egnol", "🧾" * 10, "<script>", "x" * 100_000, "\r\n"]
)
def test_any_text_survives(store: Store, text: str) -> None:
    store.put_draft(draft("words", text))
    store.append([entry("t", words=text)])
    assert store.drafts("s", "p")[0].value == text
    assert store.since("s")[-1].payload["words"] == text


def test_what_is_too_long_is_refused_in_words(store: Store) -> None:
    with pytest.raises(AnswerError, match="too long"):
        store.put_draft(draft("words", "x" * 1_100_000))
    with pytest.raises(AnswerError, match="too long"):
        store.append([entry("a", n=1), entry("b", words="x" * 1_100_000)])
    assert store.since("s") == ()


def test_many_at_one_instant_are_all_kept(store: Store) -> None:
    with ThreadPoolExecutor(16) as pool:
        seqs = list(pool.map(lambda n: store.append([entry(f"n{n}", n=n)])[0], range(48)))
    assert len(set(seqs)) == 48
    assert {kept.payload["n"] for kept in store.since("s")} == set(range(48))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ids=st.lists(st.sampled_from("abcdef"), max_size=12))
def test_a_repeat_never_makes_a_second_entry(ids: list[str]) -> None:
    store = open_store("memory:")
    seqs = {id: store.append([entry(id)])[0] for id in ids}
    assert {kept.submission: kept.seq for kept in store.since("s")} == seqs


def test_what_was_acknowledged_survives_a_killed_process(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/journal.sqlite"
    code = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from test_contract import draft, entry
from lineofsight.store import open_store
store = open_store({url!r})
for n in range(10_000):
    store.append([entry(f"n{{n}}", n=n)]); store.put_draft(draft("words", n))
    print(n, flush=True)
"""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as writer:
        last = [int(next(writer.stdout)) for _ in range(20)][-1]  # type: ignore[arg-type]
        os.kill(writer.pid, signal.SIGKILL)
    kept = open_store(url)
    assert {item.payload["n"] for item in kept.since("s")} >= set(range(last + 1))
    assert kept.drafts("s", "p")[0].value >= last


def test_a_newer_journal_is_refused_and_untouched(tmp_path: Path) -> None:
    import sqlite3

    file = tmp_path / "journal.sqlite"
    open_store(f"sqlite:///{file}").close()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE name = 'version'")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(StoreError, match=r"schema version 99.*Update Line of Sight.*untouched"):
        open_store(f"sqlite:///{file}")
    assert file.read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database at all", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_what_is_no_journal_is_refused_and_untouched(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "journal.sqlite"
    file.write_bytes(content)
    with pytest.raises(StoreError, match=r"journal\.sqlite"):
        open_store(f"sqlite:///{file}")
    assert file.read_bytes() == content


@pytest.mark.parametrize(
    "theirs",
    [
        "CREATE TABLE customers (name TEXT);",
        "CREATE TABLE meta (name TEXT, value TEXT); CREATE TABLE customers (name TEXT);",
        "CREATE TABLE meta (name TEXT, value TEXT); INSERT INTO meta VALUES ('version', '1.2-beta');",
    ],
)
def test_somebody_elses_database_is_refused_and_untouched(tmp_path: Path, theirs: str) -> None:
    import sqlite3

    file = tmp_path / "shop.sqlite"
    with sqlite3.connect(file) as connection:
        connection.executescript(theirs)
    connection.close()
    before = file.read_bytes()
    with pytest.raises(StoreError, match="holds other tables"):
        open_store(f"sqlite:///{file}")
    assert file.read_bytes() == before


def test_a_place_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match=r"file/journal\.sqlite.*LINEOFSIGHT_STORE"):
        open_store(f"sqlite:///{tmp_path}/file/journal.sqlite")


def test_a_full_disk_is_said_and_nothing_half_is_kept(tmp_path: Path) -> None:
    from sqlalchemy import event

    store = open_store(f"sqlite:///{tmp_path}/journal.sqlite")
    store.append([entry("a", n=1)])
    engine = store._engine  # type: ignore[attr-defined]
    engine.dispose()
    event.listen(engine, "connect", lambda c, _: c.execute("PRAGMA max_page_count = 14"))
    with pytest.raises(NotSaved, match=r"full.*make room"):
        store.append([entry("b", n=2), entry("c", words="x" * 200_000)])
    assert [kept.payload for kept in store.since("s")] == [{"n": 1}]


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    open_store(f"sqlite:///{tmp_path}/new/journal.sqlite").close()
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "new" / "journal.sqlite").stat().st_mode & 0o777 == 0o600


def test_a_server_that_is_gone_is_said(tmp_path: Path) -> None:
    client = open_store(f"service:{tmp_path}/nobody")
    with pytest.raises(NotSaved, match="start it again"):
        client.put_draft(draft("words", "a"))
    with pytest.raises(StoreError, match="start it again"):
        client.since("s")


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b"{}", b'{"do": "drop"}', b'{"do": "append"}', b"\xff"])
def test_the_service_answers_nonsense_in_words(line: bytes) -> None:
    import json

    assert "error" in json.loads(answer(open_store("memory:"), line))


def test_an_unknown_address_is_said() -> None:
    with pytest.raises(StoreError, match=r"mysql.*allowed: memory:"):
        open_store("mysql://somewhere")
