"""Running plans: in chunks that fit the processor's cache, with the same luck for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..errors import OperationsError, listing, suggestion
from ..model.case import CaseFile
from .compiler import Luck, compile_plans
from .plans import Plan
from .protocol import OperationsModel, Years
from .registry import model

if TYPE_CHECKING:
    from .protocol import Array

# Plans x replications in one pass: their state stays in the processor's cache.
CELLS = 6_000


def run(
    case: CaseFile,
    plans: Sequence[Plan],
    *,
    seed: int | None = None,
    replications: int | None = None,
    keep: Sequence[str] = (),
    parameters: Mapping[str, float] | None = None,
) -> Years:
    """Return the possible years of each plan (an empty plan is doing nothing).

    Outcomes are shaped (plans, replications), kept signals (plans, replications, weeks), in the
    model's units. ``parameters`` override the case's. The result does not depend on how plans are
    batched or ordered, and the first possible years do not depend on how many are asked for.
    ``OperationsError`` for an unknown parameter, signal, action or control, for nan or a value out of
    its range, and for an action planned twice.
    """
    chosen = model(case.operations.model)
    seed = case.operations.seed if seed is None else seed
    replications = case.operations.replications if replications is None else replications
    if seed < 0 or replications < 1:
        raise OperationsError(
            f"seed {seed}, replications {replications}; allowed: a seed of 0 or more, 1 replication or more"
        )
    settled = _parameters(chosen, case, parameters or {})
    _known("signal", keep, [signal.id for signal in chosen.signals])
    noise = chosen.noise(seed, replications, case.operations.horizon, settled)
    luck = Luck(seed, replications)
    size = max(1, CELLS // replications)
    parts = [
        chosen.run(
            compile_plans(case, plans[at : at + size], chosen.controls, luck),
            settled,
            noise,
            keep,
        )
        for at in range(0, len(plans), size)
    ]
    if not parts:
        raise OperationsError("there is no plan to run; give at least one (an empty plan is doing nothing)")
    rows = [len(plans[at : at + size]) for at in range(0, len(plans), size)]
    return Years(
        {id: _joined([part.outcomes[id] for part in parts], rows) for id in parts[0].outcomes},
        {id: _joined([part.signals[id] for part in parts], rows) for id in parts[0].signals},
    )


def value(case: CaseFile, years: Years) -> Array:
    """Return the combined value of each year (plans, replications): the case's weights and scales."""
    better = {outcome.id: outcome.better for outcome in model(case.operations.model).outcomes}
    total = np.zeros(next(iter(years.outcomes.values())).shape)
    for use in case.operations.outcomes:
        sign = 1 if better[use.outcome] == "up" else -1
        total += sign * use.weight * years.outcomes[use.outcome] / use.scale
    return total


def _joined(arrays: Sequence[Array], rows: Sequence[int]) -> Array:
    # A chunk in which no plan moves anything comes back as one row for all of its plans.
    return np.concatenate(
        [np.broadcast_to(array, (n, *array.shape[1:])) for array, n in zip(arrays, rows, strict=True)]
    )


def _parameters(chosen: OperationsModel, case: CaseFile, moved: Mapping[str, float]) -> dict[str, float]:
    defaults = {parameter.id: parameter.default for parameter in chosen.parameters}
    settled = {**defaults, **case.operations.parameters, **moved}
    _known("parameter", settled, defaults)
    for parameter in chosen.parameters:
        found = settled[parameter.id]
        if not parameter.low <= found <= parameter.high:
            raise OperationsError(
                f"parameter {parameter.id} is {found}; allowed: {parameter.low:g} to {parameter.high:g} "
                f"{parameter.unit}"
            )
    return settled


def _known(
    what: str, names: Sequence[str] | Mapping[str, float], allowed: Sequence[str] | Mapping[str, float]
) -> None:
    for name in names:
        if name not in allowed:
            raise OperationsError(
                f"there is no {what} {name!r}{suggestion(name, allowed)}; {listing(allowed)}"
            )
