"""The debrief in prose: the expert's diagnosis, causes and herrings, a model plan, kindred incidents."""

from __future__ import annotations

from ..model.base import SIDES, Side
from ..model.case import Case
from ..model.disconnects import DISCONNECTS
from ..model.key import Cause, Herring, Incident, Key
from ..reports.assumed import assumed
from ..reports.documents import markdown
from ..reports.escape import escape


def debrief(case: Case, key: Key, side: Side) -> tuple[str, ...]:
    """Return the sections of the debrief as HTML; only for a seat that may see the key."""
    return (
        f"<article class='los-card los-doc los-expert'><h2>An expert's reading</h2>{markdown(key.expert)}</article>",
        _section("The causes", "".join(_cause(case, cause) for cause in key.causes), "los-causes"),
        _section(
            "What only looked like causes",
            "".join(_herring(case, herring) for herring in key.herrings),
            "los-herrings",
        ),
        _section("What was not on your desk at first", _unseen(key, side), "los-unseen"),
        _section("What it set going", _items(key.second_order), "los-loops"),
        _plan(case, key),
        _fold("What each action is assumed to do", assumed(case, key.plan.decoys)),
        _section("It has happened", "".join(_incident(item) for item in key.kin), "los-kin"),
        _fold(
            "Flaws planted in the tables", _items(tuple(f"{trap.what} {trap.lesson}" for trap in key.traps))
        ),
    )


def _section(title: str, inside: str, name: str) -> str:
    return f"<section class='{name}'><h2>{escape(title)}</h2>{inside}</section>"


def _fold(title: str, inside: str) -> str:
    return f"<details class='los-fold'><summary>{escape(title)}</summary>{inside}</details>"


def _items(texts: tuple[str, ...]) -> str:
    return "<ul>" + "".join(f"<li>{escape(text)}</li>" for text in texts) + "</ul>"


def _cause(case: Case, cause: Cause) -> str:
    legs = "".join(
        f"<p class='los-leg'><span class='los-side {side}'>{side.title()}</span> "
        + ", ".join(escape(case.exhibit(id).title) for id in cause.evidence.get(side, ()))
        + "</p>"
        for side in SIDES
    )
    said = escape(case.statement(cause.exact[0]).text)
    near = "".join(f"<p><b>Close to it.</b> {escape(case.statement(id).text)}</p>" for id in cause.near)
    return (
        f"<div class='los-card los-cause'><h3>{escape(cause.title)} <span class='num'>{cause.weight:.0%}</span></h3>"
        f"<p class='los-said'>{said}</p><p>{escape(cause.why)}</p>{near}{legs}"
        f"<p><small>Weight {cause.basis}. Kind of disconnect: {DISCONNECTS[cause.disconnect].name}.</small></p></div>"
    )


def _herring(case: Case, herring: Herring) -> str:
    return (
        f"<details class='los-fold'><summary>{escape(case.statement(herring.statement).text)}</summary>"
        f"<p><b>Why it tempts.</b> {escape(herring.tempting)}</p><p><b>What breaks it.</b> {escape(herring.breaks)}</p></details>"
    )


def _unseen(key: Key, side: Side) -> str:
    ordered = (side, *(item for item in SIDES if item != side))
    return "".join(
        f"<p><span class='los-side {item}'>{item.title()}</span> {escape(key.unseen[item])}</p>"
        for item in ordered
    )


def _plan(case: Case, key: Key) -> str:
    actions = {action.id: action for action in case.planning.actions}
    rows = "".join(
        f"<tr><td>{escape(actions[item.action].title)}</td><td>{escape(case.person(item.owner).name)}</td>"
        f"<td class='num'>week {item.start}</td></tr>"
        for item in key.plan.model_plan
    )
    return (
        "<section class='los-card los-doc'><h2>A plan that works</h2>"
        "<table><thead><tr><th scope='col'>Action</th><th scope='col'>Owner</th><th scope='col' class='num'>Start</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>{markdown(key.plan.model_plan_why)}</section>"
    )


BASED = {
    "nothing": "Kindred only: nothing in the case is taken from it.",
    "a trait": "The case borrows a trait of it.",
    "its course": "The case follows its course; people, firm and figures are invented.",
}


def _incident(item: Incident) -> str:
    return (
        f"<div class='los-card los-incident'><h3>{escape(item.title)}</h3><p>{escape(item.facts)}</p>"
        f"<p><b>Based on it?</b> {BASED[item.based_on]}</p>"
        f"<p><b>Alike.</b> {escape(item.alike)}</p><p><b>Unlike.</b> {escape(item.unlike)}</p>"
        f"<p><small>Source: {escape(item.source)}</small></p></div>"
    )
