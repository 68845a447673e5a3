"""How plain a text is: what counts as its sentences, and what is too short to be judged."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from textstat import lix

from lineofsight import paths
from lineofsight.cases.plain_words import CEILING, FEWEST_WORDS, RULES, prose
from lineofsight.cases.reading import read

FOLDER = paths.project() / "datasets" / "startup-support-backlash"
# Björnsson's sum by hand: 9 words, 1 sentence, 2 longer than six letters.
TOLD = "The hospital kept a book at the nurses' station"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("One line\nand its rest.\n\nA new one", "One line and its rest.. A new one."),
        ("- first point\n- second point\n\n1. third", "first point. second point. third."),
        ("# Head\n**Bold**, *soft*, [a link](page.md) and `code`", "Head Bold, soft, a link and code."),
        ("> said by somebody", "said by somebody."),
        ("23:40 Ada Roe: Open still\n23:41 Milo: Yes\nand more", "Open still. Yes and more."),
        ("Before.\n\n| week | open |\n|---|---|\n| 1 | 20 |\n\nAfter.", "Before.. After.."),
        ("It rose by 3.5 to 1,200 at 9:30", "It rose by 35 to 1200 at 930."),
        (" \n\n ", ""),
    ],
)
def test_markdown_becomes_sentences(text: str, said: str) -> None:
    assert prose(text) == said


def test_the_measure_is_words_a_sentence_and_long_words_in_a_hundred() -> None:
    assert lix(prose(TOLD)) == pytest.approx(9 + 100 * 2 / 9)
    assert lix(prose(f"{TOLD}\n\n{TOLD}")) == pytest.approx(lix(prose(TOLD)))


def test_a_list_is_no_endless_sentence() -> None:
    points = "\n".join(["- who came in, and when, and by which door"] * 20)
    assert lix(prose(points)) < 15 < lix(points)


def test_a_table_in_a_paper_does_not_make_it_hard() -> None:
    row = "| departmental accountability | organisational considerations |\n"
    assert lix(prose("We saw it and said so.\n\n" + row * 30)) < 15


def test_few_hard_words_are_not_judged_but_many_are() -> None:
    hard = "Organisational considerations notwithstanding, departmental accountability requirements remained "
    reading = read(FOLDER)
    paper = next(item for item in reading.exhibits if item.id == "bank-link")

    def found(body: str) -> list[str]:
        reading.exhibits = (paper.model_copy(update={"body": body}),)
        return [item.what for rule in RULES for item in rule(reading)]

    few = hard * (FEWEST_WORDS // 7)
    assert lix(few) > CEILING
    assert found(few) == []
    # One sentence of 63 words, all of them long.
    assert found(hard * (FEWEST_WORDS // 7 + 1)) == ["the paper 'bank-link' reads at LIX 163"]


def test_two_short_papers_are_judged_together() -> None:
    reading = read(FOLDER)
    hard = (
        "Organisational considerations notwithstanding, departmental accountability requirements remained "
        * 5
    )
    one, two = (item.model_copy(update={"body": hard}) for item in reading.exhibits[:2])
    reading.exhibits = (one, two)
    found = [item.what for rule in RULES for item in rule(reading)]
    assert found == [f"the short papers together ({one.id}, {two.id}) read at LIX 135"]


def test_the_library_is_loaded_by_the_check_only_and_needs_no_corpus() -> None:
    code = (
        "import sys, json, socket\n"
        "socket.socket = None  # whoever wants to fetch something fails\n"
        "from pathlib import Path\n"
        "from lineofsight.cases import check, load\n"
        f"folder = Path({str(FOLDER)!r})\n"
        "load(folder)\n"
        "before = 'textstat' in sys.modules\n"
        "found = check(folder)\n"
        "print(json.dumps([before, 'textstat' in sys.modules, 'nltk' in sys.modules, len(found)]))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert json.loads(out) == [False, True, False, 0]
