"""Our pages: the gallery, what each case teaches, a case's page through Voila's machinery, a kind 404."""

from __future__ import annotations

import asyncio
import secrets
from functools import cache
from pathlib import Path
from typing import Any

from tornado.template import Loader
from tornado.web import RequestHandler
from voila.handler import VoilaHandler

from .. import __version__, paths
from ..desk import open_live, shelf
from ..desk.choosing import choices, understood
from ..desk.teaching import lengths, taught
from ..errors import UnknownName
from .kernels import Arrival, arrival
from .offer import offered, page_of
from .theme import addresses

FLUSH_SECONDS = 0.01
WISHES = ("sector", "level", "minutes")


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
    """``/``: a card per case that passes its check; ``?sector=…&level=…&minutes=…`` chooses among them."""

    def get(self) -> None:
        """Send the gallery; what is not understood is said on it, and chooses nothing."""
        self.set_header("Cache-Control", "no-cache")
        cases = offered()
        among = choices(cases)
        wish, faults = understood({name: _asked(self, name) for name in WISHES}, among)
        shown = [case for case in cases if wish.fits(case)]
        self.finish(
            rendered("gallery.html", cases=shown, of=len(cases), among=among, wish=wish, faults=faults)
        )


def _asked(handler: RequestHandler, name: str) -> str:
    """Return what the address says under ``name``, whatever bytes they are; the last one counts."""
    return handler.request.query_arguments.get(name, [b""])[-1].decode("utf-8", "replace")


class Missing(RequestHandler):
    """Everything else: a page that says so and shows the way back."""

    def prepare(self) -> None:
        """Answer any method alike."""
        self.set_status(404)
        self.finish(rendered("missing.html", said="There is no page at this address.", hint=""))


class Teachers(Missing):
    """``/teachers?key=…``: what each case teaches; without this start's key there is no such page."""

    def initialize(self, key: str) -> None:
        """Take the key that the server printed when it started."""
        self.key = key

    def prepare(self) -> None:
        """Let nobody pass who lacks the key: the page tells a part of every case's key."""
        if not secrets.compare_digest(_asked(self, "key").encode(), self.key.encode()):
            super().prepare()

    def get(self) -> None:
        """Send the page."""
        from ..model.disconnects import DISCONNECTS

        self.set_header("Cache-Control", "no-store")
        cases = offered()
        shares = taught(case.slug for case in cases)
        shown = {"cases": cases, "shares": shares, "kinds": DISCONNECTS, "lengths": lengths(cases)}
        self.finish(rendered("teachers.html", key=self.key, **shown))


class Sheet(Teachers):
    """``/teachers/<slug>?key=…&minutes=90``: the facilitator's sheet of a case, fit for a printer."""

    def get(self, slug: str) -> None:  # type: ignore[override]
        """Send the sheet; a case or a length that there is not gets the way back."""
        from ..reports.live_sheet import live_sheet
        from ..reports.prose import markdown

        case = next((case for case in offered() if case.slug == slug), None)
        found = lengths([case])[slug] if case else ()
        length = next((item for item in found if item == (_asked(self, "minutes") or "90")), None)
        if case is None or length is None:
            Missing.prepare(self)
            return
        stand = shelf()
        text = live_sheet(case, stand.key(slug), open_live(slug), length, stand.rubric(slug))
        title, _, rest = text.partition("\n")
        self.set_header("Cache-Control", "no-store")
        self.finish(
            rendered(
                "sheet.html",
                case=case,
                title=title.removeprefix("# "),
                sheet=markdown(rest, highest=2),
                length=length,
                lengths=found,
                key=self.key,
            )
        )


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
