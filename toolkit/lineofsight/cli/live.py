"""Commands for whoever leads a room: the facilitator's sheet of a case, and its twins for measurement days."""

from __future__ import annotations

import click

from ..model.runsheet import LENGTHS, Length


@click.command()
@click.argument("slug")
@click.option(
    "--minutes", type=click.Choice(LENGTHS), default="90", show_default=True, help="How long you have."
)
def sheet(slug: str, minutes: Length) -> None:
    """Print the facilitator's sheet of a case, as Markdown: first page, steps by the clock, key, rubric.

    The same sheet, ready for a printer, stands behind the link for teachers that `serve` prints.
    """
    from ..desk import open_case, open_live, shelf
    from ..reports.live_sheet import live_sheet

    case, stand = open_case(slug), shelf()
    click.echo(live_sheet(case, stand.key(slug), open_live(slug), minutes, stand.rubric(slug)), nl=False)


@click.command()
@click.argument("slug")
@click.argument("letter", type=click.Choice(("a", "b")))
def twin(slug: str, letter: str) -> None:
    """Print a twin of a case, as Markdown: a page to read and diagnose on a measurement day, without its key."""
    from ..desk import open_twin
    from ..reports.twin_page import twin_page

    click.echo(twin_page(open_twin(slug, letter)), nl=False)
