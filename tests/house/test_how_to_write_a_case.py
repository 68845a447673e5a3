"""``datasets/README.md`` is true: its examples are put into a new case one by one, its commands run, its names exist.

The walk goes through the page from top to bottom as a reader does. A block's info string says what it is:
``console``, or a language and the file that it is put into.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import click
import frictionless
import pytest
import yaml
from click.testing import CliRunner
from pydantic import BaseModel

from lineofsight import paths
from lineofsight.cases import check, load
from lineofsight.cases.new_case import write_case
from lineofsight.cli import main
from lineofsight.model.case import CaseFile
from lineofsight.model.exhibit import Exhibit
from lineofsight.model.key import Disconnect, Key
from lineofsight.model.rubric import Aspect, Rubric, Sample
from lineofsight.model.runsheet import RunSheetFile
from lineofsight.model.twin import Twin, TwinCause, TwinHerring, TwinPaper
from lineofsight.operations import models, plan_errors

ROOT = paths.project()
PAGE = (ROOT / "datasets" / "README.md").read_text()
FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.M | re.S)
MORE = "…"
SLUG, MODEL = "night-rota", "support_desk"
STANDING = ("serve", "lab")  # these do not come back by themselves
NAMED = ("id", "statement", "outcome", "name")


@dataclass(frozen=True)
class Block:
    """A fenced example: its language, the file it belongs to, its text, the line where it begins."""

    language: str
    file: str
    text: str
    line: int


def blocks() -> list[Block]:
    """Return the page's examples in order."""
    found = FENCE.finditer(PAGE)
    return [Block(m[1], m[2] or "", m[3], PAGE[: m.start()].count("\n") + 1) for m in found]


def prose() -> str:
    """Return the page without its examples."""
    return FENCE.sub("", PAGE)


def steps(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each command of a console example with the lines that it should print."""
    for part in re.split(r"^\$ ", text, flags=re.M)[1:]:
        command, *lines = part.rstrip("\n").split("\n")
        yield command, lines


def merged(old: Any, new: Any) -> Any:
    """Put an example into what is there: keys into keys, items over items of their name, others at the end."""
    if isinstance(old, dict) and isinstance(new, dict):
        return old | {key: merged(old.get(key), value) for key, value in new.items()}
    if isinstance(old, list) and isinstance(new, list):
        if not all(isinstance(item, dict) for item in (*old, *new)):
            return [*old, *(item for item in new if item not in old)] if _lists(old + new) else new
        items = {_name(item): item for item in old}
        items |= {_name(item): merged(items.get(_name(item)), item) for item in new}
        return list(items.values())
    return new


def _lists(items: list[Any]) -> bool:
    return all(isinstance(item, list) for item in items)


def _name(item: dict[str, Any]) -> str:
    return str(next((item[key] for key in NAMED if key in item), item))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of its own, with folders for cases and notebooks, in which the commands are typed."""
    (tmp_path / "datasets").mkdir()
    monkeypatch.setattr(paths, "project", lambda: tmp_path)
    monkeypatch.setenv("LINEOFSIGHT_CASES", "")
    monkeypatch.setenv("LINEOFSIGHT_STORE", "memory:")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def typed(command: str) -> list[str]:
    """Run a command of the page and return the lines it prints."""
    program, *arguments = shlex.split(command)
    assert program == "lineofsight", command
    if arguments[0] in STANDING:
        main.commands[arguments[0]].make_context(arguments[0], arguments[1:])
        return []
    said = CliRunner().invoke(main, arguments)
    assert said.exit_code in (0, 1), f"{command}\n{said.output}"
    return said.stdout.splitlines()


def as_expected(found: list[str], wanted: list[str]) -> bool:
    """Whether lines are as the page says; a lone … stands for any lines, one in a line for its rest."""
    pattern = "".join(
        r"(?:.*\n)*" if line == MORE else re.escape(line).replace(re.escape(MORE), ".*") + r"\n"
        for line in wanted
    )
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in found)) is not None


def put(block: Block, home: Path) -> None:
    """Put an example into the case, where the page says that it belongs."""
    case = home / "datasets" / SLUG
    place = case / block.file
    if block.file == "answer.json":
        (home / block.file).write_text(block.text)
    elif block.file == "datapackage.json":
        package = json.loads(place.read_text())
        package["resources"].append(json.loads(block.text))
        place.write_text(json.dumps(package))
    elif block.language == "yaml":
        assert place.is_file(), f"line {block.line}: {block.file}"
        whole = merged(yaml.safe_load(place.read_text()), yaml.safe_load(block.text))
        place.write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False))
    else:
        place.write_text(block.text)


def later(block: Block) -> bool:
    """Whether an example is a piece of a file that a new case does not have yet."""
    return block.file == "rubric.yaml" or block.file.startswith("twins/")


