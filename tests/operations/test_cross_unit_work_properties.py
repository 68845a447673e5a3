"""Whatever the plan and the luck: no issue, hour or person is made or lost, nothing is nan, more hours never hurt."""

from __future__ import annotations

import numpy as np
from any_year import AnyYear, World, close
from hypothesis import assume, given, settings
from hypothesis import strategies as st

ANY = AnyYear("cross_unit_work", replications=2)
FIRM = ANY.model
WEEKS = ANY.weeks
worlds, run = ANY.worlds, ANY.run


def grown(series: np.ndarray) -> np.ndarray:
    """What a stock has gained since the week before."""
    return np.diff(series, axis=-1)


@settings(max_examples=40, deadline=None)
@given(worlds())
def test_what_comes_in_goes_out_or_is_still_there(world: World) -> None:
    s = run(*world).signals
    close(grown(s["open"]), (s["raised"] - s["closed"] - s["given_up"])[..., 1:])
    close(s["open"], s["open_1"] + s["open_2"] + s["open_3"])
    close(grown(s["hidden"]), (s["arisen"] - s["raised"])[..., 1:])
    close(s["own_late"], np.cumsum(s["own_new"] - s["own_done"], axis=-1))
    gained = s["customers_new"] - s["customers_left"]
    close(grown(s["customers"]), gained[..., :-1])
    assert (s["old"] <= s["open"] + 1e-9).all()
    assert (s["closed_in_time"] <= s["closed"] + 1e-9).all()


@settings(max_examples=40, deadline=None)
@given(worlds())
def test_nobody_is_made_or_lost(world: World) -> None:
    controls, p = world
    s = run(controls, p).signals
    close(s["people"][..., 1:], (s["people"] - s["left"])[..., :-1] + s["started"][..., 1:])
    hired = controls.get("hires", np.zeros(WEEKS))
    ordered = s["on_order"] - controls.get("hires_coming", np.zeros(WEEKS))
    posts = controls.get("replacement", np.ones(WEEKS)) * s["left"]
    close(grown(ordered), (posts - (s["started"] - hired))[..., 1:])


@settings(max_examples=40, deadline=None)
@given(worlds())
def test_every_figure_is_finite_and_none_below_zero(world: World) -> None:
    years = run(*world)
    for name, array in (years.outcomes | years.signals).items():
        assert np.isfinite(array).all(), name
        assert array.min() >= -1e-6, name


@settings(max_examples=40, deadline=None)
@given(worlds())
def test_no_unit_works_more_hours_than_it_has(world: World) -> None:
    controls, p = world
    s = run(controls, p).signals
    per_person = np.maximum(0, p["hours"] - controls.get("meeting_hours", 0.0))
    hours = s["people"] * per_person * (1 + controls.get("extra_hours", 0.0)) * s["hours_left"]
    assert (s["filler_hours"] + s["twice_hours"] <= hours * (1 + 1e-9)).all()
    # An issue that is closed or sent back has been worked on in the third unit at least.
    touched = p["touch"] * controls.get("touch", 1.0) * s["closed"]
    assert (touched <= hours / 2 * (1 + 1e-9)).all()


# Few people, hours lost or many issues: then a pile lies in a unit on the first Monday, and it moves.
CROWDING = (
    *("people", "hours", "week_hours", "switches", "switch_loss"),
    *("customers", "issues", "touch", "sent_back"),
)


@settings(max_examples=40, deadline=None)
@given(worlds("growth", "noise", *CROWDING))
def test_the_year_begins_at_rest_unless_issues_crowd_the_units(world: World) -> None:
    _, p = world
    s = run({}, p | {"noise": 0.0}, weeks=4).signals
    # Unless a unit's own work would be next to nothing.
    assume(abs(s["busy_1"][0, 0, 0] - p["busy_1"]) < 1e-9)
    assume(abs(s["busy_2"][0, 0, 0] - p["busy_2"]) < 1e-9)
    assume(abs(s["busy_3"][0, 0, 0] - p["busy_3"]) < 1e-9)
    for name in ("open", "old", "hidden", "closed", "given_up", "crossing_hours", "people", "on_order"):
        close(s[name], s[name][..., :1].repeat(4, axis=-1))
    for name in ("trust", "named_two", "customers", "in_time", "open_hours", "own_done"):
        close(s[name], s[name][..., :1].repeat(4, axis=-1))


