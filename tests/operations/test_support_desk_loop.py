"""The vectorised support desk gives what a plain loop over one year at a time gives, luck and all."""

from __future__ import annotations

import numpy as np
import pytest
from support_desk_loop import year

from lineofsight.operations import model

DESK = model("support_desk")
DEFAULTS = {parameter.id: parameter.default for parameter in DESK.parameters}


def some_controls(seed: int, plans: int, replications: int) -> dict[str, np.ndarray]:
    """Every control somewhere between its default and an end of its range, from some week on."""
    draw = np.random.default_rng(seed)
    made = {}
    for control in DESK.controls:
        array = np.full((plans, replications, 52), float(control.default))
        for plan in range(plans):
            if draw.random() < 0.5:
                continue
            end = control.low if draw.random() < 0.5 else min(control.high, 50 if control.once else 1e3)
            reach = 0.4 * draw.random(replications)
            first = int(draw.integers(0, 40))
            last = first + 1 if control.once else 52
            value = control.default + reach * (end - control.default)
            array[plan, :, first:last] = value[:, None]
        made[control.id] = array
    return made


@pytest.mark.parametrize("seed", range(4))
def test_equals_the_plain_loop(seed: int) -> None:
    draw = np.random.default_rng(100 + seed)
    parameters = dict(DEFAULTS)
    for parameter in DESK.parameters:
        if seed and parameter.id.startswith(("contact", "ramp", "order", "rule", "list", "aband", "reopen")):
            width = min(parameter.default - parameter.low, parameter.high - parameter.default)
            parameters[parameter.id] += 0.5 * width * float(draw.uniform(-1, 1))
    parameters["rule_every"] = float(seed)
    noise = DESK.noise(seed, 5, 52, parameters)
    controls = some_controls(seed, 4, 5)
    kept = DESK.run(controls, parameters, noise, ("backlog", "wait_days", "tickets", "cost"))
    for plan in range(4):
        for one in range(5):
            outcomes, series = year(
                parameters,
                lambda id, week, at=(plan, one): float(controls[id][at][week]),
                noise["new_users"][one],
                noise["contact"][one],
                float(noise["campaign"][one, 0]),
            )
            for name, expected in outcomes.items():
                assert kept.outcomes[name][plan, one] == pytest.approx(expected, rel=1e-9, abs=1e-9), name
            for name, weeks in series.items():
                assert kept.signals[name][plan, one] == pytest.approx(weeks, rel=1e-9, abs=1e-9), name
