"""The store over a wire: one line of JSON a request, one line a reply; the server's half is here.

Requests: ``{"do": "append", "entries": [...]}``, ``{"do": "since", "session", "seq"}``,
``{"do": "put_draft", "draft"}``, ``{"do": "drafts", "session", "seat"}``,
``{"do": "erase", "session", "seat", "entry"}``. Replies: ``{"ok": value}`` or
``{"error": {"kind", "text"}}`` with kind NotSaved, StoreError or AnswerError.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from ..errors import AnswerError, LineOfSightError, NotSaved, StoreError
from ..model.journal import Draft, Entry
from .contract import Store

Request = dict[str, Any]
KINDS: dict[str, type[LineOfSightError]] = {
    "AnswerError": AnswerError,
    "NotSaved": NotSaved,
    "StoreError": StoreError,
}


def answer(store: Store, line: bytes) -> bytes:
    """Return the reply (with its newline) to one request line; never raises for a bad request."""
    try:
        request = json.loads(line)
        reply: Request = {"ok": _DOERS[request["do"]](store, request)}
    except LineOfSightError as error:
        kind = type(error).__name__
        reply = {"error": {"kind": kind if kind in KINDS else "StoreError", "text": str(error)}}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        reply = {"error": {"kind": "StoreError", "text": f"not a request of the store: {error!r}"}}
    return json.dumps(reply).encode() + b"\n"


def _append(store: Store, request: Request) -> list[int]:
    return list(store.append([Entry.model_validate(item) for item in request["entries"]]))


def _since(store: Store, request: Request) -> list[Request]:
    return [entry.model_dump() for entry in store.since(request["session"], request["seq"])]


def _put_draft(store: Store, request: Request) -> None:
    store.put_draft(Draft.model_validate(request["draft"]))


def _drafts(store: Store, request: Request) -> list[Request]:
    return [draft.model_dump() for draft in store.drafts(request["session"], request["seat"])]


def _erase(store: Store, request: Request) -> None:
    store.erase(request["session"], request["seat"], Entry.model_validate(request["entry"]))


_DOERS: dict[str, Callable[[Store, Request], Any]] = {
    "append": _append,
    "since": _since,
    "put_draft": _put_draft,
    "drafts": _drafts,
    "erase": _erase,
}
