"""The parts of a first draft that depend on its model: outcomes, actions, signals, and the key to them.

Each is a block of YAML for a placeholder of the template in ``first_draft/``. What an
action is called and costs is a beginning: the better it helps, the dearer it is, and not all can be paid.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import cycle
from textwrap import indent
from typing import Any

from ..operations.protocol import Signal
from .draft_table import charted, described_columns, written_as, written_weeks
from .draft_trials import Lever, Trials, Use, rounded

LEADS = (4, 2, 6, 3, 5, 4, 6, 2, 4)
# Which part of what an action is worth its price takes away again.
DEAR = (0.1, 0.2, 0.12, 0.25, 0.15)
# Two actions of the template without which others do nothing: who owns them, what they cost.
ENABLING = {"show-the-count": "hedda-moss", "one-sheet": "juna-falk"}
NEEDS = {1: "show-the-count", 3: "one-sheet"}
OWNERS = (["hedda-moss", "bram-teller"], ["juna-falk", "orla-vint"], ["ines-tarp", "hedda-moss"])
CAUSES = ("date-before-people", "count-in-drawer", "two-plans", "figure-that-changed")
HARMS = ("people-stretched", "others-wait", "money-tied", "habits-return")
LAST_USEFUL_START = 8
# The last week on the chart of each of the two papers that show the model.
FLOOR_WEEK, PAGE_WEEK = 15, 20


class Parts:
    """The blocks of one draft, by the name of their placeholder."""

    def __init__(self, model: str) -> None:
        self.model = model
        self.trials = Trials(model)
        self.uses = self.trials.uses()
        self.levers = {slug(lever.control.id): lever for lever in self.trials.levers()}

    def case(self) -> dict[str, str]:
        """Return the blocks of ``case.yaml``."""
        prices = {id: self._price(lever, at) for at, (id, lever) in enumerate(self.levers.items())}
        unit = rounded(sum(prices.values()) / len(prices) / 10)
        names = [item.title for item in self.leading]
        chains = [["The work that comes in", name, self.uses[0].outcome.title] for name in names[:2]]
        return {
            "model": self.model,
            "outcomes": yaml([self._outcome(use) for use in self.uses], 4),
            "dashboard": yaml([item.id for item in self.vanity], 4),
            "shown": yaml([item.id for item in self.leading[:3]], 4),
            "doubts": yaml([self._doubt(*item) for item in self._doubted()], 4),
            "chains": yaml(chains, 4),
            "budget": f"{rounded(sum(prices.values()) / 2):.0f}",
            "actions": yaml([self._action(id, prices[id], at) for at, id in enumerate(self.levers)], 4),
            "signals": yaml([_choice(item) for item in self._watched()], 4),
            **{f"price_{size}": f"{unit * size:.0f}" for size in (1, 2, 3)},
        }

    def key(self) -> dict[str, str]:
        """Return the blocks of ``key.yaml``, the model plan left out."""
        ids, leading = list(self.levers), [slug(item.id) for item in self.leading]
        pairs = zip(ids, CAUSES * len(ids), strict=False)
        order = [[need, ids[at]] for at, need in NEEDS.items() if at < len(ids)]
        kinds = [("leading", self.leading), ("lagging", self.lagging), ("vanity", self.vanity)]
        return {
            "fits": yaml({id: {cause: 0.7} for id, cause in pairs}, 4),
            "latest": yaml(dict.fromkeys(ids, LAST_USEFUL_START), 4),
            "owners": yaml(dict(zip(ids, cycle(OWNERS), strict=False)), 4),
            "judged": yaml({slug(item.id): kind for kind, items in kinds for item in items}, 4),
            "watch": yaml({id: self.watch(id) for id in ids}, 4),
            "first_signal": leading[0],
            "harms": yaml({id: [harm] for id, harm in zip(ids, cycle(HARMS), strict=False)}, 4),
            "order": yaml(order, 4),
        }

    def papers(self) -> dict[str, str]:
        """Return what the papers with a chart of the model say of it, and the columns of its table."""
        floor = charted("floor", self.leading[0], FLOOR_WEEK, self.trials)
        page = charted("page", self.vanity[0], PAGE_WEEK, self.trials)
        return floor | page | {"fields": described_columns(self.trials, self.columns)}

    def table(self) -> str:
        """Return ``tables/weeks.csv``."""
        return written_weeks(self.trials, self.columns)

    @cached_property
    def leading(self) -> list[Signal]:
        """The four signals that move most when something is done about them."""
        quick = [item for item in self.trials.signals() if item.better == "down" and not _slow(item)]
        quick = [item for item in quick if self.trials.alive(item)]
        moved = {
            item.id: sum(min(1.0, lever.moves[item.id]) for lever in self.levers.values()) for item in quick
        }
        return sorted(quick, key=lambda item: -moved[item.id])[:4]

    @cached_property
    def vanity(self) -> list[Signal]:
        """The two that look good on a page; leadership has them already."""
        return [item for item in self.trials.signals() if item.better == "up" and not _slow(item)][:2]

    @cached_property
    def lagging(self) -> list[Signal]:
        """Two that tell when it is over."""
        return [item for item in self.trials.signals() if _slow(item)][:2]

    @property
    def columns(self) -> Sequence[Signal]:
        """The signals that stand in the table of weeks."""
        return [*self.vanity, *self.leading[:3]]

    def watch(self, id: str) -> list[str]:
        """Return the two signals that tell soonest whether an action works."""
        moves = self.levers[id].moves
        return [slug(item.id) for item in sorted(self.leading, key=lambda item: -moves[item.id])[:2]]

    def planned(self, id: str) -> dict[str, Any]:
        """Return an action of the model plan, in week 0, as ``key.yaml`` writes it."""
        if id in ENABLING:
            owner, signal, harm = ENABLING[id], slug(self.leading[0].id), "others-wait"
        else:
            at = list(self.levers).index(id)
            owner, signal, harm = OWNERS[at % len(OWNERS)][0], self.watch(id)[0], HARMS[at % len(HARMS)]
        return {"action": id, "owner": owner, "start": 0, "signal": signal, "side_effect": harm}

    def _watched(self) -> list[Signal]:
        return [*self.leading, *self.lagging, *self.vanity]

    def _doubted(self) -> list[tuple[str, float, float, str]]:
        return [
            (item.parameter.id, item.low, item.high, item.parameter.text) for item in self.trials.doubts()
        ]

    def _doubt(self, parameter: str, low: float, high: float, text: str) -> dict[str, Any]:
        return {"parameter": parameter, "low": low, "high": high, "text": text}

    def _outcome(self, use: Use) -> dict[str, Any]:
        low, high = self.trials.typical(use.outcome)
        found = {"outcome": use.outcome.id, "title": use.outcome.title, "about": use.about}
        forecast = use in (self.uses[0], self.uses[-1])
        return found | {
            "weight": use.weight,
            "scale": use.scale,
            "format": written_as(use.outcome.unit, high),
            "forecast": forecast,
            "typical": [low, high],
        }

    def _price(self, lever: Lever, at: int) -> float:
        money = self.uses[-1]
        return rounded(max(lever.gain, 0.01) * DEAR[at % len(DEAR)] * money.scale / money.weight)

    def _action(self, id: str, price: float, at: int) -> dict[str, Any]:
        lever = self.levers[id]
        control, value = lever.control, lever.value
        still = {"product": 1.0, "sum": 0.0, "max": control.default}[control.combine]
        least = value if control.unit == "0 or 1" else float(f"{value - (value - still) / 5:.3g}")
        found = {"id": id, "title": _title(lever), "about": control.text, "price": price}
        found |= {"lead": LEADS[at % len(LEADS)]} | ({"needs": [NEEDS[at]]} if at in NEEDS else {})
        basis = "assumption: say here where these figures come from"
        return found | {"effects": [{"control": control.id, "value": sorted([least, value]), "basis": basis}]}


def slug(name: str) -> str:
    """Return a model's name as the name of an action or a signal."""
    return name.replace("_", "-")


