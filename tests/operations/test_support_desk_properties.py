"""Whatever the plan and the luck: nothing is lost, nothing is nan, and more capacity never makes the wait longer."""

from __future__ import annotations

import numpy as np
from any_year import AnyYear, World, before, close
from hypothesis import given, settings
from hypothesis import strategies as st

ANY = AnyYear("support_desk")
DESK = ANY.model
DEFAULTS = ANY.defaults
worlds, run = ANY.worlds, ANY.run


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_what_comes_in_goes_out_or_is_still_there(
    world: World,
) -> None:
    controls, p = world
    s = run(controls, p).signals
    inflow = s["tickets"] + s["reopened"]
    close(s["backlog"], before(s["backlog"], p["backlog"]) + inflow - s["solved"] - s["abandoned"])
    close(s["reopened"], before(s["reopen_share"] * s["solved"], p["reopened"]))
    gained = s["new_users"] - s["churned"]
    close(s["users"], p["users"] + before(np.cumsum(gained, axis=-1), 0))
    close(s["waiting_list"], np.cumsum(s["wanted"] - s["new_users"] - s["list_left"], axis=-1))


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_nobody_is_made_or_lost(world: World) -> None:
    controls, p = world
    years = run(controls, p)
    s = years.signals
    staff = s["seniors"] + s["rookies"]
    # Staff are counted when the week's arrivals have sat down.
    close(staff, p["seniors"] + np.cumsum(s["arrived"], axis=-1) - before(np.cumsum(s["left"], axis=-1), 0))
    close(years.outcomes["staff_end"], (staff - s["left"])[..., -1])
    by_plan = controls.get("hires", np.zeros(52))
    coming = controls.get("hires_coming", np.zeros(52))
    ordered_and_sat = np.cumsum(s["ordered"] - (s["arrived"] - by_plan), axis=-1)
    close(s["on_order"] - coming, ordered_and_sat)


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_every_figure_is_finite_and_none_below_zero(
    world: World,
) -> None:
    years = run(*world)
    for name, array in (years.outcomes | years.signals).items():
        assert np.isfinite(array).all(), name
        assert array.min() >= -1e-6, name


@settings(max_examples=40, deadline=None)
@given(
    worlds("campaign_users", "campaign_size", "noise", "waiting_list", "new_users"),
    st.sampled_from(["campaign_start", "campaign_spread", "campaign_hold"]),
)
def test_moving_a_campaign_reaches_nobody_twice(world: World, moved: str) -> None:
    controls, p = world
    control = next(one for one in DESK.controls if one.id == moved)
    p = p | {"noise": 0.0}
    wanted = run({**controls, moved: control.high}, p).signals["wanted"].sum(axis=-1)
    of_campaign = wanted - 52 * p["new_users"]
    assert of_campaign.max() <= p["campaign_users"] * p["campaign_weeks"] + 1e-6


# Customers who stay write more, and support that is not hard pressed orders less: both feed back.
# Within one desk with given customers, more capacity shortens every wait. (Abandonment, rework and
# catching up at their usual size: where each answer brought back much, where waiting emptied the queue
# by itself, or where a huge queue counted as normal and nobody worked longer for it, answering more
# now could lengthen the wait later.)
CLOSED = {"churn_per_csat": 0.0, "rule_most": 0.0, "rule_every": 0.0}
SIZES = ("abandonment", "rework", "reopen_base", "reopen_pressure", "backlog", "catch_up")
KEPT = (*SIZES, "campaign_hold", *CLOSED)
HELPS = {
    "extra_agents": st.floats(0.1, 20),
    "handling": st.floats(1.001, 1.4),
    "overtime_limit": st.floats(0.005, 0.2),
    "hires": st.floats(0.5, 40),
    "new_contact": st.floats(0.3, 0.99),
    "base_contact": st.floats(0.5, 0.99),
}


@settings(max_examples=80, deadline=None)
@given(worlds(*KEPT, *HELPS), st.sampled_from(sorted(HELPS)), st.integers(0, 40), st.data())
def test_more_capacity_never_makes_the_wait_longer(
    world: World, help: str, week: int, data: st.DataObject
) -> None:
    controls, p = world
    control = next(one for one in DESK.controls if one.id == help)
    more = np.full(52, float(control.default))
    more[week : week + 1 if control.once else 52] = data.draw(HELPS[help])
    plain = run(controls, p | CLOSED).signals
    helped = run(controls | {help: more}, p | CLOSED).signals
    assert (helped["backlog"] <= plain["backlog"] + 1e-7 * (1 + plain["backlog"])).all()
    # Little's wait is the queue over what was solved. While overtime holds a short queue at one
    # length, fewer answers come back, less is solved, and the same queue counts as a few hundredths of a day longer.
    waits = plain["wait_days"]
    assert (helped["wait_days"] <= waits + np.where(waits < 1, 0.05, 1e-7 * (1 + waits))).all()


def test_a_slower_order_is_never_better_for_customers() -> None:
    hires = np.zeros(52)
    waits = []
    for arrival in (8, 12, 16, 20, 24):
        hires[:] = 0
        hires[arrival] = 30
        waits.append(float(run({"hires": hires}, DEFAULTS).outcomes["weeks_waiting"].mean()))
    assert waits == sorted(waits)
