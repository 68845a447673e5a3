"""Time to the first control whose click changes text made by the kernel: ours against a bare Voila page.

Both servers run warm at the same time on this machine; loads alternate, so a drift of its speed
touches both. The bare page holds one button and one label, in Voila's own template.
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
from urllib.request import urlopen

import nbformat
from measure import Measure

LOADS = 7
LIMIT = 1.3
BARE = """import ipywidgets as w
label = w.Label("zero")
button = w.Button(description="Press")
button.on_click(lambda _: setattr(label, "value", "pressed"))
w.VBox([button, label])"""


def main() -> list[Measure]:
    """Return the ratio of the two medians."""
    with tempfile.TemporaryDirectory() as folder, _servers(Path(folder)) as (ours, bare):
        times = _alternate(ours, bare)
    mine, theirs = (statistics.median(column) for column in zip(*times, strict=True))
    return [
        Measure(
            name="first control that answers, warm server",
            value=mine,
            unit="s",
            baseline_name="bare Voila page with one button",
            baseline=theirs,
            limit_text=f"at most {LIMIT} times the baseline",
            ok=mine <= LIMIT * theirs,
        )
    ]


@contextmanager
def _servers(folder: Path) -> Iterator[tuple[str, str]]:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(BARE)])
    nbformat.write(notebook, folder / "bare.ipynb")
    ports = _free_port(), _free_port()
    env = {**os.environ, "LINEOFSIGHT_STORE": f"sqlite:///{folder}/journal.sqlite"}
    ours = [sys.executable, "-m", "lineofsight.cli", "serve", "--no-open", "--port", str(ports[0])]
    bare = [sys.executable, "-m", "voila", "--no-browser", f"--port={ports[1]}", str(folder / "bare.ipynb")]
    quiet: dict[str, Any] = {"env": env, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    running = [subprocess.Popen(command, **quiet) for command in (ours, bare)]
    try:
        addresses = tuple(f"http://127.0.0.1:{port}/" for port in ports)
        _answers(f"{addresses[0]}healthz")
        _answers(f"{addresses[1]}static/favicon.ico")
        yield addresses
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(20)


def _alternate(ours: str, bare: str) -> list[tuple[float, float]]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )

        def timed(address: str, press: Callable[[Any], None]) -> float:
            # One context a server: its files are cached as they would be for a person coming back.
            page = contexts[address].new_page()
            start = time.perf_counter()
            page.goto(address)
            press(page)
            seconds = time.perf_counter() - start
            page.close(run_before_unload=True)
            return seconds

        case = f"{ours}study/startup-support-backlash"
        contexts = {address: browser.new_context() for address in (case, bare)}
        for address, press in ((case, _press_ours), (bare, _press_bare)):
            timed(address, press)
        return [(timed(case, _press_ours), timed(bare, _press_bare)) for _ in range(LOADS)]


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
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
