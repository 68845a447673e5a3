"""Find a Chromium for the browser tests, or install one and say so.

In order: ``CHROMIUM``, chromium on the path, Playwright's own; else, as root with apt, Debian's package,
else Playwright's download. Without any the tests cannot run: exit 1, in words.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """Return the path of a Chromium, or ``None``."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    return _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Install one: Debian's package as root, else Playwright's own."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("No Chromium found: installing the Debian package chromium", flush=True)
        quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, **quiet)
    else:
        print("No Chromium found: installing Playwright's own", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """Return 0 when there is a Chromium in the end."""
    if chromium() is None:
        install()
    found = chromium()
    if found is None:
        print("The browser tests need a Chromium: install one, or name it in CHROMIUM", file=sys.stderr)
        return 1
    print(f"Browser tests with {found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
