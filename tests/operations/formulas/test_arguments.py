"""What goes in and out of a formula: numbers or rows, and a clear word about everything else."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from math import inf, nan
from typing import Any

import numpy as np
import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from lineofsight.errors import OperationsError
from lineofsight.operations import formulas as f

# Every formula that goes place by place, with arguments that it takes.
TAKEN: dict[str, tuple[float, ...]] = {
    "erlang_b": (8.0, 10),
    "erlang_c": (8.0, 10),
    "erlang_c_wait": (4.0, 2.0, 10),
    "service_level": (4.0, 2.0, 10, 0.5),
    "erlang_a": (4.0, 2.0, 5.0, 7),
    "halfin_whitt": (0.7,),
    "newsvendor_normal": (100.0, 20.0, 4.0, 1.0),
    "newsvendor_uniform": (50.0, 150.0, 4.0, 1.0),
    "base_stock": (5.0, 8),
    "safety_stock": (1.6, 20.0, 9.0, 100.0, 2.0),
    "bullwhip_moving_average": (2.0, 5),
    "bullwhip_smoothing": (2.0, 0.3),
    "bass": (0.03, 0.38, 5.0),
    "practical_worst_case": (4.0, 0.5, 8.0),
    "kingman": (0.9, 1.0, 0.5, 2.0),
    "oee": (0.9, 0.95, 0.99),
    "optimal_bonus": (1.0, 0.5, 1.0, 2.0, 0.3),
}
# These add or multiply along a row, or give one.
ALONG: dict[str, tuple[Any, ...]] = {
    "priority_waits": ([0.3, 0.5], 1.0),
    "rolled_yield": ([0.9, 0.8],),
    "capability_step": (0.2, 0.3, 52.0, 10),
    "crossing_time": ([0.7, 0.8], 1.0),
}
# Which argument of the one above may be below 0.
SIGNED = {("safety_stock", 0), ("optimal_bonus", 0), ("optimal_bonus", 1), ("optimal_bonus", 4)}

each = pytest.mark.parametrize(("name", "given"), TAKEN.items(), ids=TAKEN)
all_arguments = pytest.mark.parametrize(
    ("name", "place"), [(name, i) for name, given in (TAKEN | ALONG).items() for i in range(len(given))]
)


def parts(result: Any) -> list[Any]:
    """Return a result's numbers: itself, or the fields of a dataclass."""
    if dataclasses.is_dataclass(result):
        return [getattr(result, field.name) for field in dataclasses.fields(result)]
    return [result]


def call(name: str, place: int, value: Any) -> Any:
    """Call a formula with one argument replaced."""
    given = list((TAKEN | ALONG)[name])
    given[place] = value
    return getattr(f, name)(*given)


@each
def test_numbers_in_floats_out(name: str, given: tuple[float, ...]) -> None:
    for part in parts(getattr(f, name)(*given)):
        assert type(part) is float
        assert np.isfinite(part)
    for part in parts(getattr(f, name)(*(np.float64(value) for value in given))):
        assert type(part) is float


@each
def test_rows_in_rows_out(name: str, given: tuple[float, ...]) -> None:
    formula: Callable[..., Any] = getattr(f, name)
    single = parts(formula(*given))
    for place in range(len(given)):
        rows = [[value] * 3 if i == place else value for i, value in enumerate(given)]
        for part, alone in zip(parts(formula(*rows)), single, strict=True):
            assert part.shape == (3,)
            assert part.dtype == np.float64
            assert part.tolist() == pytest.approx([alone] * 3, rel=1e-12)
    for part in parts(formula(*([value] for value in given))):
        assert part.shape == (1,)


@each
def test_each_place_of_a_row_is_its_own_question(name: str, given: tuple[float, ...]) -> None:
    formula: Callable[..., Any] = getattr(f, name)
    # The last argument moves, but for the one that the same step would make unstable.
    place = 0 if name == "practical_worst_case" else len(given) - 1
    moved = [given[place], given[place] * 2 if given[place] > 1 else given[place] / 2]
    rows = parts(formula(*(np.array(moved) if i == place else value for i, value in enumerate(given))))
    for i, value in enumerate(moved):
        alone = parts(call(name, place, int(value) if value == round(value) else value))
        assert [row[i] for row in rows] == pytest.approx(alone, rel=1e-12)
    assert any(row[0] != row[1] for row in rows)


@each
def test_what_was_given_is_left_as_it_was(name: str, given: tuple[float, ...]) -> None:
    rows = [np.array([value, value], dtype=float) for value in given]
    getattr(f, name)(*rows)
    assert [row.tolist() for row in rows] == [[value, value] for value in given]


