"""One running toy server for the tests that only ask."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).parents[2]


@dataclass
class Running:
    """A server process, its address, its user's data folder, its address for teachers."""

    process: subprocess.Popen[str]
    address: str
    data: Path
    teachers: str

    def ask(self, path: str, method: str = "GET", body: str | None = None, **headers: str) -> HTTPResponse:
        """Send one request and read the whole answer (``answer.text``)."""
        where = urlsplit(self.address)
        connection = HTTPConnection(where.hostname or "", where.port or 0, timeout=60)
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        answer.text = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer


def start_toy(folder: Path, port: int = 0) -> Running:
    """Start a toy server and wait until it says that it is ready."""
    books = folder / "books"
    books.mkdir(parents=True, exist_ok=True)
    env = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder / "data")}
    env["PYTHONPATH"] = str(ROOT / "toolkit")
    env.pop("LINEOFSIGHT_STORE", None)
    command = [sys.executable, str(ROOT / "tests/serving/toy_server.py"), str(books), "--port", str(port)]
    process = subprocess.Popen(command, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = []
    for line in process.stdout:
        said.append(line)
        if line.startswith("Ready: "):
            address, data = line.removeprefix("Ready: ").strip(), folder / "data" / "lineofsight"
            return Running(process, address, data, process.stdout.readline().strip())
    raise AssertionError(f"no Ready line, but:\n{''.join(said)}")


@pytest.fixture
def start(tmp_path: Path) -> Iterator:
    """Start toy servers of one's own; what is left of them is ended."""
    started: list[Running] = []

    def one(folder: Path = tmp_path, port: int = 0) -> Running:
        started.append(start_toy(folder, port))
        return started[-1]

    yield one
    for server in started:
        server.process.terminate()
        server.process.wait(20)


@pytest.fixture(scope="session")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A toy server for everybody."""
    server = start_toy(tmp_path_factory.mktemp("toy"))
    yield server
    server.process.terminate()
    server.process.wait(20)
