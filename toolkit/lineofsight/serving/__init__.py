"""The server: our own pages, Voila's machinery behind them, and the store service, on one port."""

from __future__ import annotations

__all__ = ["serve"]


def serve(ip: str = "127.0.0.1", port: int = 8866, open_browser: bool = True) -> int:
    """Serve the workshops until stopped and return the exit code (0; 2 when it cannot start)."""
    from .running import serve as run

    return run(ip, port, open_browser)
