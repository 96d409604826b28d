"""Messages as Java's MessageFormat spells them, and bundles of Java as files."""

import re
from collections.abc import Mapping, Sequence

from compiler.edit.interchange.java_format import JAVA
from compiler.edit.interchange.origin import Origin
from compiler.edit.interchange.texts_out import Wording, message_of, placeholders_of
from compiler.messages.ast import Argument, Formatted, Message, Number, Plural, Tag, Text
from compiler.messages.cldr import plural_category
from compiler.messages.expressible import NotExpressible

_NUMBERED = re.compile(r"arg(\d{1,9})")
_BRACES = re.compile(r"'|[{}]+")
_OF_A_CHOICE = re.compile(r"[|#<≤]")
_LOOKED_AT = 1_000
"""Numbers of a plural that are looked at: a choice has to say the same of each."""
_MOST = 20
_KEY = re.compile(r"[\\ =:#!]")
_PRINTABLE = range(0x20, 0x7F)
_CONTROL = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\\": "\\\\"}

_NAMED = "Java's MessageFormat knows arguments by number: {0}, {1}"
_NO_PLURAL = "Java has no choice that says the same as this plural"
_NOTHING_ELSE = "Java has arguments, formats of numbers and dates, and choices, nothing else"


def as_java(wording: Wording, origin: Origin) -> str | NotExpressible:
    """Return the text for Java's MessageFormat, or why it has no words for it."""
    message = message_of(wording)
    if isinstance(message, NotExpressible):
        return message
    try:
        return _spelt(message, wording.locale, placeholders_of(origin, JAVA))
    except _UnspeakableError as failure:
        return NotExpressible(str(failure))


class _UnspeakableError(ValueError):
    """Java has no words for a part of a message; ``str()`` is a clause about it."""


def _spelt(message: Message, locale: str, known: Mapping[str, str], number: str = "") -> str:
    parts = []
    for node in message:
        match node:
            case Text(value):
                parts.append(_BRACES.sub(_quoted, value))
            case Argument(name):
                parts.append(known.get(name) or f"{{{_number(name)}}}")
            case Number() if number:
                parts.append(f"{{{number}}}")
            case Formatted(name, kind, style) if kind in ("number", "date", "time"):
                parts.append(f"{{{_number(name)},{kind}{f',{style}' if style else ''}}}")
            case Tag(name, children):
                parts.append(f"<{name}>{_spelt(children, locale, known, number)}</{name}>")
            case Plural(name, _, "cardinal", 0) if not number:
                parts.append(_choice(node, locale, known, _number(name)))
            case _:
                raise _UnspeakableError(_NOTHING_ELSE)
    return "".join(parts)


def _quoted(match: re.Match[str]) -> str:
    return "''" if match[0] == "'" else f"'{match[0]}'"


def _number(name: str) -> str:
    found = _NUMBERED.fullmatch(name)
    if found is None:
        raise _UnspeakableError(_NAMED)
    return found[1]


def _choice(plural: Plural, locale: str, known: Mapping[str, str], number: str) -> str:
    """Return a choice that says the same of every whole number that is looked at."""
    texts = {one.selector: _spelt(one.message, locale, known, number) for one in plural.branches}
    told: list[str] = []
    begins: list[int] = []
    for value in range(_LOOKED_AT):
        category = texts.get(plural_category(locale, value), texts["other"])
        text = texts.get(f"={value}", category)
        if not told or text != told[-1]:
            told.append(text)
            begins.append(value)
    if len(told) > _MOST or any(map(_is_unsafe, told)):
        raise _UnspeakableError(_NO_PLURAL)
    alternatives = "|".join(f"{value}#{text}" for value, text in zip(begins, told, strict=True))
    return f"{{{number},choice,{alternatives}}}"


def _is_unsafe(text: str) -> bool:
    """Tell whether a choice would take a text for its own, or quote it once more."""
    return bool(_OF_A_CHOICE.search(text)) or ("'" in text and "{" in text)


def write_properties(texts: Mapping[str, str], comments: Mapping[str, Sequence[str]]) -> bytes:
    """Return a bundle in ASCII, which every Java reads alike."""
    lines: list[str] = []
    for key, text in texts.items():
        lines += [f"# {_ascii(line)}" for line in comments.get(key, ())]
        lines.append(f"{_ascii(_KEY.sub(_escaped, key))}={_ascii(_value(text))}")
    return ("\n".join(lines) + "\n").encode("ascii") if lines else b""


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def _value(text: str) -> str:
    written = "".join(_CONTROL.get(one, one) for one in text)
    return f"\\{written}" if written.startswith(" ") else written


def _ascii(text: str) -> str:
    """Return a text with all but ASCII as escapes of 16 bits; what is beyond them as two."""
    units = text.encode("utf-16-be", "surrogatepass")
    codes = (int.from_bytes(units[at : at + 2]) for at in range(0, len(units), 2))
    return "".join(chr(one) if one in _PRINTABLE else f"\\u{one:04x}" for one in codes)
