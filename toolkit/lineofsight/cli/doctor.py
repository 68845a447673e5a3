"""The doctor: is everything here that a workshop needs, and if not, what to do."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

import click

from .. import paths
from ..errors import LineOfSightError
from .cases import counted

FLOORS = {
    "voila": "0.5.13",
    "jupyter_server": "2.21.1",
    "jupyterlab": "4.4",
    "ipywidgets": "8.1.5",
    "altair": "6",
}
PORT = 8866

Line = tuple[str, str]


@click.command()
def doctor() -> None:
    """Look at everything a workshop needs; exit 1 when something is missing."""
    failed = False
    for look in (_python, _packages, _store, _cases, _fonts, _browser, _port):
        for state, words in look():
            click.echo(f"{state:>9}  {words}")
            failed |= state == "missing"
    sys.exit(1 if failed else 0)


def _python() -> Iterator[Line]:
    found = sys.version.split()[0]
    ok = sys.version_info >= (3, 11)
    yield ("ok", f"Python {found}") if ok else ("missing", f"Python {found}; 3.11 or newer is needed")


def _packages() -> Iterator[Line]:
    for name, floor in FLOORS.items():
        try:
            found = version(name)
        except PackageNotFoundError:
            yield "missing", f"{name} is not installed; run: make setup"
            continue
        low = _numbers(found) < _numbers(floor)
        yield ("missing", f"{name} {found} is too old; run: make setup") if low else ("ok", f"{name} {found}")


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(".") if part.isdigit())


def _store() -> Iterator[Line]:
    from ..store import open_store

    url = paths.default_store()
    try:
        open_store(url).close()
    except LineOfSightError as error:
        yield "missing", f"answers cannot be kept in {url}: {error}"
    else:
        yield "ok", f"answers are kept in {url}"


def _cases() -> Iterator[Line]:
    from ..desk import shelf

    stand = shelf()
    offered = len(stand.offered())
    said = "1 case is offered" if offered == 1 else f"{offered} cases are offered"
    yield ("ok" if offered else "missing", said)
    for slug, found in stand.broken().items():
        yield "attention", f"the case {slug} has {counted(found)}; run: lineofsight check"


def _fonts() -> Iterator[Line]:
    fonts = list((paths.PACKAGE / "activities" / "theme" / "fonts").glob("*.woff2"))
    yield ("ok", "fonts are here") if len(fonts) >= 2 else ("missing", "fonts are missing; reinstall")


def _browser() -> Iterator[Line]:
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    yield ("ok", f"a browser for the tests: {found}") if found else (
        "attention", "no Chromium found; only make test needs one, and installs it",
    )  # fmt: skip


def _port() -> Iterator[Line]:
    with socket.socket() as probe:
        free = probe.connect_ex(("127.0.0.1", PORT)) != 0
    yield ("ok", f"port {PORT} is free") if free else (
        "attention", f"port {PORT} is taken; serve with another: lineofsight serve --port {PORT + 1}",
    )  # fmt: skip
