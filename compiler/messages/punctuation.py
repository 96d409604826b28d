"""How languages end sentences, ask, quote and bracket: what is written for what."""

from functools import cache
from typing import Final

from compiler.base.locale_tag import language_of, shorter

DENSE: Final = frozenset({"ja", "zh", "yue", "th", "lo", "km", "my", "bo", "dz"})
"""Languages that are written without spaces between words."""

STOPLESS: Final = DENSE | {"hi", "bn", "mr", "ne", "am", "hy"}
"""Languages in which the end of a single sentence often goes without a sign."""

_ENDS: dict[str, str] = {
    **dict.fromkeys(".。．｡۔։।॥።။៖", "full stop"),
    **dict.fromkeys("?？؟\u037e՞", "question mark"),
    **dict.fromkeys("!！՜", "exclamation mark"),
    **dict.fromkeys(":：", "colon"),
    **dict.fromkeys("…⋯", "ellipsis"),
}
_OWN_ENDS: dict[str, dict[str, str]] = {
    "el": {";": "question mark"},
    "hy": {":": "full stop", ".": "colon"},
}
_CLOSERS: Final = "\"'”’»“‘›」』）)]}`\u200f\u200e\u202c\u2069"


def ending(text: str, locale: str) -> tuple[str, int]:
    """Return which sign a text ends with, empty for none, and its offset.

    Closing quotes and brackets, and white space, do not count; ``...`` is an ellipsis.
    """
    end = len(text)
    while end and (text[end - 1] in _CLOSERS or text[end - 1].isspace()):
        end -= 1
    if not end or _is_named(text, end - 1):
        return "", 0
    if text.endswith(("...", "。。", "．．"), 0, end):
        return "ellipsis", end - 3
    tail = text[max(0, end - 2) : end]
    if tail in {"!?", "?!"}:
        return "question mark", end - 1
    own = _OWN_ENDS.get(language_of(locale), {})
    return own.get(tail[-1]) or _ENDS.get(tail[-1], ""), end - 1


def _is_named(text: str, at: int) -> bool:
    """Tell whether a sign is spoken of, and not used: `':'`."""
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return len(around) == 2 and around[0] in "'\"“‘«„`" and around[1] in "'\"”’»“`"  # noqa: PLR2004


OWN_MARKS: Final[dict[str, dict[str, str]]] = {
    "ar": {"?": "؟", ";": "؛", ",": "،"},
    "fa": {"?": "؟", ";": "؛", ",": "،"},
    "ur": {"?": "؟", ";": "؛", ",": "،", ".": "۔"},
    "ug": {"?": "؟", ";": "؛", ",": "،"},
    "ckb": {"?": "؟", ";": "؛", ",": "،"},
    "ps": {"?": "؟", ";": "؛", ",": "،"},
    "el": {"?": ";"},
    "hy": {".": "։", "?": "՞"},
    "ja": {".": "。", ",": "、"},
    "zh": {".": "。", "?": "？", "!": "！", ",": "，"},
}
"""Signs of Latin script at the end of a text, and what the language writes for them."""

SPACED: Final[dict[str, str]] = {"fr": ":;!?»", "br": ":;!?", "fr-CA": ":»"}
"""Signs with a space before them."""

INVERTED: Final[dict[str, dict[str, str]]] = {
    language: {"?": "¿", "!": "¡"} for language in ("es", "ast")
}
"""Signs that have a partner at the beginning of the sentence."""


@cache
def watched_ends(locale: str) -> frozenset[str]:
    """Return the last characters for which a language writes others, or others beside them."""
    language = language_of(locale)
    own = (*OWN_MARKS.get(language, ()), *INVERTED.get(language, ()), *_OWN_ENDS.get(language, ()))
    return frozenset((*own, *_CLOSERS))


BRACKETS: Final[dict[str, str]] = {
    ")": "(", "]": "[", "}": "{", "）": "（", "］": "［", "】": "【", "〕": "〔", "》": "《",
    "〉": "〈",
}  # fmt: skip
"""Closing brackets with what opens them; full-width and plain ones may be mixed."""

_PLAIN_BRACKETS = str.maketrans("（）［］", "()[]")


def plain_brackets(text: str) -> str:
    """Return a text with full-width brackets made plain."""
    return text.translate(_PLAIN_BRACKETS)


QUOTES: Final[tuple[tuple[str, str], ...]] = (
    ("“”„‟", "“…”"),
    ("«»", "«…»"),
    ("「」", "「…」"),
    ("『』", "『…』"),
    ('"', '"…"'),
)
"""Families of quotes: those that close each other in some language, and how a pair is shown."""

_QUOTES_OF: Final[dict[str, tuple[str, str]]] = {
    **dict.fromkeys(("de", "cs", "sk", "sl", "bg", "is", "lt", "hr", "sr", "et"), ("„", "“")),
    **dict.fromkeys(("pl", "ro", "hu", "nl"), ("„", "”")),
    **dict.fromkeys(("fr", "ru", "uk", "be", "el", "es", "it", "pt", "ca", "nb"), ("«", "»")),
    **dict.fromkeys(("ja", "zh-Hant"), ("「", "」")),
    **dict.fromkeys(("sv", "fi"), ("”", "”")),
}  # fmt: skip


def quotes_of(locale: str) -> tuple[str, str]:
    """Return the quotes that a language opens and closes with."""
    while locale:
        if locale in _QUOTES_OF:
            return _QUOTES_OF[locale]
        locale = shorter(locale) or ""
    return ("“", "”")
