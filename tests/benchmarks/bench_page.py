"""Time to the first control whose click changes text made by the kernel: ours against a bare Voila page.

Both servers run warm at the same time on this machine, in a home of their own; loads take turns, and each
is held against the one beside it, so a drift of the machine's speed touches both. The bare page holds one
button and one label, in Voila's own template. No other host can be reached: what a page would ask of one
fails at once and costs it nothing.
"""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import nbformat
from measure import Measure

# Pairs of loads: as many as the time allows, between these.
FEWEST, MOST, TIME = 7, 15, 75
PAUSE = 0.5
LIMIT = 1.3
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
BARE = """import ipywidgets as w
label = w.Label("zero")
button = w.Button(description="Press")
button.on_click(lambda _: setattr(label, "value", "pressed"))
w.VBox([button, label])"""


def main() -> list[Measure]:
    """Return our median beside the bare page's; the limit is on the median of the pairs' ratios."""
    with tempfile.TemporaryDirectory() as folder, _servers(Path(folder)) as (ours, bare):
        times = _alternate(ours, bare)
    mine, theirs = (statistics.median(column) for column in zip(*times, strict=True))
    times_as_long = statistics.median(ours / bare for ours, bare in times)
    return [
        Measure(
            name="first control that answers, warm server",
            value=mine,
            unit="s",
            baseline_name="bare Voila page with one button",
            baseline=theirs,
            limit_text=f"at most {LIMIT} times the baseline ({times_as_long:.2f} found, pair by pair)",
            ok=times_as_long <= LIMIT,
        )
    ]


@contextmanager
def _servers(folder: Path) -> Iterator[tuple[str, str]]:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(BARE)])
    nbformat.write(notebook, folder / "bare.ipynb")
    ports = _free_port(), _free_port()
    env = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder / "data")}
    env.pop("LINEOFSIGHT_STORE", None)
    ours = [sys.executable, "-m", "lineofsight.cli", "serve", "--no-open", "--port", str(ports[0])]
    bare = [sys.executable, "-m", "voila", "--no-browser", f"--port={ports[1]}", str(folder / "bare.ipynb")]
    quiet: dict[str, Any] = {"env": env, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    running = [subprocess.Popen(command, **quiet) for command in (ours, bare)]
    try:
        addresses = tuple(f"http://127.0.0.1:{port}/" for port in ports)
        _answers(f"{addresses[0]}healthz")
        _answers(f"{addresses[1]}static/")
        yield addresses
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(20)


def _alternate(ours: str, bare: str) -> list[tuple[float, float]]:
    from playwright.sync_api import sync_playwright

    # The browser that the tests use, wherever it lies.
    sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))
    from find_chromium import chromium

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(),
            args=FLAGS,
        )

        def timed(address: str, press: Callable[[Any], None]) -> float:
            # One context a server: its files are cached as they would be for a person coming back.
            page = contexts[address].new_page()
            start = time.perf_counter()
            page.goto(address)
            press(page)
            seconds = time.perf_counter() - start
            page.close(run_before_unload=True)
            # The kernel that ends now is none of the next load's business.
            time.sleep(PAUSE)
            return seconds

        case = f"{ours}study/startup-support-backlash"
        contexts = {address: browser.new_context() for address in (case, bare)}
        for address, press in ((case, _press_ours), (bare, _press_bare)):
            timed(address, press)
        times: list[tuple[float, float]] = []
        until = time.monotonic() + TIME
        while len(times) < FEWEST or (len(times) < MOST and time.monotonic() < until):
            pair = [(case, _press_ours), (bare, _press_bare)]
            found = {
                address: timed(address, press) for address, press in pair[:: -1 if len(times) % 2 else 1]
            }
            times.append((found[case], found[bare]))
        return times


def _press_ours(page: Any) -> None:
    page.get_by_role("button", name="Your answers").click()
    page.get_by_text("They are kept on the computer").wait_for()


def _press_bare(page: Any) -> None:
    page.get_by_role("button", name="Press").click()
    page.get_by_text("pressed").wait_for()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(address: str, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while True:
        try:
            urlopen(address, timeout=2).close()
            return
        except HTTPError:
            return  # it refuses, so it is there
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
