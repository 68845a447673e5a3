"""A person at the page without a browser: the public ``join``, stock widgets, and every message on record."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import comm
import pytest
from comm.base_comm import BaseComm
from ipywidgets import HTML, Button, Checkbox, Dropdown, RadioButtons, Text, Textarea, Widget
from jupyter_client.session import Session
from traitlets import TraitError

from lineofsight import join
from lineofsight.desk import shelf
from lineofsight.desk.visitor import seat_id, solo_session
from lineofsight.model.key import Key
from lineofsight.store.memory import MemoryStore

SLUG = "startup-support-backlash"
ACTIVITIES = ("brief", "exhibits", "diagnose", "compare", "plan", "simulate", "score", "commit")


def walk(widget: Widget) -> Iterator[Widget]:
    """Yield a widget and all below it, in the page's order, but for what is hidden."""
    if "is-hidden" not in widget._dom_classes:
        yield widget
        for child in getattr(widget, "children", ()):
            yield from walk(child)


class Person:
    """Somebody at one case: finds controls by their words and works them as a browser would."""

    def __init__(self, store: MemoryStore, key: Key) -> None:
        self.store, self.key = store, key
        self.come_back()

    def come_back(self) -> None:
        """Load the page anew: a new kernel, the same store."""
        self.me = join(SLUG)
        self.case = self.me.case
        self.slots = [getattr(self.me, name)() for name in ACTIVITIES]

    # Seeing

    def all(self, kind: type[Widget] = Widget, words: str = "", name: str = "") -> list[Any]:
        """Return what is on the page: of a kind, with these words in its label, with a class."""
        seen = (widget for slot in self.slots for widget in walk(slot))
        return [
            widget
            for widget in seen
            if isinstance(widget, kind)
            and words in str(getattr(widget, "description", ""))
            and (not name or name in widget._dom_classes)
        ]

    def one(self, kind: type[Widget], words: str = "", name: str = "") -> Any:
        """Return the first such widget; there must be one."""
        found = self.all(kind, words, name)
        assert found, f"there is no {kind.__name__} {words!r} on the page"
        return found[0]

    @property
    def markup(self) -> str:
        """All HTML that is on the page."""
        return "\n".join(widget.value for widget in self.all(HTML))

    @property
    def message(self) -> str:
        """The words above the foot."""
        return str(self.one(Widget, name="los-message").value)

    @property
    def saved(self) -> str:
        """What the bar says of saving."""
        return str(self.one(Widget, name="los-saved").value)

    @property
    def title(self) -> str:
        """The open step's heading."""
        return str(self.one(Widget, name="los-heading").value)

    def journal(self) -> list[dict[str, Any]]:
        """Return every entry of this person, without times."""
        entries = self.store.since(solo_session("memory", SLUG))
        return [entry.model_dump(exclude={"at"}) for entry in entries]

    def drafts(self) -> dict[tuple[str, str], Any]:
        """Return this person's unfinished fields (but not where the page was left open)."""
        kept = self.store.drafts(solo_session("memory", SLUG), seat_id("memory"))
        return {(draft.step, draft.field): draft.value for draft in kept if draft.step != "page"}

    def handed_in(self) -> list[str]:
        """Return the steps that are handed in, in order."""
        return [entry["step"] for entry in self.journal() if entry["kind"] == "submitted"]

    # Doing

    def press(self, words: str) -> None:
        """Press a button."""
        self.one(Button, words).click()

    def go_on(self) -> None:
        """Press the foot's one primary button."""
        self.one(Button, name="los-primary").click()

    def forge(self, widget: Any, **state: Any) -> None:
        """Send a widget a state that its page might never have offered."""
        data = {"method": "update", "state": state, "buffer_paths": []}
        widget._handle_msg({"content": {"data": data}, "buffers": []})

    def forge_click(self, button: Any) -> None:
        """Send a click, whether the button is disabled, hidden or gone."""
        data = {"method": "custom", "content": {"event": "click"}}
        button._handle_msg({"content": {"data": data}, "buffers": []})

    def offered(self, widget: Any) -> list[Any]:
        """Return the values that a list offers."""
        return [value for _, value in widget.options]

    # The steps

    def brief(self, side: str = "Operations") -> None:
        self.press(f"{side}:")
        self.go_on()

    def evidence(self, note: str = "Who saw this besides us?") -> None:
        self.press("This matters")
        self.one(Text, "Your note").value = note
        self.go_on()

    def claim(self, statement: str, sure: float = 0.8, why: str = "It says so.") -> None:
        """Tick a statement and fill its card with the first paper that is offered."""
        self.one(Checkbox, self.case.statement(statement).text, "los-pick").value = True
        card = self.all(name="los-claim")[-1]
        inside = [widget for widget in walk(card) if hasattr(widget, "value")]
        next(widget for widget in inside if isinstance(widget, RadioButtons)).value = sure
        papers = next(widget for widget in inside if isinstance(widget, Dropdown))
        papers.value = self.offered(papers)[1]
        next(widget for widget in inside if isinstance(widget, Textarea)).value = why

    def diagnose(self, why: str = "It says so.") -> None:
        for statement in self.case.statements[:2]:
            self.claim(statement.id, why=why)
        self.go_on()

    def compare(self) -> None:
        self.claim(self.case.statements[2].id, 0.4)
        self.go_on()
        assert "los-result" in self.markup
        self.go_on()

    def choose(self, words: str = "") -> None:
        """Tick the actions of the author's plan and fill their cards."""
        for item in self.key.plan.model_plan:
            title = next(a.title for a in self.case.planning.actions if a.id == item.action)
            next(box for box in self.all(Checkbox) if box.description == title).value = True
            card = self.all(name="los-action")[-1]
            owner, start, signal, harm = (w for w in walk(card) if isinstance(w, Dropdown))
            owner.value, start.value = item.owner, str(item.start)
            signal.value, harm.value = item.signal, item.side_effect
            next(w for w in walk(card) if isinstance(w, Textarea)).value = words

    def forecast(self) -> None:
        for low, high in zip(self.all(Text, "At least"), self.all(Text, "At most"), strict=True):
            low.value, high.value = "100,000", "1 000 000"

    def plan(self, words: str = "") -> None:
        self.choose(words)
        self.forecast()
        self.go_on()

    def run(self) -> None:
        self.go_on()
        self.go_on()

    def to(self, step: str) -> Person:
        """Walk until a step is open."""
        ways: dict[str, Callable[[], None]] = {
            "brief": self.brief, "exhibits": self.evidence, "diagnose": self.diagnose,
            "compare": self.compare, "plan": self.plan, "simulate": self.run, "score": self.go_on,
        }  # fmt: skip
        for activity, way in ways.items():
            if activity == step:
                break
            way()
        opened = next(item for item in self.case.run_sheets["solo"].steps if item.activity == step)
        assert opened.title in self.title, self.message
        return self


