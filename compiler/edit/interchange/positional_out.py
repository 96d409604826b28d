"""One entry's text for a tool whose placeholders have numbers, with one plural at most."""

from collections.abc import Mapping
from dataclasses import dataclass

from compiler.edit.interchange.origin import Origin
from compiler.edit.interchange.positional import numbered, order_of, spellings
from compiler.edit.interchange.spelling import spell_message
from compiler.edit.interchange.texts_out import Given, Wording, message_of, placeholders_of
from compiler.edit.interchange.unit import CATEGORIES
from compiler.edit.interchange.unit import Plural as PluralText
from compiler.messages.ast import Argument, Formatted, Message, Number, Plural, Select
from compiler.messages.expressible import NotExpressible
from compiler.messages.shape import walk

_NOT_PLAIN = NotExpressible("it has more than placeholders, or one plural around all of it")


@dataclass(frozen=True, slots=True)
class _Speller:
    """How the arguments of one entry are spelt; ``literal`` where nothing formats it."""

    style: str
    order: Mapping[str, int]
    remembered: Mapping[str, str]
    literal: bool

    def spell(self, message: Message, counted: str | None) -> str | None:
        usual = spellings(message, self.order, counted, self.style)
        known = {**usual, **numbered(message, self.order, self.remembered)}
        return spell_message(message, self.style, known, literal=self.literal)


def as_positional(wording: Wording, origin: Origin, style: str) -> Given:
    """Return the text of an entry; its arguments are numbered as the source text has them."""
    message, source = message_of(wording), _source(wording)
    if isinstance(message, NotExpressible):
        return message
    order = order_of(message if isinstance(source, NotExpressible) else source)
    named = (one.name for one in walk(message) if isinstance(one, Argument | Formatted | Plural))
    unknown = next((name for name in named if name not in order), None)
    if unknown is not None:
        return NotExpressible(f"the source text has no argument `{unknown}`")
    literal = not any(isinstance(one, Argument | Number | Select) for one in walk(message))
    speller = _Speller(style, order, placeholders_of(origin, style), literal)
    choice = message[0] if len(message) == 1 else None
    if isinstance(choice, Plural):
        return _plural(choice, speller)
    return speller.spell(message, None) or (_NOT_PLAIN if message else "")


def _plural(plural: Plural, speller: _Speller) -> Given:
    forms: dict[str, str] = {}
    for branch in plural.branches:
        category = "zero" if branch.selector == "=0" else branch.selector
        text = speller.spell(branch.message, plural.name)
        if category not in CATEGORIES or text is None or category in forms or plural.offset:
            return _NOT_PLAIN
        forms[category] = text
    return PluralText(forms, ordinal=plural.kind == "ordinal")


def _source(wording: Wording) -> Message | NotExpressible:
    texts = wording.source
    return message_of(Wording(wording.label, texts, "en", None, len(texts) > 1))