# Much feeds back: customers who stay bring more work, people who trust raise more, own work that had to
# give way presses later, whoever leaves over strain is replaced some day, an issue that comes round sooner
# may meet a week in which more is sent back, pooling takes hours from the unit that is helped most, and
# a pile worked away leaves fewer old ones to be given up.
# With customers and turnover given, and none of the rest, hours gained and work taken off leave no more
# issues open in any week.
CLOSED = dict.fromkeys(
    (
        *("churn_slow", "let_down", "trust_voice", "catch_up", "give_up"),
        *("strain", "distrust", "overtime_strain", "sent_back_more"),
    ),
    0.0,
)
KEPT = (*CLOSED, "owners", "celebrate", "pool", "replacement")
HELPS = {
    "extra_hours": st.floats(0.005, 0.25),
    "hires": st.floats(0.5, 40),
    "own_work": st.floats(0.6, 0.99),
    "filler": st.floats(0, 0.95),
    "switches": st.floats(0, 0.95),
    "duplicates": st.floats(0.2, 0.95),
    "chasing": st.floats(0, 0.95),
    "handover": st.floats(0.2, 0.95),
    "issues": st.floats(0.5, 0.98),
}


@settings(max_examples=50, deadline=None)
@given(
    worlds(*CLOSED, *HELPS, "owners", "celebrate"),
    st.sampled_from(sorted(HELPS)),
    st.integers(0, 40),
    st.data(),
)
def test_more_hours_or_less_work_never_leave_more_open(
    world: World, help: str, week: int, data: st.DataObject
) -> None:
    controls, p = world
    control = next(one for one in FIRM.controls if one.id == help)
    more = np.full(WEEKS, float(control.default))
    more[week : week + 1 if control.once else WEEKS] = data.draw(HELPS[help])
    plain = run(controls, p | CLOSED).signals
    helped = run(controls | {help: more}, p | CLOSED).signals
    assert (helped["open"] <= plain["open"] * (1 + 1e-7) + 1e-7).all()


@settings(max_examples=20, deadline=None)
@given(worlds("bonus_people", "bonus_group"), st.integers(1, 100), st.integers(1, 100))
def test_the_more_share_a_joint_bonus_the_less_anybody_helps_for_it(
    world: World, few: int, more: int
) -> None:
    controls, p = world
    # Trust follows results, and results effort: with nothing celebrated effort follows the bonus alone.
    p = p | {"recognition": 0.0, "substitution": 0.0}
    small, large = (run(controls, p | {"bonus_people": n}).signals for n in (few, few + more))
    for effort in ("effort_own", "effort_help"):
        assert (small[effort] >= large[effort] - 1e-9).all()
    assert (small["coasting"] <= large["coasting"] + 1e-9).all()


@settings(max_examples=20, deadline=None)
@given(worlds("bonus", "recognition"), st.floats(0, 1), st.floats(0, 1))
def test_a_stronger_bonus_of_ones_own_never_makes_people_help_more(
    world: World, first: float, second: float
) -> None:
    controls, p = world
    controls = {name: one for name, one in controls.items() if name not in ("joint_weight", "bonus")}
    p = p | {"recognition": 0.0, "joint_share": 0.0}
    weak, strong = (
        run(controls, p | {"bonus": bonus}).signals for bonus in sorted((first, second))
    )  # fmt: skip
    assert (strong["effort_help"] <= weak["effort_help"] + 1e-9).all()
    assert (strong["effort_own"] >= weak["effort_own"] - 1e-9).all()
