"""Running: bind or say why not, open the journal, announce, wait for a signal, end everything."""

from __future__ import annotations

import asyncio
import errno
import json
import signal
import socket
import sys
from contextlib import ExitStack, suppress
from pathlib import Path

from ..errors import LineOfSightError, ServingError

CANNOT = 2
_WHY = {
    errno.EADDRINUSE: "is taken: another program answers there; stop it, or choose another with --port",
    errno.EACCES: "is not allowed for you; choose one above 1023 with --port",
}


def serve(ip: str, port: int, open_browser: bool) -> int:
    """Serve until stopped; return 0, or 2 with a reason when it cannot start."""
    try:
        with ExitStack() as held:
            sockets = [held.enter_context(one) for one in bound(ip, port)]
            return asyncio.run(_serve(sockets, ip, open_browser))
    except LineOfSightError as error:
        print(f"lineofsight: {error}", file=sys.stderr)
        return CANNOT


def bound(ip: str, port: int) -> list[socket.socket]:
    """Bind the port, and no other; ``ServingError`` says why that is impossible."""
    from tornado.netutil import bind_sockets

    if not 0 <= port <= 65535:
        raise ServingError(f"port {port} does not exist; allowed: 0 (any free one) to 65535")
    try:
        return bind_sockets(port, ip)
    except socket.gaierror as error:
        raise ServingError(f"there is no address {ip!r}; use 127.0.0.1 with --ip") from error
    except OSError as error:
        if error.errno == errno.EADDRNOTAVAIL:
            raise ServingError(f"{ip} is not an address of this machine; choose another with --ip") from error
        why = _WHY.get(error.errno or 0, f"cannot be used: {error.strerror}")
        raise ServingError(f"port {port} on {ip} {why}") from error


async def _serve(sockets: list[socket.socket], ip: str, open_browser: bool) -> int:
    from ..store import open_store
    from .application import Workshop, configuration, private_folder
    from .logs import set_up
    from .pages import where_kept
    from .store_service import StoreService

    stopping = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(name, stopping.set)
    from .. import paths

    with private_folder() as folder:
        journal = StoreService(Path(folder) / "journal", lambda: open_store(paths.default_store()))
        await journal.start()
        try:
            app = Workshop.instance(sockets, config=configuration(journal.address, Path(folder)))
            app.initialize([])
            # Voila takes SIGTERM for itself while it gets ready: take it back.
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)
            set_up(app.log)
            _more_files()
            app.start()
            try:
                address = _address(sockets, ip)
                await _answers(address)
                print(f"Ready: {address}", flush=True)
                print(f"For teachers: {address}teachers?key={app.teachers_key}", flush=True)
                print(f"Answers are kept: {where_kept()}", flush=True)
                print("Stop with Ctrl-C.", flush=True)
                if open_browser:
                    _open(address)
                await stopping.wait()
            finally:
                await app.close()
        finally:
            await journal.stop()
    return 0


def _address(sockets: list[socket.socket], ip: str) -> str:
    port = sockets[0].getsockname()[1]
    host = "127.0.0.1" if ip in ("", "0.0.0.0", "::") else ip  # noqa: S104 (not bound here)
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


async def _answers(address: str) -> None:
    from tornado.httpclient import AsyncHTTPClient

    answer = await AsyncHTTPClient().fetch(f"{address}healthz", request_timeout=60)
    if json.loads(answer.body).get("status") != "ok":
        raise ServingError(f"{address}healthz does not answer as it should")


def _more_files() -> None:
    """Raise the limit on open files: each person at a page takes about twelve."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 20_000 if hard == resource.RLIM_INFINITY else min(hard, 20_000)
    if wanted > soft:
        # Some systems have a lower ceiling than they say; then it stays as it is.
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _open(address: str) -> None:
    import webbrowser
    from threading import Thread

    Thread(target=webbrowser.open, args=(address,), daemon=True).start()
