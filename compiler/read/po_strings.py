r"""The strings of catalogues: escapes read and written, as in C (``\n``, ``\"``, ``\303``)."""

import re
from collections.abc import Callable

_NAMED = {
    "n": "\n",
    "t": "\t",
    '"': '"',
    "\\": "\\",
    "r": "\r",
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "v": "\v",
}
ESCAPED = rf"\\[{re.escape(''.join(_NAMED))}]"
"""A pattern of the escapes that have a name, and so one code point as their meaning."""

_NUMBERED = r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2})"
_ESCAPE = re.compile(rf"(?P<bytes>(?:{_NUMBERED})+)|\\(?P<name>.?)", re.DOTALL)
_ONE_NAMED = re.compile(ESCAPED)
_ONE_NUMBERED = re.compile(_NUMBERED)
_MEANING = {f"\\{name}": value for name, value in _NAMED.items()}
_WRITTEN = {ord(value): escape for escape, value in _MEANING.items()}
_WRITTEN |= {code: f"\\{code:03o}" for code in (*range(32), 127) if code not in _WRITTEN}

Complain = Callable[[int, str], None]
"""Told the position of an escape within the text and the escape, where it means nothing."""


def unescape(text: str, charset: str, complain: Complain) -> str:
    """Return what the inside of a quoted string stands for; numbers are bytes of ``charset``."""

    def meaning(match: re.Match[str]) -> str:
        value = _meaning(match, charset)
        if value is None:
            complain(match.start(), match[0])
            return match[0]
        return value

    return _ESCAPE.sub(meaning, text)


def unescape_named(text: str) -> str:
    """Return what a string stands for that has no other escapes than those of `ESCAPED`."""
    return _ONE_NAMED.sub(lambda match: _MEANING[match[0]], text)


def written_offsets(text: str, charset: str) -> list[int]:
    """Return where in the inside of a quoted string each code point of its meaning is written.

    The last of them is the length of ``text``, where the meaning ends.
    """
    offsets: list[int] = []
    position = 0
    for match in _ESCAPE.finditer(text):
        offsets += range(position, match.start())
        position = match.end()
        value = _meaning(match, charset)
        if value is None:  # it stands for itself
            offsets += range(match.start(), position)
        elif match["bytes"] is None:
            offsets.append(match.start())
        else:
            offsets += _numbered_offsets(match, value, charset)
    return [*offsets, *range(position, len(text) + 1)]


def quoted(text: str) -> list[str]:
    """Return ``text`` as quoted lines of a catalogue: one, or ``""`` and one for each line."""
    lines = text.split("\n")
    ended = [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
    shown = [f'"{escaped(line)}"' for line in ended] or ['""']
    return shown if len(shown) == 1 else ['""', *shown]


def escaped(text: str) -> str:
    """Return ``text`` as it stands between quotes."""
    return text.translate(_WRITTEN)


def _meaning(match: re.Match[str], charset: str) -> str | None:
    if match["bytes"] is None:
        return _NAMED.get(match["name"])
    try:
        return _bytes_of(match["bytes"]).decode(charset)
    except ValueError:
        return None


def _numbered_offsets(match: re.Match[str], value: str, charset: str) -> list[int]:
    """Return where the number of the first byte of each code point stands."""
    numbers = [match.start() + one.start() for one in _ONE_NUMBERED.finditer(match[0])]
    first = 0
    offsets = []
    for character in value:
        offsets.append(numbers[min(first, len(numbers) - 1)])
        first += len(character.encode(charset))
    return offsets


def _bytes_of(numbers: str) -> bytes:
    found = _ONE_NUMBERED.findall(numbers)
    values = [int(one[1:].replace("x", "0x"), 16 if one[1] == "x" else 8) for one in found]
    return bytes(value & 0xFF for value in values)
