"""The alignment gap and the four corners: what they must be, how sure they are, what they refuse."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lineofsight.errors import StatisticsError
from lineofsight.statistics import AlignmentGap, alignment_gap, four_corners

NAN = float("nan")
WIDTH = 4
weights = st.one_of(st.just(0.0), st.floats(0.01, 5))
people = st.lists(st.lists(weights, min_size=WIDTH, max_size=WIDTH), min_size=1, max_size=6)


def gap(first: Any, second: Any, draws: int = 0) -> AlignmentGap:
    return alignment_gap(first, second, seed=3, draws=draws)


def room(chance: random.Random, shares: list[float], size: int) -> list[list[float]]:
    """Return people who each name two causes (two to one), so that the mean row to come is ``shares``."""
    rows = []
    for _ in range(size):
        row = [0.0] * len(shares)
        for weight, index in zip((2, 1), chance.choices(range(len(shares)), shares, k=2), strict=True):
            row[index] += weight
        rows.append(row)
    return rows


@given(people, people)
def test_it_is_a_distance_that_its_drivers_add_up_to(first: Any, second: Any) -> None:
    result = gap(first, second)
    assert 0 <= result.gap <= 1
    assert sum(result.drivers) == pytest.approx(result.gap)
    assert len(result.drivers) == WIDTH
    assert gap(second, first).gap == result.gap
    assert gap(first, first).gap == 0


@given(people, people, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_neither_the_order_of_people_nor_of_sides_changes_anything(
    first: Any, second: Any, chance: random.Random
) -> None:
    first, second = first * 3, second * 3
    result = gap(first, second, draws=20)
    shuffled = [chance.sample(side, len(side)) for side in (first, second)]
    assert gap(*shuffled, draws=20) == result
    turned = gap(second, first, draws=20)
    assert (turned.gap, turned.interval, turned.p) == (result.gap, result.interval, result.p)
    assert turned.spread == result.spread[::-1]
    assert turned.people == result.people[::-1]


@given(people, people, people)
def test_the_way_over_a_third_side_is_never_shorter(first: Any, second: Any, third: Any) -> None:
    if all(any(map(any, side)) for side in (first, second, third)):
        assert gap(first, second).gap <= gap(first, third).gap + gap(third, second).gap + 1e-9


def test_sides_with_nothing_in_common_are_at_1() -> None:
    result = gap([[3, 1, 0, 0], [1, 0, 0, 0]], [[0, 0, 2, 2]])
    assert result.gap == 1
    assert result.drivers == pytest.approx((0.4375, 0.0625, 0.25, 0.25))


def test_one_person_a_side_is_enough_and_only_shares_count() -> None:
    result = gap([[5, 4, 0, 0]], [[0, 0.4, 0.5, 0]])
    assert result.gap == pytest.approx(5 / 9)
    assert result.drivers == pytest.approx((5 / 18, 0, 5 / 18, 0))
    assert result.people == (1, 1)
    assert result.spread == (None, None)
    assert gap([[50, 40, 0, 0]], [[0, 4e300, 5e300, 0]]).gap == pytest.approx(5 / 9)


def test_everybody_counts_the_same_however_much_they_put_down() -> None:
    assert gap([[100, 0], [0, 1]], [[1, 1]]).gap == pytest.approx(0)


def test_two_silent_sides_are_at_0_and_one_at_1() -> None:
    nobody = [[0, 0], [0, 0]]
    both, one = gap(nobody, nobody), gap(nobody, [[1, 3]])
    assert (both.gap, both.drivers, both.people) == (0, (0, 0), (0, 0))
    assert (one.gap, one.drivers, one.people) == (1, (0.25, 0.75), (0, 1))
    assert str(both) == "Nobody on either side has said anything yet, so there is no gap."
    assert str(one) == "The gap is 1.00, because one side has not said anything yet."


def test_the_spread_is_how_far_apart_two_of_one_side_are() -> None:
    result = gap([[1, 0, 0], [1, 0, 0], [0, 1, 0]], [[0, 1, 1], [0, 1, 0]])
    assert result.spread == pytest.approx((2 / 3, 0.5))
    assert gap([[1, 0]] * 4, [[0, 1]] * 4).spread == (0, 0)


def test_two_camps_in_one_side_show_in_the_spread_where_the_mean_hides_them() -> None:
    camps, agreed = [[1, 0]] * 3 + [[0, 1]] * 3, [[1, 1]] * 6
    result = gap(camps, agreed)
    assert result.gap == pytest.approx(0)
    assert result.spread == pytest.approx((0.6, 0))


def test_with_few_people_no_p_and_no_interval_are_given_and_it_is_said_why() -> None:
    result = gap([[1, 0]] * 9, [[1, 1]] * 4, draws=50)
    assert (result.p, result.interval, result.people) == (None, None, (9, 4))
    assert str(result) == "The gap is 0.50; with 4 on a side, nobody can say how sure that is."


def test_people_who_said_nothing_do_not_make_a_room_large() -> None:
    result = gap([[1, 0]] * 9, [[1, 1]] * 4 + [[0, 0]] * 20, draws=50)
    assert result.people == (9, 4)
    assert result.p is None


def test_without_draws_it_is_not_the_people_who_are_blamed() -> None:
    result = gap([[1, 0]] * 9, [[1, 1]] * 9)
    assert result.p is None
    assert str(result) == "The gap is 0.50; without random draws, nobody can say how sure that is."


def test_enough_people_give_a_sentence_with_range_and_chance() -> None:
    chance = random.Random(1)
    apart = gap(room(chance, [0.5, 0.4, 0.05, 0.05], 12), room(chance, [0.05, 0.05, 0.4, 0.5], 12), 300)
    assert apart.interval is not None
    low, high = apart.interval
    assert low < apart.gap < high
    assert str(apart) == (
        f"The gap is {apart.gap:.2f}, likely between {low:.2f} and {high:.2f}. Dealing the same people to "
        "two sides at random makes a gap as wide in fewer than 1 of 100 deals."
    )
    alike = gap([[1, 0], [0, 1]] * 5, [[1, 0], [0, 1]] * 5, draws=99)
    assert alike.p == 1
    assert "in about 100 of 100 deals" in str(alike)


def test_the_seed_settles_what_is_drawn() -> None:
    chance = random.Random(2)
    sides = room(chance, [0.4, 0.3, 0.3], 8), room(chance, [0.3, 0.3, 0.4], 8)
    assert gap(*sides, draws=100) == gap(*sides, draws=100)
    assert alignment_gap(*sides, seed=4, draws=100).interval != gap(*sides, draws=100).interval


def test_p_is_uniform_where_the_sides_are_one_room() -> None:
    chance = random.Random(5)
    rooms, found = 300, []
    for seed in range(rooms):
        everybody = [[chance.expovariate(1) for _ in range(5)] for _ in range(14)]
        found.append(alignment_gap(everybody[:6], everybody[6:], seed=seed, draws=99).p or 0)
    for share in (0.1, 0.25, 0.5, 0.75, 0.9):
        error = (share * (1 - share) / rooms) ** 0.5
        assert sum(p <= share for p in found) / rooms == pytest.approx(share, abs=3 * error)


def test_p_is_never_0_because_what_was_seen_is_one_of_the_deals() -> None:
    assert gap([[1, 0]] * 12, [[0, 1]] * 12, draws=9).p == pytest.approx(1 / 10)


def test_p_is_the_share_of_all_deals_where_they_can_be_counted() -> None:
    first, second = [[1, 0]] * 5, [[0, 1]] * 4 + [[1, 0]]
    # Of the 252 ways to deal ten people to two fives, those with all four on one side: 2 x C(6, 1).
    result = gap(first, second, draws=4000)
    assert result.p == pytest.approx(12 / 252, abs=3 * (0.0476 * 0.9524 / 4000) ** 0.5)


@pytest.mark.parametrize(
    ("shares", "truth"),
    [
        (([0.4, 0.3, 0.2, 0.1, 0, 0], [0.4, 0.3, 0.2, 0.1, 0, 0]), 0.0),
        (([0.4, 0.3, 0.2, 0.1, 0, 0], [0.2, 0.3, 0.2, 0.1, 0.1, 0.1]), 0.2),
        (([0.5, 0.3, 0.1, 0.1, 0, 0], [0, 0, 0.1, 0.1, 0.5, 0.3]), 0.8),
    ],
)
@pytest.mark.parametrize("sizes", [(6, 9), (20, 20)])
def test_the_interval_covers_the_gap_of_those_behind_80_times_in_100_or_more(
    shares: tuple[list[float], list[float]], truth: float, sizes: tuple[int, int]
) -> None:
    chance = random.Random(7)
    rooms, held = 120, 0
    for seed in range(rooms):
        sides = [room(chance, side, size) for side, size in zip(shares, sizes, strict=True)]
        interval = alignment_gap(*sides, seed=seed, draws=100).interval
        assert interval is not None
        held += interval[0] - 1e-9 <= truth <= interval[1] + 1e-9
    assert held / rooms >= 0.8 - 3 * (0.8 * 0.2 / rooms) ** 0.5


def test_the_interval_narrows_with_more_people_and_holds_the_gap() -> None:
    chance = random.Random(8)
    widths = []
    for size in (6, 24, 96):
        result = gap(room(chance, [0.6, 0.3, 0.1], size), room(chance, [0.2, 0.3, 0.5], size), draws=100)
        assert result.interval is not None
        low, high = result.interval
        assert 0 <= low <= result.gap <= high <= 1
        widths.append(high - low)
    assert widths == sorted(widths, reverse=True)


def test_arrays_do_as_well_as_lists() -> None:
    first, second = [[1.0, 2, 0], [0, 1, 1]], [[0.0, 0, 3]]
    assert gap(np.array(first), np.array(second)) == gap(first, second)
    key = [1, 1, 0]
    assert four_corners(np.array(first), second, np.array(key)) == four_corners(first, second, key)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ([], [[1]], "first has no people; allowed: 1 or more"),
        ([[1]], [], "second has no people"),
        ([[]], [[]], "first has no statements; allowed: 1 or more"),
        ([[1, 2], [1]], [[1, 2]], r"first\[1\] has 1 statements; allowed: the same for everybody \(2\)"),
        ([[1, 2]], [[1, 2, 3]], r"second\[0\] has 3 statements; allowed: the same for everybody \(2\)"),
        ([[1, -2]], [[1, 2]], r"first\[0\]\[1\] is -2; allowed: 0 or more"),
        ([[1, 2]], [[1, 2], [NAN, 1]], r"second\[1\]\[0\] is nan; allowed: 0 or more"),
        ([[1, float("inf")]], [[1, 2]], r"first\[0\]\[1\] is inf; allowed: 0 or more"),
        ([1, 2], [[1, 2]], r"first\[0\] is 1; allowed: a row of numbers"),
        ([[1, None]], [[1, 2]], r"first\[0\]\[1\] is None, which is no number; allowed: 0 or more"),
        ("ab", [[1, 2]], "first is 'ab'; allowed: a table of people x statements"),
        (["ab"], [[1, 2]], r"first\[0\] is 'ab'; allowed: a row of numbers"),
    ],
)
def test_the_gap_says_what_is_wrong(first: Any, second: Any, words: str) -> None:
    with pytest.raises(StatisticsError, match=words):
        gap(first, second)
    with pytest.raises(StatisticsError, match=words):
        four_corners(first, second, [1, 1])


@pytest.mark.parametrize("draws", [-1, 1.5, NAN])
def test_draws_are_counted_from_0(draws: Any) -> None:
    with pytest.raises(StatisticsError, match=r"draws is .*; allowed: 0 or more, in whole numbers"):
        gap([[1]], [[1]], draws)


KEY = [2, 2, 0, 0]


@pytest.mark.parametrize(
    ("first", "second", "corner", "apart", "to_key"),
    [
        ([[1, 1, 0, 0]], [[3, 3, 0, 0]], "together and right", 0, (0, 0)),
        ([[0, 0, 1, 0]], [[0, 0, 4, 1]], "together and wrong", 0.2, (1, 1)),
        ([[1, 0, 0, 0]], [[0, 1, 0, 0]], "apart and right", 1, (0.5, 0.5)),
        ([[1, 1, 0, 0]], [[1, 0, 1, 0]], "together and right", 0.5, (0, 0.5)),
        ([[1, 1, 0, 0]], [[0, 0, 0, 1]], "apart and right", 1, (0, 1)),
        ([[0, 0, 1, 0]], [[0, 1, 0, 3]], "apart and wrong", 1, (1, 0.75)),
    ],
)
def test_four_corners_of_a_room(
    first: Any, second: Any, corner: str, apart: float, to_key: tuple[float, float]
) -> None:
    result = four_corners(first, second, KEY)
    assert result.corner == corner
    assert result.gap == pytest.approx(apart)
    assert result.to_key == pytest.approx(to_key)
    assert (result.together, result.right) == ("together" in corner, "right" in corner)
    assert str(result).startswith(f"The sides are {corner}: {result.gap:.2f} from each other")


@given(people, people)
def test_four_corners_knows_the_gap_and_does_not_mind_the_scale_of_the_key(first: Any, second: Any) -> None:
    result = four_corners(first, second, KEY)
    assert result.gap == gap(first, second).gap
    assert result.people == gap(first, second).people
    assert result.to_key == pytest.approx(four_corners(first, second, [0.5, 0.5, 0, 0]).to_key)
    assert result.to_key == pytest.approx((gap(first, [KEY]).gap, gap(second, [KEY]).gap))


def test_a_silent_side_stands_nowhere_yet() -> None:
    result = four_corners([[0, 0, 0, 0]], [[1, 1, 0, 0]], KEY)
    assert (result.gap, result.to_key, result.people) == (1, (1, 0), (0, 1))
    assert str(result).startswith("Both sides have to say something before")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ([1, 1, 0], "key has 3 weights; allowed: one for each of 4 statements"),
        ([0, 0, 0, 0], "key holds only 0; allowed: at least one weight above 0"),
        ([1, -1, 0, 0], r"key\[1\] is -1; allowed: 0 or more"),
        ([1, NAN, 0, 0], r"key\[1\] is nan"),
        ([[1, 0, 0, 0]], r"key\[0\] is \[1, 0, 0, 0\], which is no number"),
        (1, "key is 1; allowed: a row of numbers"),
    ],
)
def test_four_corners_says_what_is_wrong_with_a_key(key: Any, words: str) -> None:
    with pytest.raises(StatisticsError, match=words):
        four_corners([[1, 0, 0, 0]], [[1, 0, 0, 0]], key)
