"""Heavy imports on the side: begun while somebody reads, waited for before the first chart."""

from __future__ import annotations

from importlib import import_module
from threading import Lock, Thread

_HEAVY = ("numpy", "pandas", "altair")
_lock = Lock()
_thread: Thread | None = None


def begin() -> None:
    """Start importing what charts and runs need; once."""
    global _thread
    with _lock:
        if _thread is None:
            _thread = Thread(target=_import, daemon=True)
            _thread.start()


def finish() -> None:
    """Wait until it is there: a half-imported pandas would look broken to Altair."""
    begin()
    if _thread is not None:
        _thread.join()


def _import() -> None:
    for name in _HEAVY:
        import_module(name)
