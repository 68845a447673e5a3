"""Whatever the plan and the luck: no patient is lost, nothing is nan, and more beds never make a wait longer."""

from __future__ import annotations

import numpy as np
import pytest
from any_year import AnyYear, World, close
from hypothesis import given, settings
from hypothesis import strategies as st

from lineofsight.operations import model

# Parameters that are whole numbers to the model: beds, hours of the day and the like.
WHOLE = frozenset(
    parameter.id
    for parameter in model("hospital_flow").parameters
    if float(parameter.default).is_integer() and parameter.high > 3
)
ANY = AnyYear("hospital_flow", weeks=6, whole=WHOLE)
HOSPITAL = ANY.model
DEFAULTS = ANY.defaults
WEEKS = ANY.weeks
REPLICATIONS = ANY.replications
worlds, run = ANY.worlds, ANY.run
CONTROLS = {control.id: control for control in HOSPITAL.controls}


def change(series: np.ndarray, at_first: float | np.ndarray) -> np.ndarray:
    """The weeks' changes of a stock that stood at ``at_first`` when the year began."""
    first = np.broadcast_to(np.asarray(at_first), series[..., 0].shape)[..., None]
    return np.diff(series, axis=-1, prepend=first)


@settings(max_examples=20, deadline=None)
@given(worlds("boarding"))
def test_nobody_is_lost_between_the_door_the_line_and_the_beds(world: World) -> None:
    controls, p = world
    years = run(controls, p)
    s = years.signals
    close(change(s["boarders"], p["boarding"]), s["bed_requests"] - s["admitted"])
    expected = np.floor(p["admissions"] * p["los"] / 7 + 0.5)
    beds = np.floor(p["admissions"] * p["los"] / 7 / p["occupancy_target"] + 0.5)
    in_beds = min(expected, beds, p["beds_most"])
    close(change(s["in_beds"], in_beds), s["admitted"] + s["planned_done"] - s["discharged"])
    close(s["planned_booked"], s["planned_done"] + s["cancelled"])
    close(change(s["waiting_room"], 0.0), s["walk_ins"] - s["walk_ins_seen"] - s["left_unseen"])
    # Nurses are counted when those who start have started.
    close(np.diff(s["nurses"], axis=-1), s["started"][..., 1:] - s["nurses_left"][..., :-1])
    for name in ("boarding_hours", "long_boarders", "turned_away", "cancelled", "harms", "cost"):
        close(years.outcomes[name], s[name].sum(axis=-1))


@settings(max_examples=20, deadline=None)
@given(worlds())
def test_every_figure_is_finite_and_none_below_zero(world: World) -> None:
    years = run(*world)
    for name, array in (years.outcomes | years.signals).items():
        assert np.isfinite(array).all(), name
        assert array.min() >= -1e-6, name
    for name in ("four_hours", "waited_share", "before_noon", "fidelity", "retained", "voice", "checklist"):
        assert years.signals[name].max() <= 1 + 1e-9, name


# Within one hospital whose stays, nurses and patients do not answer to crowding, and where nobody is
# cancelled or sent on, more beds or earlier leaving shorten the line of every hour under the same luck:
# who has left by one plan has left by the other. Where long waits lengthen stays, where relief ends as
# soon as the line is short, or where a planned patient takes the bed that has come free, help now can
# mean a longer line later.
CLOSED = {"los_boarding": 0.0, "attrition": 0.0, "planned_share": 0.0, "noise": 1.0}
ANSWERS = ("diversion", "surge_beds")
HELPS = {
    "target_change": st.floats(-0.2, -0.01),
    "surge_beds": st.floats(0.6, 8),
    "ratio_most": st.floats(0.1, 3),
    "hires": st.floats(1, 60),
    "agency_nurses": st.floats(1, 40),
    "los": st.floats(0.7, 0.99),
    "weekend_discharge": st.floats(0.05, 1),
    "demand": st.floats(0.6, 0.99),
    "avoided": st.floats(0.01, 0.5),
}


@settings(max_examples=30, deadline=None)
@given(
    worlds(*CLOSED, *ANSWERS, *HELPS), st.sampled_from(sorted(HELPS)), st.integers(0, WEEKS - 2), st.data()
)
def test_more_beds_or_fewer_patients_never_make_the_line_longer(
    world: World, help: str, week: int, data: st.DataObject
) -> None:
    controls, p = world
    more = np.full(WEEKS, float(CONTROLS[help].default))
    more[week : week + 1 if CONTROLS[help].once else WEEKS] = data.draw(HELPS[help])
    plain, helped = run(controls, p | CLOSED).signals, run(controls | {help: more}, p | CLOSED).signals
    for name in ("boarders", "boarding_hours"):
        assert (helped[name] <= plain[name]).all(), name
    # What boarders leave of the bays serves the waiting room. Fewer patients come to both doors.
    for name in ("waiting_room", "left_unseen"):
        assert (helped[name] <= plain[name] + 1e-9 * (1 + plain[name])).all(), name


@settings(max_examples=15, deadline=None)
@given(worlds("noise"), st.floats(0.0, 1.0))
def test_a_year_alone_is_the_year_among_others_whatever_the_part_of_luck(world: World, noise: float) -> None:
    controls, p = world[0], world[1] | {"noise": noise}
    drawn = HOSPITAL.noise(3, REPLICATIONS, WEEKS, p)
    among = HOSPITAL.run(
        {"demand": np.array([1.1, 1.0, 0.8])[:, None, None]} | controls, p, drawn, ANY.signals
    )
    first = {name: array[:1] for name, array in drawn.items()}
    alone = HOSPITAL.run({"demand": np.full((1, 1, 1), 1.1)} | controls, p, first, ANY.signals)
    for name, array in (alone.outcomes | alone.signals).items():
        np.testing.assert_array_equal((among.outcomes | among.signals)[name][0, 0], array[0, 0], name)


@pytest.mark.parametrize("part", [0.0, 0.5])
def test_less_luck_is_less_spread(part: float) -> None:
    parameters = DEFAULTS | {"planned_share": 0.0}
    hours = [
        HOSPITAL.run({}, p, HOSPITAL.noise(3, 20, 20, p)).outcomes["boarding_hours"].std()
        for p in (parameters, parameters | {"noise": part})
    ]
    assert hours[1] < 0.8 * hours[0]
    assert (part > 0) == (hours[1] > 1e-6)