class Wire:
    """Everything that went to the browser, packed as a kernel packs it (what cannot be sent fails)."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []
        self._session = Session(key=b"a test")

    def take(self, data: Any) -> None:
        self.sent.append(self._session.pack(data or {}))

    @property
    def text(self) -> str:
        """All of it as text, HTML and JSON as written by us."""
        return "\n".join(json.dumps(json.loads(message), ensure_ascii=False) for message in self.sent)


@pytest.fixture(autouse=True)
def wire(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Iterator[Wire]:
    """The browser's end of every widget; a failure that ipywidgets only logs fails the test."""
    recorded = Wire()

    class Recording(BaseComm):
        def publish_msg(self, msg_type: str, data: Any = None, *_: Any, **__: Any) -> None:
            recorded.take(data)

    monkeypatch.setattr(comm, "create_comm", lambda *args, **more: Recording(*args, **more))
    yield recorded
    Widget.close_all()
    failures = [record.exc_info[1] for record in caplog.get_records("call") if record.exc_info]
    # A forged state is refused by the widget itself, with one of these two.
    assert [error for error in failures if not isinstance(error, TraitError | IndexError)] == []


@pytest.fixture(autouse=True)
def store(monkeypatch: pytest.MonkeyPatch) -> MemoryStore:
    """The one store that every page of a test opens; faces are strict."""
    kept = MemoryStore()
    monkeypatch.setenv("LINEOFSIGHT_STORE", "memory:")
    monkeypatch.setenv("LINEOFSIGHT_STRICT", "1")
    monkeypatch.delenv("LINEOFSIGHT_VISITOR", raising=False)
    monkeypatch.delenv("SERVER_SOFTWARE", raising=False)
    monkeypatch.setattr("lineofsight.store.open_store", lambda url: kept)
    return kept


@pytest.fixture
def person(store: MemoryStore) -> Person:
    """Somebody who has just opened the page."""
    return Person(store, shelf().key(SLUG))
