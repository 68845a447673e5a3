"""The command that lists the cases: all, or those of a sector, a level, a length; for teachers, with what they teach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from .cases import counted

if TYPE_CHECKING:
    from ..cases import Shelf
    from ..model.case import Case


@click.command()
@click.option("--sector", default="", help="Only cases of this sector (its beginning is enough).")
@click.option("--level", default="", help="Only cases of this level: introductory, intermediate or advanced.")
@click.option("--minutes", default="", help="Only cases that take at most so many minutes alone.")
@click.option("--teacher", is_flag=True, help="Say what each teaches; it tells a part of the key.")
def cases(sector: str, level: str, minutes: str, teacher: bool) -> None:
    """List the cases: slug, title, setting, sector, level, minutes; broken ones are marked."""
    from ..desk import shelf
    from ..desk.choosing import choices, understood
    from ..errors import AnswerError

    stand = shelf()
    offered = stand.offered()
    wish, faults = understood({"sector": sector, "level": level, "minutes": minutes}, choices(offered))
    if faults:
        raise AnswerError("\n".join(faults))
    fitting = {case.slug: case for case in offered if wish.fits(case)}
    chosen = sector or level or minutes
    broken = {} if chosen else stand.broken()
    for slug in stand.slugs():
        if slug in broken:
            click.echo(f"{slug}\n    cannot be offered: {counted(broken[slug])}; run: lineofsight check")
        elif slug in fitting:
            click.echo("\n".join(_told(fitting[slug], teacher)))
    if chosen:
        click.echo(f"{len(fitting)} of {len(offered)} cases")
    else:
        _left_out(stand)


def _told(case: Case, teacher: bool) -> Iterator[str]:
    yield case.slug
    yield f"    {case.title}: {case.setting} ({case.sector}, {case.level}, {case.minutes} minutes)"
    if teacher:
        yield from _taught(case)


def _taught(case: Case) -> Iterator[str]:
    from ..desk.teaching import taught
    from ..model.disconnects import DISCONNECTS

    yield from (f"    aim: {aim}" for aim in case.learn)
    for kind, share in taught([case.slug])[case.slug].items():
        yield f"    {share:.0%} {kind}: {DISCONNECTS[kind].marker}"


def _left_out(stand: Shelf) -> None:
    for path in stand.hidden():
        click.echo(
            f"{path}\n    is left out: a case {path.name} comes first; give the folder and its slug another name"
        )
    if not stand.slugs():
        click.echo("there are no cases; name a folder of cases with --cases")