def yaml(data: dict[str, Any] | list[Any], depth: int) -> str:
    """Return data as YAML, an entry a line where it fits; all but the first line indented by ``depth``."""
    entries = (
        [{name: value} for name, value in data.items()] if isinstance(data, dict) else [[e] for e in data]
    )
    return indent("".join(map(_dumped, entries)), " " * depth).strip()


def _dumped(entry: dict[str, Any] | list[Any]) -> str:
    from yaml import safe_dump

    (value,) = entry.values() if isinstance(entry, dict) else entry
    flow = None if isinstance(value, dict | list) else False
    text: str = safe_dump(
        _plain(entry), sort_keys=False, allow_unicode=True, width=400, default_flow_style=flow
    )
    return text


def _plain(data: Any) -> Any:
    """Return data with whole numbers written as such."""
    if isinstance(data, dict):
        return {name: _plain(value) for name, value in data.items()}
    if isinstance(data, list):
        return [_plain(value) for value in data]
    return int(data) if isinstance(data, float) and data.is_integer() else data


def _title(lever: Lever) -> str:
    name, value, unit = lever.control.id.replace("_", " ").capitalize(), lever.value, lever.control.unit
    if lever.control.combine == "product":
        return f"{name}: {abs(value - 1):.0%} {'more' if value > 1 else 'less'}"
    if unit == "0 or 1":
        return name
    return f"{name}: {value:.0%}" if unit == "share" else f"{name}: {value:g} {unit}"


def _choice(item: Signal) -> dict[str, str]:
    return {"id": slug(item.id), "text": f"{item.title}, every week", "series": item.id, "shows": item.title}


def _slow(item: Signal) -> bool:
    return item.id.endswith("_quarter") or item.unit.startswith("USD")
