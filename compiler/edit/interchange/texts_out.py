"""One entry's text as another tool spells it: plain, by plural category, or under several keys."""

from collections.abc import Mapping
from dataclasses import dataclass

from compiler.edit.interchange.origin import Origin
from compiler.edit.interchange.spelling import spell_message
from compiler.edit.interchange.unit import CATEGORIES
from compiler.edit.interchange.unit import Plural as PluralText
from compiler.messages import i18next
from compiler.messages.ast import Message, Plural
from compiler.messages.expressible import NotExpressible
from compiler.messages.gettext_plurals import COUNT, PluralFormsError, icu_from_forms
from compiler.messages.icu import parse
from compiler.messages.icu_error import IcuSyntaxError
from compiler.messages.icu_print import to_text

Given = str | PluralText | dict[str, str] | NotExpressible
"""A text, a plural, texts by key (the last part of it), or why there is none."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of one entry in one locale: one, or gettext's forms under a header.

    ``source`` is the source text: one, or singular and plural.
    """

    label: str
    texts: tuple[str, ...]
    locale: str
    plural_forms: str | None
    is_plural: bool
    source: tuple[str, ...] = ()


def as_icu(wording: Wording) -> str | NotExpressible:
    """Return the text in ICU."""
    if not wording.is_plural:
        return wording.texts[0]
    message = message_of(wording)
    return message if isinstance(message, NotExpressible) else to_text(message)


def as_i18next(wording: Wording, origin: Origin) -> Given:
    """Return the text for i18next: its own plurals where it has them, else suffixed keys."""
    message = message_of(wording)
    if isinstance(message, NotExpressible):
        return message
    text = _spelt(message, "i18next", origin)
    if text is not None:
        return text
    return i18next.entries(origin.key[-1], message, wording.locale)


def as_rails(wording: Wording, origin: Origin) -> Given:
    """Return the text for Rails, which knows plurals and no other choice."""
    message = message_of(wording)
    if isinstance(message, NotExpressible):
        return message
    text = _spelt(message, "ruby", origin)
    if text is None:
        return NotExpressible("Rails has arguments and one plural over `count`, nothing else")
    return text


def placeholders_of(origin: Origin, style: str) -> Mapping[str, str]:
    """Return the spellings that were remembered, where they are of this style."""
    return origin.placeholders if origin.style == style else {}


def message_of(wording: Wording) -> Message | NotExpressible:
    """Return the text as a tree, or why it cannot be read."""
    try:
        if wording.is_plural:
            return (icu_from_forms(wording.locale, wording.texts, wording.plural_forms),)
        return parse(wording.texts[0], inline_html=True)
    except (IcuSyntaxError, PluralFormsError) as failure:
        return NotExpressible(f"it cannot be read: {failure}")


def _spelt(message: Message, style: str, origin: Origin) -> str | PluralText | None:
    placeholders = placeholders_of(origin, style)
    if len(message) == 1 and isinstance(message[0], Plural):
        return _plural(message[0], style, placeholders)
    return spell_message(message, style, placeholders)


def _plural(plural: Plural, style: str, placeholders: Mapping[str, str]) -> PluralText | None:
    if plural.name != COUNT or plural.offset:
        return None
    forms = {}
    for branch in plural.branches:
        category = "zero" if branch.selector == "=0" else branch.selector
        text = spell_message(branch.message, style, placeholders)
        if category not in CATEGORIES or text is None or category in forms:
            return None
        forms[category] = text
    return PluralText(forms, ordinal=plural.kind == "ordinal")
