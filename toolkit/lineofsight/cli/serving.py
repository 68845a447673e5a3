"""Commands that serve: the workshop pages, and JupyterLab."""

from __future__ import annotations

import sys

import click


@click.command()
@click.option("--ip", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8866, show_default=True, help="Port; if it is taken, this says so and ends.")
@click.option("--open/--no-open", "open_browser", default=True, help="Open the page in a browser.")
def serve(ip: str, port: int, open_browser: bool) -> None:
    """Serve the workshops and print the link once they answer."""
    from ..serving import serve as run

    sys.exit(run(ip, port, open_browser))


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def lab(arguments: tuple[str, ...]) -> None:
    """Open the notebooks in JupyterLab (further ARGUMENTS go to jupyter lab)."""
    from jupyterlab.labapp import main  # type: ignore[import-untyped]

    from .. import paths

    # In this process: Ctrl-C reaches JupyterLab alone, which ends its kernels before it goes.
    quiet = ("--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate")
    where = (f"--ServerApp.root_dir={paths.project()}", "--LabApp.default_url=/lab/tree/workshops")
    sys.exit(main([*where, *quiet, *arguments]))
