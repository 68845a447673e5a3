"""Whatever the plan and the luck: nothing is lost, nothing is nan, and more capacity never makes anybody wait longer."""

from __future__ import annotations

import numpy as np
from any_year import AnyYear, World, before, close
from hypothesis import given, settings
from hypothesis import strategies as st

ANY = AnyYear("factory_flow")
FACTORY = ANY.model
DEFAULTS = ANY.defaults
worlds, run = ANY.worlds, ANY.run


def so_far(*flows: np.ndarray) -> np.ndarray:
    """The first flow less the others, summed up to each week."""
    total: np.ndarray = np.cumsum(flows[0] - sum(flows[1:]), axis=-1)
    return total


@settings(max_examples=15, deadline=None)
@given(worlds())
def test_what_comes_in_goes_out_or_is_still_there(world: World) -> None:
    controls, p = world
    s = run(controls, p).signals
    close(s["wip"], p["wip"] + so_far(s["released"], s["finished"], s["scrapped"]))
    close(s["stock"], p["stock"] + p["stock_unordered"] + so_far(s["finished"], s["shipped"]))
    close(s["order_book"], p["orders"] + so_far(s["orders"], s["shipped"], s["cancelled"]))
    close(s["variants"], p["variants"] + so_far(s["launched"]))
    close(s["variants_coming"], so_far(s["variants_planned"], s["launched"]))


@settings(max_examples=15, deadline=None)
@given(worlds())
def test_every_problem_is_found_or_waits_or_comes_out(world: World) -> None:
    s = run(*world).signals
    told = s["found_upstairs"] + s["warnings"]
    came = s["problems_hit"] - s["warnings_ignored"] + s["found_in_trial"]
    close(s["unseen"], so_far(s["problems"], told, came))
    close(s["warnings_open"], so_far(s["warnings"], s["warnings_closed"], s["warnings_ignored"]))
    close(s["problems_live"], so_far(s["problems_hit"], s["problems_solved"]))


@settings(max_examples=15, deadline=None)
@given(worlds())
def test_nobody_is_made_or_lost(world: World) -> None:
    controls, p = world
    s = run(controls, p).signals
    # The crew is counted when the week's new operators have begun.
    close(s["crew"], p["crew"] + so_far(s["joined"]) - before(so_far(s["left"]), 0))
    weeks = round(p["hire_weeks"])
    np.testing.assert_array_equal(s["joined"][..., weeks:], s["left"][..., :-weeks])
    assert (s["new_crew"] <= s["crew"] + 1e-9).all()


@settings(max_examples=15, deadline=None)
@given(worlds())
def test_every_figure_is_finite_and_none_below_zero(world: World) -> None:
    years = run(*world)
    for name, array in (years.outcomes | years.signals).items():
        assert np.isfinite(array).all(), name
        assert array.min() >= -1e-6, name
    s = years.signals
    for name in (
        "on_time",
        "trust",
        "loyalty",
        "utilisation",
        "utilisation_all",
        "oee_reported",
        "first_pass",
    ):
        assert s[name].max() <= 1 + 1e-9, name
    # What upstairs counts as planned time never makes the report worse.
    assert (s["oee"] <= s["oee_reported"] + 1e-12).all()
    assert (s["problems_hit"] <= s["warnings_ignored"] + before(s["unseen"], 0) + 1e-9).all()


@settings(max_examples=15, deadline=None)
@given(worlds())
def test_nothing_passes_station_2_beyond_its_capacity(world: World) -> None:
    controls, p = world
    s = run(controls, p).signals
    # What stood behind it at the start is all that can come on top.
    possible = p["wip"] + np.cumsum(s["capacity"], axis=-1)
    assert (np.cumsum(s["finished"], axis=-1) <= possible + 1e-6).all()


# Wherever good service feeds back on the line itself, a little more capacity can cost some later: loyal
# customers order more, time for improvement is given up less, overtime is stopped sooner, less is in the
# line to be spoilt. Where chance makes queues, a quick station smooths less of it for the next. With these
# apart, more capacity leaves no more orders open, whatever the luck: but for part of a lot, as planners
# release by what they see in the line, and so a little later if it stands elsewhere.
CLOSED = {
    "loyalty_loss": 0.0, "cancel": 0.0, "squeeze": 0.0, "overtime_most": 0.0, "wip_defects": 0.0, "push": 0.0,
    "stock_unordered": 0.0, "variability": 0.0,
}  # fmt: skip
HELPS = {
    "bottleneck_hours": st.floats(0.5, 40),
    "other_hours": st.floats(0.5, 40),
    "setup_time": st.floats(0.4, 0.98),
    "mtbf": st.floats(1.02, 3),
    "mttr": st.floats(0.4, 0.98),
    "defects": st.floats(0.3, 0.98),
}


