"""The command for whoever writes a case: begin a new one."""

from __future__ import annotations

from pathlib import Path

import click

from .cases import near


@click.command()
@click.argument("slug")
@click.option("--model", required=True, help="The operations model that its year runs on (see: models).")
@click.option(
    "--in",
    "folder",
    type=click.Path(path_type=Path),
    help="The folder of cases to put it into (default: the project's datasets).",
)
def new(slug: str, model: str, folder: Path | None) -> None:
    """Write a small complete case that passes its check, to be rewritten."""
    from .. import paths
    from ..desk.authoring import new_case

    folder = paths.case_folders()[0] if folder is None else folder.expanduser().absolute()
    place = new_case(slug, model, folder)
    known = folder in [item.absolute() for item in paths.case_folders()]
    ours = "lineofsight" if known else f"lineofsight --cases {near(folder)}"
    click.echo(f"wrote {near(place)}; rewrite it in any order, and look at it as often as you like:")
    click.echo(f"  lineofsight check {near(place)}")
    click.echo(f"  {ours} notebook {slug}")
    click.echo(f"  {ours} serve")
    click.echo("datasets/README.md takes you through it, in the order in which you need it")
