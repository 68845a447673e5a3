"""Commands on cases: check them, write their notebooks."""

from __future__ import annotations

import sys
from collections.abc import Sized
from pathlib import Path

import click

from .plans import check_plans


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--plans", is_flag=True, help="Run plans on the case's model instead, and print what each gains."
)
def check(paths: tuple[Path, ...], plans: bool) -> None:
    """Check case folders (all by default): one finding a line, exit 1 when there is any."""
    from ..desk import check_cases, shelf

    # A folder's name says which case it is: "." and ".." have none.
    folders = [path if path.name.strip(".") else path.resolve() for path in paths if path.is_dir()]
    strays = [path for path in paths if not path.is_dir()]
    if plans:
        click.echo("\n".join(_stray(path) for path in strays), nl=bool(strays))
        sys.exit(max(bool(strays), check_plans(folders or (() if paths else shelf().folders()))))
    lines = [_stray(path) for path in strays]
    checked = check_cases(folders) if folders or not paths else {}
    for folder, found in checked.items():
        lines += [f"{near(folder / finding.file)}{str(finding)[len(finding.file) :]}" for finding in found]
        lines += [] if found else [f"{near(folder)}: ok"]
    click.echo("\n".join(lines or ["there are no cases; name a folder of cases with --cases"]))
    sys.exit(1 if strays or any(checked.values()) else 0)


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


def counted(findings: Sized) -> str:
    """Return "1 finding" or "3 findings"."""
    return "1 finding" if len(findings) == 1 else f"{len(findings)} findings"


def near(path: Path) -> str:
    """Return a path as seen from here, if it lies below: so it can be clicked and read."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def _stray(path: Path) -> str:
    from ..desk import shelf
    from ..errors import suggestion

    what = "this is a file" if path.exists() else "there is no such folder"
    known = {folder.name: folder for folder in shelf().folders()}
    meant = suggestion(path.name, known)
    return f"{path}:1: {what}{meant}; allowed: the folder of a case; name one, or none to check them all"
