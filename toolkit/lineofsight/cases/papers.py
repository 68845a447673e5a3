"""Exhibits: a file of front matter and text each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from ..model.case import Table
from ..model.exhibit import Exhibit
from .figures import filled, unstated
from .findings import Finding
from .shapes import shaped
from .yaml_text import Document, Refused, read_text, read_yaml

FRONT = re.compile(r"\A---\n(.*?\n)---\n(.*)\Z", re.S)


def read_papers(
    files: Mapping[str, bytes], tables: Mapping[str, Table], found: list[Finding]
) -> tuple[dict[str, Document], tuple[Exhibit, ...]]:
    """Return each paper's front matter with its lines, and the papers by week and name."""
    documents: dict[str, Document] = {}
    papers: list[Exhibit] = []
    for file in sorted(name for name in files if name.startswith("exhibits/") and name.endswith(".md")):
        id = PurePosixPath(file).stem
        try:
            paper, document = _paper(id, file, files[file], tables, found)
        except Refused as refused:
            found.append(refused.finding)
            continue
        documents[id] = document
        if paper is not None:
            papers.append(paper)
    papers.sort(key=lambda paper: (paper.week, paper.id))
    return documents, tuple(papers)


def _paper(
    id: str, file: str, content: bytes, tables: Mapping[str, Table], found: list[Finding]
) -> tuple[Exhibit | None, Document]:
    text = read_text(content, file).replace("\r\n", "\n")
    match = FRONT.match(text)
    if match is None:
        remedy = "begin the file with a line ---, then kind:, title: and so on, then a line ---"
        raise Refused(Finding(file, 1, "there is no front matter", "", remedy))
    front, body = match.groups()
    document = read_yaml(front, file, offset=1)
    start = front.count("\n") + 3
    stated = document.data.get("stated", ()) if isinstance(document.data, dict) else ()
    # A chat's every line begins with a clock time, which is calendar too.
    if isinstance(stated, list):
        found.extend(unstated(body, [str(item) for item in stated], file, start))
    words = filled(body, tables, file, start, found).strip()
    return shaped(Exhibit, document, found, {"id": id, "body": words}), document
