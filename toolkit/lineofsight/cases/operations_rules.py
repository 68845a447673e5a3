"""Rules on the operations model: names it knows, ranges within its bounds."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.case import CaseFile
from ..operations import models
from ..operations.registry import Names
from .findings import Finding, unknown
from .reading import Reading

CASE = "case.yaml"
Place = tuple[int | str, ...]


def model_names(reading: Reading) -> Iterator[Finding]:
    """The model, its parameters, outcomes and signals exist."""
    if reading.file is None:
        return
    document, operations = reading.documents[CASE], reading.file.operations
    if operations.model not in models():
        line = document.line(("operations", "model"))
        yield unknown(CASE, line, "operations model", operations.model, models())
        return
    for path, what, found, known in _named(reading.file, models()[operations.model]):
        if found not in known:
            yield unknown(CASE, document.line(path), f"{what} of the model", found, known)


def _named(case: CaseFile, names: Names) -> Iterator[tuple[Place, str, str, list[str]]]:
    operations = case.operations
    parameters = [item.id for item in names.parameters]
    outcomes = [item.id for item in names.outcomes]
    signals = [item.id for item in names.signals]
    for id in operations.parameters:
        yield ("operations", "parameters", id), "parameter", id, parameters
    for at, use in enumerate(operations.outcomes):
        yield ("operations", "outcomes", at, "outcome"), "outcome", use.outcome, outcomes
    for field in ("dashboard", "shown"):
        for at, id in enumerate(getattr(operations, field)):
            yield ("operations", field, at), "signal", id, signals
    for at, doubt in enumerate(operations.doubts):
        yield ("operations", "doubts", at, "parameter"), "parameter", doubt.parameter, parameters
    for at, signal in enumerate(case.planning.signals):
        if signal.series is not None:
            yield ("planning", "signals", at, "series"), "signal", signal.series, signals


def parameter_ranges(reading: Reading) -> Iterator[Finding]:
    """Parameters and doubts stay within the model's ranges."""
    if reading.file is None or reading.file.operations.model not in models():
        return
    document, operations = reading.documents[CASE], reading.file.operations
    ranges = {item.id: item for item in models()[operations.model].parameters}
    asked: list[tuple[Place, str, float]] = [
        (("operations", "parameters", id), id, value) for id, value in operations.parameters.items()
    ]
    asked += [
        (("operations", "doubts", at, end), doubt.parameter, getattr(doubt, end))
        for at, doubt in enumerate(operations.doubts)
        for end in ("low", "high")
    ]
    for path, id, value in asked:
        if id in ranges and not ranges[id].low <= value <= ranges[id].high:
            what = f"{id} is {value:g}"
            allowed = f"allowed: {ranges[id].low:g} to {ranges[id].high:g} {ranges[id].unit}"
            yield Finding(CASE, document.line(path), what, allowed, "bring it into that range")


def effects(reading: Reading) -> Iterator[Finding]:
    """Effects move controls that exist, from low to high, within their bounds."""
    if reading.file is None or reading.file.operations.model not in models():
        return
    document = reading.documents[CASE]
    controls = {item.id: item for item in models()[reading.file.operations.model].controls}
    for at, action in enumerate(reading.file.planning.actions):
        for place, effect in enumerate(action.effects):
            path = ("planning", "actions", at, "effects", place)
            if effect.control not in controls:
                line = document.line((*path, "control"))
                yield unknown(CASE, line, "control of the model", effect.control, controls)
                continue
            control, (low, high) = controls[effect.control], effect.value
            line = document.line((*path, "value"))
            if low > high:
                yield Finding(
                    CASE, line, f"the range runs from {low:g} down to {high:g}", "", "turn it round"
                )
            least = 0.0 if control.combine == "product" else control.low
            if low < least or high > control.high:
                allowed = f"allowed: {least:g} to {control.high:g} {control.unit}"
                yield Finding(
                    CASE, line, f"{effect.control} is moved by {low:g} to {high:g}", allowed, "shrink it"
                )


def outcome_weights(reading: Reading) -> Iterator[Finding]:
    """The outcomes' weights add to 1, two of them are forecast, and all three sorts are there."""
    if reading.file is None:
        return
    document, outcomes = reading.documents[CASE], reading.file.operations.outcomes
    line = document.line(("operations", "outcomes"))
    total = sum(use.weight for use in outcomes)
    if abs(total - 1) > 1e-6:
        yield Finding(
            CASE, line, f"the outcomes' weights add to {total:g}", "allowed: 1", "change one of them"
        )
    forecast = sum(use.forecast for use in outcomes)
    if forecast != 2:
        yield Finding(
            CASE, line, f"{forecast} outcomes are forecast", "allowed: 2", "set `forecast: true` on two"
        )
    missing = {"customers", "staff", "money"} - {use.about for use in outcomes}
    for about in sorted(missing):
        yield Finding(CASE, line, f"no outcome is about {about}", "", "add one")


def shares_in_per_cent(reading: Reading) -> Iterator[Finding]:
    """An outcome that the model gives as a share is written, and asked for, in per cent."""
    if reading.file is None or reading.file.operations.model not in models():
        return
    units = {item.id: item.unit for item in models()[reading.file.operations.model].outcomes}
    for at, use in enumerate(reading.file.operations.outcomes):
        if units.get(use.outcome) == "share" and not use.format.endswith("%"):
            line = reading.documents[CASE].line(("operations", "outcomes", at))
            what = f"the outcome {use.outcome} is a share and its format is {use.format!r}"
            yield Finding(CASE, line, what, "allowed: .0% and the like", "write `format: .0%`")


def picture(reading: Reading) -> Iterator[Finding]:
    """The year's charts have something to begin with, and the model's picture something to draw."""
    if reading.file is None:
        return
    document, operations = reading.documents[CASE], reading.file.operations
    for field, least, remedy in (
        ("shown", 1, "name the signals that tell this year's story"),
        ("chains", 2, "write what leads to what, a line each: `[Sign-ups, Letters, Queue]`"),
    ):
        if len(getattr(operations, field)) < least:
            line = document.line(("operations", field), key=True)
            what = f"`operations.{field}` has {len(getattr(operations, field))} lines"
            yield Finding(CASE, line, what, f"allowed: {least} or more", remedy)


RULES = (model_names, parameter_ranges, effects, outcome_weights, shares_in_per_cent, picture)
