"""YAML, read strictly: small files, no aliases, no repeated keys, every value with its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from .findings import Finding

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LARGEST = 512_000
DEEPEST = 30
PLAIN = ("null", "bool", "int", "float", "str")
Path = Sequence[int | str]


@dataclass(frozen=True)
class Document:
    """Data read from a file, and where each part of it stands. ``offset``: lines before the text."""

    file: str
    data: Any
    node: Any = None
    offset: int = 0

    def line(self, path: Path = (), key: bool = False) -> int:
        """Return the line of the value at a path (of its key, if asked), or of the nearest part."""
        node = mark = self.node
        for part in path:
            found = _child(node, part)
            if found is None:
                break
            name, node = found
            mark = name if key and part == path[-1] else node
        return 1 if mark is None else mark.start_mark.line + 1 + self.offset


class Refused(Exception):
    """A file that cannot be read at all; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def read_text(content: bytes, file: str) -> str:
    """Return a file's text, or refuse it: too large, not UTF-8, or holding NUL."""
    if len(content) > LARGEST:
        what = f"the file has {len(content):,} bytes"
        raise Refused(Finding(file, 1, what, f"allowed: up to {LARGEST:,}", "shorten it or split it"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        what = "a character is not UTF-8"
        raise Refused(
            Finding(file, line, what, "allowed: text in UTF-8", "save the file as UTF-8")
        ) from error
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise Refused(Finding(file, line, "there is a NUL character", "allowed: plain text", "remove it"))
    return text


def read_yaml(text: str, file: str, offset: int = 0) -> Document:
    """Return a YAML text as data with lines, or raise :class:`Refused` with the reason."""
    try:
        _refuse_aliases(text, file, offset)
        loader = Loader(text)
        try:
            node = loader.get_single_node()
            data = None if node is None else _build(loader, node, file, offset, 0)
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        raise Refused(_broken(error, file, offset)) from error
    except (ValueError, OverflowError) as error:
        remedy = "put it in quotation marks if it is meant as text"
        raise Refused(Finding(file, 1 + offset, f"a value cannot be read: {error}", "", remedy)) from error
    return Document(file, data, node, offset)


def _refuse_aliases(text: str, file: str, offset: int) -> None:
    # Only a text that holds one of these signs can have an alias; most have none.
    if "&" not in text and "*" not in text:
        return
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            mark: Any = event.start_mark
            line = mark.line + 1 + offset
            what = "there is an alias or anchor (& or *)"
            raise Refused(Finding(file, line, what, "allowed: plain values", "write the value out again"))


def _build(loader: Any, node: Any, file: str, offset: int, depth: int) -> Any:
    line = node.start_mark.line + 1 + offset
    if depth > DEEPEST:
        raise Refused(
            Finding(file, line, "this is nested too deeply", f"allowed: {DEEPEST} levels", "flatten it")
        )
    if isinstance(node, yaml.MappingNode):
        return _mapping(loader, node, file, offset, depth)
    if isinstance(node, yaml.SequenceNode):
        return [_build(loader, item, file, offset, depth + 1) for item in node.value]
    kind = node.tag.removeprefix("tag:yaml.org,2002:")
    if kind not in PLAIN:
        what, remedy = f"a value of the kind {kind!r} is not used here", "put it in quotation marks"
        raise Refused(Finding(file, line, what, f"allowed: {', '.join(PLAIN)}", remedy))
    return loader.construct_object(node)


def _mapping(loader: Any, node: Any, file: str, offset: int, depth: int) -> dict[str, Any]:
    built: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1 + offset
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
        if key is None:
            raise Refused(Finding(file, line, "a key must be a word", "", "write `name: value`"))
        if key in built:
            what = f"the key `{key}` stands here a second time"
            raise Refused(Finding(file, line, what, "allowed: each key once", "remove or rename one of them"))
        built[key] = _build(loader, value_node, file, offset, depth + 1)
    return built


def _child(node: Any, part: int | str) -> tuple[Any, Any] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == str(part)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None


def _broken(error: yaml.YAMLError, file: str, offset: int) -> Finding:
    mark = getattr(error, "problem_mark", None)
    line = 1 + offset if mark is None else mark.line + 1 + offset
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    remedy = "check indentation, colons and quotation marks in this line and the one above"
    return Finding(file, line, f"this is not valid YAML: {problem}", "", remedy)
