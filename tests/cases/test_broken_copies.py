"""Copies of the first case, each broken in one way: the right words at the right line, never a traceback."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lineofsight import paths
from lineofsight.cases import check, load
from lineofsight.cases.shelf import Shelf
from lineofsight.errors import CaseError, UnknownName

SLUG = "startup-support-backlash"
GOOD = paths.project() / "datasets" / SLUG
PAPER = "exhibits/sunday-midnight.md"
# One sentence as nobody speaks.
HEAVY = (
    "Notwithstanding organisational considerations regarding anticipated communication requirements, management "
    "acknowledges insufficient prioritisation throughout preparatory consultations concerning departmental "
    "responsibilities, accountability structures, operational readiness assessments, performance measurement "
    "frameworks, escalation procedures, capability development programmes, stakeholder engagement activities"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / SLUG
    shutil.copytree(GOOD, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return copy


def swap(file: str, old: str, new: str) -> Callable[[Path], None]:
    """Return a change of the first occurrence of a text in a file (which must be there)."""

    def change(folder: Path) -> None:
        text = (folder / file).read_text()
        assert old in text, f"{old!r} is no longer in {file}"
        (folder / file).write_text(text.replace(old, new, 1))

    return change


def write(file: str, content: bytes) -> Callable[[Path], None]:
    return lambda folder: (folder / file).write_bytes(content) and None


def remove(file: str) -> Callable[[Path], None]:
    return lambda folder: (folder / file).unlink()


BROKEN: dict[str, tuple[Callable[[Path], None], str]] = {
    "no case": (remove("case.yaml"), r"case\.yaml:1: the file is missing"),
    "no key": (remove("key.yaml"), r"key\.yaml:1: the file is missing"),
    "no YAML": (swap("case.yaml", "cast:", "cast: [\n"), r"case\.yaml:\d+: this is not valid YAML"),
    "too large": (write("key.yaml", b"a: " + b"x" * 600_000), r"key\.yaml:1: the file has .* bytes; allowed: up to"),
    "not UTF-8": (write("key.yaml", b"a: 1\nb: \xff\n"), r"key\.yaml:2: a character is not UTF-8"),
    "NUL": (write("key.yaml", b"a: 1\n\x00"), r"key\.yaml:2: there is a NUL"),
    "alias": (swap("case.yaml", "title: Startup", "title: &a Startup"), r"case\.yaml:3: there is an alias"),
    "key twice": (swap("case.yaml", "version: 1", "version: 1\nversion: 2"), r"case\.yaml:3: the key `version` stands here a second time"),
    "misspelt key": (swap("case.yaml", "sector:", "sektor:"), r"case\.yaml:\d+: there is no key 'sektor'.*did you mean 'sector'"),
    "missing key": (swap("case.yaml", "version: 1\n", ""), r"case\.yaml:1: `version` is missing; add a line"),
    "wrong type": (swap("case.yaml", "minutes: 58", "minutes: long"), r"case\.yaml:\d+: `minutes` is 'long'; allowed: a number"),
    "wrong level": (swap("case.yaml", "level: introductory", "level: introductry"), r"there is no value 'introductry'.*did you mean 'introductory'"),
    "bad slug": (swap("case.yaml", "id: ilse-varga", "id: Ilse Varga"), r"case\.yaml:\d+: `cast\.0\.id` is 'Ilse Varga'; allowed: small letters"),
    "date": (swap("case.yaml", "version: 1", "version: 2026-01-01"), r"case\.yaml:2: a value of the kind 'timestamp'"),
    "tag": (swap("case.yaml", "version: 1", "version: !!python/object:os.system 1"), r"case\.yaml:2: a value of the kind"),
    "slug is not folder": (swap("case.yaml", f"slug: {SLUG}", "slug: other"), r"case\.yaml:1: `slug` is 'other', but the folder"),
    "unknown control": (swap("case.yaml", "control: hires", "control: hirse"), r"there is no control of the model 'hirse'.*did you mean 'hires'"),
    "unknown model": (swap("case.yaml", "model: support_desk", "model: suport_desk"), r"there is no operations model 'suport_desk'.*did you mean 'support_desk'"),
    "unknown signal": (swap("case.yaml", "series: wait_days", "series: wait_day"), r"there is no signal of the model 'wait_day'.*did you mean 'wait_days'"),
    "nothing shown": (swap("case.yaml", "shown: [wait_days, backlog, users]", "shown: []"), r"case\.yaml:\d+: `operations\.shown` has 0 lines; allowed: 1 or more"),
    "unknown signal shown": (swap("case.yaml", "shown: [wait_days", "shown: [wait_day"), r"there is no signal of the model 'wait_day'.*did you mean 'wait_days'"),
    "range turned": (swap("case.yaml", "value: [17, 20]", "value: [20, 17]"), r"the range runs from 20 down to 17"),
    "out of bounds": (swap("case.yaml", "value: [17, 20]", "value: [17, 2000]"), r"hires is moved by 17 to 2000; allowed: 0 to"),
    "start before replay": (swap("case.yaml", "replay_from: 0", "replay_from: 1"), r"an action may start in week 0, before the plan replays"),
    "no late start": (swap("case.yaml", "starts: [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24]", "starts: [0, 2, 4]"), r"case\.yaml:\d+: no action may start after the midpoint, week 16; allowed: one start or more"),
    "weights": (swap("key.yaml", "weight: 0.35", "weight: 0.45"), r"key\.yaml:\d+: the causes' weights add to 1\.1; allowed: 1"),
    "HTML": (swap("case.yaml", "**Tallyhen** makes", "<b>Tallyhen</b> makes"), r"case\.yaml:\d+: there is HTML in the text: <b>"),
    "HTML in a paper": (swap(PAPER, "Week 12 alone", "<script>x</script> Week 12 alone"), r"sunday-midnight\.md:\d+: there is HTML"),
    "minutes": (swap("run-sheet.yaml", "minutes: 5\n", "minutes: 6\n"), r"run-sheet\.yaml:\d+: the run sheet 'solo' says \d+ minutes, its steps add up to"),
    "no description": (swap(PAPER, "  description: >-\n", "  descripton: >-\n"), r"there is no key 'descripton'.*did you mean 'description'"),
    "dangling statement": (swap("key.yaml", "statement: less-from-each", "statement: les-from-each"), r"there is no statement 'les-from-each'.*did you mean 'less-from-each'"),
    "unknown column": (swap(PAPER, "column: open,", "column: opne,"), r"there is no column 'opne' in table backlog.*did you mean 'open'"),
    "unknown table": (swap(PAPER, "table: backlog", "table: backlogs"), r"there is no table 'backlogs'.*did you mean 'backlog'"),
    "unknown row": (swap(PAPER, "open@week=12", "open@week=120"), r"there is no row with week = '120'"),
    "not a reference": (swap(PAPER, "{{backlog:open@week=12|,.0f}}", "{{backlog}}"), r"'\{\{backlog\}\}' is not a reference; allowed"),
    "unstated figure": (swap(PAPER, "Week 12 alone", "Exactly 4,711 people. Week 12 alone"), r"the figure 4,711 comes from no table; write it as a reference"),
    "no front matter": (write(PAPER, b"Hello"), r"sunday-midnight\.md:1: there is no front matter"),
    "path leaves": (swap("datapackage.json", "tables/backlog.csv", "../backlog.csv"), r"the path '\.\./backlog\.csv' leaves the case's folder"),
    "no such file": (swap("datapackage.json", "tables/backlog.csv", "tables/backlg.csv"), r"the file 'tables/backlg\.csv' does not exist"),
    "table name": (swap("datapackage.json", '"name": "backlog"', '"name": "back_log"'), r"datapackage\.json:1: resource \d+ \('back_log'\) is not described; it needs name \(small letters"),
    "column name": (swap("datapackage.json", '"name": "week"', '"name": "Week no."'), r"datapackage\.json:1: resource \d+ .* is not described; it needs name"),
    "not JSON": (write("datapackage.json", b"{"), r"datapackage\.json:1: this is not valid JSON"),
    "semicolons": (write("tables/backlog.csv", b"week;new_letters;about_bank_link;reopened;solved;given_up;open;over_3_days;oldest_tenth\n1;2;3;4;5;6;7;8;9\n"), r"tables/backlog\.csv:1: .*parted by semicolons: save it as CSV with commas"),
    "bad cell": (swap("tables/backlog.csv", "\n2,", "\ntwo,"), r"tables/backlog\.csv:3: `week` is 'two'; allowed: integer"),
    "short row": (swap("tables/backlog.csv", "\n2,", "\n"), r"tables/backlog\.csv:3: the row has \d cells; allowed: \d"),
    "model plan owner": (swap("key.yaml", "owner: dara-whitlock", "owner: dara-witlock"), r"there is no (owner|person) 'dara-witlock'.*did you mean 'dara-whitlock'"),
    "model plan without signal": (swap("key.yaml", "start: 0, signal: load-against-hands, ", "start: 0, "), r"key\.yaml:\d+: 'one-sheet' in the model plan has no signal; add one of planning\.signals"),
    "model plan cannot run": (swap("key.yaml", "{action: one-sheet, owner", "{action: two-sheets, owner"), r"key\.yaml:\d+: the model plan cannot run: there is no action 'two-sheets'"),
    "format of an outcome": (swap("case.yaml", "scale: 40000", "scale: 40000\n      format: qq"), r"case\.yaml:\d+: the format 'qq' of the outcome users_end cannot be read; allowed: ,\.0f"),
    "format of an axis": (swap("exhibits/meeting-week-17.md", 'y_format: ".0%"', "y_format: percent"), r"meeting-week-17\.md:20: the format 'percent' of the chart cannot be read"),
    "format of a column": (swap("datapackage.json", '"type": "integer"', '"type": "integer", "display": "d d"'), r"datapackage\.json:1: the format 'd d' of the column \w+ of table"),
    "budget pays for all": (swap("case.yaml", "budget: 420000", "budget: 4200000"), r"the budget of 4,200,000 pays for everything"),
    "heavy paper": (swap(PAPER, "Week 12 alone", f"{HEAVY}. Week 12 alone"), r"sunday-midnight\.md:1: the paper 'sunday-midnight' reads at LIX \d\d; allowed: 40; shorten sentences.*begins 'Notwithstanding organisational considerations"),
    "heavy story": (swap("case.yaml", "story: |\n", f"story: |\n  {HEAVY}, {HEAVY}.\n\n"), r"case\.yaml:\d+: the story reads at LIX \d\d; allowed: 40"),
    "heavy statements": (swap("case.yaml", "The start was made final", f"{HEAVY}. The start was made final"), r"case\.yaml:\d+: the statements together read at LIX \d\d; allowed: 40"),
    "heavy lead": (swap("run-sheet.yaml", "Read what everybody knows", f"{HEAVY}, {HEAVY}. Read what everybody knows"), r"run-sheet\.yaml:\d+: the leads of the solo sheet read at LIX \d\d; allowed: 40"),
    "heavy words to say": (swap("run-sheet.yaml", "Read the frame from the first page", f"{', '.join([HEAVY] * 24)}. Read the frame"), r"run-sheet\.yaml:\d+: the facilitator's words read at LIX \d\d; allowed: 40"),
    "heavy things to prepare": (swap("run-sheet.yaml", "    prepare:\n", f"    prepare:\n      - {', '.join([HEAVY] * 40)}.\n"), r"run-sheet\.yaml:\d+: the facilitator's words read at LIX \d\d; allowed: 40"),
    "heavy twin": (swap("twins/a.yaml", "story: |\n", f"story: |\n  {', '.join([HEAVY] * 6)}.\n"), r"twins/a\.yaml:1: the twin's story and papers read at LIX \d\d; allowed: 40"),
    "live out of order": (swap("run-sheet.yaml", "    - id: frame\n", "    - id: framing\n"), r"run-sheet\.yaml:\d+: the live steps are join, framing, .*allowed, in this order: join, frame"),
    "live minutes": (swap("run-sheet.yaml", "at: {60: 4, 90: 4, 120: 6}", "at: {60: 5, 90: 4, 120: 6}"), r"run-sheet\.yaml:\d+: the steps of 60 minutes add up to 61; allowed: 60"),
    "a year in an hour": (swap("run-sheet.yaml", "at: {90: 4, 120: 8}", "at: {60: 1, 90: 4, 120: 8}"), r"run-sheet\.yaml:\d+: the sheet of 60 minutes has the step 'run'; take 60 out"),
    "step missing at 90": (swap("run-sheet.yaml", "at: {90: 2, 120: 4}", "at: {120: 4}"), r"run-sheet\.yaml:\d+: the sheet of 90 minutes lacks the step 'frame'"),
    "too little talk": (swap("run-sheet.yaml", "      activity: exhibits\n      mode: talk\n", "      activity: exhibits\n      mode: screen\n"), r"run-sheet\.yaml:\d+: of 120 minutes 48 are talk; allowed: 60 or more"),
    "everybody sits": (swap("run-sheet.yaml", "      feet: true\n", ""), r"run-sheet\.yaml:\d+: 1 of the live steps are on the feet; allowed: 2 or more"),
    "unknown length": (swap("run-sheet.yaml", "at: {60: 4, 90: 4, 120: 6}", "at: {45: 4, 90: 4, 120: 6}"), r"run-sheet\.yaml:\d+: .*'?45'?.*60"),
    "room's activity alone": (swap("run-sheet.yaml", "activity: brief", "activity: gap"), r"run-sheet\.yaml:\d+: the activity 'gap' needs a room; allowed alone: brief"),
    "no button": (swap("run-sheet.yaml", "      next: Open my papers\n", ""), r"run-sheet\.yaml:\d+: the step 'brief' has no `next`"),
    "four to protect": (swap("run-sheet.yaml", "    protect:\n", "    protect:\n      - One more.\n"), r"run-sheet\.yaml:\d+: `live\.first_page\.protect"),
    "one twin": (remove("twins/b.yaml"), r"twins/b\.yaml:1: this twin is missing; allowed: both or none"),
    "twin: nothing new": (swap("twins/a.yaml", "      why: It was raised in time", "      like: two-doors\n      why: It was raised in time"), r"twins/a\.yaml:\d+: 0 causes are new to the case; allowed: one"),
    "twin: true and herring": (swap("twins/a.yaml", "like: need-per-customer", "like: date-before-people"), r"twins/a\.yaml:\d+: 'date-before-people' is both true and a herring here"),
    "twin: unknown paper": (swap("twins/a.yaml", "operations: [night-licence]", "operations: [night-license]"), r"twins/a\.yaml:\d+: there is no paper from operations 'night-license'.*did you mean 'night-licence'"),
    "twin: no place in the key": (swap("twins/a.yaml", "exact: [count-heard]", "exact: [count-stayed]"), r"twins/a\.yaml:\d+: the statement 'count-heard' stands 0 times in the twin's key"),
    "twin: unknown cause": (swap("twins/a.yaml", "like: two-doors", "like: too-doors"), r"twins/a\.yaml:\d+: there is no cause of the case 'too-doors'.*did you mean 'two-doors'"),
    "twin: too long": (swap("twins/a.yaml", "  In week 20 the town", f"  {'Say it again. ' * 200}In week 20 the town"), r"twins/a\.yaml:1: story and papers have \d+ words; allowed: 750"),
    "sample: cannot pay": (swap("rubric.yaml", "action: all-hands-letter", "action: all-hand-letter"), r"rubric\.yaml:\d+: the sample 'word-and-bonus' cannot run: .*all-hand-letter"),
    "sample: unknown owner": (swap("rubric.yaml", "owner: ilse-varga", "owner: ilse-vargas"), r"rubric\.yaml:\d+: there is no owner 'ilse-vargas'.*did you mean 'ilse-varga'"),
    "sample: not judged": (swap("rubric.yaml", "levels: {causes: 0, timing: 1,", "levels: {causes: 0,"), r"rubric\.yaml:\d+: the sample 'word-and-bonus' is not judged by 'timing'"),
    "sample: too many points": (swap("rubric.yaml", "written: [0, 2]", "written: [0, 200]"), r"rubric\.yaml:\d+: the sample 'word-and-bonus' expects 0 to 200 written points; allowed: a range up to 30"),
    "rubric: level five": (swap("rubric.yaml", "levels: {causes: 0,", "levels: {causes: 5,"), r"rubric\.yaml:\d+: `samples\.0\.levels\.causes` is 5"),
}  # fmt: skip


def test_the_case_as_it_is_has_no_findings() -> None:
    assert check(GOOD) == ()


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_copy_gets_the_right_words(folder: Path, name: str) -> None:
    change, words = BROKEN[name]
    change(folder)
    lines = [str(finding) for finding in check(folder)]
    assert any(re.search(words, line) for line in lines), "\n".join(lines)
    assert all(re.match(r"[\w./-]+:\d+: .", line) for line in lines)


def test_all_findings_come_at_once(folder: Path) -> None:
    swap("case.yaml", "sector:", "sektor:")(folder)
    swap("key.yaml", "weight: 0.35", "weight: 0.45")(folder)
    swap(PAPER, "{{backlog:open@week=12|,.0f}}", "{{backlog}}")(folder)
    files = {finding.file for finding in check(folder)}
    assert files >= {"case.yaml", "key.yaml", PAPER}


def test_loading_a_broken_case_says_every_reason(folder: Path) -> None:
    swap("case.yaml", "sector:", "sektor:")(folder)
    with pytest.raises(CaseError, match="did you mean 'sector'") as raised:
        load(folder)
    assert len(raised.value.findings) >= 2


def test_a_file_name_that_is_not_utf_8_is_a_finding_like_any_other(folder: Path) -> None:
    with open(os.path.join(os.fsencode(folder / "exhibits"), b"b\xff.md"), "w") as file:  # noqa: PTH118, PTH123
        file.write("Hello")
    lines = [str(finding) for finding in check(folder)]
    assert any(line.startswith("exhibits/b\ufffd.md:1: there is no front matter") for line in lines)
    "".join(lines).encode()


def test_a_link_out_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("---\nkind: memo\n---\nSecret")
    (folder / "exhibits" / "secret.md").symlink_to(tmp_path / "secret.md")
    assert any("link out of the case's folder" in str(finding) for finding in check(folder))


def test_a_broken_case_is_not_offered_and_the_rest_is(folder: Path) -> None:
    swap("case.yaml", "sector:", "sektor:")(folder)
    shutil.copytree(GOOD, folder.parent / "second")
    swap("case.yaml", f"slug: {SLUG}", "slug: second")(folder.parent / "second")
    shelf = Shelf((folder.parent,))
    assert [case.slug for case in shelf.offered()] == ["second"]
    assert set(shelf.broken()) == {SLUG}
    assert shelf.findings("second") == ()
    assert shelf.findings(SLUG) == shelf.broken()[SLUG]
    with pytest.raises(UnknownName, match="did you mean 'second'"):
        shelf.case("secnd")
    with pytest.raises(UnknownName, match="did you mean 'second'"):
        shelf.findings("secnd")


def test_a_case_is_checked_by_itself_and_once(folder: Path) -> None:
    shutil.copytree(GOOD, folder.parent / "second")
    swap("case.yaml", f"slug: {SLUG}", "slug: second")(folder.parent / "second")
    shelf = Shelf((folder.parent,))
    assert shelf.findings("second") == ()
    for one in (folder, folder.parent / "second"):
        swap("case.yaml", "sector:", "sektor:")(one)
    assert set(shelf.broken()) == {SLUG}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    file=st.sampled_from(["case.yaml", "key.yaml", "run-sheet.yaml", "datapackage.json", PAPER, "tables/backlog.csv"]),
    at=st.floats(0, 1), noise=st.binary(min_size=0, max_size=12), cut=st.integers(0, 40),
)  # fmt: skip
def test_no_bytes_make_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, file: str, at: float, noise: bytes, cut: int
) -> None:
    folder = tmp_path_factory.mktemp("fuzz") / SLUG
    shutil.copytree(GOOD, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    content = (folder / file).read_bytes()
    place = int(at * len(content))
    (folder / file).write_bytes(content[:place] + noise + content[place + cut :])
    for finding in check(folder):
        assert str(finding)
