"""Data into models; what does not fit becomes findings in an author's words, with lines."""

from __future__ import annotations

from collections.abc import Sequence
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .findings import Finding, unknown
from .yaml_text import Document

M = TypeVar("M", bound=BaseModel)


def shaped(
    model: type[M], document: Document, found: list[Finding], more: dict[str, Any] | None = None
) -> M | None:
    """Return the document as a model; what does not fit is added to ``found`` and gives ``None``."""
    if not isinstance(document.data, dict):
        what = "the file holds no keys"
        found.append(Finding(document.file, 1 + document.offset, what, "", "write `name: value` lines"))
        return None
    try:
        return model.model_validate({**document.data, **(more or {})})
    except ValidationError as error:
        found.extend(_finding(model, document, item) for item in error.errors(include_url=False))
        return None


def _finding(model: type[BaseModel], document: Document, error: ErrorDetails) -> Finding:
    path = error["loc"]
    name = ".".join(str(part) for part in path)
    kind, given, context = error["type"], error.get("input"), error.get("ctx", {})
    if kind == "extra_forbidden":
        names = _fields(model, path[:-1])
        line = document.line(path, key=True)
        return unknown(document.file, line, "key", path[-1], names, _place(path[:-1]))
    if kind == "missing":
        line = document.line(path[:-1])
        return Finding(document.file, line, f"`{name}` is missing", "", f"add a line `{path[-1]}: …`")
    line = document.line(path)
    if kind == "literal_error":
        options = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ").split(", ")
        return unknown(document.file, line, "value", given, options, f"`{name}`")
    shown = f"`{name}` is {_short(given)}"
    if kind == "string_pattern_mismatch":
        return Finding(
            document.file, line, shown, "allowed: small letters, digits and hyphens (names of the model: _)",
            "rename it, and everywhere it is used",
        )  # fmt: skip
    allowed, remedy = _wanted(kind, error["msg"])
    return Finding(document.file, line, shown, allowed, remedy)


def _wanted(kind: str, message: str) -> tuple[str, str]:
    if kind.startswith("string"):
        return "allowed: text", "write words (in quotation marks if they look like a number)"
    if kind.startswith(("int", "float", "finite")):
        return "allowed: a number", "write it in digits, without unit or quotation marks"
    if kind.startswith(("tuple", "list")):
        return "allowed: a list", "write one `- item` a line"
    if kind.startswith(("dict", "model")):
        return "allowed: keys with values", "write `name: value` lines, indented"
    return f"allowed: {message[0].lower()}{message[1:]}", "change it to fit"


def _short(given: object) -> str:
    text = repr(given)
    return text if len(text) < 60 else f"{text[:57]}…"


def _place(path: Sequence[int | str]) -> str:
    return f"`{'.'.join(str(part) for part in path)}`" if path else ""


def _fields(model: type[BaseModel], path: Sequence[int | str]) -> list[str]:
    """Return the field names of the model that a path leads to."""
    annotation: Any = model
    for part in path:
        inner = _model_in(annotation)
        if isinstance(part, str) and inner is not None and part in inner.model_fields:
            annotation = inner.model_fields[part].annotation
    inner = _model_in(annotation)
    return list(inner.model_fields) if inner else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (Union, UnionType, tuple, list, dict):
        return next((m for m in map(_model_in, get_args(annotation)) if m), None)
    return None
