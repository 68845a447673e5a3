"""The list of models says everything a case may use, with units and ranges."""

from __future__ import annotations

from collections.abc import Callable

from click.testing import Result

from lineofsight.operations import models

Run = Callable[..., Result]


def test_every_name_of_every_model_is_listed(run: Run) -> None:
    found = run("models")
    assert found.exit_code == 0
    for id, names in models().items():
        part = found.output.split(f"{id}\n")[1]
        for items in (names.parameters, names.controls, names.outcomes, names.signals):
            for item in items:
                assert f"    {item.id}" in part, item.id
                assert item.unit in part


def test_a_range_and_a_source_stand_beside_a_parameter(run: Run) -> None:
    output = run("models", "support_desk").output
    assert "order_weeks = 8 weeks (1 to 26; GORA services model" in output
    assert "hires = 0 agents (0 to 200; several: sum, once)" in output


def test_an_unknown_model_is_said(run: Run) -> None:
    found = run("models", "suport_desk")
    assert found.exit_code == 2
    assert "there is no operations model 'suport_desk' (did you mean 'support_desk'?)" in found.output
