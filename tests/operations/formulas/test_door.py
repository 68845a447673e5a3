"""The door of the formulas: every name of the list is behind it, and nothing is loaded before it is asked for."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys

import pytest

from lineofsight.operations import formulas

SIGNATURES = {
    "queueing": {
        "erlang_b": "load, servers",
        "erlang_c": "load, servers",
        "erlang_c_wait": "arrival_rate, service_time, servers",
        "service_level": "arrival_rate, service_time, servers, threshold",
        "erlang_a": "arrival_rate, service_time, patience, servers",
        "halfin_whitt": "beta",
        "priority_waits": "arrival_rates, service_rate",
    },
    "inventory": {
        "newsvendor_normal": "mean, sd, underage, overage",
        "newsvendor_uniform": "low, high, underage, overage",
        "base_stock": "mean_lead_time_demand, level",
        "safety_stock": "z, demand_sd, lead_time, demand_mean=0, lead_time_sd=0",
        "bullwhip_moving_average": "lead, window",
        "bullwhip_smoothing": "lead, alpha",
        "bass": "p, q, t",
    },
    "flow": {
        "practical_worst_case": "wip, bottleneck_rate, raw_time",
        "kingman": "utilisation, ca2, ce2, service_time",
        "oee": "availability, performance, quality",
        "rolled_yield": "yields",
        "capability_step": "share_before, share_after, tau, weeks",
    },
    "incentives": {
        "optimal_bonus": "b1, b2, risk, noise_variance, substitution",
        "crossing_time": "utilisations, touch_time",
    },
}


@pytest.mark.parametrize("room", SIGNATURES)
def test_names_and_signatures_stay_as_they_are(room: str) -> None:
    for name, signature in SIGNATURES[room].items():
        formula = getattr(getattr(formulas, room), name)
        parameters = inspect.signature(formula).parameters.values()
        said = ", ".join(str(one.replace(annotation=one.empty)) for one in parameters)
        assert said.replace(" = ", "=") == signature
        assert getattr(formulas, name) is formula


def test_the_door_says_all_that_is_behind_it() -> None:
    behind = [
        name
        for room in SIGNATURES
        for name, thing in vars(getattr(formulas, room)).items()
        if getattr(thing, "__module__", "").endswith(f"formulas.{room}") and not name.startswith("_")
    ]
    assert sorted(behind) == sorted(formulas.__all__)
    for name in formulas.__all__:
        assert getattr(formulas, name).__doc__


def test_another_name_is_not_behind_the_door() -> None:
    with pytest.raises(AttributeError, match="no attribute 'erlang_d'"):
        formulas.erlang_d  # noqa: B018


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    code = (
        "import sys, json\n"
        "def heavy(): return [m for m in ('numpy', 'scipy', 'pandas') if m in sys.modules]\n"
        "import lineofsight.operations.formulas as f\n"
        "first = heavy()\n"
        "f.erlang_b, f.flow\n"
        "print(json.dumps([first, heavy()]))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert json.loads(out) == [[], ["numpy"]]
