"""Every vectorised model gives what a plain loop over one year at a time gives, luck and all.

The loop of model ``x`` is ``x_loop.year(parameters, control, luck)`` beside the benchmarks: it shares no
code with the package, takes ``control(id, week)`` and one replication's luck by name, and returns the
outcomes and some signals by the week.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from lineofsight.operations import model, models

WEEKS = 16
PLANS, YEARS = 3, 3


def some_controls(id: str, seed: int) -> dict[str, np.ndarray]:
    """Every control somewhere between its default and an end of its range, from some week on."""
    draw = np.random.default_rng(seed)
    made = {}
    for control in model(id).controls:
        array = np.full((PLANS, YEARS, WEEKS), float(control.default))
        for plan in range(PLANS):
            if draw.random() < 0.5:
                continue
            end = control.low if draw.random() < 0.5 else min(control.high, 50 if control.once else 1e3)
            reach = 0.4 * draw.random(YEARS)
            first = int(draw.integers(0, WEEKS - 4))
            last = first + 1 if control.once else WEEKS
            value = control.default + reach * (end - control.default)
            array[plan, :, first:last] = value[:, None]
        made[control.id] = array
    return made


def some_parameters(id: str, seed: int) -> dict[str, float]:
    """The defaults, and with a seed every other parameter moved within its range; never a whole number's."""
    draw = np.random.default_rng(100 + seed)
    settled = {parameter.id: float(parameter.default) for parameter in model(id).parameters}
    for parameter in model(id).parameters:
        if not seed or draw.random() < 0.5 or parameter.id.startswith("noise"):
            continue
        width = min(parameter.default - parameter.low, parameter.high - parameter.default)
        moved = parameter.default + 0.5 * width * float(draw.uniform(-1, 1))
        settled[parameter.id] = float(round(moved)) if float(parameter.default).is_integer() else moved
    return settled


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("id", models())
def test_equals_the_plain_loop(id: str, seed: int) -> None:
    loop: Any = import_module(f"{id}_loop")
    parameters = some_parameters(id, seed)
    noise: Mapping[str, np.ndarray] = model(id).noise(seed, YEARS, WEEKS, parameters)
    controls = some_controls(id, seed)
    signals = [signal.id for signal in model(id).signals]
    years = model(id).run(controls, parameters, noise, signals)
    compared: set[str] = set()
    for plan in range(PLANS):
        for one in range(YEARS):
            outcomes, series = loop.year(
                parameters,
                lambda name, week, at=(plan, one): float(controls[name][at][week]),
                {name: drawn[one] for name, drawn in noise.items()},
            )
            for name, expected in outcomes.items():
                assert years.outcomes[name][plan, one] == pytest.approx(expected, rel=1e-9, abs=1e-9), name
            for name, weeks in series.items():
                assert years.signals[name][plan, one] == pytest.approx(weeks, rel=1e-9, abs=1e-9), name
            compared |= set(outcomes)
    assert compared == {outcome.id for outcome in models()[id].outcomes}
