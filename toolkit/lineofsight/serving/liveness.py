"""Signs of life: is the server well, is a page's kernel alive, and a page that says goodbye."""

from __future__ import annotations

import json
import secrets
from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError, RequestHandler

from .. import __version__
from .offer import offered

BOOT = secrets.token_hex(8)


class Health(RequestHandler):
    """``/healthz``: JSON for people and machines that watch."""

    def get(self) -> None:
        """Send status, version, this start's id and the cases on offer."""
        self.set_header("Cache-Control", "no-store")
        cases = sorted(case.slug for case in offered())
        self.finish({"status": "ok", "version": __version__, "boot": BOOT, "cases": cases})


class _OwnPageOnly(JupyterHandler):
    """A call that only a page of ours may make: same origin, and its visitor's cookie."""

    def check_xsrf_cookie(self) -> None:
        """Check the origin instead: the cookie is SameSite, and a token would only stop beacons."""
        if not self.check_origin():
            raise HTTPError(403)

    def owns(self, kernel: str) -> bool:
        """Return whether this request's visitor owns ``kernel``."""
        owner = self.kernel_manager.owners.get(kernel, "")
        return bool(owner) and secrets.compare_digest(owner, self.current_user.username)


class Beat(_OwnPageOnly):
    """``/beat``: a page asks whether its kernel lives."""

    async def post(self) -> None:
        """Send this start's id and the kernel's state, ``alive`` or ``gone``."""
        kernel = _kernel_named(self.request.body)
        alive = self.owns(kernel) and kernel in self.kernel_manager
        if alive:
            alive = bool(await self.kernel_manager.get_kernel(kernel).is_alive())
        self.set_header("Cache-Control", "no-store")
        self.finish({"boot": BOOT, "kernel": "alive" if alive else "gone"})


class Goodbye(_OwnPageOnly):
    """Voila's shutdown address: a page that closes ends its own kernel."""

    async def post(self, kernel_id: str) -> None:
        """End the kernel; somebody else's is refused, one that is gone is no matter."""
        if kernel_id in self.kernel_manager.owners:
            if not self.owns(kernel_id):
                raise HTTPError(403)
            await self.kernel_manager.end(kernel_id)
        self.set_status(204)
        self.finish()


def _kernel_named(body: bytes) -> str:
    try:
        asked: Any = json.loads(body)
    except ValueError:
        return ""
    kernel = asked.get("kernel", "") if isinstance(asked, dict) else ""
    return kernel if isinstance(kernel, str) else ""
