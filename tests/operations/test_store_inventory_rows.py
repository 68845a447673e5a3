"""The store gives the reference rows of phantom stock, within three standard errors, and what follows from them.

The rows come from ``reference`` below: 4,000 articles for 365 days, a generator of its own. The model
runs 400 possible years of ten articles, so that it samples as many; its year has 364 days.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

import numpy as np
import pytest
from scipy.stats import poisson as poisson_law

from lineofsight.operations import model
from lineofsight.operations.store_inventory.draws import SKUS, edges, events

STORE = model("store_inventory")
PARAMETERS = {parameter.id: float(parameter.default) for parameter in STORE.parameters}
YEARS = 400
TOLERANCE = 0.005


@dataclass(frozen=True)
class Row:
    """A row of the reference table: loss, days between counts (0: none), and what comes of them."""

    loss: float
    every: int
    fill: float
    on_shelf: float
    wrong: float


ROWS = (
    Row(0, 0, 0.9988, 0.9952, 0),
    Row(0.01, 0, 0.9295, 0.8314, 0.910),
    Row(0.01, 180, 0.9825, 0.9470, 0.804),
    Row(0.01, 90, 0.9946, 0.9805, 0.641),
    Row(0.01, 30, 0.9980, 0.9916, 0.328),
    Row(0.02, 0, 0.7849, 0.5958, 0.955),
)
every_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: f"loss {row.loss}, count {row.every}")


@cache
def reference(loss: float, every: int, days: int = 365, n: int = 4_000) -> dict[str, np.ndarray]:
    """The row's own simulation: by day, sold and wanted, shares on the shelf, on record and wrong."""
    draw = np.random.default_rng(7)
    goods, record = np.full(n, 18), np.full(n, 18)
    coming = [np.zeros(n, int) for _ in range(3)]
    told = []
    for day in range(days):
        came = coming.pop(0)
        goods, record = goods + came, record + came
        wanted = draw.poisson(3, n)
        sold = np.minimum(wanted, goods)
        goods, record = goods - sold, record - sold
        goods = goods - np.minimum(draw.poisson(3 * loss, n), goods)
        if every and (day + 1) % every == 0:
            record = goods.copy()
        coming.append(np.maximum(0, 18 - record - sum(coming)))
        told.append(
            (sold.sum(), wanted.sum(), (goods > 0).mean(), (record > 0).mean(), (record != goods).mean())
        )
    names = ("sold", "wanted", "on_shelf", "on_record", "wrong")
    return dict(zip(names, np.array(told).T, strict=True))


@cache
def years(loss: float, every: int, noise: float = 1.0, count: int = YEARS) -> Any:
    """The model's years at a loss, all articles counted on the same day every so many days."""
    parameters = PARAMETERS | {"loss": loss, "count_stagger": 0.0, "noise": noise}
    luck = STORE.noise(7, count, 52, parameters)
    keep = ("dashboard", "on_shelf")
    return STORE.run({"counts": 7 / every if every else 0.0}, parameters, luck, keep)


def close(found: np.ndarray, expected: float) -> bool:
    """Whether a mean over years differs by no more than three standard errors of both samples, and .005."""
    error = float(found.std()) * np.sqrt(2 / found.size)
    return abs(float(found.mean()) - expected) <= min(TOLERANCE, 3 * error + 1e-4)


@every_row
def test_the_table_is_what_its_own_simulation_gives(row: Row) -> None:
    told = reference(row.loss, row.every)
    assert round(told["sold"].sum() / told["wanted"].sum(), 4) == row.fill
    assert round(told["on_shelf"].mean(), 4) == row.on_shelf
    assert told["wrong"].mean() == pytest.approx(row.wrong, abs=0.0006)


@every_row
def test_reference_row(row: Row) -> None:
    outcomes = years(row.loss, row.every).outcomes
    assert close(outcomes["fill"], row.fill)
    assert close(outcomes["on_shelf"], row.on_shelf)
    assert close(1 - outcomes["accuracy"], row.wrong)


@every_row
def test_the_dashboard_is_green_in_every_row(row: Row) -> None:
    reported = float(years(row.loss, row.every).outcomes["reported"].mean())
    assert 0.993 <= reported <= 1
    assert reported == pytest.approx(reference(row.loss, row.every)["on_record"].mean(), abs=0.001)


def test_the_dashboard_is_best_where_the_shelf_is_worst() -> None:
    by_loss = [years(loss, 0).outcomes for loss in (0, 0.01, 0.02)]
    shelf = [float(outcomes["on_shelf"].mean()) for outcomes in by_loss]
    reported = [float(outcomes["reported"].mean()) for outcomes in by_loss]
    assert shelf == sorted(shelf, reverse=True)
    assert reported == sorted(reported)
    counted = years(0.01, 30).outcomes
    assert counted["on_shelf"].mean() > shelf[1]
    assert counted["reported"].mean() < reported[1]


def test_at_the_end_of_an_uncounted_year_the_dashboard_shows_all_and_the_shelf_little_more_than_half() -> (
    None
):
    told, signals = reference(0.01, 0), years(0.01, 0).signals
    assert (round(told["on_record"][-1], 3), round(told["on_shelf"][-1], 3)) == (1.0, 0.564)
    assert signals["dashboard"][0, :, -1].mean() > 0.9995
    last = signals["on_shelf"][0, :, -1]
    error = float(last.std()) * np.sqrt(2 / YEARS)
    assert abs(float(last.mean()) - told["on_shelf"][357:364].mean()) <= 3 * error


