"""The table of styles in which other tools spell placeholders, and gettext's flags for them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

ICU = "icu"
I18NEXT = "i18next"
ANDROID = "android"
APPLE = "apple"


@dataclass(frozen=True, slots=True)
class Style:
    """A way to spell placeholders.

    ``pattern`` finds them, by ``name`` or ``number`` or else in turn, and ``literal`` what stands
    for itself (its first character, once). ``escapes`` finds text that would not stand for itself,
    and its spelling; ``usual`` spells an argument that nobody remembers, ``in_turn`` one that
    never had a name. A ``positional`` style has no names, and a text without a placeholder is not
    formatted at all in it, so that nothing is escaped.
    """

    pattern: re.Pattern[str]
    usual: str
    in_turn: str | None = None
    escapes: tuple[re.Pattern[str], str] | None = None
    positional: bool = False


_CONVERSION = r"[#0+-]*\d*(?:\.\d+)?(?:hh?|ll?|[Lqjzt])?[diouxXeEfFgGcrsa@]"

STYLES = {
    "python-percent": Style(
        re.compile(
            rf"(?P<literal>%%)|%\((?P<name>[^()]+)\){_CONVERSION}"
            rf"|%(?:(?P<number>\d+)\$)?{_CONVERSION}"
        ),
        "%({})s",
        "%s",
        (re.compile("%"), "%%"),
    ),
    "c": Style(
        re.compile(rf"(?P<literal>%%)|(?P<name>(?!))|%(?:(?P<number>\d+)\$)?{_CONVERSION}"),
        "%s",
        "%s",
        (re.compile("%"), "%%"),
    ),
    "python-brace": Style(
        re.compile(
            r"(?P<literal>\{\{|\}\})|\{(?P<name>[A-Za-z_][\w.\[\]]*)?(?P<number>\d+)?"
            r"(?:![rsa])?(?::[^{}]*)?\}"
        ),
        "{{{}}}",
        None,
        (re.compile(r"[{}]"), r"\g<0>\g<0>"),
    ),
    I18NEXT: Style(
        re.compile(
            r"(?P<literal>(?!))|(?P<number>(?!))|\{\{-?\s*(?P<name>[^{},\s]+)\s*(?:,[^{}]*)?\}\}"
        ),
        "{{{{{}}}}}",
    ),
    "ruby": Style(
        re.compile(
            r"(?P<literal>%%(?=\{[^{}]+\}|<[^<>]+>[diouxXeEfFgGs]))|(?P<number>(?!))|%\{(?P<name>[^{}]+)\}"
            rf"|%<(?P<formatted>[^<>]+)>{_CONVERSION}"
        ),
        "%{{{}}}",
        None,
        (re.compile(r"%(?=\{[^{}]+\}|<[^<>]+>[diouxXeEfFgGs])"), "%%"),
    ),
}


NAMED = frozenset({I18NEXT, "ruby"})
"""Styles whose placeholders have names, and no types."""


@dataclass(frozen=True, slots=True)
class Conversions:
    """What a positional style writes for an argument that nobody remembers: a text, a number."""

    text: str
    number: str


POSITIONAL = {ANDROID: Conversions("s", "d"), APPLE: Conversions("@", "lld")}
_SIZES = {ANDROID: r"[bBhHsScCdoxXeEfgGaA]", APPLE: r"(?:hh?|ll?|[qLztj])?[@diouxXeEfFgGcCsSaAp]"}

STYLES |= {
    style: Style(
        re.compile(
            r"(?P<literal>%%)|(?P<name>(?!))"
            rf"|%(?:(?P<number>[1-9]\d?)\$)?[-#+0,(]*\d*(?:\.\d+)?{conversion}(?![A-Za-z])"
        ),
        "%s",
        escapes=(re.compile("%"), "%%"),
        positional=True,
    )
    for style, conversion in _SIZES.items()
}
STYLES |= {"javascript": STYLES["python-percent"], "php": STYLES["c"]}

_FLAGS = {
    "python-format": "python-percent",
    "python-brace-format": "python-brace",
    "c-format": "c",
    "php-format": "php",
    "javascript-format": "javascript",
    "ruby-format": "ruby",
    "icu-message-format": ICU,
}
_UNFLAGGED = re.compile(
    r"%\([A-Za-z_]\w*\)[#0+-]*\d*(?:\.\d+)?[diouxXeEfFgGcrsa]|%(?:\d+\$)?(?:\.\d+)?[sdifu]"
)


def style_of(flags: Collection[str], source: Sequence[str]) -> str | None:
    """Return the style of a gettext entry: what its flags say, else what its source looks like.

    Of several flags the first counts that finds something in the source.
    """
    flagged = [style for flag, style in _FLAGS.items() if flag in flags]
    for style in flagged:
        if style != ICU and any(STYLES[style].pattern.search(text) for text in source):
            return style
    if flagged:
        return flagged[0]
    if any(flag.startswith("no-") and flag.endswith("-format") for flag in flags):
        return None
    return "python-percent" if any(_UNFLAGGED.search(text) for text in source) else None


def flag_of(style: str | None) -> str | None:
    """Return the gettext flag of a style."""
    return next((flag for flag, name in _FLAGS.items() if name == style), None)
