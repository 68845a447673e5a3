"""The state of one seat: a pure function of the journal's entries, rebuilt whenever needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from ..model.base import Side
from ..model.journal import Entry

Payload = Mapping[str, Any]


@dataclass(frozen=True)
class State:
    """Where one seat stands.

    ``answers`` holds what was handed in per step of this attempt; ``tries`` the runs after the
    first; ``contests`` what was objected to; ``seq`` the last entry seen.
    """

    attempt: int = 1
    side: Side | None = None
    dealt: bool = False
    answers: Mapping[str, Payload] = field(default_factory=lambda: MappingProxyType({}))
    tries: tuple[Payload, ...] = ()
    contests: tuple[Payload, ...] = ()
    seq: int = 0

    def handed_in(self, step: str) -> bool:
        """Return whether this step has been handed in."""
        return step in self.answers


def fold(entries: Iterable[Entry], start: State | None = None) -> State:
    """Return the state after the entries, in order; entries already seen are passed over."""
    state = start or State()
    for entry in entries:
        if entry.seq > state.seq or entry.seq == 0:
            state = replace(_after(state, entry), seq=max(entry.seq, state.seq))
    return state


def _after(state: State, entry: Entry) -> State:
    if entry.kind in ("restarted", "erased"):
        return State(attempt=entry.attempt)
    if entry.attempt != state.attempt:
        return state
    if entry.kind == "sided" and state.side is None and "side" in entry.payload:
        return replace(state, side=entry.payload["side"], dealt=bool(entry.payload.get("dealt")))
    if entry.kind == "submitted" and entry.step and entry.step not in state.answers:
        answers = {**state.answers, entry.step: entry.payload}
        return replace(state, answers=MappingProxyType(answers))
    if entry.kind == "tried":
        return replace(state, tries=(*state.tries, entry.payload))
    if entry.kind == "contested":
        return replace(state, contests=(*state.contests, entry.payload))
    return state
