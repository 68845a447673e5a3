"""The table of plans behind ``check --plans``: what a practitioner looks at before believing a case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..desk.plan_table import PlanTable

NAME = 62


def check_plans(folders: Sequence[Path]) -> int:
    """Print each case's table of plans; return 1 when a promise is broken or a case has no table."""
    from ..desk.plan_table import plan_table
    from ..errors import LineOfSightError

    code = 0
    for folder in folders:
        click.echo(f"{folder.name}: running its plans; it may take a minute …", err=True)
        try:
            table = plan_table(folder)
        except LineOfSightError as error:
            click.echo(f"{folder.name}: {error}")
            code = 1
            continue
        click.echo("\n".join(_told(table)))
        code = max(code, bool(table.trials.broken()))
    return code


def _told(table: PlanTable) -> Iterator[str]:
    from ..desk.plan_table import RANDOM_PLANS, SEED, YEARS

    case, planning = table.case, table.case.planning
    yield f"{case.slug}: plans on {case.operations.model}, the same {YEARS} years for all"
    yield f"  {'plan':{NAME}}{'gain':>8}{'run/25':>8}{'written/30':>12}"
    for row in table.rows:
        written = "–" if row.written is None else f"{row.written:.1f}"
        name = row.name if len(row.name) < NAME else f"{row.name[: NAME - 2]}…"
        yield f"  {name:{NAME}}{_signed(row.gain, 3):>8}{_signed(row.run, 1):>8}{written:>12}"
    actions = {action.id: action for action in planning.actions}
    spent = sum(actions[item.action].price for item in table.best)
    yield f"  the best plan found costs {spent:,.0f} of {planning.budget:,.0f} {planning.currency}:"
    for item in sorted(table.best, key=lambda item: (item.start, item.action)):
        action = actions[item.action]
        yield f"    week {item.start:>2}  {action.title} ({action.price:,.0f})"
    yield (
        f"  the model plan beats {table.trials.beaten:.0%} of {RANDOM_PLANS} random plans that can be paid for "
        f"(seed {SEED})"
    )
    broken = table.trials.broken()
    yield from (f"  FAILS: {words}" for words in broken)
    if not broken:
        yield "  every promise is kept"


def _signed(value: float, digits: int) -> str:
    """Write a number without a minus before zero."""
    return f"{round(value, digits) + 0.0:.{digits}f}"
