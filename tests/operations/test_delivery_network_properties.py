"""Whatever the plan and the luck: nothing is lost, nothing is nan, and more of what helps never makes it later."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from any_year import AnyYear, World, before, close
from hypothesis import given, settings
from hypothesis import strategies as st

ANY = AnyYear("delivery_network", weeks=12, replications=2)
NETWORK = ANY.model
DEFAULTS = ANY.defaults
WEEKS = ANY.weeks
worlds, run = ANY.worlds, ANY.run
CONTROLS = {control.id: control for control in NETWORK.controls}


@settings(max_examples=20, deadline=None)
@given(worlds())
def test_what_comes_in_goes_out_or_is_still_there(world: World) -> None:
    controls, p = world
    s = run(controls, p).signals
    close(s["left_over"], np.cumsum(s["ordered"] - s["shipped"] - s["shipped_late"], axis=-1))
    done = np.cumsum(s["dock_worked"], axis=-1)
    close(done + s["dock_left"], np.cumsum(s["dock_work"], axis=-1))
    change = p["joining"] - s["customers_left"]
    close(s["customers"], p["customers"] + before(np.cumsum(change, axis=-1)))
    crew = s["drivers"] + s["new_drivers"]
    # Drivers are counted when those of the week have started.
    close(crew, p["drivers"] + np.cumsum(s["started"], axis=-1) - before(np.cumsum(s["left"], axis=-1)))
    by_plan, coming = (controls.get(id, np.zeros(WEEKS)) for id in ("hires", "hires_coming"))
    replaced = np.cumsum(p["replaced"] * s["left"] - (s["started"] - by_plan), axis=-1)
    close(s["on_order"] - coming, replaced)


@settings(max_examples=20, deadline=None)
@given(worlds())
def test_every_figure_is_finite_and_none_below_zero(world: World) -> None:
    years = run(*world)
    shares = {signal.id for signal in NETWORK.signals if signal.unit == "share"} - {"buffer"}
    for name, array in (years.outcomes | years.signals).items():
        assert np.isfinite(array).all(), name
        assert array.min() >= -1e-6, name
        if name in shares:
            assert array.max() <= 1 + 1e-9, name


@pytest.mark.parametrize("doors", [[4, 4], [4, 7], [7, 4]])
def test_without_luck_the_work_at_the_dock_is_trucks_times_minutes(doors: list[int]) -> None:
    """Also in a yard that is never empty, where doors are opened and closed."""
    p = DEFAULTS | {"noise": 0, "trucks_before": 6, "unload_minutes": 100, "unload_loss": 0, "go_live": 51}
    extra = np.repeat(doors, WEEKS // 2) - p["doors"]
    s = run({"extra_doors": extra}, p).signals
    np.testing.assert_allclose(s["dock_work"], s["trucks"] * 100 / 60)
    assert s["dock_left"].max() > 0
    # A door does no more than the clock allows, six days around.
    open_hours = np.repeat(doors, WEEKS // 2) * 6 * 24
    closing = np.r_[np.zeros(WEEKS // 2), max(0, doors[0] - doors[1]), np.zeros(WEEKS // 2 - 1)]
    assert (s["dock_worked"] <= open_hours + closing * s["dock_left"].max() + 1e-9).all()


# Orders that depend on service would send other trucks and units to the helped plan than to the plain one.
CLOSED = {"buffering": 0.0, "churn_base": 0.0, "churn_otif": 0.0}
LESS = 1e-9


def compared(world: World, help: str, value: float, week: int) -> tuple[Any, Any]:
    """Return the signals of a world as it is and with one control moved from some week on."""
    controls, p = world
    moved = np.full(WEEKS, float(CONTROLS[help].default))
    moved[week:] = value
    return run(controls, p).signals, run(controls | {help: moved}, p).signals


AT_THE_DOCK = {"extra_doors": st.integers(1, 4), "unload_time": st.floats(0.5, 0.999)}


@settings(max_examples=20, deadline=None)
@given(worlds(*CLOSED, *AT_THE_DOCK), st.sampled_from(sorted(AT_THE_DOCK)), st.integers(0, 10), st.data())
def test_more_doors_or_faster_unloading_never_make_a_truck_wait_longer(
    world: World, help: str, week: int, data: st.DataObject
) -> None:
    controls, p = world
    plain, helped = compared((controls, p | CLOSED), help, data.draw(AT_THE_DOCK[help]), week)
    for name in ("dock_wait", "dock_waiting", "dock_long", "detention", "dock_left"):
        assert (helped[name] <= plain[name] + LESS * (1 + plain[name])).all(), name


AT_THE_CUT_OFF = {"pick_capacity": st.floats(1.001, 1.5), "cut_off": st.floats(0.1, 120)}


@settings(max_examples=20, deadline=None)
@given(
    worlds(*CLOSED, *AT_THE_CUT_OFF), st.sampled_from(sorted(AT_THE_CUT_OFF)), st.integers(0, 10), st.data()
)
def test_more_picked_by_the_cut_off_never_leaves_more_behind(
    world: World, help: str, week: int, data: st.DataObject
) -> None:
    controls, p = world
    plain, helped = compared((controls, p | CLOSED), help, data.draw(AT_THE_CUT_OFF[help]), week)
    for name in ("missed", "missed_days", "pick_load"):
        assert (helped[name] <= plain[name] + LESS * (1 + plain[name])).all(), name
    assert (helped["on_the_van"] >= plain["on_the_van"] - LESS).all()
    assert (helped["in_full"] >= plain["in_full"] - LESS).all()


ON_THE_ROAD = {"delays": st.floats(0.5, 0.999), "window": st.floats(0.1, 45)}
# Dispatch helps a van only while it is late: less delay can mean no help, and so more delay later on.
NO_DISPATCH = ("recovery", "stranger_delay")


@settings(max_examples=20, deadline=None)
@given(
    worlds(*CLOSED, *ON_THE_ROAD, *NO_DISPATCH),
    st.sampled_from(sorted(ON_THE_ROAD)),
    st.integers(0, 10),
    st.data(),
)
def test_less_delay_or_wider_windows_never_make_a_stop_late(
    world: World, help: str, week: int, data: st.DataObject
) -> None:
    controls, p = world
    p = p | CLOSED | {"stranger_delay": 0.0}
    plain, helped = compared((controls, p), help, data.draw(ON_THE_ROAD[help]), week)
    for name in ("first_stop", "last_stop", "on_time"):
        assert (helped[name] >= plain[name] - LESS).all(), name
    assert (helped["delay_last"] <= plain["delay_last"] + LESS * (1 + plain["delay_last"])).all()


@settings(max_examples=20, deadline=None)
@given(worlds(*CLOSED, *NO_DISPATCH, "slack"), st.floats(0.1, 20), st.integers(0, 10))
def test_more_planned_slack_never_means_less_slack_more_stops_or_a_later_first_stop(
    world: World, minutes: float, week: int
) -> None:
    controls, p = world
    plain, helped = compared((controls, p | CLOSED | {"stranger_delay": 0.0}), "slack", minutes, week)
    assert (helped["slack"] >= plain["slack"] - LESS).all()
    assert (helped["stops"] <= plain["stops"]).all()
    assert (helped["routes"] >= plain["routes"] - LESS).all()
    assert (helped["first_stop"] >= plain["first_stop"] - LESS).all()


@settings(max_examples=20, deadline=None)
@given(worlds(*CLOSED, *NO_DISPATCH, "hold"), st.floats(1, 60), st.integers(0, 10))
def test_vans_that_are_held_take_more_along_and_come_later(world: World, minutes: float, week: int) -> None:
    controls, p = world
    plain, helped = compared((controls, p | CLOSED | {"stranger_delay": 0.0}), "hold", minutes, week)
    assert (helped["on_the_van"] >= plain["on_the_van"] - LESS).all()
    for name in ("first_stop", "last_stop", "on_time"):
        assert (helped[name] <= plain[name] + LESS).all(), name


@pytest.mark.parametrize(
    ("help", "value", "better", "worse"),
    [
        ("pick_pace", 1.1, ("missed", -1), ("picked_right", -1)),
        ("hold", 30.0, ("on_the_van", 1), ("last_stop", -1)),
        ("slack", 6.0, ("last_stop", 1), ("hired_routes", 1)),
        ("training", 0.2, ("ready", 1), ("pick_load", 1)),
        ("second_wave", 1.0, ("in_full", 1), ("cost_per_drop", 1)),
        ("go_live_delay", 8.0, ("last_stop", 1), ("cost_per_drop", 1)),
    ],
)
def test_what_helps_has_its_price(
    help: str, value: float, better: tuple[str, int], worse: tuple[str, int]
) -> None:
    """In the weeks around the redraw: what gets better, and what worse."""
    plain, helped = compared(({}, DEFAULTS), help, value, week=6)
    for name, sign in (better, worse):
        assert sign * (helped[name][..., 7:11].mean() - plain[name][..., 7:11].mean()) > 0, name


@pytest.mark.parametrize("disliked", ["window", "cut_off"])
def test_customers_dislike_wider_windows_and_an_earlier_cut_off(disliked: str) -> None:
    plain, moved = compared(({}, DEFAULTS | {"go_live": 51}), disliked, 30.0, week=6)
    assert (moved["customers_left"][..., 6:] > 1.1 * plain["customers_left"][..., 6:]).all()
