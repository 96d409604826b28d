"""Data written as YAML 1.2, as a person would: blocks, texts quoted only where they must be.

For files that are written whole; a file that has comments is edited elsewhere.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from compiler.read.scalars import UnsafeNumberError, plain

_INDENT = "  "
_WIDEST = 88
_ESCAPED_TOO = r"\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_UNPRINTABLE = re.compile(rf"[\x00-\x08\x0b-\x1f\ud800-\udfff{_ESCAPED_TOO}]")
_ESCAPED = re.compile(f"[{_ESCAPED_TOO}]")
_UNSAFE = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`=.~<\s].*|.*(?:: | #|[:\s]$|\n).*""", re.DOTALL)
_IN_FLOW = re.compile(r"[,\[\]{}]")
# YAML 1.1 took these for true and false, days and times for other than text; editors still do.
_TRAPS = frozenset({"y", "n", "yes", "no", "on", "off"})
_LIKE_A_NUMBER = re.compile(r"[-+.0-9][-+.,:_0-9eExXTZ ]*")


def yaml_text(data: Mapping[str, Any]) -> str:
    """Return a mapping as lines of YAML, each with its end; nothing for an empty one."""
    return "".join(f"{line}\n" for line in _mapping(data, ""))


def _mapping(data: Mapping[str, Any], margin: str) -> Iterator[str]:
    for key, value in data.items():
        yield from _valued(f"{margin}{_scalar(key)}:", value, margin)


def _valued(lead: str, value: Any, margin: str) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    """Yield a key (or the dash of a list) and what belongs to it."""
    if isinstance(value, Mapping) and value:
        yield lead
        yield from _mapping(value, margin + _INDENT)
    elif isinstance(value, list) and value:
        flow = _flow(value)
        if flow is not None and len(lead) + len(flow) < _WIDEST:
            yield f"{lead} {flow}"
        else:
            yield lead
            yield from _items(value, margin + _INDENT)
    elif isinstance(value, str) and _as_block(value):
        yield from _block(lead, value, margin + _INDENT)
    else:
        yield f"{lead} {_scalar(value)}"


def _items(values: Sequence[Any], margin: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping) and value:
            lines = _mapping(value, margin + _INDENT)
            yield f"{margin}- {next(lines)[len(margin) + len(_INDENT) :]}"
            yield from lines
        elif isinstance(value, list) and value and _flow(value) is None:
            yield f"{margin}-"
            yield from _items(value, margin + _INDENT)
        else:
            yield from _valued(f"{margin}-", value, margin)


def _flow(values: Sequence[Any]) -> str | None:
    """Return a list of scalars on one line, None for any other."""
    if any(isinstance(value, Mapping | list) for value in values):
        return None
    written = [_scalar(value, in_flow=True) for value in values]
    return f"[{', '.join(written)}]"


def _as_block(text: str) -> bool:
    return "\n" in text.strip("\n") and _UNPRINTABLE.search(text) is None


def _block(lead: str, text: str, margin: str) -> Iterator[str]:
    """Yield a literal block; its head tells the indentation where the text begins with space."""
    body = text.rstrip("\n")
    chomping = {0: "-", 1: ""}.get(len(text) - len(body), "+")
    indentation = str(len(_INDENT)) if body[0] in " \t\n" else ""
    yield f"{lead} |{indentation}{chomping}"
    for line in body.split("\n"):
        yield f"{margin}{line}" if line else ""
    yield from [""] * (len(text) - len(body) - 1)


def _scalar(value: Any, *, in_flow: bool = False) -> str:  # noqa: ANN401 - any JSON value
    if not isinstance(value, str):
        return json.dumps(value)
    unsafe = _UNSAFE.fullmatch(value) or _UNPRINTABLE.search(value) or "\t" in value
    if not unsafe and not (in_flow and _IN_FLOW.search(value)) and _means_itself(value):
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _means_itself(text: str) -> bool:
    if text.casefold() in _TRAPS or _LIKE_A_NUMBER.fullmatch(text):
        return False
    try:
        return plain(text) is text
    except UnsafeNumberError:
        return False
