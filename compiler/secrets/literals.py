"""Secrets in a text: those known by their form, and random values of what names a secret."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from compiler.secrets.names import WORDS, names_a_secret
from compiler.secrets.randomness import looks_random
from compiler.secrets.services import SERVICES


class Literal(NamedTuple):
    """A secret that stands in a text at the code points ``start:end``.

    ``whose`` follows "this looks like".
    """

    start: int
    end: int
    whose: str


_NAME = r"[A-Za-z0-9_.-]*"
_KNOWN = "|".join(f"(?:{one.form})" for one in SERVICES)
_ASSIGNED = (
    rf"(?i:{_NAME}({WORDS}){_NAME})[\"']?[ \t]*(:=|=>|[:=])[ \t]*[\"'`]?"
    r"[^\s\"'`,;&()\[\]{}<>|\\]{16,}"
)
_ENTRY = (
    rf'msgctxt "[^"\n]*(?i:{WORDS})[^"\n]*"\n'
    r'msgid ("[^"\s]{16,}"|"[^"\n]*"\nmsgstr "[^"\s]{16,}")'
)
OPEN_FIELD = (
    rf"(?m)^[ \t{{,-]*[\"']?(?i:{_NAME}({WORDS}){_NAME})[\"']?[ \t]*:[ \t]*([|>!&\[{{][^\n]*)?\r?$"
)
"""A field that names a secret, and has its value in the lines below it."""

HIDDEN = "•••"
"""Stands in place of a secret."""

_LINE = re.compile(r"[^\n]+")
_NAMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_BEFORE_VALUE = re.compile(r"[A-Za-z0-9_.-]+[\"']?[ \t]*(:=|=>|[:=])[ \t]*[\"'`]?")
_STRINGS = re.compile(r'"([^"\n]*)"')
_FORMS = [(one.whose, re.compile(one.form, re.ASCII)) for one in SERVICES]


@cache
def _compiled(pattern: str) -> Any:  # noqa: ANN401 - re2 is not typed
    """Return a pattern for RE2, which reads two hundred megabytes a second where `re` reads ten."""
    import re2  # noqa: PLC0415 - slow to import

    options = re2.Options()
    options.max_mem = 64 << 20
    return re2.compile(pattern, options=options)


def may_have_secrets(data: bytes) -> bool:
    """Tell at little cost whether bytes are worth a closer look; most files are not."""
    return _compiled(f"{_KNOWN}|{_ASSIGNED}|{_ENTRY}|{OPEN_FIELD}").search(data) is not None


def literals(text: str) -> list[Literal]:
    """Return the secrets in a text, from its start; none overlaps another."""
    apart: list[Literal] = []
    for one in sorted([*_known(text), *_assigned(text), *_entries(text)]):
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
        elif one.end > apart[-1].end:
            apart[-1] = apart[-1]._replace(end=one.end)
    return apart


def redacted(text: str) -> str:
    """Return a text with a sign in place of every secret that is known by its form."""
    return _hidden(text, list(_known(text)))


def concealed(text: str) -> str:
    """Return a text with a sign in place of all its secrets; it has as many lines."""
    return _hidden(text, literals(text))


def _hidden(text: str, found: Sequence[Literal]) -> str:
    for one in reversed(found):
        sign = _LINE.sub(HIDDEN, text[one.start : one.end])
        text = f"{text[: one.start]}{sign}{text[one.end :]}"
    return text


def has_open_field(text: str) -> bool:
    """Tell whether a field that names a secret has its value in the lines below it."""
    return any(
        names_a_secret(_name_of(match.group())) for match in _compiled(OPEN_FIELD).finditer(text)
    )


def about_field(name: str) -> str:
    """Return words about the value of a field."""
    return f"a secret in `{redacted(name)}`"


def _known(text: str) -> Iterator[Literal]:
    for hit in _compiled(_KNOWN).finditer(text):
        whose = next(whose for whose, form in _FORMS if form.match(text, hit.start()))
        yield Literal(hit.start(), hit.end(), whose)


def _assigned(text: str) -> Iterator[Literal]:
    """Yield what is written as ``name: value`` or ``name=value``, in comments, too."""
    for hit in _compiled(_ASSIGNED).finditer(text):
        written = hit.group()
        before = _BEFORE_VALUE.match(written)
        name, value = _name_of(written), written[before.end() if before else 0 :]
        if names_a_secret(name) and looks_random(value):
            yield Literal(hit.end() - len(value), hit.end(), about_field(name))


def _entries(text: str) -> Iterator[Literal]:
    """Yield strings of catalogues with a label that names a secret."""
    for hit in _compiled(_ENTRY).finditer(text):
        label, *strings = _STRINGS.finditer(hit.group())
        for one in strings if names_a_secret(label[1]) else ():
            if looks_random(one[1]):
                start = hit.start() + one.start(1)
                yield Literal(start, start + len(one[1]), about_field(label[1]))


def _name_of(field: str) -> str:
    match = _NAMED.search(field)
    return match[0] if match else ""
