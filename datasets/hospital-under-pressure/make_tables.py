"""Write this case's tables: one possible year from the hospital flow model, with stated noise.

Run ``python make_tables.py`` in the project's environment; the same seeds give the same bytes. The
history is the model's do-nothing year under the luck of ``YEAR`` (without luck nobody would wait). Reports
come from the same year with the evening question of week 16 in it. On top lies only what the functions
below say, and what ``key.yaml`` lists as traps.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lineofsight.cases.generators import Cell, History, Rows, csv_text, told_year, write_tables

if TYPE_CHECKING:
    from numpy.random import Generator

FOLDER = Path(__file__).parent
YEAR = 697
SEED = 1864
ASKED_FROM = 16
SERIES = [
    *("bed_requests", "boarders", "boarding_hours", "long_boarders", "occupancy", "los_days"),
    *("four_hours_reported", "checklist_signed", "discharged", "before_noon"),
]
TELLING = ["reported", "errors_per_100"]


def history() -> dict[str, list[float]]:
    """Return the weekly series of the year, weeks 0 to 51."""
    import numpy as np

    asked = np.where(np.arange(52) >= ASKED_FROM, 1.0, 0.0)
    told = told_year(FOLDER, TELLING, YEAR, controls={"speaking_up": 0.4 * asked, "follow_up": 0.3 * asked})
    return told_year(FOLDER, SERIES, YEAR) | told


def tables(year: History, seed: int = SEED) -> dict[str, str]:
    """Return each table's CSV text by its name (without the suffix)."""
    from numpy.random import default_rng

    draw = default_rng(seed)
    reports = list(_reports(year, draw))
    waiting, told = _sundays(year, draw)
    made = {
        "nights": _nights(),
        "reports": reports,
        "places": _places(reports, draw),
        "review": _review(year, draw),
        "sundays": waiting,
        "duty": told,
        "bags": _bags(year, draw),
        "tally": _tally(year, draw),
        "waits": _waits(year),
        "influenza": _influenza(year, draw),
        "page": _page(year),
    }
    return {name: csv_text(rows) for name, rows in made.items()}


def _nights() -> Rows:
    """Four weeks before the year: nights with a gap at two in the afternoon, and at nine (invented)."""
    yield ("week", "nights", "gap_at_14", "gap_at_21", "patients")
    for week, gap, patients in ((-6, 5, 28), (-5, 4, 29), (-4, 5, 27), (-3, 5, 28)):
        yield (week, 7, gap, 0, patients)


def _reports(year: History, draw: Generator) -> Rows:
    """Whole reports; near misses are three in four (noise 3 %)."""
    yield ("week", "reports", "near_misses")
    for week in range(6, 25):
        reports = round(year["reported"][week])
        near = round(reports * (0.75 + draw.normal(0, 0.03)))
        yield (week, reports, near)


def _places(reports: Sequence[Sequence[Cell]], draw: Generator) -> Rows:
    """Two times eight weeks by place; day surgery comes in with seven (invented)."""
    yield ("place", "weeks_8_to_15", "weeks_16_to_23")
    before, after = (
        sum(int(row[1]) for row in reports[1:] if first <= int(row[0]) < first + 8) for first in (8, 16)
    )
    shares = (("Ward One", 0.3), ("Ward Two", 0.36))
    sums = [0, 0]
    for place, share in shares:
        cells = [round(total * (share + draw.normal(0, 0.01))) for total in (before, after - 7)]
        sums = [one + cell for one, cell in zip(sums, cells, strict=True)]
        yield (place, *cells)
    yield ("Emergency department", before - sums[0], after - 7 - sums[1])
    yield ("Day surgery", 0, 7)


def _review(year: History, draw: Generator) -> Rows:
    """Sixty stays a period, read by strangers: errors per hundred, noise 0.6."""
    yield ("period", "stays_read", "errors_per_100")
    for first in (4, 8, 12, 16, 20):
        rate = sum(year["errors_per_100"][first : first + 4]) / 4
        yield (f"weeks {first} to {first + 3}", 60, round(rate + draw.normal(0, 0.6), 1))


def _sundays(year: History, draw: Generator) -> tuple[list[Sequence[Cell]], list[Sequence[Cell]]]:
    """Sundays at eight: the model's Sunday-night line, less up to two; and what the duty line was told.

    Whoever had a bed named was not told, all but two to five of those who waited: the flaw is planted here.
    """
    lying: list[Sequence[Cell]] = [("week", "waiting", "longest_hours")]
    told: list[Sequence[Cell]] = [("week", "told", "opened")]
    for week in range(8, 23):
        waiting = max(0, round(year["boarders"][week]) - int(draw.integers(0, 3)))
        unnamed = min(waiting, int(draw.integers(2, 6)))
        hours = round(waiting * 1.3 + draw.uniform(2, 6)) if waiting else 0
        lying.append((week, waiting, hours))
        told.append((week, unnamed, 0))
    return lying, told


def _bags(year: History, draw: Generator) -> Rows:
    """Bags for four in five who go home; three in ten are asked for by one (noise 4 %)."""
    yield ("week", "possible", "asked", "asked_by_one", "next_day")
    for week in range(8, 21, 2):
        asked = round(0.8 * year["discharged"][week])
        early = round(asked * (0.3 + draw.normal(0, 0.04)))
        yield (week, 100, asked, early, asked - early)


def _tally(year: History, draw: Generator) -> Rows:
    """Ward Two has three in five of those who go home; a third get the bag the same day (noise 4 %)."""
    yield ("week", "going_home", "bag_same_day", "bag_next_day")
    for week in range(9, 15):
        home = round(0.48 * year["discharged"][week])
        same = round(home * (0.31 + draw.normal(0, 0.04)))
        yield (week, home, same, home - same)


def _waits(year: History) -> Rows:
    """Copy what the list of the emergency department adds up to."""
    yield ("week", "hours", "twelve_hours")
    for week in range(29):
        yield (week, round(year["boarding_hours"][week]), round(year["long_boarders"][week]))


def _influenza(year: History, draw: Generator) -> Rows:
    """Bed requests as they came; positive tests are invented, Poisson about a season."""
    yield ("week", "bed_requests", "influenza", "st_brides")
    season = {15: 1, 16: 2, 17: 4, 18: 6, 19: 8, 20: 7, 21: 5, 22: 3}
    for week in range(8, 25):
        strangers = int(draw.integers(0, 3)) if week >= 18 else 0
        yield (week, round(year["bed_requests"][week]), int(draw.poisson(season.get(week, 0))), strangers)


def _page(year: History) -> Rows:
    """Four weeks a row; beds in use leaves out whoever waits, stay begins with the bed."""
    yield ("period", "in_use", "stay_days", "four_hours", "checks_signed")
    for first in range(8, 28, 4):
        means = [
            sum(year[name][first : first + 4]) / 4
            for name in ("occupancy", "los_days", "four_hours_reported", "checklist_signed")
        ]
        yield (f"weeks {first} to {first + 3}", *(round(value, 3) for value in means))


def main() -> None:
    """Write ``tables/*.csv`` beside this file."""
    write_tables(FOLDER, tables(history()))


if __name__ == "__main__":
    main()
