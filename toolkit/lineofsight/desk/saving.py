"""Saving while people type: collect changes for a moment, write them, and say truthfully how it went."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from ..errors import AnswerError, StoreError

Status = Literal["saved", "saving", "not-saved"]
Later = Callable[[float, Callable[[], None]], Any]

MOMENT = 0.3
AGAIN = 2.0


class Saver:
    """Writes drafts through ``write(step, field, value)`` soon after they change.

    ``later(seconds, call)`` schedules; without one (a script, a test) every change is written at
    once. ``tell(status, words)`` hears the truth: "saved" only after the store has returned. A
    failed write stays in hand and is tried again until it succeeds or is replaced; it holds up no other.
    """

    def __init__(
        self,
        write: Callable[[str, str, Any], None],
        tell: Callable[[Status, str], None],
        later: Later | None = None,
    ) -> None:
        self._write = write
        self._tell = tell
        self._later = later
        self._pending: dict[tuple[str, str], Any] = {}
        self._scheduled = False

    def keep(self, step: str, field: str, value: Any) -> None:
        """Take one change; an earlier one of the same field that is not yet written is replaced."""
        self._pending[(step, field)] = value
        self._tell("saving", "")
        self._schedule(MOMENT)

    def pending(self, step: str, field: str) -> Any:
        """Return a change that is not on disk yet, or ``None``."""
        return self._pending.get((step, field))

    def flush(self) -> bool:
        """Write what is pending now; return whether everything is on disk."""
        failed: StoreError | None = None
        for (step, field), value in list(self._pending.items()):
            try:
                self._write(step, field, value)
            except AnswerError:
                # The step was handed in meanwhile: the handed-in answer stands.
                pass
            except StoreError as error:
                failed = failed or error
                continue
            if self._pending.get((step, field)) is value:
                del self._pending[(step, field)]
        if failed:
            self._tell("not-saved", str(failed))
            self._schedule(AGAIN)
            return False
        self._tell("saved", "")
        return True

    def forget(self) -> None:
        """Drop what is pending (before starting again or erasing)."""
        self._pending.clear()

    def _schedule(self, seconds: float) -> None:
        if self._later is None:
            if seconds == MOMENT:
                self.flush()
        elif not self._scheduled:
            self._scheduled = True
            self._later(seconds, self._due)

    def _due(self) -> None:
        self._scheduled = False
        if self._pending:
            self.flush()
