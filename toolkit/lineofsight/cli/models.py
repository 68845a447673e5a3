"""The command on operations models: what a case may set, move, count and show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..operations.registry import Names


@click.command()
@click.argument("ids", nargs=-1)
def models(ids: tuple[str, ...]) -> None:
    """List the operations models (all by default): parameters, controls, outcomes, signals."""
    from ..desk import operations_models
    from ..errors import UnknownName

    known = operations_models()
    for id in ids:
        if id not in known:
            raise UnknownName("operations model", id, known)
    for id in ids or known:
        click.echo("\n".join(_told(known[id])))


def _told(names: Names) -> Iterator[str]:
    yield f"{names.id}"
    yield "  parameters"
    for parameter in names.parameters:
        yield (
            f"    {parameter.id} = {parameter.default:g} {parameter.unit} "
            f"({parameter.low:g} to {parameter.high:g}; {parameter.source}): {parameter.text}"
        )
    yield "  controls"
    for control in names.controls:
        once = ", once" if control.once else ""
        yield (
            f"    {control.id} = {control.default:g} {control.unit} "
            f"({control.low:g} to {control.high:g}; several: {control.combine}{once}): {control.text}"
        )
    for title, items in (("outcomes", names.outcomes), ("signals", names.signals)):
        yield f"  {title}"
        for item in items:
            better = f", better {item.better}" if item.better else ""
            yield f"    {item.id}, {item.unit}{better}: {item.text}"
