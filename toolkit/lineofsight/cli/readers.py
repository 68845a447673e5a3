"""Commands for authors who try a case on readers: what a reader gets, and what readers made of it."""

from __future__ import annotations

import click

from ..model.readers import PACKETS, Packet


@click.command()
@click.argument("slug")
@click.argument("which", metavar=f"[{'|'.join(PACKETS)}]", type=click.Choice(PACKETS))
def packet(slug: str, which: Packet) -> None:
    """Print what a fresh reader of a case gets, as Markdown; nothing of the key is in it."""
    from ..desk import open_case
    from ..reports.packet import packet as written

    click.echo(written(open_case(slug), which), nl=False)
