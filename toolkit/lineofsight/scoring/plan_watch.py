"""What a plan watches: signals that lead rather than flatter, and side effects that are real."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.answers import Plan, PlannedAction
from ..model.case import Case
from ..model.key import Key
from ..model.score import Reason

SIGNALS, FORESIGHT = 4.0, 3.0
QUALITY = {"leading": 1.0, "lagging": 0.35, "vanity": 0.0}
ELSEWHERE = 0.5
_SAID = {
    "leading": "moves early enough to act on",
    "lagging": "is right, but tells you late",
    "vanity": "goes up whatever happens",
}


def signals(useful: Sequence[PlannedAction], plan: Plan, case: Case, key: Key) -> tuple[Reason, ...]:
    """Return one reason per useful action: how good its signal is, and whether it tells of it."""
    texts = {signal.id: signal.text for signal in case.planning.signals}
    return tuple(_signal(planned, texts, key, SIGNALS / len(useful)) for planned in useful)


def _signal(planned: PlannedAction, texts: dict[str, str], key: Key, each: float) -> Reason:
    signal = planned.signal or ""
    if signal not in texts:
        return Reason(text="An action without a signal.", points=0)
    quality = key.plan.signals.get(signal, "vanity")
    tells = signal in key.plan.watch.get(planned.action, ())
    share = QUALITY[quality] * (1 if tells else ELSEWHERE)
    joint = "and" if quality == "lagging" else "but"
    where = "" if tells or not share else f", {joint} not of this action"
    return Reason(text=f"“{texts[signal]}” {_SAID[quality]}{where}.", points=each * share)


def foresight(useful: Sequence[PlannedAction], plan: Plan, case: Case, key: Key) -> tuple[Reason, ...]:
    """Return one reason per useful action: whether the side effect named is a real one."""
    texts = {item.id: item.text for item in case.planning.side_effects}
    titles = {action.id: action.title for action in case.planning.actions}
    reasons = []
    for planned in useful:
        real = planned.side_effect in key.plan.side_effects.get(planned.action, ())
        named = texts.get(planned.side_effect or "", "no side effect named")
        verdict = "it may well do that" if real else "that is not where it hurts"
        text = f"“{titles[planned.action]}”: “{named}”: {verdict}."
        reasons.append(Reason(text=text, points=FORESIGHT / len(useful) if real else 0))
    return tuple(reasons)