def test_a_row_of_one_goes_with_any_other() -> None:
    assert f.erlang_b([8.0], [9, 10, 11]).tolist() == f.erlang_b(8, [9, 10, 11]).tolist()


sizes = st.one_of(st.sampled_from([0, 1e-100, 1, 100_000, 1e100]), st.floats(1e-100, 1e100), st.floats(0, 1))


@settings(max_examples=600, deadline=None)
@drawn(st.sampled_from([*TAKEN, *ALONG]), st.lists(sizes, min_size=5, max_size=5), st.data())
def test_every_answer_is_a_number(name: str, values: list[float], data: st.DataObject) -> None:
    usual = (TAKEN | ALONG)[name]
    given = [data.draw(st.sampled_from([value, own])) for value, own in zip(values, usual, strict=False)]
    with np.errstate(all="raise", under="ignore"):
        try:
            found = parts(getattr(f, name)(*given))
        except OperationsError:
            return
    for part in found:
        assert np.isfinite(part).all(), given


def test_results_with_several_parts_are_frozen() -> None:
    found = f.erlang_a(4, 2, 5, 7)
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.occupancy = 1.0


@all_arguments
@pytest.mark.parametrize("value", [nan, inf, -inf, 1e300])
def test_what_is_no_finite_number_is_refused_by_name(name: str, place: int, value: float) -> None:
    with pytest.raises(OperationsError) as caught:
        call(name, place, value)
    assert str(caught.value).startswith(f"{argument_names(name)[place]} is {value:g}; allowed: ")


@all_arguments
def test_what_is_below_zero_is_refused_by_name(name: str, place: int) -> None:
    if (name, place) in SIGNED:
        assert all(np.isfinite(part) for part in parts(call(name, place, -0.5)))
    else:
        with pytest.raises(OperationsError, match=rf"^{argument_names(name)[place]} is -2; allowed: "):
            call(name, place, -2)


@each
def test_the_place_in_a_row_is_named(name: str, given: tuple[float, ...]) -> None:
    for place, argument in enumerate(argument_names(name)):
        row = [given[place], given[place], nan, -inf]
        with pytest.raises(OperationsError, match=rf"^{argument}\[2\] is nan; allowed: "):
            call(name, place, row)


@all_arguments
@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([], "is empty; allowed: at least one number"),
        ("ten", "is 'ten'; allowed: a number or one row of numbers"),
        ("10", "is '10'; allowed"),
        (None, "is None; allowed"),
        (True, "is True; allowed"),
        (1j, "is 1j; allowed"),
        ([[1.0, 2.0]], "has 2 dimensions; allowed: a number or one row of numbers"),
        ([[1.0], [2.0, 3.0]], "has rows of different length; allowed: one row of numbers"),
    ],
)
def test_what_is_no_number_is_refused_by_name(name: str, place: int, value: Any, said: str) -> None:
    with pytest.raises(OperationsError, match=f"^{argument_names(name)[place]} {said}"):
        call(name, place, value)


def test_rows_of_different_length_are_refused() -> None:
    with pytest.raises(OperationsError, match=r"\(load has 3, servers has 2\); allowed: the same number"):
        f.erlang_b([1, 2, 3], [4, 5])


@pytest.mark.parametrize(
    ("name", "place", "value"),
    [
        ("priority_waits", 1, [1.0, 2.0]),
        ("capability_step", 0, [0.2, 0.3]),
        ("capability_step", 1, [0.2, 0.3]),
        ("capability_step", 2, [52, 26]),
        ("capability_step", 3, [10, 20]),
    ],
)
def test_one_number_is_asked_for_where_a_row_has_no_meaning(name: str, place: int, value: Any) -> None:
    with pytest.raises(OperationsError, match="has 2 values; allowed: one number"):
        call(name, place, value)


