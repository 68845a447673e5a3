"""Whatever the plan and the luck: no unit and no order is made or lost, and more capacity lets nobody down."""

from __future__ import annotations

import numpy as np
import pytest
from any_year import AnyYear, World, before, close
from hypothesis import given, settings
from hypothesis import strategies as st

ANY = AnyYear("campaign_supply")
SUPPLY = ANY.model
DEFAULTS = ANY.defaults
worlds, run = ANY.worlds, ANY.run


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_every_unit_that_comes_in_goes_out_or_is_still_there(world: World) -> None:
    controls, p = world
    s = run(controls, p).signals
    lead = round(p["lead_weeks"])
    made_before = before(s["made"], p["pipeline"])
    bought = controls.get("bought_in", np.zeros(52))
    close(s["arrived"], made_before + bought + s["refurbished"])
    close(s["stock"], p["stock"] + np.cumsum(s["arrived"] - s["shipped"], axis=-1))
    close(s["on_order"], lead * p["pipeline"] + np.cumsum(s["ordered"] - made_before, axis=-1))
    close(s["returns_pile"], np.cumsum(s["returned"] - s["refurbished"], axis=-1))
    # What is on order is made, waits for the plant, or is on its way to it.
    scale = 1 + s["on_order"].max()
    assert (s["made"] + s["queue"] <= s["on_order"] + 1e-9 * scale).all()
    # Nothing comes back that was not sent.
    weeks = round(p["return_weeks"])
    sent_before = np.cumsum(s["returned"], axis=-1)[..., weeks:] - weeks * p["returns"] * p["base"]
    assert (sent_before <= np.cumsum(s["shipped"], axis=-1)[..., :-weeks] + 1e-6 * scale).all()


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_every_order_is_sent_given_up_or_waits(world: World) -> None:
    controls, p = world
    years = run(controls, p)
    s = years.signals
    close(s["orders"], s["demand"] + s["came_back"] - s["turned_away"])
    close(s["backorders"], np.cumsum(s["orders"] - s["shipped"] - s["cancelled"], axis=-1))
    close(s["booked_total"], np.cumsum(s["booked"], axis=-1))
    close(s["booked"], s["orders"] + np.maximum(0, s["duplicates"] - before(s["duplicates"], 0)))
    # Nobody who is put off comes back twice.
    came_back, turned_away = (np.cumsum(s[name], axis=-1) for name in ("came_back", "turned_away"))
    assert (came_back <= turned_away + 1e-9 * (1 + turned_away)).all()
    close(years.outcomes["delivered"], s["shipped"].sum(axis=-1))
    close(years.outcomes["stock_end"], s["stock"][..., -1])


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_every_figure_is_finite_and_none_below_zero(world: World) -> None:
    years = run(*world)
    for name, array in (years.outcomes | years.signals).items():
        assert np.isfinite(array).all(), name
        assert array.min() >= -1e-9 * (1 + array.max()), name
    for share in ("on_time", "running", "fatigue", "packing_load"):
        assert years.signals[share].max() <= 1 + 1e-9, share


@settings(max_examples=40, deadline=None)
@given(
    worlds("noise", "media", "media_elasticity", "variants", "offer", "reach"),
    st.sampled_from(["campaign_start", "stage_gap", "hold"]),
    st.data(),
)
def test_moving_a_campaign_reaches_nobody_twice(world: World, moved: str, data: st.DataObject) -> None:
    controls, p = world
    control = next(one for one in SUPPLY.controls if one.id == moved)
    value = data.draw(st.floats(control.low, control.high))
    s = run({**controls, moved: value}, p | {"noise": 0.0}).signals
    most = p["base"] * sum(p[f"lift_{n}"] for n in range(1, 7))
    assert s["lift"].sum(axis=-1).max() <= most * (1 + 1e-9)


@pytest.mark.parametrize("later", [0, 1, 3.5, 9, 12.25])
@pytest.mark.parametrize("gap", [0, 2, 4.75])
def test_a_campaign_that_is_put_off_reaches_as_many_but_for_the_season(later: float, gap: float) -> None:
    still = DEFAULTS | {"noise": 0.0, "season_fade": 0.0}
    moved = {"campaign_start": later, "stage_gap": gap}
    assert run(moved, still).signals["lift"].sum(axis=-1)[0, 0] == pytest.approx(3_450)
    fading = run(moved, still | {"season_fade": 0.02}).signals["lift"].sum(axis=-1)[0, 0]
    assert fading == pytest.approx(3_450 * (1 - 0.02 * (later + 0.5 * gap)))


# A given order plan and given customers: a planner who sees shorter queues orders less, a shorter wait or
# an uncrowded desk brings more orders or fewer cancellations, and tired people make less next month.
# All of these feed back, so that more now can mean more waiting later. Within what is left, more capacity
# never sends fewer units by any week, and never lets more customers wait or give up by then. (The queue
# of a single week alone can be longer: served a week earlier, fewer have left it.)
CLOSED = {"repeat_loss": 0.0, "fatigue_loss": 0.0, "fatigue_leavers": 0.0}
FED_BACK = ("hold", "honest_dates", "allocation", "service_desk", "expedite", "planned_order", *CLOSED)
HELPS = {
    "agency": st.floats(10, 800),
    "overtime": st.floats(0.01, 0.3),
    "components": st.floats(10, 1_000),
    "bought_in": st.floats(10, 800),
    "packing": st.floats(10, 1_500),
    "refurbish": st.floats(10, 400),
}


@settings(max_examples=80, deadline=None)
@given(
    worlds(*FED_BACK, *HELPS),
    st.sampled_from(sorted(HELPS)),
    st.floats(500, 3_000),
    st.integers(0, 40),
    st.data(),
)
def test_more_capacity_never_lets_more_customers_wait_or_give_up(
    world: World, help: str, planned: float, week: int, data: st.DataObject
) -> None:
    controls, p = world
    control = next(one for one in SUPPLY.controls if one.id == help)
    more = np.full(52, float(control.default))
    more[week:] = data.draw(HELPS[help])
    plan = {**controls, "planned_order": planned}
    plain, helped = (run(one, p | CLOSED).signals for one in (plan, {**plan, help: more}))
    for name, sign in (("shipped", -1), ("cancelled", 1)):
        by_then, with_help = (np.cumsum(one[name], axis=-1) for one in (plain, helped))
        assert (sign * (with_help - by_then) <= 1e-7 * (1 + by_then.max())).all(), name
    unserved, with_help = (np.cumsum(one["orders"] - one["shipped"], axis=-1) for one in (plain, helped))
    assert (with_help <= unserved + 1e-7 * (1 + unserved.max())).all()


def test_stock_that_is_built_later_never_helps_more() -> None:
    still = DEFAULTS | {"noise": 0.0, "campaign_week": 16.0}
    let_down = []
    for start in (0, 4, 8, 12, 16, 20):
        target = np.zeros(52)
        target[start:22] = 2_000
        let_down.append(float(run({"target_stock": target}, still).outcomes["let_down"][0, 0]))
    assert let_down == sorted(let_down)
    assert let_down[-1] > 10 * let_down[0] + 100
