"""Commands for authors who try a case on readers: what a reader gets, and what readers made of it."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, TextIO

import click

from ..model.readers import PACKETS, Packet

if TYPE_CHECKING:
    from ..desk.proof import Line


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
    """Say what fresh readers made of a case, held against what it promises; exit 1 when that fails."""
    from ..desk.fresh_readers import add_reader, readers_file, readers_of
    from ..desk.proof import proof
    from ..errors import AnswerError

    if add is not None:
        which, answer = add
        try:
            text = answer.read()
        except UnicodeDecodeError as error:
            raise AnswerError(f"{answer.name} is not UTF-8; save it as UTF-8") from error
        add_reader(slug, which, text, who, date.today())
        count = len(readers_of(slug).of(which))
        click.echo(f"reader {count} of {which} is in {readers_file(slug)}")
        return
    if not readers_of(slug).readers:
        click.echo(
            f"nobody has read {slug} yet: give a fresh reader what `lineofsight packet {slug} leadership` prints "
            f"(then operations, both, statements), and keep the answer with --add"
        )
        sys.exit(1)
    lines = proof(slug)
    click.echo(f"{slug}: identification, each reader's and the median")
    click.echo("\n".join(map(_told, lines)))
    sys.exit(1 if any(line.broken for line in lines) else 0)


def _told(line: Line) -> str:
    each = ", ".join(f"{share:.0%}" for share in sorted(line.each))
    found = "–" if line.found is None else f"{line.found:.0%}" if line.each else f"{line.found:.2f}"
    people = "1 reader" if line.readers == 1 else f"{line.readers} readers"
    return f"  {line.what:<11} {people:>10}  {each:<24} {found:>5}  {line.asked}: {line.broken or 'holds'}"
