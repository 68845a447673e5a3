"""The commands: parse, call, print. One file a group; errors are words, never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

import click

from .. import __version__
from ..errors import LineOfSightError
from .cases import cases, check, notebook
from .doctor import doctor
from .serving import lab, serve

_SETTINGS = {"store": "LINEOFSIGHT_STORE", "cases": "LINEOFSIGHT_CASES", "strict": "LINEOFSIGHT_STRICT"}


class _Group(click.Group):
    """A group whose commands end in words and exit code 2 when something of ours fails."""

    def invoke(self, context: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(context)
        except LineOfSightError as error:
            click.echo(f"lineofsight: {error}", err=True)
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


COMMANDS: tuple[Callable[..., Any], ...] = (serve, lab, cases, check, notebook, doctor)
for command in COMMANDS:
    main.add_command(command)  # type: ignore[arg-type]