@pytest.mark.parametrize(
    ("name", "place", "value", "said"),
    [
        ("erlang_b", 1, 2.5, "servers is 2.5; allowed: a whole number, 0 to 100,000"),
        ("erlang_b", 1, 100_001, "servers is 100001; allowed: a whole number, 0 to 100,000"),
        ("erlang_c", 1, 0, "servers is 0; allowed: a whole number, 1 to 100,000"),
        ("erlang_c_wait", 1, 0, "service_time is 0; allowed: above 0"),
        ("erlang_a", 2, 0, "patience is 0; allowed: above 0"),
        ("erlang_a", 3, 0, "servers is 0; allowed: a whole number, 1 to"),
        ("newsvendor_normal", 2, 0, "underage is 0; allowed: above 0"),
        ("newsvendor_uniform", 3, 0, "overage is 0; allowed: above 0"),
        (
            "newsvendor_uniform",
            0,
            151,
            "low is 151, high is 150.*: low is above high; allowed: low at most high",
        ),
        ("base_stock", 0, 0, "mean_lead_time_demand is 0; allowed: above 0"),
        ("base_stock", 1, 0.5, "level is 0.5; allowed: a whole number, 0 to"),
        ("bullwhip_moving_average", 1, 0, "window is 0; allowed: a whole number, 1 to"),
        ("bullwhip_smoothing", 1, 1.1, "alpha is 1.1; allowed: 0 to 1"),
        ("bass", 0, 0, "p is 0; allowed: above 0"),
        ("practical_worst_case", 0, 0.5, "wip is 0.5; allowed: 1 to"),
        ("practical_worst_case", 2, 1.5, "raw_time is 1.5: .*allowed: a raw_time of 2 or more"),
        ("oee", 1, 1.2, "performance is 1.2; allowed: 0 to 1"),
        ("rolled_yield", 0, [0.9, 1.01], r"yields\[1\] is 1.01; allowed: 0 to 1"),
        ("capability_step", 0, 0, "share_before is 0; allowed: between 0 and 1, neither"),
        ("capability_step", 0, 1, "share_before is 1; allowed: between 0 and 1, neither"),
        ("capability_step", 1, 1.5, "share_after is 1.5; allowed: 0 to 1"),
        ("capability_step", 2, 0, "tau is 0; allowed: above 0"),
        ("capability_step", 3, 2.5, "weeks is 2.5; allowed: a whole number, 0 to 10,000"),
        ("capability_step", 3, 10_001, "weeks is 10001; allowed"),
        ("optimal_bonus", 4, 1, "substitution is 1; allowed: between -1 and 1, neither"),
        ("optimal_bonus", 4, -1, "substitution is -1; allowed: between -1 and 1, neither"),
    ],
)
def test_the_allowed_range_is_said(name: str, place: int, value: Any, said: str) -> None:
    with pytest.raises(OperationsError, match=said):
        call(name, place, value)


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: f.erlang_c(12.3, 10), "load is 12.3, servers is 10: .*unstable.*at least 13 servers"),
        (lambda: f.erlang_c(10, 10), "unstable.*at least 11 servers"),
        (lambda: f.erlang_c([5, 12.3], 10), r"load\[1\] is 12.3, servers is 10: .*at least 13 servers"),
        (lambda: f.erlang_c(9, [10, 11, 9]), r"load is 9, servers\[2\] is 9: .*at least 10 servers"),
        (lambda: f.erlang_c(1e99, 10), "unstable.*a load below 100,000"),
        (
            lambda: f.erlang_c_wait(200, 0.05, 9),
            "arrival_rate is 200, service_time is 0.05, servers is 9: .*a load of 10.*at least 11 servers",
        ),
        (lambda: f.service_level(200, 0.05, 9, [0, 1]), r"threshold\[0\] is 0: .*at least 11 servers"),
        (
            lambda: f.halfin_whitt(0),
            "beta is 0; allowed: above 0; .*unstable, and more servers make it stable",
        ),
        (
            lambda: f.priority_waits([0.5, 0.7], 1),
            "service_rate is 1 and arrival_rates add up to 1.2: .*unstable.*a service rate above that",
        ),
        (lambda: f.priority_waits([0, 1], 1), "unstable"),
        (lambda: f.kingman(1, 1, 1, 1), "utilisation is 1; .*unstable, and more capacity or less work"),
        (lambda: f.kingman([0.9, 1.2], 1, 1, 1), r"utilisation\[1\] is 1.2; .*unstable"),
        (lambda: f.crossing_time([0.5, 1], 1), r"utilisations\[1\] is 1; .*unstable, and more capacity"),
    ],
)
def test_an_unstable_queue_says_what_would_make_it_stable(ask: Callable[[], Any], said: str) -> None:
    with pytest.raises(OperationsError, match=said):
        ask()


def test_the_number_of_servers_that_is_asked_for_is_enough() -> None:
    for load in (1, 9.99, 10, 4_999.5):
        with pytest.raises(OperationsError, match="at least") as caught:
            f.erlang_c(load, int(load))
        needed = int(str(caught.value).split("at least ")[-1].split()[0])
        assert needed == int(load) + 1
        assert 0 < f.erlang_c(load, needed) < 1


def argument_names(name: str) -> list[str]:
    """Return the names of a formula's arguments, in order."""
    code = getattr(f, name).__code__
    return list(code.co_varnames[: code.co_argcount])
