"""What holds for every model in the registry: sound names, same luck, causality, figures that are figures."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pytest

from lineofsight.errors import OperationsError
from lineofsight.model.answers import Amendment, PlannedAction
from lineofsight.model.case import CaseFile
from lineofsight.operations import amend, model, models, run
from lineofsight.operations.protocol import Control, Years

WEEKS = 20
Reference = Callable[[str], CaseFile]
every_model = pytest.mark.parametrize("id", models())


def parameters(id: str, **moved: float) -> dict[str, float]:
    return {parameter.id: float(parameter.default) for parameter in models()[id].parameters} | moved


def year(id: str, controls: dict[str, Any], moved: dict[str, float] | None = None, years: int = 3) -> Years:
    settled = parameters(id, **(moved or {}))
    signals = [signal.id for signal in models()[id].signals]
    return model(id).run(controls, settled, model(id).noise(4, years, WEEKS, settled), signals)


def ends(control: Control) -> list[float]:
    """Both ends of a control's range, short of absurdly large ones."""
    far = max(abs(control.default) * 2, 50.0)
    return [max(control.low, control.default - far), min(control.high, control.default + far)]


@every_model
def test_names_are_sound(id: str) -> None:
    names = models()[id]
    for items in (names.parameters, names.controls, names.outcomes, names.signals):
        ids = [item.id for item in items]
        assert len(set(ids)) == len(ids)
        assert all(item.unit and item.text for item in items)
    for item in (*names.parameters, *names.controls):
        assert item.low <= item.default <= item.high, item.id
    assert all(parameter.source for parameter in names.parameters)
    assert "spending" in {control.id for control in names.controls}
    assert {control.pending for control in names.controls} <= {"", *(c.id for c in names.controls)}


@cache
def pushed(id: str, first: int) -> tuple[list[str], Years]:
    """Each control at both ends of its range from a week on, a plan each; the first plan is the usual one."""
    controls = models()[id].controls
    rows = [(control, end) for control in controls for end in ends(control)]
    given = {c.id: np.full((1 + len(rows), 1, WEEKS), float(c.default)) for c in controls}
    for at, (control, end) in enumerate(rows, 1):
        given[control.id][at, :, first:] = end
    return [f"{control.id} at {end:g}" for control, end in rows], year(id, given)


@every_model
def test_every_outcome_and_signal_is_given_and_is_a_number(id: str) -> None:
    rows, years = pushed(id, 0)
    assert set(years.outcomes) == {outcome.id for outcome in models()[id].outcomes}
    for name, array in (years.outcomes | years.signals).items():
        assert np.isfinite(array).all(), name
        lowest = int(array.min(axis=tuple(range(1, array.ndim))).argmin())
        assert array.min() >= -1e-9, (name, ["usual", *rows][lowest])
    assert {array.shape for array in years.signals.values()} == {(1 + len(rows), 3, WEEKS)}


@every_model
def test_every_control_moves_something(id: str) -> None:
    rows, years = pushed(id, 0)
    figures = (years.outcomes | years.signals).values()
    moved = {
        row.split(" at ")[0]
        for at, row in enumerate(rows, 1)
        if any(not np.array_equal(array[at], array[0]) for array in figures)
    }
    # What is on order does nothing by itself but be counted by those who order.
    expected = {control.id for control in models()[id].controls if not control.id.endswith("_coming")}
    assert expected <= moved


@every_model
def test_a_week_does_not_know_the_future(id: str) -> None:
    first = 11
    rows, years = pushed(id, first)
    for name, array in years.signals.items():
        for at, row in enumerate(rows, 1):
            np.testing.assert_array_equal(array[at, :, :first], array[0, :, :first], f"{name}, {row}")


@every_model
def test_more_replications_leave_the_first_ones_as_they_were(id: str) -> None:
    few, many = year(id, {}, years=3), year(id, {}, years=7)
    for name, array in (few.outcomes | few.signals).items():
        np.testing.assert_array_equal((many.outcomes | many.signals)[name][:, :3], array, name)


@every_model
def test_any_batch_and_order_gives_the_same_years(id: str, reference: Reference) -> None:
    case = reference(id)
    starts = case.planning.starts
    plans = [(), *(((one(action.id, starts[0])),) for action in case.planning.actions)]
    plans.append(tuple(one(action.id, starts[-1]) for action in case.planning.actions))
    whole = run(case, plans, replications=4)
    backwards = run(case, plans[::-1], replications=4)
    for at, plan in enumerate(plans):
        alone = run(case, [plan], replications=4)
        for name, array in whole.outcomes.items():
            np.testing.assert_array_equal(alone.outcomes[name][0], array[at], name)
            np.testing.assert_array_equal(backwards.outcomes[name][-1 - at], array[at], name)


@every_model
def test_an_amendment_leaves_the_weeks_before_it_as_they_were(id: str, reference: Reference) -> None:
    case = reference(id)
    signals = [signal.id for signal in models()[id].signals]
    plans = [(one(action.id, case.planning.starts[0]),) for action in case.planning.actions]
    changed = [
        amend(plan, Amendment(kind="drop", action=plan[0].action), case.planning.midpoint, case)
        for plan in plans
    ]
    years = run(case, [*plans, *changed], replications=3, keep=signals).signals
    for name in signals:
        before, after = np.split(years[name][..., : case.planning.midpoint], 2)
        np.testing.assert_array_equal(before, after, name)


@every_model
@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_a_control_out_of_bounds_is_refused_in_words(id: str, bad: float) -> None:
    for control in models()[id].controls:
        with pytest.raises(OperationsError, match=f"control {control.id} is .*allowed: "):
            year(id, {control.id: bad})


def one(action: str, start: int) -> PlannedAction:
    return PlannedAction(action=action, owner="ann", start=start)
