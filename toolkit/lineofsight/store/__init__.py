"""The journal's keeping: one contract, and who fulfils it (memory, SQL, the server's service)."""

from __future__ import annotations

from ..errors import StoreError
from .contract import Store

__all__ = ["Store", "open_store"]


def open_store(url: str) -> Store:
    """Return the store behind a URL: ``memory:``, ``sqlite:///path`` or ``service:/path/to/socket``.

    ``StoreError`` says what is wrong with the address or with what lies there (which stays untouched).
    """
    if url == "memory:":
        from .memory import MemoryStore

        return MemoryStore()
    if url.startswith("service:"):
        from .client import ServiceStore

        return ServiceStore(url.removeprefix("service:"))
    if url.startswith("sqlite:///"):
        from .sql import SqlStore

        return SqlStore(url)
    raise StoreError(
        f"LINEOFSIGHT_STORE is {url!r}; allowed: memory:, sqlite:///path/to/journal.sqlite or a "
        "service: address set by the server; correct it or leave it unset"
    )
