"""What Jinja's parser says of a template, in an author's words: the first that fits. Pure."""

import re
from collections.abc import Callable
from typing import NamedTuple

from compiler.templating.subset import STATEMENTS_INSTEAD

_TAG = re.compile(r"\{%[-+]?\s*(\w+)")
_HOW = {
    "if": "write `{% if name %}`",
    "elif": "write `{% elif name %}`",
    "for": "write `{% for item in items %}`",
    "set": "write `{% set name = … %}`",
}
_NAMES = {
    "end of print statement": "`}}`",
    "end of statement block": "`%}`",
    "name": "a name",
    "string": "a text",
    "integer": "a number",
    "float": "a number",
    "begin of print statement": "`{{`",
    "begin of statement block": "`{%`",
}
_SIGNS = {
    "&": "write `and`",
    "!": "write `not`",
    "?": 'write `{{ "…" if … else "…" }}`',
    "“": "write straight quotes",
    "”": "write straight quotes",
    "„": "write straight quotes",
    "‘": "write straight quotes",
    "’": "write straight quotes",
    "«": "write straight quotes",
    "»": "write straight quotes",
}


class Said(NamedTuple):
    """A fault in an author's words, and what to write; ``back`` characters before its offset."""

    message: str
    hint: str | None = None
    back: int = 0


_Say = Callable[[re.Match[str], str, int], Said]


def sign_said(sign: str) -> Said:
    """Say that a sign means nothing in Jinja."""
    return Said(f"`{sign}` is not understood", _SIGNS.get(sign))


def said(message: str, text: str, offset: int) -> Said | None:
    """Return what a message of Jinja means at an offset of a template; None for a new one."""
    for pattern, say in _TABLE:
        found = pattern.match(message)
        if found is not None:
            return say(found, text, offset)
    return None


def _opening(text: str, offset: int) -> int:
    """Return where the construct around an offset begins; Jinja may name its very beginning."""
    found = max(text.rfind("{{", 0, offset + 2), text.rfind("{%", 0, offset + 2))
    return found if found >= 0 else offset


def _nothing_there(_: re.Match[str], text: str, offset: int) -> Said:
    begin = _opening(text, offset)
    tag = _TAG.match(text, begin)
    if tag is None and not text[begin + 2 : offset].strip("-+ \t\n"):
        return Said("there is nothing between these braces", "write a variable", offset - begin)
    end = "`%}`" if tag is not None else "`}}`"
    return Said(f"something is missing before {end}", _HOW.get(tag[1]) if tag else None)


def _no_tag(_: re.Match[str], text: str, offset: int) -> Said:
    back = offset - _opening(text, offset)
    return Said("this statement says nothing", "there are `if`, `for` and `set`", back)


def _three_braces(text: str, offset: int) -> Said | None:
    begin = text.rfind("{{{", 0, offset)
    if begin < 0 or "}}" in text[begin:offset]:
        return None
    hint = "write two: values are escaped already"
    return Said("three braces are no placeholder", hint, offset - begin)


def _in_place_of(found: re.Match[str], text: str, offset: int) -> Said:
    wanted, got = found["wanted"], found["got"]
    if text[offset - 1 : offset + 1] == "||":
        return Said("`||` is not understood", "write `or`", 1)
    if got == "=" and wanted.startswith("end of"):
        return Said("`=` does not compare", "write `==`")
    if wanted == "in":
        return Said("`in` is missing here", _HOW["for"])
    braces = _three_braces(text, offset)
    if braces is not None:
        return braces
    hint = None
    tag = _TAG.match(text, _opening(text, offset))
    if got == "if" and tag is not None and tag[1] == "else":
        hint = "write `elif`"
    elif text[offset - 1 : offset] in ("'", '"'):
        hint = 'a text with quotes in it stands in those of the other kind: `"it\'s"`'
    elif wanted == "end of print statement":
        hint = "one name stands between the braces, without blanks"
    got = f"`{got}`" if got == "name" else _named(got)  # what is called so: Jinja shows names
    return Said(f"{got} stands where {_named(wanted)} is wanted", hint)


def _unexpected(found: re.Match[str], text: str, offset: int) -> Said:
    if found["got"].startswith("end of"):
        return _nothing_there(found, text, offset)
    braces = _three_braces(text, offset)
    return braces or Said(f"a value is missing before {_named(found['got'])}")


def _named(token: str) -> str:
    return _NAMES.get(token, f"`{token}`")


def stray(tag: str) -> Said:
    """Say that a statement stands outside of what it belongs to, or is none."""
    if tag in {"else", "elif"}:
        return Said(f"`{{% {tag} %}}` belongs to no `if`")
    hint = STATEMENTS_INSTEAD.get(tag, "there are `if`, `for` and `set`")
    return Said(f"there is no `{{% {tag} %}}`", hint)


_TABLE: tuple[tuple[re.Pattern[str], _Say], ...] = (
    (re.compile(r"Expected an expression, got 'end of"), _nothing_there),
    (re.compile(r"Expected an expression, got '(?P<got>.*)'\Z", re.DOTALL), _unexpected),
    (re.compile(r"tag name expected"), _no_tag),
    (re.compile(r"expected token '(?P<wanted>.*?)', got '(?P<got>.*)'\Z", re.DOTALL), _in_place_of),
    (re.compile(r"unexpected '(?P<got>.*)'\Z", re.DOTALL), _unexpected),
)
