"""Commands for authors who try a case on readers: what a reader gets, and what readers made of it."""

from __future__ import annotations

from datetime import date
from typing import TextIO

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


@click.command()
@click.argument("slug")
@click.option(
    "--add",
    metavar="PACKET FILE",
    type=(click.Choice(PACKETS), click.File(encoding="utf-8")),
    help="Add a reader's answer to this packet, a file of JSON (- reads what is piped in).",
)
@click.option("--who", default="language model", show_default=True, help="Who read, for --add.")
def readers(slug: str, add: tuple[Packet, TextIO] | None, who: str) -> None:
    """Keep what fresh readers made of a case."""
    from ..desk.fresh_readers import add_reader, readers_file, readers_of

    if add is None:
        raise click.UsageError("say with --add whose answer is to be kept")
    which, answer = add
    add_reader(slug, which, answer.read(), who, date.today())
    count = len(readers_of(slug).of(which))
    click.echo(f"reader {count} of {which} is in {readers_file(slug)}")
