"""The packet command prints what a reader gets and says what else could have been asked for."""

from __future__ import annotations

from typing import Any

from lineofsight import open_case
from lineofsight.model.readers import PACKETS
from lineofsight.reports.packet import packet

SLUG = "startup-support-backlash"


def test_every_packet_is_printed_as_it_is_written(run: Any) -> None:
    for which in PACKETS:
        said = run("packet", SLUG, which)
        assert (said.exit_code, said.stdout) == (0, packet(open_case(SLUG), which))


def test_a_misspelt_case_is_answered_with_what_was_meant(run: Any) -> None:
    said = run("packet", "startup-suport-backlash", "both")
    assert said.exit_code == 2
    assert f"did you mean '{SLUG}'?" in said.stderr


def test_an_unknown_packet_is_refused_with_those_there_are(run: Any) -> None:
    said = run("packet", SLUG, "everything")
    assert said.exit_code == 2
    assert all(f"'{which}'" in said.stderr for which in PACKETS)
