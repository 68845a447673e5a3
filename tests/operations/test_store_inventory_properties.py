"""Whatever the plan and the luck: goods, orders and records add up, and what mends records never sells less."""

from __future__ import annotations

import numpy as np
from any_year import AnyYear, World, before, close
from hypothesis import given, settings
from hypothesis import strategies as st

from lineofsight.operations.store_inventory.draws import edges, events

# Parameters that are whole numbers to the model.
WHOLE = frozenset({"order_up_to", "lead_days", "override_units", "tolerance"})
ANY = AnyYear("store_inventory", weeks=12, whole=WHOLE)
STORE = ANY.model
WEEKS = ANY.weeks
worlds, run = ANY.worlds, ANY.run


@settings(max_examples=40, deadline=None)
@given(worlds("uncounted_weeks"))
def test_goods_orders_and_records_add_up(world: World) -> None:
    controls, p = world
    s = run(controls, p | {"uncounted_weeks": 0.0}).signals
    filled = p["skus"] * p["order_up_to"]
    close(s["stock"], before(s["stock"], filled) + s["received"] - s["sold"] - s["loss"])
    close(s["coming"], before(s["coming"], 0) + s["ordered"] - s["received"])
    written = s["written_up"] - s["written_down"]
    close(s["record"], before(s["record"], filled) + s["received"] - s["sold"] + written)
    close(s["phantom"] - s["hidden"], s["record"] - s["stock"])
    close(s["demand"], s["sold"] + s["not_found"])


@settings(max_examples=40, deadline=None)
@given(worlds())
def test_regulars_and_trained_people_add_up(world: World) -> None:
    controls, p = world
    s = run(controls, p).signals
    kept = before(s["regulars"], p["regulars"]) - s["regulars_left"]
    close(s["regulars"], kept + p["churn_base"] * (p["regulars"] - kept))
    assert (s["misplaced"] <= s["stock"] + 1e-6).all()
    assert s["trained"].max() <= 1 + 1e-9


@settings(max_examples=50, deadline=None)
@given(worlds())
def test_every_figure_is_finite_and_none_below_zero(world: World) -> None:
    years = run(*world)
    for name, array in (years.outcomes | years.signals).items():
        assert np.isfinite(array).all(), name
        assert array.min() >= -1e-9, name
    shares = (
        "dashboard",
        "on_shelf",
        "record_in_stock",
        "fill",
        "accuracy",
        "frozen",
        "dropped",
        "frustration",
    )
    assert all(years.signals[name].max() <= 1 + 1e-9 for name in shares)


@settings(max_examples=40, deadline=None)
@given(worlds("misscans", "overrides", "own_overrides", "audit"))
def test_where_only_goods_go_astray_the_dashboard_never_shows_less_than_there_is(world: World) -> None:
    s = run(*world).signals
    assert s["hidden"].max() == 0
    assert (s["dashboard"] >= s["on_shelf"] - 1e-12).all()


@settings(max_examples=40, deadline=None)
@given(st.floats(0, 30), st.floats(0, 30), st.integers(0, 1_000))
def test_a_higher_rate_never_gives_less_at_the_same_chance(one: float, other: float, seed: int) -> None:
    chances = np.random.default_rng(seed).random((1, 1, 200), dtype=np.float32)
    low, high = (
        events(chances, edges(np.array([[rate]]), 1.0), np.empty(chances.shape, np.uint8))
        for rate in sorted((one, other))
    )
    assert (low <= high).all()


# What is sold by any week. Where articles are counted already, a count that comes just before a loss
# instead of just after it can turn the tables for some days; and who has no hours for more checks drops
# others. So: nobody counts yet, and hours are plenty. Orders all come, and nobody changes records.
ALONE = {"hours": 50_000.0, "missed_lines": 0.0, "misscans": 0.0, "own_overrides": 0.0, "misplaced": 0.0}
HELPS = {
    "safety_stock": st.integers(1, 12),
    "by_eye": st.floats(0.2, 1),
    "counts": st.floats(0.05, 1),
    "gap_checks": st.floats(0.02, 1),
    "receiving": st.floats(0.1, 0.9),
    "handling": st.floats(0.1, 0.9),
    "theft": st.floats(0.1, 0.9),
}
KEPT = (*ALONE, *HELPS, "misplacing", "overrides", "learning", "extra_hours", "training", "coaching")


@settings(max_examples=50, deadline=None)
@given(worlds(*KEPT), st.sampled_from(sorted(HELPS)), st.integers(0, WEEKS - 1), st.data())
def test_right_records_less_loss_and_more_stock_never_sell_less(
    world: World, help: str, week: int, data: st.DataObject
) -> None:
    controls, p = world
    control = next(one for one in STORE.controls if one.id == help)
    more = np.full(WEEKS, float(control.default))
    more[week:] = data.draw(HELPS[help])
    plain, helped = (
        np.cumsum(run(moved, p | ALONE).signals["sold"], axis=-1)
        for moved in (controls, controls | {help: more})
    )
    assert (helped >= plain - 1e-6 * (1 + plain)).all()


@settings(max_examples=30, deadline=None)
@given(worlds("extra_hours", "hours"), st.floats(1, 500))
def test_more_hours_never_drop_more_of_the_first_week(world: World, hours: float) -> None:
    controls, p = world
    short, longer = (run(controls | {"extra_hours": extra}, p).signals for extra in (0.0, hours))
    assert (longer["dropped"] <= short["dropped"] + 1e-12)[..., 0].all()
    assert (longer["pressure"] <= short["pressure"] + 1e-12)[..., 0].all()
