"""Write this case's tables: the year as it was, from the support desk model, with stated noise.

Run ``python make_tables.py`` in the project's environment; the same seed gives the same bytes. The
history is the model's do-nothing year without its own noise. On top of it lies only what the
functions below say: counting errors, the days of a week, and three flaws that ``key.yaml`` lists.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy.random import Generator

FOLDER = Path(__file__).parent
SEED = 1230
WEEKS = range(1, 31)
CELL = int | float | str
History = Mapping[str, Sequence[float]]
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Share of a week's letters that arrives on each day.
RHYTHM = (0.18, 0.165, 0.165, 0.16, 0.155, 0.09, 0.085)
SERIES = [
    *("users", "new_users", "churned", "tickets", "reopened", "solved", "backlog", "wait_days"),
    *("seniors", "rookies", "ordered", "arrived", "overtime", "reopen_share"),
]


def history() -> dict[str, list[float]]:
    """Return the weekly series of the do-nothing year, weeks 0 to 51, without noise."""
    from yaml import safe_load

    from lineofsight.model.case import CaseFile
    from lineofsight.operations import run

    case = CaseFile.model_validate(safe_load((FOLDER / "case.yaml").read_text(encoding="utf-8")))
    years = run(case, [[]], replications=1, keep=SERIES, parameters={"noise": 0.0})
    return {name: [float(value) for value in years.signals[name][0, 0]] for name in SERIES}


def tables(year: History, seed: int = SEED) -> dict[str, str]:
    """Return each table's CSV text by its name (without the suffix)."""
    from numpy.random import default_rng

    draw = default_rng(seed)
    made = {
        "contacts": _contacts(draw),
        "backlog": _backlog(year, draw),
        "hiring": _hiring(year, draw),
        "scorecard": _scorecard(year, draw),
        "output": _output(year, draw),
        "days": _days(year, draw),
        "acquisition": _acquisition(year),
        "tasks": _tasks(),
    }
    return {name: _text(rows) for name, rows in made.items()}


def _contacts(draw: Generator) -> Iterable[Sequence[CELL]]:
    """Count eight weeks before week 0, counted by hand: one letter in fifty slips through (2 %)."""
    yield ("joined", "accounts", "letters", "per_hundred")
    for joined, accounts, rate in (
        ("in the last 7 days", 1000, 0.27),
        ("1 to 4 weeks ago", 2950, 0.02),
        ("4 to 12 weeks ago", 7600, 0.02),
        ("more than 12 weeks ago", 88100, 0.02),
    ):
        letters = round(accounts * rate * draw.normal(0.98, 0.01))
        yield (joined, accounts, letters, round(100 * letters / accounts, 1))


def _backlog(year: History, draw: Generator) -> Iterable[Sequence[CELL]]:
    """Copy the tool's own export: 1 % counting noise on letters; ages from the wait in a first-in queue."""
    yield (
        "week", "new_letters", "about_bank_link", "reopened", "solved", "open", "over_3_days", "oldest_tenth",
    )  # fmt: skip
    for week in WEEKS:
        wait, waiting = year["wait_days"][week], year["backlog"][week]
        old = max(0.0, 1 - 3 / wait) if wait > 0 else 0.0
        new, again, done = (
            round(year[name][week] * draw.normal(1, 0.01)) for name in ("tickets", "reopened", "solved")
        )
        link = {13: 372, 14: 88, 15: 21}.get(week, int(draw.integers(4, 13)))
        yield (week, new, link, again, done, round(waiting), round(waiting * old), round(0.9 * wait, 1))


def _hiring(year: History, draw: Generator) -> Iterable[Sequence[CELL]]:
    """Seat whole people; what each kind solves is sampled on one day a week (noise 1.2 letters)."""
    yield ("week", "ordered", "seated", "learners", "trained", "solved_per_learner", "solved_per_trained")
    for week in WEEKS:
        pace = 1 + year["overtime"][week]
        people = (round(year[name][week]) for name in ("ordered", "arrived", "rookies", "seniors"))
        learner, trained = (round(rate * pace + draw.normal(0, 1.2)) for rate in (37.5, 75.0))
        yield (week, *people, learner, trained)


def _scorecard(year: History, draw: Generator) -> Iterable[Sequence[CELL]]:
    """Fill one page a week. From week 11 a receipt counts as an answer: the flaw is planted here."""
    yield ("week", "signups", "users", "cancelled", "within_day", "cost_per_letter")
    for week in WEEKS:
        shown = 0.972 if week >= 11 else 0.915
        wages = (year["seniors"][week] + year["rookies"][week]) * 1100
        cost = wages * (1 + 1.5 * year["overtime"][week]) / year["solved"][week]
        yield (
            week,
            round(year["new_users"][week] * draw.normal(1, 0.01)),
            round(year["users"][week]),
            round(year["churned"][week]),
            round(shown + draw.uniform(-0.008, 0.008), 3),
            round(cost, 2),
        )  # fmt: skip


def _output(year: History, draw: Generator) -> Iterable[Sequence[CELL]]:
    """Report every second week; a learner counts as a whole head (a planted flaw)."""
    yield ("week", "heads", "solved", "solved_per_head", "done_again")
    for week in range(10, 27, 2):
        heads = round(year["seniors"][week]) + round(year["rookies"][week])
        solved = round(year["solved"][week] * draw.normal(1, 0.01))
        yield (week, heads, solved, round(solved / heads, 1), round(year["reopen_share"][week], 3))


def _days(year: History, draw: Generator) -> Iterable[Sequence[CELL]]:
    """Spread letters over days, weeks 12 to 14; 3 % noise; 208 and 164 more while the bank link was down."""
    yield ("day", "weekday", "letters")
    for at in range(21):
        week, weekday = 12 + at // 7, at % 7
        more = {9: 208, 10: 164}.get(at, 0)
        letters = year["tickets"][week] * RHYTHM[weekday] * draw.normal(1, 0.03) + more
        yield (at + 1, WEEKDAYS[weekday], round(letters))


def _acquisition(year: History) -> Iterable[Sequence[CELL]]:
    """Set marketing spend (invented) against sign-ups less cancellations, four weeks at a time."""
    yield ("period", "spend", "joined", "cancelled", "cost_per_gain")
    for first, spend in ((4, 60000), (8, 60000), (12, 360000), (16, 360000), (20, 360000)):
        joined, cancelled = (sum(year[name][first : first + 4]) for name in ("new_users", "churned"))
        cost = round(spend / (joined - cancelled), 2)
        yield (f"weeks {first} to {first + 3}", spend, round(joined), round(cancelled), cost)


def _tasks() -> Iterable[Sequence[CELL]]:
    """List the tasks as the company tracker showed it; one line was never kept up."""
    yield ("task", "owner", "due", "done")
    yield ("Bus posters, print", "Growth", 10, 1.0)
    yield ("Radio, three spots", "Growth", 11, 1.0)
    yield ("Landing page", "Growth", 11, 1.0)
    yield ("Bank link, second test", "Product", 11, 1.0)
    yield ("New ticket tool", "Support", 11, 1.0)
    yield ("Guide for newcomers, forty articles", "Support", 10, 0.15)
    yield ("Sign-up page, larger servers", "Product", 11, 1.0)


def _text(rows: Iterable[Sequence[CELL]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def main() -> None:
    """Write ``tables/*.csv`` beside this file."""
    for name, text in tables(history()).items():
        (FOLDER / "tables" / f"{name}.csv").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
