"""Write this case's tables: the year as it was, from the model of work across units, with stated noise.

Run ``python make_tables.py`` in the project's environment; the same seed gives the same bytes. The
history is the model's do-nothing year without its own noise. On top of it lies only what the functions
below say: counting errors, the days of a week, invented counts of forms, names and weather, and the
flaws that ``key.yaml`` lists. Where two papers tell the same figure it is made once, in ``_trios``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lineofsight.cases.generators import History, Rows, csv_text, told_year, write_tables

if TYPE_CHECKING:
    from numpy.random import Generator

FOLDER = Path(__file__).parent
SEED = 1731
WEEKS = range(1, 31)
HOUSES = ("Counter", "Workshop", "Carriage")
# Share of what is passed back in a week that goes on each day: the box is counted on Fridays at four.
BACK = {"Monday": 0.13, "Tuesday": 0.12, "Wednesday": 0.13, "Thursday": 0.17, "Friday": 0.45}
# Who signs the slips for the pot, and each one's part of them.
SIGNERS = {
    "Jory": ("Carriage", 0.14), "Bas": ("Carriage", 0.11), "Lou": ("Carriage", 0.09),
    "Emil": ("Workshop", 0.13), "Greta": ("Workshop", 0.11), "Tom": ("Workshop", 0.09),
    "Nadia": ("Counter", 0.13), "Pia": ("Counter", 0.11), "Hal": ("Counter", 0.09),
}  # fmt: skip
SERIES = [
    *("raised", "sent_back", "closed_in_time", "closed", "given_up", "open", "old"),
    *("card_1", "card_2", "card_3", "customers", "customers_left"),
]


class Trios(NamedTuple):
    """A week's trios as the Counter's book has them; together they are the change in what is open."""

    opened: int
    passed_back: int
    done: int
    given_up: int
    open: int
    older: int


def history() -> dict[str, list[float]]:
    """Return the weekly series of the do-nothing year, weeks 0 to 51, without noise."""
    return told_year(FOLDER, SERIES, parameters={"noise": 0.0})


def tables(year: History, seed: int = SEED) -> dict[str, str]:
    """Return each table's CSV text by its name (without the suffix)."""
    from numpy.random import default_rng

    draw = default_rng(seed)
    trios = _trios(year, draw)
    made = {
        "trios": _book(trios),
        "cards": _cards(year, draw),
        "fridays": _fridays(trios, draw),
        "hours": _hours(trios, draw),
        "print": _print(trios, draw),
        "forms": _forms(),
        "recall": _recall(),
        "sheets": _sheets(trios, draw),
        "signers": _signers(trios),
        "pot": _pot(year, trios),
        "damp": _damp(draw),
    }
    return {name: csv_text(rows) for name, rows in made.items()}


def _trios(year: History, draw: Generator) -> Mapping[int, Trios]:
    """Return the trios of weeks 1 to 30: 4 % noise on those opened; those done make it add up."""
    made: dict[int, Trios] = {}
    before = round(year["open"][0])
    for week in WEEKS:
        opened = round(year["raised"][week] * draw.normal(1, 0.04))
        back = round(year["sent_back"][week] * draw.normal(1, 0.04))
        given_up, left, older = (round(year[name][week]) for name in ("given_up", "open", "old"))
        made[week] = Trios(opened, back, before + opened - given_up - left, given_up, left, older)
        before = left
    return made


def _book(trios: Mapping[int, Trios]) -> Rows:
    """Copy the Counter's book. What is passed back stays open and is not opened again."""
    yield ("week", *Trios._fields)
    for week, counts in trios.items():
        yield (week, *counts)


def _cards(year: History, draw: Generator) -> Rows:
    """Fill the three cards (1 % noise). A trio passed back counts as a job done: the planted flaw."""
    yield ("week", "counter", "workshop", "carriage", "customers", "left")
    for week in range(1, 29):
        cards = [round(year[f"card_{house}"][week] * draw.normal(1, 0.01), 3) for house in (1, 2, 3)]
        yield (week, *cards, round(year["customers"][week]), round(year["customers_left"][week]))


