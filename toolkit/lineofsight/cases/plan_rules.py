"""Rules on the planning task and its key: names, weeks, money, and something to choose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.case import CaseFile
from ..operations import plan_errors
from ..operations.plans import Plan
from .findings import Finding, unknown
from .reading import Reading
from .yaml_text import Document

CASE, KEY = "case.yaml", "key.yaml"
FEWEST_ACTIONS = 14
FEWEST_DECOYS = 4


def weeks(reading: Reading) -> Iterator[Finding]:
    """Starts, replay and midpoint fit together, and a plan can also be begun too late."""
    if reading.file is None:
        return
    document, planning = reading.documents[CASE], reading.file.planning
    for at, start in enumerate(planning.starts):
        if start < planning.replay_from:
            line = document.line(("planning", "starts", at))
            what = f"an action may start in week {start}, before the plan replays"
            yield Finding(CASE, line, what, f"allowed: week {planning.replay_from} on", "take it out")
    if not planning.replay_from < planning.midpoint < reading.file.operations.horizon:
        line = document.line(("planning", "midpoint"))
        what = f"the midpoint is week {planning.midpoint}"
        allowed = f"allowed: after week {planning.replay_from}, before {reading.file.operations.horizon}"
        yield Finding(CASE, line, what, allowed, "choose a week between")
    if not any(start > planning.midpoint for start in planning.starts):
        line = document.line(("planning", "starts"), key=True)
        what = f"no action may start after the midpoint, week {planning.midpoint}"
        yield Finding(CASE, line, what, "allowed: one start or more after it", "add a later week")


def task(reading: Reading) -> Iterator[Finding]:
    """What an action needs exists, there is enough to choose from, and not everything can be bought."""
    if reading.file is None:
        return
    document, planning = reading.documents[CASE], reading.file.planning
    actions = {action.id for action in planning.actions}
    for at, action in enumerate(planning.actions):
        for place, need in enumerate(action.needs):
            if need not in actions:
                line = document.line(("planning", "actions", at, "needs", place))
                yield unknown(CASE, line, "action", need, actions)
    total = sum(action.price for action in planning.actions)
    if total <= planning.budget:
        line = document.line(("planning", "budget"))
        what = f"the budget of {planning.budget:,.0f} pays for everything ({total:,.0f})"
        yield Finding(CASE, line, what, "", "lower it, so that something has to be chosen")
    if len(actions) < FEWEST_ACTIONS:
        line = document.line(("planning", "actions"))
        what = f"there are {len(actions)} actions"
        yield Finding(CASE, line, what, f"allowed: {FEWEST_ACTIONS} or more", "add some, decoys among them")


def plan_key(reading: Reading) -> Iterator[Finding]:
    """The plan key names what the case has, and leaves no action out."""
    if reading.file is None or reading.key is None:
        return
    planning, plan = reading.file.planning, reading.key.plan
    actions = {action.id for action in planning.actions}
    signals = {signal.id for signal in planning.signals}
    harms = {item.id for item in planning.side_effects}
    people = {person.id for person in reading.file.cast}
    causes = {cause.id for cause in reading.key.causes}
    yield from _names(reading, "fits", "action", plan.fits, actions)
    for action, fits in plan.fits.items():
        yield from _names(reading, "fits", "cause", fits, causes, action)
    for name in ("latest", "decoys"):
        yield from _names(reading, name, "action", getattr(plan, name), actions)
    yield from _names(reading, "signals", "signal", plan.signals, signals)
    inner = (
        ("owners", "person", people),
        ("watch", "signal", signals),
        ("side_effects", "side effect", harms),
    )
    for name, what, known in inner:
        table = getattr(plan, name)
        yield from _names(reading, name, "action", table, actions)
        for action, items in table.items():
            yield from _names(reading, name, what, items, known, action)
    line = reading.documents[KEY].line(("plan",))
    for action in sorted(actions - set(plan.fits) - set(plan.decoys)):
        what = f"the action {action!r} has neither a fit nor is a decoy"
        yield Finding(KEY, line, what, "", "add it to plan.fits or plan.decoys")
    for action in sorted(set(plan.fits) - set(plan.decoys) - set(plan.owners)):
        yield Finding(KEY, line, f"nobody can own the action {action!r}", "", "add it to plan.owners")
    for signal in sorted(signals - set(plan.signals)):
        what = f"the signal {signal!r} is not judged"
        yield Finding(KEY, line, what, "allowed: leading, lagging, vanity", "add it to plan.signals")
    if len(plan.decoys) < FEWEST_DECOYS:
        what = f"there are {len(plan.decoys)} decoys"
        yield Finding(KEY, line, what, f"allowed: {FEWEST_DECOYS} or more", "add plausible ones")


def _names(
    reading: Reading, table: str, what: str, found: Iterable[str], known: set[str], inside: str = ""
) -> Iterator[Finding]:
    document = reading.documents[KEY]
    for name in found:
        if name not in known:
            path = ("plan", table, inside) if inside else ("plan", table, name)
            yield unknown(KEY, document.line(path, key=not inside), what, name, known, f"plan.{table}")


def model_plan(reading: Reading) -> Iterator[Finding]:
    """The model plan can be run, and its owners, signals and side effects exist."""
    if reading.file is None or reading.key is None:
        return
    plan, path = reading.key.plan.model_plan, ("plan", "model_plan")
    yield from planned(reading.file, plan, reading.documents[KEY], path, "the model plan cannot run")
    for at, item in enumerate(plan):
        for name in ("signal", "side_effect"):
            if getattr(item, name) is None:
                line = reading.documents[KEY].line((*path, at))
                what = f"{item.action!r} in the model plan has no {name}"
                yield Finding(KEY, line, what, "", f"add one of planning.{name}s in {CASE}")


def planned(
    case: CaseFile, plan: Plan, document: Document, path: tuple[int | str, ...], broken: str
) -> Iterator[Finding]:
    """A plan that stands at a path of a file can be run; the owners, signals and side effects it names exist.

    ``broken``: what is said before the reason where it cannot.
    """
    for error in plan_errors(case, plan):
        line = document.line(path, key=True)
        yield Finding(document.file, line, f"{broken}: {error}", "", "change its actions")
    lists = {
        "owner": {person.id for person in case.cast},
        "signal": {signal.id for signal in case.planning.signals},
        "side_effect": {item.id for item in case.planning.side_effects},
    }
    for at, item in enumerate(plan):
        for part, known in lists.items():
            found = getattr(item, part)
            if found is not None and found not in known:
                line = document.line((*path, at, part))
                yield unknown(document.file, line, part.replace("_", " "), found, known)


RULES = (weeks, task, plan_key, model_plan)
