"""What each action is assumed to do, in words: shown when the year has run, since before it would tell."""

from __future__ import annotations

from ..model.case import Case
from ..model.catalogue import Action, Effect
from ..operations import models
from .amounts import amount, weeks
from .escape import escape


def assumed(case: Case, decoys: dict[str, str]) -> str:
    """Return a list of all actions as HTML, each with its effects; a decoy with why it does little here."""
    return f"<ul>{''.join(_action(case, action, decoys.get(action.id, '')) for action in case.planning.actions)}</ul>"


def _action(case: Case, action: Action, why: str) -> str:
    effects = "; ".join(_effect(case, effect) for effect in action.effects)
    said = f" {escape(why)}" if why else ""
    return f"<li><b>{escape(action.title)}.</b> {effects or 'Nothing that the model counts'}.{said}</li>"


def _effect(case: Case, effect: Effect) -> str:
    control = next(c for c in models()[case.operations.model].controls if c.id == effect.control)
    lasting = effect.weeks if not control.once else None
    for_weeks = f", for {weeks(lasting)}" if lasting else ""
    size = escape(amount(effect.value, control.unit, added=control.text.startswith("On ")))
    text = escape(control.text.rstrip("."))
    return f"{text}: {size}{for_weeks} <small>({escape(effect.basis)})</small>"