def test_a_year_with_nothing_done_is_the_row_of_one_per_cent_never_counted() -> None:
    usual = STORE.run({}, PARAMETERS, STORE.noise(7, YEARS, 52, PARAMETERS))
    for name, found in years(0.01, 0).outcomes.items():
        np.testing.assert_array_equal(usual.outcomes[name], found, name)
    assert usual.outcomes["overtime_hours"].max() == 0


def test_without_luck_every_year_is_the_same_even_one() -> None:
    even = years(0.01, 0, noise=0.0, count=3).outcomes
    for name, found in even.items():
        assert found.std() == pytest.approx(0, abs=1e-6), name
    assert float(even["fill"][0, 0]) == pytest.approx(0.9295, abs=0.015)
    assert float(even["on_shelf"][0, 0]) == pytest.approx(0.8314, abs=0.06)


def test_records_that_are_right_leave_a_base_stock_with_lost_sales() -> None:
    """Poisson(9) in the lead time is at most 17 with .9947; lost sales leave a little more on the shelf."""
    on_shelf = float(years(0, 0).outcomes["on_shelf"].mean())
    assert on_shelf + 0.0005 >= 0.99468
    assert on_shelf <= 0.99468 + 0.002


def test_ordering_by_eye_or_counting_every_week_ends_the_freeze() -> None:
    noise = STORE.noise(7, 100, 52, PARAMETERS)
    for control in ("by_eye", "counts"):
        fill = STORE.run({control: 1.0}, PARAMETERS, noise).outcomes["fill"]
        assert float(fill.mean()) == pytest.approx(0.9988, abs=0.002), control


@pytest.mark.parametrize("rate", [0.0, 0.004, 0.03, 1.7, 3.0, 40.0])
def test_chances_are_inverted_at_the_rate(rate: float) -> None:
    chances = np.random.default_rng(3).random((1, 1, 5_000), dtype=np.float32)
    found = events(
        chances, edges(np.array([[rate]]), float(chances.max())), np.empty(chances.shape, np.uint8)
    )
    np.testing.assert_array_equal(found, poisson_law.ppf(chances.astype(float), rate))


def test_a_store_that_lost_far_more_than_it_had_begins_the_year_empty() -> None:
    parameters = PARAMETERS | {"demand": 20.0, "loss": 0.1, "uncounted_weeks": 52.0, "order_up_to": 200.0}
    signals = STORE.run({}, parameters, STORE.noise(1, 2, 2, parameters), ("stock", "frozen")).signals
    assert signals["stock"].max() == 0
    assert signals["frozen"].min() == 1


def test_training_reaches_the_untrained_as_its_hours_allow() -> None:
    hours = np.zeros(52)
    hours[2:14] = 48
    noise = STORE.noise(1, 1, 52, PARAMETERS)
    trained = STORE.run({"training": hours}, PARAMETERS, noise, ["trained"]).signals["trained"][0, 0]
    assert trained[2] == PARAMETERS["trained"]
    assert trained[14] == pytest.approx(1 - 0.54 * (1 - 48 / (8 * 60)) ** 12)


def test_a_count_takes_its_minutes_and_is_dropped_first_when_hours_are_short() -> None:
    noise = STORE.noise(1, 1, 8, PARAMETERS)
    keep = ("check_hours", "dropped", "counted", "overtime")
    signals = STORE.run({"counts": 0.25}, PARAMETERS, noise, keep).signals
    assert signals["check_hours"][0, 0, 0] == 0.25 * 4_000 * 3 / 60
    assert signals["counted"][0, 0].sum() == 0.25 * 4_000 * 8
    more = {"counts": 0.5, "extra_hours": -400.0}
    short = STORE.run(more, PARAMETERS, noise, keep).signals
    assert short["overtime"][0, 0, 0] == PARAMETERS["overtime_most"]
    assert short["dropped"].min() > 0
    assert short["counted"].sum() < 0.5 * 4_000 * 8


@pytest.mark.parametrize("seed", range(4))
def test_equals_the_plain_loop_with_every_parameter_moved(seed: int) -> None:
    """The parameters that are nothing by default (slips, overrides, goods astray, a rule) as well."""
    loop: Any = import_module("store_inventory_loop")
    draw = np.random.default_rng(seed)
    parameters = dict(PARAMETERS)
    for parameter in STORE.parameters:
        usual = parameter.default
        end = parameter.low if draw.random() < 0.5 else min(parameter.high, max(3 * usual, usual + 0.2))
        moved = usual + 0.5 * float(draw.random()) * (end - usual)
        whole = float(usual).is_integer() and parameter.high >= 2
        parameters[parameter.id] = float(round(moved)) if whole else moved
    noise = STORE.noise(seed, 2, 16, parameters | {"noise": 1.0})
    control = {one.id: one.default + 0.1 * (min(one.high, 1e3) - one.default) for one in STORE.controls}
    found = STORE.run(control, parameters, noise, [signal.id for signal in STORE.signals])
    for at in range(2):
        luck = {name: drawn[at] for name, drawn in noise.items()}
        outcomes, series = loop.year(parameters, lambda name, week: control[name], luck)
        assert len(luck["start"]) == SKUS
        for name, expected in outcomes.items():
            assert found.outcomes[name][0, at] == pytest.approx(expected, rel=1e-9, abs=1e-9), name
        for name, weeks in series.items():
            assert found.signals[name][0, at] == pytest.approx(weeks, rel=1e-9, abs=1e-9), name
