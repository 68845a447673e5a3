"""All plans meet the same years: results do not depend on batch, order, chunk or number of years."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from lineofsight.model.answers import PlannedAction
from lineofsight.model.case import CaseFile
from lineofsight.operations import model, models, run, running, value

Plan = tuple[PlannedAction, ...]


def plan(**starts: int) -> Plan:
    return tuple(PlannedAction(action=id, owner="ann", start=week) for id, week in starts.items())


PLANS: list[Plan] = [
    (),
    plan(hire=0),
    plan(guide=0, app=4),
    plan(loan=8, hire=16),
    plan(move=4, talk=0),
    plan(guide=8),
    plan(hire=0, guide=0, app=0, loan=4, move=0),
]
KEEP = ("wait_days", "users", "on_order")


def test_any_batch_and_order(toy: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = run(toy, PLANS, keep=KEEP)
    backwards = run(toy, PLANS[::-1], keep=KEEP)
    for size in (1, 60, 10_000):
        monkeypatch.setattr(running, "CELLS", size)
        cut = run(toy, PLANS, keep=KEEP)
        for name, array in whole.outcomes.items():
            assert np.array_equal(cut.outcomes[name], array), name
    for at, one in enumerate(PLANS):
        alone = run(toy, [one], keep=KEEP)
        for name, array in (whole.outcomes | whole.signals).items():
            assert np.array_equal((alone.outcomes | alone.signals)[name][0], array[at]), name
            assert np.array_equal((backwards.outcomes | backwards.signals)[name][-1 - at], array[at]), name


def test_the_order_within_a_plan_does_not_matter(toy: CaseFile) -> None:
    there, back = (run(toy, [one]).outcomes for one in (PLANS[-1], PLANS[-1][::-1]))
    for name, array in there.items():
        np.testing.assert_allclose(back[name], array, rtol=1e-12)


def test_the_first_years_do_not_depend_on_how_many(toy: CaseFile) -> None:
    few, many = (run(toy, PLANS, replications=count).outcomes for count in (7, 30))
    for name, array in few.items():
        assert np.array_equal(many[name][:, :7], array), name


def test_another_seed_is_another_luck(toy: CaseFile) -> None:
    one, other = (run(toy, [()], seed=seed).outcomes["users_end"] for seed in (1, 2))
    assert not np.array_equal(one, other)


def test_no_luck_at_all_makes_all_years_alike(toy: CaseFile) -> None:
    users = run(toy, [()], parameters={"noise": 0}).outcomes["users_end"]
    assert users.shape == (1, 20)
    assert np.ptp(users) == 0


def test_value_is_weighted_and_signed(toy: CaseFile) -> None:
    years = run(toy, PLANS)
    o = years.outcomes
    expected = 0.5 * o["users_end"] / 40_000 - 0.2 * o["leavers"] / 20 - 0.3 * o["cost"] / 1.5e6
    np.testing.assert_allclose(value(toy, years), expected, rtol=1e-12)


def test_shapes(toy: CaseFile) -> None:
    years = run(toy, PLANS, replications=9, keep=KEEP)
    assert {array.shape for array in years.outcomes.values()} == {(len(PLANS), 9)}
    assert {id: array.shape for id, array in years.signals.items()} == dict.fromkeys(
        KEEP, (len(PLANS), 9, 52)
    )
    assert set(years.outcomes) == {outcome.id for outcome in models()["support_desk"].outcomes}


def test_every_signal_can_be_kept(toy: CaseFile) -> None:
    names = [signal.id for signal in model("support_desk").signals]
    assert set(run(toy, [()], replications=2, keep=names).signals) == set(names)


def test_names_and_plan_errors_do_not_load_numpy() -> None:
    code = (
        "import sys; from lineofsight.operations import models, plan_errors, amend; models(); "
        "print('numpy' in sys.modules, 'support_desk' in models())"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False", "True"]
