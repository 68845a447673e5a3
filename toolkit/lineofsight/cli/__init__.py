"""The commands: parse, call, print. One file a group; errors are words, never a traceback."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from .. import __version__, paths
from ..errors import CaseError, LineOfSightError
from .authoring import new
from .cases import check, notebook
from .doctor import doctor
from .listing import cases
from .live import sheet, twin
from .models import models
from .readers import packet, readers
from .serving import lab, serve

_SETTINGS = {"store": "LINEOFSIGHT_STORE", "cases": "LINEOFSIGHT_CASES", "strict": "LINEOFSIGHT_STRICT"}


class _Group(click.Group):
    """A group whose commands end in words and exit code 2 when something of ours fails."""

    def invoke(self, context: click.Context) -> Any:
        """Run a command; with ``--strict`` what is our own fault is raised."""
        try:
            return super().invoke(context)
        except LineOfSightError as error:
            words = str(error)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if getattr(error, "errno", None) == errno.EPIPE or paths.strict():
                raise
            words = _unexpected(error)
        click.echo(f"lineofsight: {words}", err=True)
        sys.exit(2)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="lineofsight")
@click.option("--store", help="Where answers are kept: memory: or sqlite:///path (LINEOFSIGHT_STORE).")
@click.option("--cases", help="More folders of cases, separated as in PATH (LINEOFSIGHT_CASES).")
@click.option("--strict", is_flag=True, help="Faces raise instead of showing a card (LINEOFSIGHT_STRICT).")
def main(store: str | None, cases: str | None, strict: bool) -> None:
    """Workshops and exercises on the gap between leadership and operations."""
    given = {"store": store, "cases": cases, "strict": "1" if strict else None}
    for name, value in given.items():
        if value:
            os.environ[_SETTINGS[name]] = value
    _settle()


def _settle() -> None:
    """Make what was given relative to here absolute: kernels start in the folder of their notebook."""
    folders = [folder.absolute() for folder in paths.case_folders()[1:]]
    for folder in folders:
        why = "there is no such folder" if not folder.is_dir() else ""
        if (folder / "case.yaml").is_file():
            why = f"this is one case; name the folder that it lies in, {folder.parent}"
        if why:
            raise CaseError(f"--cases or LINEOFSIGHT_CASES names {folder}: {why}; correct it or leave it out")
    if folders:
        os.environ[_SETTINGS["cases"]] = os.pathsep.join(map(str, folders))
    scheme, found, file = os.environ.get(_SETTINGS["store"], "").partition("sqlite:///")
    if found and file and not scheme:
        os.environ[_SETTINGS["store"]] = f"sqlite:///{Path(file).expanduser().absolute()}"


def _unexpected(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}; make it readable and writable for you, or name another place"
    return (
        f"this is a fault of ours, not yours ({type(error).__name__}: {error}); "
        "--strict before the command shows where it happened"
    )


COMMANDS: tuple[Callable[..., Any], ...] = (
    serve,
    lab,
    cases,
    check,
    notebook,
    new,
    sheet,
    twin,
    packet,
    readers,
    models,
    doctor,
)
for command in COMMANDS:
    main.add_command(command)  # type: ignore[arg-type]
