"""Text messages: the alphabet they are sent in, and into how many segments they are cut. Pure.

After 3GPP TS 23.038 (the default alphabet of 7 bits, its extension table, UCS-2) and 23.040 (a
message of several segments gives 6 octets of each to a header).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("\f^{}\\[~]|€")
_IN_ONE = {"GSM-7": 160, "UCS-2": 70}
_IN_EACH = {"GSM-7": 153, "UCS-2": 67}

MOST_SEGMENTS = 10
"""What the large gateways take of one message: ten segments; more is refused."""

PLAIN_SIGNS = {
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
    "\N{THIN SPACE}": " ",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{SINGLE LOW-9 QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    "\N{DOUBLE LOW-9 QUOTATION MARK}": '"',
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}": '"',
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}": '"',
    "\N{HYPHEN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{EN DASH}": "-",
    "\N{EM DASH}": "-",
    "\N{MINUS SIGN}": "-",
    "\N{HORIZONTAL ELLIPSIS}": "...",
    "\N{BULLET}": "-",
    "\N{MIDDLE DOT}": "-",
    "\t": " ",
}
"""Signs outside the alphabet, and what says the same within it."""


class Alphabet(StrEnum):
    """What a text message is written in."""

    GSM_7 = "GSM-7"
    UCS_2 = "UCS-2"


@dataclass(frozen=True, slots=True)
class Sms:
    """How a text is sent.

    ``units`` counts septets of GSM-7 or code units (16 bits) of UCS-2. ``forcing`` are the
    characters that GSM-7 does not have, each once, in the order in which they stand.
    """

    alphabet: Alphabet
    units: int
    segments: int
    forcing: tuple[str, ...] = ()


def measured_sms(text: str) -> Sms:
    """Return the alphabet, units and segments of a text message."""
    forcing = tuple(dict.fromkeys(sign for sign in text if not in_gsm_7(sign)))
    alphabet = Alphabet.UCS_2 if forcing else Alphabet.GSM_7
    sizes = [_size(sign, alphabet) for sign in text]
    total = sum(sizes)
    if total <= _IN_ONE[alphabet]:
        return Sms(alphabet, total, 1, forcing)
    return Sms(alphabet, total, _cut(sizes, _IN_EACH[alphabet]), forcing)


def too_many(sent: Sms) -> int:
    """Return how many units a message of several segments has beyond one segment less."""
    fewer = sent.segments - 1
    room = _IN_ONE if fewer == 1 else _IN_EACH
    return sent.units - fewer * room[sent.alphabet]


def in_gsm_7(sign: str) -> bool:
    """Tell whether the default alphabet or its extension table has a character."""
    return sign in _BASIC or sign in _EXTENDED


def plainly(text: str) -> str:
    """Return a text with typographic signs replaced by those of the alphabet."""
    return "".join(PLAIN_SIGNS.get(sign, sign) for sign in text)


def replaceable(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield offset, sign and what may stand in its place, for each that GSM-7 does not have."""
    for offset, sign in enumerate(text):
        if sign in PLAIN_SIGNS and not in_gsm_7(sign):
            yield offset, sign, PLAIN_SIGNS[sign]


def _size(sign: str, alphabet: Alphabet) -> int:
    if alphabet is Alphabet.UCS_2:
        return 2 if ord(sign) > 0xFFFF else 1  # noqa: PLR2004 - beyond, UTF-16 takes two units
    return 2 if sign in _EXTENDED else 1


def _cut(sizes: list[int], room: int) -> int:
    """Return the number of segments: what takes two units stays whole."""
    segments, used = 1, 0
    for size in sizes:
        if used + size > room:
            segments, used = segments + 1, 0
        used += size
    return segments