@settings(max_examples=15, deadline=None)
@given(
    worlds(*CLOSED, *HELPS, "overtime_limit", "wip_limit", "wip_most"),
    st.sampled_from(sorted(HELPS)),
    st.integers(0, 40),
    st.data(),
)
def test_more_capacity_never_leaves_more_orders_open(
    world: World, help: str, week: int, data: st.DataObject
) -> None:
    controls, p = world
    control = next(one for one in FACTORY.controls if one.id == help)
    more = np.full(52, float(control.default))
    more[week:] = data.draw(HELPS[help])
    plain, helped = (run(moved, p | CLOSED).signals for moved in (controls, controls | {help: more}))
    lot = p["lot"] * float(controls.get("lot", np.ones(1)).max())
    assert (helped["order_book"] <= plain["order_book"] + lot).all()


def test_more_hours_at_station_2_bring_more_on_time_as_the_factory_is() -> None:
    hours = np.array([0.0, 2, 4, 8, 12, 16, 24, 40])[:, None, None]
    on_time = run({"bottleneck_hours": hours}, DEFAULTS).outcomes["on_time"]
    assert (np.diff(on_time, axis=0) > 0).all()


# Warnings that are closed let supervisors say more; where they pile up, more of them can mean less trust.
# With somebody for every warning, each further hour at the table shows more of the same problems.
@settings(max_examples=15, deadline=None)
@given(
    worlds("planning_hours", "follow_up", "changes", "new_variants", "latent", "hold"),
    st.floats(0, 60),
    st.floats(1, 60),
)
def test_a_closer_look_never_lets_more_problems_through(world: World, hours: float, more: float) -> None:
    controls, p = world
    closed = controls | {"follow_up": np.full(52, 5.0)}
    less, closer = (run(closed | {"planning_hours": h}, p).signals for h in (hours, hours + more))
    assert (np.cumsum(closer["problems_hit"], -1) <= np.cumsum(less["problems_hit"], -1) + 1e-9).all()
    np.testing.assert_array_equal(closer["problems"], less["problems"])


@settings(max_examples=15, deadline=None)
@given(worlds("latent"), st.floats(0.4, 1.5), st.floats(0.4, 1.5))
def test_fewer_problems_are_some_of_the_same(world: World, one: float, other: float) -> None:
    controls, p = world
    few, many = (
        run(controls | {"latent": np.full(52, factor)}, p).signals["problems"]
        for factor in sorted((one, other))
    )
    assert (few <= many + 1e-12).all()


@settings(max_examples=15, deadline=None)
@given(st.floats(0.05, 0.9), st.floats(0.1, 3), st.floats(0.1, 3), st.floats(1, 60))
def test_a_steady_queue_is_kingmans(used: float, arrivals: float, services: float, lot: float) -> None:
    quiet = {f"setup_{at}": 0.0 for at in range(1, 6)} | {f"yield_{at}": 1.0 for at in range(1, 6)}
    p = DEFAULTS | CLOSED | quiet | {
        "noise": 0.0, "variability": 1.0, "mttr": 0.0, "changes": 0.0, "new_variants": 0.0, "attrition": 0.0, "crew": 60.0,
        "cycle_1": 0.005, "cycle_2": 0.05, "release_cv2": arrivals, "lot_cv2": services, "lot": lot,
        "demand": 1_600 * used, "orders": 1_600 * used, "stock": 800 * used, "wip": 0.0,
    }  # fmt: skip
    s = {name: array[0, 0, -1] for name, array in run({}, p).signals.items()}
    # A little of the services' variability comes from the quick station before it.
    coming = arrivals + (used / 10) ** 2 * (services - arrivals)
    expected = used + (coming + services) / 2 * used**2 / (1 - used)
    assert abs(s["queue"] / lot - expected) < 1e-3 * expected
