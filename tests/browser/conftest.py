"""A real server and a real browser that may speak to nobody else."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import find_chromium

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Server:
    """A server process of a user's own, in a home of its own."""

    process: subprocess.Popen[str]
    address: str
    home: Path
    env: dict[str, str]

    @property
    def port(self) -> int:
        """The port that it answers on."""
        return urlsplit(self.address).port or 0

    def terminate(self) -> int:
        """Stop it as Ctrl-C would; return its exit code."""
        self.process.terminate()
        return self.process.wait(20)

    def kill(self) -> None:
        """Kill it without a word."""
        self.process.kill()
        self.process.wait(20)


@dataclass
class Visitor:
    """One person's browser: a page, what it asked of other hosts, what went wrong on it."""

    context: Any
    page: Any
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Return a running browser; in CI a missing one is a failure, elsewhere too: say how to get it."""
    from playwright.sync_api import sync_playwright

    found = find_chromium.chromium()
    if found is None:
        pytest.fail("there is no Chromium: run `make test`, which installs one, or name it in CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visitor(chromium: Any) -> Iterator[Callable[..., Visitor]]:
    """Return a maker of visitors: ``visitor(server, color_scheme="dark", viewport=...)``."""
    made: list[Visitor] = []

    def one(server: Server, **options: Any) -> Visitor:
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        person = Visitor(context, None)
        host = urlsplit(server.address).netloc

        def gate(route: Any) -> None:
            address = urlsplit(route.request.url)
            if address.netloc in (host, "") or address.scheme in ("data", "blob"):
                route.continue_()
            else:
                person.outside.append(route.request.url)
                route.abort()

        context.route("**/*", gate)
        person.page = context.new_page()
        person.page.on("console", lambda said: said.type == "error" and person.errors.append(said.text))
        person.page.on("pageerror", lambda error: person.errors.append(str(error)))
        made.append(person)
        return person

    yield one
    for person in made:
        person.context.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Return a maker of servers: ``server()``, ``server(port=..., env={...}, command=[...])``.

    Each has the test's own home, so that a second one finds what the first one kept.
    """
    started: list[Server] = []

    def one(port: int = 0, env: dict[str, str] | None = None, command: list[str] | None = None) -> Server:
        own = {**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
        own["PYTHONPATH"] = str(ROOT / "toolkit")
        own.pop("LINEOFSIGHT_STORE", None)
        own |= env or {}
        serve = [sys.executable, "-m", "lineofsight.cli", "serve", "--no-open"]
        process = subprocess.Popen(
            [*(command or serve), "--port", str(port)],
            env=own,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        started.append(Server(process, _ready(process), tmp_path, own))
        return started[-1]

    yield one
    for running in started:
        if running.process.poll() is None:
            running.terminate()


def _ready(process: subprocess.Popen[str]) -> str:
    said = []
    for line in process.stdout or ():
        said.append(line)
        if line.startswith("Ready: "):
            return line.removeprefix("Ready: ").strip()
    raise AssertionError(f"the server never said Ready, but:\n{''.join(said)}")