def _fridays(trios: Mapping[int, Trios], draw: Generator) -> Rows:
    """Part what was passed back in weeks 14 to 26 among the days (3 % noise)."""
    yield ("weekday", "passed_back")
    shares = {day: share * draw.normal(1, 0.03) for day, share in BACK.items()}
    total = sum(trios[week].passed_back for week in range(14, 27))
    left = total
    for day, share in shares.items():
        count = left if day == "Friday" else round(total * share / sum(shares.values()))
        left -= count
        yield (day, count)


def _written(trios: Mapping[int, Trios], weeks: Iterable[int], draw: Generator) -> list[int]:
    """Return the hours that each house writes on trios: one for each time it has one (3 % noise)."""
    kept = list(weeks)
    opened, back = (sum(trios[week][at] for week in kept) for at in (0, 1))
    often = (opened + back, opened + back // 2, opened)
    return [round(hours * draw.normal(1, 0.03)) for hours in often]


def _hours(trios: Mapping[int, Trios], draw: Generator) -> Rows:
    """Set the weekly print, which goes by the number, beside the card, which goes by who worked."""
    yield ("house", "written", "weekly_print", "on_the_card")
    hours = _written(trios, range(4, 8), draw)
    for house, own in zip(HOUSES, hours, strict=True):
        yield (house, own, sum(hours) if house == "Counter" else 0, own)


def _print(trios: Mapping[int, Trios], draw: Generator) -> Rows:
    """Copy the weekly print of week 6, before the month's close (a planted flaw)."""
    yield ("house", "written", "credited")
    hours = _written(trios, [6], draw)
    for house, own in zip(HOUSES, hours, strict=True):
        yield (house, own, sum(hours) if house == "Counter" else 0)


def _forms() -> Rows:
    """List the forms that were back on the Monday of week 9, three days before the meeting."""
    yield ("house", "people", "back_on_monday")
    yield from zip(HOUSES, (20, 20, 20), (19, 4, 2), strict=True)


def _recall() -> Rows:
    """List who named the two first things without a list in week 21: three in ten, as in the model."""
    yield ("house", "asked", "both", "one", "neither")
    yield from zip(HOUSES, (20, 20, 20), (7, 6, 5), (8, 7, 6), (5, 7, 9), strict=True)


def _sheets(trios: Mapping[int, Trios], draw: Generator) -> Rows:
    """Log first visits (one for each trio opened), sheets sent and opened, and second measures."""
    yield ("period", "visits", "sent_same_evening", "opened_by_wednesday", "measured_again", "hours_again")
    for first in range(7, 31, 4):
        visits = sum(trios[week].opened for week in range(first, first + 4))
        sent = round(visits * draw.uniform(0.97, 0.99))
        seen, again = (round(visits * draw.uniform(low, low + 0.02)) for low in (0.94, 0.88))
        yield (f"weeks {first} to {first + 3}", visits, sent, seen, again, 2 * again)


def _signers(trios: Mapping[int, Trios]) -> Rows:
    """Count slips by the name on them: who signs for a house, not who did the trio (a planted flaw)."""
    yield ("name", "house", "slips")
    total = sum(trios[week].done for week in range(16, 31))
    for name, (house, share) in SIGNERS.items():
        yield (name, house, round(total * share))


def _pot(year: History, trios: Mapping[int, Trios]) -> Rows:
    """Part the trios paid from week 18 on into those done within four weeks and older ones."""
    yield ("week", "trios", "older", "paid")
    for week in range(18, 31):
        done = trios[week].done
        older = round(done * (1 - year["closed_in_time"][week] / year["closed"][week]))
        yield (week, done, older, 48 * done)


def _damp(draw: Generator) -> Rows:
    """Invent the damp spell of weeks 10 to 14: keys that stick are a house's own work, not trios."""
    yield ("week", "humidity", "stuck_keys")
    for week in range(4, 16):
        damp = {10: 0.6, 11: 1.0, 12: 1.0, 13: 0.95, 14: 0.5}.get(week, 0.0)
        yield (week, round(52 + 26 * damp + draw.normal(0, 1)), round(17 + 52 * damp + draw.normal(0, 2)))


def main() -> None:
    """Write ``tables/*.csv`` beside this file."""
    write_tables(FOLDER, tables(history()))


if __name__ == "__main__":
    main()
