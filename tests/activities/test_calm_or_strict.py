"""A failure on the page: raised where machines read it, a calm card where people do; never a traceback."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from lineofsight import join, paths
from lineofsight.activities.exhibits import ExhibitsFace
from lineofsight.errors import CaseError, StoreError, UnknownName

SLUG = "startup-support-backlash"
OURS = "Something went wrong on our side"


def refuse(url: str) -> Any:
    """Stand in for a store that cannot be opened."""
    raise StoreError(
        "cannot read the journal /somewhere: the file is damaged & stays untouched; move it away"
    )


def broken(face: Any) -> Any:
    """Stand in for a programming error."""
    raise ZeroDivisionError("a secret of ours")


@pytest.fixture
def calm(monkeypatch: pytest.MonkeyPatch) -> None:
    """As people see it."""
    monkeypatch.setenv("LINEOFSIGHT_STRICT", "0")


def test_a_store_that_cannot_be_opened_is_raised_when_strict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lineofsight.store.open_store", refuse)
    me = join(SLUG)
    with pytest.raises(StoreError, match="stays untouched"):
        me.brief()


@pytest.mark.usefixtures("calm")
def test_a_store_that_cannot_be_opened_is_one_calm_card(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("lineofsight.store.open_store", lambda url: (asked.append(url), refuse(url)))
    me = join(SLUG)
    card, *rest = (me.brief(), me.exhibits(), me.commit())
    assert "This page cannot be opened" in card.children[0].value
    assert "the file is damaged &amp; stays untouched; move it away" in card.children[0].value
    assert [slot.children for slot in rest] == [(), ()]
    assert len(asked) == 1


def test_a_face_that_breaks_is_raised_when_strict(person: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    person.to("exhibits")
    monkeypatch.setattr(ExhibitsFace, "build", broken)
    with pytest.raises(ZeroDivisionError):
        person.come_back()


@pytest.mark.usefixtures("calm")
def test_a_face_that_breaks_is_a_calm_card_and_is_tried_again(
    person: Any, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(ExhibitsFace, "build", broken)
        person.brief()
        assert person.case.run_sheets["solo"].step("evidence").title in person.title
        assert OURS in person.markup
        assert "Traceback" not in person.markup
        assert "a secret of ours" not in person.markup
        assert "a secret of ours" in capfd.readouterr().err
    person.press("Back")
    person.press("Evidence")
    assert OURS not in person.markup
    person.evidence()
    assert person.handed_in() == ["brief", "evidence"]


@pytest.mark.usefixtures("calm")
def test_a_click_that_breaks_is_said_calmly_and_changes_nothing(
    person: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = person.journal()
    monkeypatch.setattr(type(person.me._page.visit), "deal", broken)
    person.press("Deal me one")
    assert OURS in person.message
    assert "secret" not in person.message
    assert person.journal() == before


def test_a_click_that_breaks_is_raised_when_strict(person: Any) -> None:
    with pytest.raises(ZeroDivisionError):
        person.me._page.guarded(lambda: broken(None))()


def test_an_unknown_case_is_said_with_what_was_meant() -> None:
    with pytest.raises(UnknownName, match=f"did you mean '{SLUG}'"):
        join("startup-suport-backlash")


@pytest.mark.parametrize("strict", ["0", "1"])
def test_a_case_that_does_not_pass_its_check_is_for_its_author_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, strict: str
) -> None:
    copy = tmp_path / "my-own-case"
    shutil.copytree(paths.project() / "datasets" / SLUG, copy, ignore=shutil.ignore_patterns("*.py"))
    text = (copy / "case.yaml").read_text().replace(f"slug: {SLUG}", "slug: my-own-case")
    (copy / "case.yaml").write_text(re.sub(r"\nminutes: \d+", "\nminutes: 77", text))
    monkeypatch.setenv("LINEOFSIGHT_CASES", str(tmp_path))
    monkeypatch.setenv("LINEOFSIGHT_STRICT", strict)
    if strict == "1":
        with pytest.raises(CaseError, match=r"does not pass its check:\n[\w.-]+:\d+: .*77"):
            join("my-own-case")
    else:
        assert join("my-own-case").case.minutes == 77


def test_whoever_asks_what_this_is_is_told(person: Any) -> None:
    assert repr(person.me).startswith(f"<at '{SLUG}': brief, exhibits")
