"""A whole agreement as one source of Typst: layout, settings, body; its Jinja kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from compiler.base.locale_tag import language_of
from compiler.channels.agreements.literals import literal, unrendered
from compiler.channels.agreements.markup import compile_markup
from compiler.channels.agreements.references import Targets
from compiler.messages.cldr import direction, script

DEFAULT_LAYOUT = Path(__file__).with_name("default.typ")
"""What an agreement without a layout of its own looks like."""

_PRELUDE = Path(__file__).with_name("prelude.typ")

FONTS = Path(__file__).with_name("fonts")
"""The folder of the fonts that every agreement is set in."""

_WESTERN, _ARABIC, _HEBREW, _HAN = (
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans CJK SC",
)
_REGIONS = {"Hant": "tw", "Hans": "cn"}
_HAN_SCRIPTS = {"Hans", "Hant", "Jpan", "Kore"}
_BOLD = """#let thicker(it) = {
  show regex("[\\\\p{Han}\\\\p{Hiragana}\\\\p{Katakana}\\\\p{Hangul}]+"): set text(stroke: 0.02em)
  it
}
#show strong: thicker
#show heading: thicker
"""
"""Han has one weight here: its letters alone are drawn thicker, others have a bold of their own."""


@cache
def _prelude() -> str:
    return _PRELUDE.read_text(encoding="utf-8")


@cache
def default_layout() -> str:
    """Return the layout of agreements that name none."""
    return DEFAULT_LAYOUT.read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Head:
    """What an agreement is besides its body.

    ``title`` is a text with Jinja, ``locale`` a tag of BCP 47; ``author`` stands in the metadata.
    """

    title: str
    locale: str
    author: str | None = None


def document(
    source: str, head: Head, *, layout: str | None = None, targets: Targets | None = None
) -> str:
    """Return Typst in which Jinja is still to be rendered, for output as text.

    ``source`` is a body of Markdown with Jinja, ``layout`` Typst that defines `layout` (None: the
    default). Its lines come first, so that they keep their numbers.
    """
    body = compile_markup(source)
    chosen = unrendered(default_layout() if layout is None else layout).rstrip()
    known = _known(targets or Targets())
    return f"{chosen}\n\n{known}{_settings(head)}\n{body.markup}\n"


def lines_of_layout(layout: str) -> int:
    """Return how many lines of a document are those of its layout."""
    return layout.rstrip().count("\n") + 1


def _known(targets: Targets) -> str:
    """Return what bodies refer to, and what looks it up."""
    return (
        f"#let addresses = {_dictionary(targets.addresses)}\n"
        f"#let pictures = {_dictionary(targets.pictures)}\n"
        f"{_prelude()}"
    )


def _dictionary(values: Mapping[str, str]) -> str:
    pairs = ", ".join(f"{literal(key)}: {literal(values[key])}" for key in sorted(values))
    return f"({pairs or ':'})"


def _settings(head: Head) -> str:
    locale, named, by = head.locale, literal(head.title), literal(head.author or "")
    authors = f"({by},)" if head.author else "()"
    han = script(locale) in _HAN_SCRIPTS
    latin = f'(name: "{_WESTERN}", covers: "latin-in-cjk"), ' if han else ""
    fonts = latin + ", ".join(f'"{one}"' for one in _fonts(locale))
    bold = _BOLD if han else ""
    return (
        f"#set document(title: {named}, author: {authors}, date: none)\n"
        f'#set text(lang: "{language_of(locale)}", {_region(locale)}dir: {direction(locale)},'
        f" font: ({fonts}))\n"
        f"#show raw: set text(font: ({fonts}), size: 1.25em)\n{bold}"
        f'#show: layout.with(title: {named}, author: {by}, locale: "{locale}")\n'
    )


def _fonts(locale: str) -> tuple[str, ...]:
    """Return the families for a language, that of its own script first where it has one."""
    if script(locale) in _HAN_SCRIPTS:
        return (_HAN, _WESTERN, _ARABIC, _HEBREW)
    return (_WESTERN, _ARABIC, _HEBREW, _HAN)


def _region(locale: str) -> str:
    """Return the region for Typst, of Chinese that by which its forms are chosen."""
    named = next((part for part in locale.split("-")[1:] if len(part) == 2), "").lower()  # noqa: PLR2004 - ISO 3166
    region = named or (_REGIONS.get(script(locale), "") if language_of(locale) == "zh" else "")
    return f'region: "{region}", ' if region else ""
