"""Our pages: the gallery, a case's page through Voila's machinery, and a kind 404."""

from __future__ import annotations

import asyncio
from functools import cache
from pathlib import Path
from typing import Any

from tornado.template import Loader
from tornado.web import RequestHandler
from voila.handler import VoilaHandler

from .. import __version__, paths
from ..errors import UnknownName
from .kernels import Arrival, arrival
from .offer import offered, page_of
from .theme import addresses

FLUSH_SECONDS = 0.01


@cache
def _templates() -> Loader:
    return Loader(str(Path(__file__).parent / "html"), autoescape="xhtml_escape")


def rendered(name: str, **values: Any) -> bytes:
    """Return one of our pages, everything in it escaped."""
    return (
        _templates().load(name).generate(theme=addresses(), version=__version__, store=where_kept(), **values)
    )


def where_kept() -> str:
    """Say in words where answers are kept (never a database's password)."""
    store = paths.default_store()
    if store == "memory:":
        return "in memory: they are gone when the server stops"
    if store.startswith("sqlite:///"):
        return store.removeprefix("sqlite:///")
    return "the database that LINEOFSIGHT_STORE names"


class Gallery(RequestHandler):
    """``/``: a card per case that passes its check."""

    def get(self) -> None:
        """Send the gallery."""
        self.set_header("Cache-Control", "no-cache")
        self.finish(rendered("gallery.html", cases=offered()))


class Missing(RequestHandler):
    """Everything else: a page that says so and shows the way back."""

    def prepare(self) -> None:
        """Answer any method alike."""
        self.set_status(404)
        self.finish(rendered("missing.html", said="There is no page at this address.", hint=""))


class Study(VoilaHandler):
    """``/study/<slug>``: the case's notebook, one fresh kernel per load, for this visitor only."""

    seats_visitors = True

    async def get(self, slug: str) -> None:
        """Stream the page: its head at once, the rest when the kernel has it."""
        try:
            page = page_of(slug)
        except UnknownName as unknown:
            self.set_status(404)
            self.finish(rendered("missing.html", said="There is no such case.", hint=str(unknown)))
            return
        self.arrival = Arrival(self.current_user.username)
        arrival.set(self.arrival)
        pending: asyncio.TimerHandle | None = None
        async for text in self.get_generator(path=page):
            if self.arrival.gone:
                return
            self.write(text)
            # The template speaks in crumbs: send them together, but never late.
            if pending is None or pending.when() < asyncio.get_running_loop().time():
                pending = asyncio.get_running_loop().call_later(FLUSH_SECONDS, self._send)
        if pending is not None:
            pending.cancel()

    def _send(self) -> None:
        if not self.arrival.gone and not self._finished:
            self.flush()

    def on_connection_close(self) -> None:
        """End the kernel of a load that was given up."""
        super().on_connection_close()
        here = getattr(self, "arrival", None)
        if here is not None:
            here.gone = True
            if here.kernel:
                self.kernel_manager.end_soon(here.kernel)

    def write_error(self, status_code: int, **more: Any) -> None:
        """Say it calmly, in our look."""
        said = "This page could not be made. Nothing you saved is lost."
        hint = "Reload it; if it happens again, tell whoever runs this server."
        self.finish(rendered("missing.html", said=said, hint=hint))
