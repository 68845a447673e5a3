"""Who visits: a random token in a signed cookie, set by the server; only its owner drives a kernel."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

from jupyter_server.auth import Authorizer, IdentityProvider, User
from tornado.web import RequestHandler

from .. import paths
from ..errors import ServingError

COOKIE = "lineofsight"
COOKIE_DAYS = 365
NOBODY = "nobody"


def cookie_secret() -> bytes:
    """Return the key that signs cookies, kept in a 0600 file so that seats outlive a restart."""
    file = paths.user_data() / "cookie.secret"
    try:
        return _kept(file)
    except OSError as error:
        raise ServingError(
            f"cannot keep the cookie key in {file}: {error.strerror}; make the folder writable"
        ) from error


def _kept(file: Path) -> bytes:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        kept = file.read_bytes()
        if len(kept) >= 32:
            return kept
        handle = os.open(file, os.O_WRONLY | os.O_TRUNC, 0o600)
    made = secrets.token_urlsafe(48).encode()
    with os.fdopen(handle, "wb") as out:
        out.write(made)
    return made


class Visitors(IdentityProvider):
    """The visitor of a request; a page that seats visitors (``seats_visitors``) gives a new cookie."""

    def get_user(self, handler: RequestHandler) -> User:
        """Return the visitor; one without a valid cookie is nobody, and owns no kernel."""
        known = handler.get_signed_cookie(COOKIE, max_age_days=COOKIE_DAYS)
        token = known.decode() if known else NOBODY
        if getattr(handler, "seats_visitors", False):
            if token == NOBODY:
                token = secrets.token_urlsafe(32)
            options: dict[str, Any] = {"httponly": True, "samesite": "Lax", "path": "/"}
            if handler.request.protocol == "https":
                options["secure"] = True
            # Sent anew each time: somebody who comes back within the year stays known.
            handler.set_signed_cookie(COOKIE, token, expires_days=COOKIE_DAYS, **options)
        return User(username=token)


class OwnersOnly(Authorizer):
    """A kernel answers only the visitor it was started for."""

    def is_authorized(self, handler: Any, user: User, action: str, resource: str) -> bool:
        """Return whether ``user`` owns the kernel named in the path."""
        kernel = handler.path_kwargs.get("kernel_id", "")
        owner = handler.kernel_manager.owners.get(kernel)
        return bool(owner) and secrets.compare_digest(owner, user.username)
