"""What each case teaches, and what can be chosen among cases."""

from __future__ import annotations

from types import SimpleNamespace
from typing import get_args

import pytest

from lineofsight.desk import shelf
from lineofsight.desk.choosing import Choices, Wish, choices, understood
from lineofsight.desk.teaching import taught
from lineofsight.errors import UnknownName
from lineofsight.model.disconnects import DISCONNECTS
from lineofsight.model.key import Disconnect


def test_every_disconnect_has_its_own_words() -> None:
    assert tuple(DISCONNECTS) == get_args(Disconnect)
    for field in ("name", "marker", "apart"):
        assert len({getattr(words, field) for words in DISCONNECTS.values()}) == 12
    assert all(words.marker.count(".") == 1 for words in DISCONNECTS.values())
    assert all(words.name.lower().replace(" ", "-") == kind for kind, words in DISCONNECTS.items())


def test_a_disconnect_is_told_apart_from_one_that_there_is() -> None:
    names = {words.name.lower() for words in DISCONNECTS.values()}
    for words in DISCONNECTS.values():
        others = names - {words.name.lower()}
        if words.name != "Lead-time blindness":  # it is the one that dates alone settle
            assert any(name in words.apart.lower() for name in others), words.name


def test_each_case_teaches_the_disconnects_of_its_key_heaviest_first() -> None:
    for slug, shares in taught(case.slug for case in shelf().offered()).items():
        assert set(shares) == {cause.disconnect for cause in shelf().key(slug).causes}
        assert sum(shares.values()) == pytest.approx(1)
        assert list(shares.values()) == sorted(shares.values(), reverse=True)
    with pytest.raises(UnknownName, match="did you mean 'startup-support-backlash'"):
        taught(["startup-suport-backlash"])


def case(minutes: int, level: str = "advanced", sector: str = "Trade") -> SimpleNamespace:
    return SimpleNamespace(minutes=minutes, level=level, sector=sector)


def test_limits_begin_where_a_case_fits_and_end_where_all_do() -> None:
    assert choices([case(58), case(60)]).limits == (60,)
    assert choices([case(20), case(61)]).limits == (30, 45, 60, 90)
    assert choices([case(240)]).limits == (240,)
    assert choices([]) == Choices((), (), ())


def test_levels_go_from_easy_to_hard_and_sectors_by_name() -> None:
    among = choices([case(50), case(50, "introductory", "Air"), case(50, "intermediate")])
    assert among.levels == ("introductory", "intermediate", "advanced")
    assert among.sectors == ("Air", "Trade")


def test_a_beginning_is_enough_if_only_one_begins_so() -> None:
    among = Choices(("Health", "Health care"), ("introductory", "intermediate"), ())
    assert understood({"sector": "HEALTH", "level": " intr "}, among) == (Wish("Health", "introductory"), ())
    wish, faults = understood({"level": "in"}, among)
    assert wish == Wish()
    assert faults == ("there is no level 'in'; allowed: introductory, intermediate",)
