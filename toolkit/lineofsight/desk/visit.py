"""A visit: one person at one case, with everything they may do there and nothing they may not.

Every rule is checked here, because a browser can send any widget message: a step that is not open,
a paper of the other side or a second hand-in changes nothing, whatever the page looked like.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import paths
from ..errors import AnswerError
from ..model.base import SIDES, Side, other
from .ledger import Ledger
from .state import State
from .taking import take
from .visitor import seat_id, solo_session, visitor_token

if TYPE_CHECKING:
    from ..model.case import Case
    from ..model.exhibit import Exhibit
    from ..model.key import Key, Typical
    from ..model.runsheet import RunSheet, Step
    from ..store import Store

LONGEST_CONTEST = 1000


def enter(slug: str, store: Store | None = None) -> Visit:
    """Open (or come back to) the solo session of whoever runs this process at one case."""
    from ..store import open_store
    from .library import open_case, shelf

    case = open_case(slug)
    return Visit(
        case,
        key=lambda: shelf().key(slug),
        store=store or open_store(paths.default_store()),
        token=visitor_token(),
        folder=shelf().folder(slug),
    )


class Visit:
    """One seat in one session, seen from one page (the same person may have several open)."""

    def __init__(
        self,
        case: Case,
        key: Callable[[], Key],
        store: Store,
        token: str,
        folder: Path | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.case = case
        self._key = key
        self.folder = folder
        self.seat = seat_id(token)
        self.session = solo_session(token, case.slug)
        self._ledger = Ledger(store, self.session, self.seat, case.hash, now)
        if self.state.seq == 0:
            self._ledger.append("joined", {})

    # Where we are

    @property
    def state(self) -> State:
        """What this seat has done so far."""
        return self._ledger.state

    @property
    def behind(self) -> bool:
        """Whether another page of this seat has gone on: then this one can only be reloaded."""
        return self._ledger.behind

    @property
    def sheet(self) -> RunSheet:
        """The run sheet this session follows."""
        return self.case.run_sheets["solo"]

    @property
    def current(self) -> Step:
        """The first step that is not handed in (the last one when all are)."""
        steps = self.sheet.steps
        return next((step for step in steps if not self.state.handed_in(step.id)), steps[-1])

    @property
    def side(self) -> Side:
        """The side this seat sits on; ``AnswerError`` before one is taken."""
        if self.state.side is None:
            raise AnswerError("Take a side first.")
        return self.state.side

    def may_open(self, step: str) -> bool:
        """Return whether a step may be looked at: everything up to the current one."""
        ids = [item.id for item in self.sheet.steps]
        return step in ids and ids.index(step) <= ids.index(self.current.id)

    # Unfinished answers

    def draft(self, step: str, field: str, default: Any = None) -> Any:
        """Return an unfinished field of this attempt."""
        return self._ledger.drafts.get((step, field), default)

    def keep(self, step: str, field: str, value: Any) -> None:
        """Write an unfinished field; when this returns it is on disk. ``StoreError`` if it is not."""
        self._ledger.catch_up()
        if step != "page" and (not self.may_open(step) or self.state.handed_in(step)):
            raise AnswerError("This step is not open; nothing was changed.")
        self._ledger.keep(step, field, value)

    # Acts

    def deal(self) -> Side:
        """Return the side dealt to this seat for this attempt (the same however often asked)."""
        return SIDES[(int(self.seat, 16) + self.state.attempt) % 2]

    def take_side(self, side: Side, dealt: bool = False) -> None:
        """Sit down on a side; it stays for this attempt."""
        if side not in ("leadership", "operations"):
            raise AnswerError("Take a side first: leadership or operations, or be dealt one.")
        self._ledger.catch_up()
        if self.state.side and self.state.side != side:
            raise AnswerError("You already sit on a side; “Start again” lets you take the other.")
        self._ledger.append("sided", {"side": side, "dealt": dealt})
        self._ledger.must_stand(self.state.side == side)

    def submit(self, step: str, payload: Mapping[str, Any], submission: str | None = None) -> None:
        """Hand in a step: kept for good. The same ``submission`` twice is harmless."""
        self._ledger.catch_up()
        if not self.may_open(step):
            raise AnswerError("This step is not open yet; nothing was changed.")
        if self.state.handed_in(step):
            raise AnswerError("You have handed this in already; nothing was changed.")
        activity = self.sheet.step(step).activity
        taken = take(activity, payload, self.case, self.desk(step))
        if activity == "simulate":
            self._amendable(taken)
        self._ledger.append("submitted", taken, step, submission)
        self._ledger.must_stand(self.state.answers.get(step) == taken)

    def try_again(self, actions: Sequence[Mapping[str, Any]], change: Mapping[str, Any]) -> None:
        """Keep one more run after the first (which stays the one that is scored)."""
        from .taking import tried

        self._ledger.catch_up()
        run = self._done("simulate")
        self._ledger.append("tried", tried(actions, change, self.case), run)

    def contest(self, criterion: str, words: str) -> None:
        """Object to a point in one line; it is kept for the case's author."""
        words = " ".join(words.split())[:LONGEST_CONTEST]
        if not words:
            raise AnswerError("Say in one line what you object to.")
        self._ledger.catch_up()
        step = next(step.id for step in self.sheet.steps if step.activity == "score")
        if not self.may_open(step):
            raise AnswerError("There is no score yet to object to; nothing was changed.")
        self._ledger.append("contested", {"criterion": criterion[:64], "words": words}, step)

    def start_again(self) -> None:
        """Begin a new attempt; the old one stays in the journal."""
        self._ledger.restart()

    def erase(self) -> None:
        """Blank everything this person wrote in this case, drafts too, in one transaction."""
        self._ledger.erase()

    # What may be seen

    def desk(self, step: str) -> tuple[Exhibit, ...]:
        """Return the papers this seat may read and cite at a step: both desks after pooling."""
        mine = self.case.papers(self.side)
        if self.sheet.step(step).activity in ("brief", "exhibits", "diagnose"):
            return mine
        self._done("diagnose")
        return mine + tuple(paper for paper in self.case.exhibits if paper not in mine)

    def their_reading(self) -> Typical:
        """Return what the other side usually concludes; only after the first diagnosis."""
        self._done("diagnose")
        return self._key().typical[other(self.side)]

    def key(self) -> Key:
        """Return the key; only after the year has run."""
        self._done("simulate")
        return self._key()

    def key_for_scores(self, activity: str) -> Key:
        """Return the key for a computation that tells no statement from another, after a step."""
        self._done(activity)
        return self._key()

    def answer(self, activity: str) -> Mapping[str, Any] | None:
        """Return what was handed in for an activity, or ``None``."""
        for step in self.sheet.steps:
            if step.activity == activity and self.state.handed_in(step.id):
                return self.state.answers[step.id]
        return None

    # Inside

    def _done(self, activity: str) -> str:
        step = next(step.id for step in self.sheet.steps if step.activity == activity)
        if not self.state.handed_in(step):
            raise AnswerError(f"This opens after “{self.sheet.step(step).label}”.")
        return step

    def _amendable(self, amendment: Mapping[str, Any]) -> None:
        from ..model.answers import Amendment, Plan
        from ..operations import amend

        plan = Plan.model_validate(self.answer("plan"))
        change = Amendment.model_validate(amendment)
        amend(plan.actions, change, self.case.planning.midpoint, self.case)
