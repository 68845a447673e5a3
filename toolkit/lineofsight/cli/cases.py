"""Commands on cases: list them, check them, write their notebooks."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command()
def cases() -> None:
    """List the cases: slug, title, setting, level, minutes; broken ones are marked."""
    from ..desk import shelf

    stand = shelf()
    broken = stand.broken()
    for slug in stand.slugs():
        if slug in broken:
            click.echo(f"{slug}\n    cannot be offered: {len(broken[slug])} findings (lineofsight check)")
            continue
        case = stand.case(slug)
        click.echo(f"{slug}\n    {case.title}: {case.setting} ({case.level}, {case.minutes} minutes)")
    if not stand.slugs():
        click.echo("there are no cases; name a folder of cases with --cases")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def check(paths: tuple[Path, ...]) -> None:
    """Check case folders (all by default): one finding a line, exit 1 when there is any."""
    from ..desk import check_cases

    findings = 0
    for folder, found in check_cases(paths).items():
        for finding in found:
            click.echo(f"{folder.name}/{finding}")
        findings += len(found)
        if not found:
            click.echo(f"{folder.name}: ok")
    sys.exit(1 if findings else 0)


@click.command()
@click.argument("slug")
def notebook(slug: str) -> None:
    """Write the participant's notebook of a case, workshops/SLUG.ipynb."""
    from .. import paths
    from ..desk import open_case
    from ..reports.notebook import participant_notebook

    file = paths.workshops() / f"{slug}.ipynb"
    text = participant_notebook(open_case(slug))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    click.echo(f"wrote {file}")
