"""Who is there: a secret token from the server's cookie, or from one file in the user's data folder."""

from __future__ import annotations

import os
import secrets
from hashlib import sha256
from pathlib import Path

from .. import paths
from ..errors import StoreError

TOKEN_BYTES = 32


def visitor_token() -> str:
    """Return this person's token: ``LINEOFSIGHT_VISITOR`` if the server set it, else the file's.

    The file is made on first use, readable by its owner only. Under ``memory:`` nothing outlives
    the process, so neither does the token.
    """
    given = os.environ.get("LINEOFSIGHT_VISITOR")
    if given:
        return given
    if paths.default_store() == "memory:":
        return "memory"
    return _from_file(paths.user_data() / "visitor.token")


def seat_id(token: str) -> str:
    """Return the seat a token stands for; the token itself is never stored."""
    return sha256(f"seat:{token}".encode()).hexdigest()[:32]


def solo_session(token: str, slug: str) -> str:
    """Return the session of one person alone at one case."""
    return sha256(f"solo:{slug}:{token}".encode()).hexdigest()[:32]


def _from_file(file: Path) -> str:
    try:
        kept = file.read_text(errors="replace").strip() if file.exists() else ""
        if kept:
            return kept
        file.unlink(missing_ok=True)  # an empty one, from a disk that was full
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        token = secrets.token_urlsafe(TOKEN_BYTES)
        # Exclusive and private from the first byte; a twin process that was faster wins.
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as out:
            out.write(token)
        return token
    except FileExistsError:
        return file.read_text().strip()
    except OSError as error:
        raise StoreError(
            f"cannot keep your place in {file}: {error.strerror}; make the folder writable, "
            "or set LINEOFSIGHT_STORE=memory: to work without keeping anything"
        ) from error