def test_the_page_is_walked_from_top_to_bottom(home: Path) -> None:
    for block in blocks():
        if block.language == "console":
            for command, wanted in steps(block.text):
                found = typed(command)
                assert as_expected(found, wanted), f"line {block.line}: {command}\n" + "\n".join(found)
        elif not later(block):
            put(block, home)
    folder = home / "datasets" / SLUG
    assert frictionless.validate(str(folder / "datapackage.json")).valid
    assert [str(finding) for finding in check(folder)] == []
    case, key = load(folder)
    assert case.exhibit("calls-at-night").body.startswith(
        "We answered 395 calls this week, the most so far was 395."
    )
    assert key.plan.fits["two-teach"] == {"date-before-people": 0.6}
    assert (home / "workshops" / f"{SLUG}.ipynb").is_file()


@pytest.mark.parametrize(
    "block",
    [b for b in blocks() if b.language in ("yaml", "markdown") and not later(b)],
    ids=lambda b: f"line {b.line}",
)
def test_a_misspelt_key_in_an_example_would_be_found(block: Block, home: Path) -> None:
    write_case(SLUG, MODEL, home / "datasets")
    words = re.sub(r"^(\w+):", r"\1x:", block.text, count=1, flags=re.M)
    put(Block(block.language, block.file, words, block.line), home)
    assert any("there is no key" in str(finding) for finding in check(home / "datasets" / SLUG))


def test_pieces_of_twins_and_of_the_rubric_fit_their_models(home: Path) -> None:
    write_case(SLUG, MODEL, home / "datasets")
    for block in blocks():
        if block.language != "console" and not later(block):
            put(block, home)
    case, key = load(home / "datasets" / SLUG)
    pieces = {b.file: yaml.safe_load(b.text) for b in blocks() if later(b)}
    assert set(pieces) == {"rubric.yaml", "twins/a.yaml"}
    twin, rubric = pieces["twins/a.yaml"], pieces["rubric.yaml"]
    assert [TwinPaper.model_validate(item).kind for item in twin["papers"]] == ["email"]
    (cause,) = [TwinCause.model_validate(item) for item in twin["key"]["causes"]]
    (herring,) = [TwinHerring.model_validate(item) for item in twin["key"]["herrings"]]
    ours = {item.id: item.disconnect for item in key.causes}
    assert cause.like is None
    assert cause.disconnect not in ours.values()
    assert herring.like in ours
    aspects = [Aspect.model_validate(item).id for item in rubric["aspects"]]
    for sample in map(Sample.model_validate, rubric["samples"]):
        assert plan_errors(case, sample.plan) == ()
        assert list(sample.levels) == aspects
        assert {item.owner for item in sample.plan} <= {person.id for person in case.cast}


def fields(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[str]:
    """Yield the keys that may be written in a file of this model, at any depth."""
    if model in seen:
        return
    seen.add(model)
    for name, field in model.model_fields.items():
        yield name
        for inner in _models(field.annotation):
            yield from fields(inner, seen)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def test_every_key_that_the_page_names_exists() -> None:
    files = (CaseFile, Key, RunSheetFile, Exhibit, Rubric, Twin)
    known = {name for file in files for name in fields(file, set())}
    named = set(re.findall(r"`(\w+):(?= |`)", prose()))
    assert len(named) > 30
    assert named - known == set()


def test_every_command_and_option_in_the_prose_exists() -> None:
    wrong = []
    for words in re.findall(r"`lineofsight ([^`]*)`", prose()):
        arguments = shlex.split(words)
        while arguments and arguments[0].startswith("--"):
            assert arguments[0] in _options(main), words
            arguments = arguments[2:]
        if arguments:
            command = main.commands.get(arguments[0])
            options = {word for word in arguments if word.startswith("--")}
            if command is None or not options <= _options(command):
                wrong.append(words)
    assert wrong == []


def _options(command: click.Command) -> set[str]:
    return {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}


def test_models_kinds_and_disconnects_are_named_in_full() -> None:
    quoted = set(re.findall(r"`([\w-]+)`", prose()))
    assert set(models()) <= quoted
    assert set(get_args(Disconnect)) <= quoted
    assert set(get_args(Exhibit.model_fields["kind"].annotation)) <= quoted
    assert {name for name in quoted if "_" in name} <= {*models(), "make_tables"}


def test_every_finding_that_it_explains_can_be_said() -> None:
    source = "\n".join(file.read_text() for file in (paths.PACKAGE / "cases").glob("*.py"))
    source += (paths.PACKAGE / "errors.py").read_text()
    said = re.findall(r"^\| `(.+?)` \|", PAGE[PAGE.index("## 11.") :], re.M)
    assert len(said) > 12
    for finding in said:
        pieces = [re.escape(piece.strip()) for piece in finding.split(MORE)]
        if finding.startswith("there is no"):
            assert all(re.search(piece, source) for piece in pieces), finding
        else:
            assert re.search(r".{1,60}?".join(pieces), source), f"no rule says: {finding}"


def test_every_file_that_it_lists_is_one() -> None:
    listed = re.findall(r"^\| `([^`]+)` \|", PAGE[: PAGE.index("## 1.")], re.M)
    template = paths.PACKAGE / "cases" / "first_draft"
    missing = {name for name in listed if not (template / name).exists()}
    assert missing == {"twins/", "rubric.yaml"}
    assert {"case.yaml", "key.yaml", "run-sheet.yaml", "exhibits/", "tables/"} <= set(listed)
