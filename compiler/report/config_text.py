"""What an area gets, for people: a line for each value, with the file and line it comes from."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from compiler.base.place import Place
from compiler.base.visible import visible
from compiler.query.area_values.value import TAKEN_AWAY, AreaValue, Origin
from compiler.report.columns import aligned
from compiler.report.console import Console

_LONGEST = 60
_WORDS = {Origin.DEFAULT: "default", Origin.CLDR: "CLDR"}


def config_text(console: Console, values: Sequence[AreaValue]) -> str:
    """Return values as text, those of one section together."""
    return "\n\n".join(
        "\n".join(_section(console, list(section))) for _, section in groupby(values, _section_of)
    )


def _section_of(value: AreaValue) -> str:
    return value.key[0] if len(value.key) > 1 else ""


def _section(console: Console, values: Sequence[AreaValue]) -> Iterator[str]:
    lines = aligned([[visible(one.name), _short(one.value), _from(one)] for one in values])
    for value, line in zip(values, lines, strict=True):
        nobodys = value.origin in _WORDS and value.place is None
        yield console.style("faint", line) if nobodys else line


def _short(value: Any) -> str:  # noqa: ANN401 - any JSON value
    text = flow(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def flow(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return a value on one line, much as YAML has it."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{visible(str(k))}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return visible(str(value))


def _from(value: AreaValue) -> str:
    """Say where a value comes from, and what it is in place of."""
    where = _where(value.place) if value.place is not None else _WORDS[value.origin]
    remarks = []
    if value.place is not None and value.origin is Origin.DEFAULT and value.note != TAKEN_AWAY:
        remarks.append("the default")
    if value.note is not None:
        remarks.append(value.note)
    if value.beneath is not None:
        remarks.append(f"instead of {_short(value.beneath.value)}, {_where(value.beneath.place)}")
    return f"{where} ({'; '.join(remarks)})" if remarks else where


def _where(place: Place) -> str:
    return f"{visible(place.path)}:{place.line}"
