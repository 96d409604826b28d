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
_NUMBERED = r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2})"
_ESCAPE = re.compile(rf"(?P<bytes>(?:{_NUMBERED})+)|\\(?P<name>.?)", re.DOTALL)
_ONE_NUMBERED = re.compile(_NUMBERED)
_WRITTEN = {ord(value): f"\\{name}" for name, value in _NAMED.items()}
_WRITTEN |= {code: f"\\{code:03o}" for code in (*range(32), 127) if code not in _WRITTEN}

Complain = Callable[[int, str], None]
"""Told the position of an escape within the text and the escape, where it means nothing."""


def unescape(text: str, charset: str, complain: Complain) -> str:
    """Return what the inside of a quoted string stands for; numbers are bytes of ``charset``."""
    if "\\" not in text:
        return text

    def meaning(match: re.Match[str]) -> str:
        numbers = match["bytes"]
        if numbers is not None:
            try:
                return _bytes_of(numbers).decode(charset)
            except ValueError:
                complain(match.start(), numbers)
                return numbers
        value = _NAMED.get(match["name"])
        if value is None:
            complain(match.start(), match[0])
            return match[0]
        return value

    return _ESCAPE.sub(meaning, text)


def quoted(text: str) -> list[str]:
    """Return ``text`` as quoted lines of a catalogue: one, or ``""`` and one for each line."""
    lines = text.split("\n")
    ended = [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
    shown = [f'"{line.translate(_WRITTEN)}"' for line in ended] or ['""']
    return shown if len(shown) == 1 else ['""', *shown]


def _bytes_of(numbers: str) -> bytes:
    found = _ONE_NUMBERED.findall(numbers)
    values = [int(one[1:].replace("x", "0x"), 16 if one[1] == "x" else 8) for one in found]
    return bytes(value & 0xFF for value in values)
