"""The claims editor: statements to choose from, the chosen ones ranked as cards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ipywidgets import Checkbox

from ..errors import AnswerError
from ..model.answers import MOST_CLAIMS
from .claim import ClaimCard
from .face import fitting
from .widgets import column, html, layout

if TYPE_CHECKING:
    from ..model.exhibit import Exhibit
    from .page import Page


class ClaimsEditor:
    """A diagnosis in the making. ``tell`` hears the whole list after every change."""

    def __init__(
        self,
        page: Page,
        papers: Sequence[Exhibit],
        claims: Sequence[Mapping[str, Any]],
        tell: Callable[[list[dict[str, Any]]], None],
        locked: bool = False,
    ) -> None:
        self.page = page
        self.papers = {paper.id: paper for paper in papers}
        self.locked = locked
        self._tell = tell
        self._statements = {statement.id: statement for statement in page.visit.case.statements}
        known = [claim for claim in claims if claim.get("statement") in self._statements]
        self._cards = [ClaimCard(self, self._statements[claim["statement"]], claim) for claim in known]
        self._list = column((), "los-grid", "los-claims")
        self._news = html("", "los-say", "los-clip")
        self._empty = html(
            "<div class='los-empty'><p>Nothing chosen yet. Tick a possible cause and it appears here, "
            "where you say how sure you are and which papers say so.</p></div>"
        )
        self._picks = {id: self._pick(id) for id in self._statements}
        heading = html("<h2 class='los-group-name'>Possible causes</h2>")
        pool = column((heading, *self._picks.values(), self._news), "los-card", "los-pool", "los-group")
        self.widget = column((self._list, pool), "los-two", "los-diagnosis")
        self._draw()

    @property
    def claims(self) -> list[dict[str, Any]]:
        """The claims as drafts, most important first."""
        return [card.taken for card in self._cards]

    def payload(self) -> dict[str, Any]:
        """Return the diagnosis; ``AnswerError`` where a claim has no confidence yet or too many words."""
        for rank, card in enumerate(self._cards, 1):
            if card.confidence is None:
                raise AnswerError(f"Claim {rank}: say how sure you are.")
            fitting(card.why, f"Claim {rank}, why")
        return {"claims": self.claims}

    def changed(self) -> None:
        """Pass the news on."""
        self._tell(self.claims)

    def move(self, card: ClaimCard, by: int) -> None:
        """Move a card up (-1) or down (+1) and keep the focus with it."""
        if self.locked or card not in self._cards:
            return
        at = self._cards.index(card)
        to = at + by
        if not 0 <= to < len(self._cards):
            return
        self._cards[at], self._cards[to] = self._cards[to], self._cards[at]
        self._draw()
        self.changed()
        self.page.focus(card.widget)

    def remove(self, card: ClaimCard) -> None:
        """Take a claim away; the focus goes to its box in the pool."""
        if not self.locked:
            self._picks[card.statement.id].value = False
            self.page.focus(self._picks[card.statement.id])

    def _pick(self, id: str) -> Checkbox:
        box = Checkbox(
            value=any(card.statement.id == id for card in self._cards),
            description=self._statements[id].text,
            indent=False,
            layout=layout(),
            disabled=self.locked,
        )
        box._dom_classes = ("los-pick",)
        box.observe(lambda change: self._ticked(id, change["new"]), names="value")
        return box

    def _ticked(self, id: str, on: bool) -> None:
        if self.locked:
            return
        self.page.frame.hush()
        chosen = [card.statement.id for card in self._cards]
        if on and id not in chosen:
            if len(chosen) >= MOST_CLAIMS:
                self._picks[id].value = False
                self.page.frame.say(f"Five claims at most: remove one of the {MOST_CLAIMS} first.")
                return
            self._cards.append(ClaimCard(self, self._statements[id], {}))
            self._news.value = (
                f"<p>Claim {len(self._cards)}: say how sure you are, and which papers say so.</p>"
            )
        elif not on and id in chosen:
            del self._cards[chosen.index(id)]
            self._news.value = ""
        self._draw()
        self.changed()

    def _draw(self) -> None:
        for rank, card in enumerate(self._cards, 1):
            card.place(rank, len(self._cards))
        self._list.children = tuple(card.widget for card in self._cards) or (self._empty,)
