"""Write this case's tables: the shop's year as it was, from the store inventory model, with stated noise.

Run ``python make_tables.py`` in the project's environment; the same seed gives the same bytes. The
history is the model's do-nothing year without its own noise. On top of it lies only what the
functions below say: sampling, rounding, invented figures of other shops, and the flaws that
``key.yaml`` lists.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lineofsight.cases.generators import History, Rows, csv_text, told_year, write_tables

if TYPE_CHECKING:
    from numpy.random import Generator

FOLDER = Path(__file__).parent
SEED = 4180
WEEKS = range(32)
SERIES = ["dashboard", "on_shelf", "demand", "sold", "ordered", "received", "hours", "cut", "left"]
WALKED = 200


def history() -> dict[str, list[float]]:
    """Return the weekly series of the do-nothing year, weeks 0 to 51, without noise."""
    return told_year(FOLDER, SERIES, parameters={"noise": 0.0})


def tables(year: History, seed: int = SEED) -> dict[str, str]:
    """Return each table's CSV text by its name (without the suffix)."""
    from numpy.random import default_rng

    draw = default_rng(seed)
    made = {
        "page": _page(year, draw),
        "trial": _trial(draw),
        "tasks": _tasks(),
        "check": _check(),
        "leavers": _leavers(year),
        "takings": _takings(year),
        "session": _session(),
        "files": _files(),
        "walks": _walks(year, draw),
    }
    return {name: csv_text(rows) for name, rows in made.items()}


def _page(year: History, draw: Generator) -> Rows:
    """Fill the page as Larder does: in stock by the record (a planted flaw); visitors with 1 % noise."""
    yield ("week", "in_stock", "roster_hours", "cut", "visitors")
    for week in WEEKS:
        visitors = 21400 * (1 - max(0, week - 19) * 0.008) * draw.normal(1, 0.01)
        shown = min(1.0, year["dashboard"][week]) - draw.uniform(0.0005, 0.004)
        yield (
            week,
            round(shown, 4),
            round(year["hours"][week]),
            round(year["cut"][week], 3),
            round(visitors),
        )


def _trial(draw: Generator) -> Rows:
    """Measure twelve weeks before and twelve with Larder in another shop (invented, 0.4 % noise).

    ``hours`` are those of its own roster: whoever counted without standing on it is not in them. The
    flaw is planted.
    """
    yield ("trial_week", "larder", "hours", "counted_share", "on_shelf")
    for week in range(1, 25):
        live = week > 12
        hours, counted, shelf = (1757, 0.2, 0.971) if live else (1910, 0.04, 0.958)
        yield (
            week,
            "yes" if live else "no",
            round(hours * draw.normal(1, 0.004)),
            round(counted * draw.normal(1, 0.05), 3),
            round(shelf + draw.normal(0, 0.003), 3),
        )


def _tasks() -> Rows:
    """Give the mean week's hours in weeks 1 to 12, as planned and as written down (invented, adds up)."""
    yield ("task", "planned", "written_down")
    yield ("Tills and service", 610, 618)
    yield ("Back door", 190, 231)
    yield ("Filling and counting", 620, 547)
    yield ("Cleaning, rest", 152, 174)


def _check() -> Rows:
    """List the check of week 12 by group: all of the articles stood on a list that the shop had filled."""
    yield ("group", "checked", "page_in_stock", "found_on_shelf")
    yield ("Food that keeps", 78, 78, 76)
    yield ("Household", 52, 52, 51)
    yield ("Drinks", 41, 41, 41)
    yield ("Batteries, string, candles", 29, 29, 28)


def _leavers(year: History) -> Rows:
    """Add up leavers from the model; those on the list of the trained are rounded down from nine tenths."""
    yield ("up_to_week", "left", "of_these_trained")
    for week in (3, 7, 11, 15, 19, 23, 27, 31):
        left = sum(year["left"][: week + 1])
        yield (week, round(left), int(0.95 * left))


def _takings(year: History) -> Rows:
    """Give units sold, and what Larder calls demand: the mean of what was sold in four weeks (a flaw)."""
    yield ("week", "sold", "demand_by_larder", "ordered", "received")
    for week in WEEKS:
        past = year["sold"][max(0, week - 3) : week + 1]
        yield (
            week,
            round(year["sold"][week]),
            round(sum(past) / len(past)),
            round(year["ordered"][week]),
            round(year["received"][week]),
        )


def _session() -> Rows:
    """List chairs and names of the three evenings (invented)."""
    yield ("evening", "chairs", "names")
    yield ("Tuesday", 20, 17)
    yield ("Wednesday", 20, 14)
    yield ("Thursday", 20, 13)


def _files() -> Rows:
    """List the files that went to the programme (invented); Q12 holds all numbers, under Q11's heading."""
    yield ("file", "week", "day", "holds", "lines", "asked_for")
    yield ("Q7", 1, "Monday", "All numbers, with prices", 4000, "Start")
    yield ("Q8", 4, "Tuesday", "Prices changed since the start", 212, "Shelf edges")
    yield ("Q9", 7, "Friday", "Numbers with more than one supplier", 655, "Depot")
    yield ("Q10", 11, "Wednesday", "Numbers with a wrong picture", 97, "Larder's maker")
    yield ("Q11", 12, "Thursday", "Till roll, Monday to noon today", 3540, "Label printer, trial")
    yield ("Q12", 12, "Thursday", "All numbers, new copy", 4000, "Jonas")
    yield ("Q13", 13, "Tuesday", "Weights that cannot be right", 41, "Larder's maker")


def _walks(year: History, draw: Generator) -> Rows:
    """Walk two hundred places on a Friday: empty ones from the model, sampled within one place."""
    yield ("week", "places", "empty", "larder_says_full")
    for week in range(20, 32):
        empty = round(WALKED * (1 - year["on_shelf"][week])) + int(draw.integers(-1, 2))
        full = empty - (1 if week % 3 == 1 else 0)
        yield (week, WALKED, empty, full)


def main() -> None:
    """Write ``tables/*.csv`` beside this file."""
    write_tables(FOLDER, tables(history()))


if __name__ == "__main__":
    main()
