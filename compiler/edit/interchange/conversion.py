"""Units of another tool made messages of ours: placeholders become arguments, plurals one entry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from compiler.edit.interchange.java_format import JAVA, NotConvertibleError, from_java
from compiler.edit.interchange.positional import count_of
from compiler.edit.interchange.quoted import arguments_of, with_arguments_named, within_plural
from compiler.edit.interchange.spelling import Spelt, has_placeholder, spell_in, spell_out
from compiler.edit.interchange.styles import ICU, POSITIONAL, STYLES
from compiler.edit.interchange.unit import CATEGORIES, Plural, Refusal, Unit
from compiler.messages.cldr import plural_categories

COUNT = "count"
_NUMBERS = ("count", "counter", "num", "number", "n", "total", "amount", "quantity")
_INTEGERS = ("d", "i", "u")


@dataclass(frozen=True, slots=True)
class Message:
    """A unit in our own terms: ICU texts, and how its placeholders were spelt.

    ``source`` and ``previous`` are one text or singular and plural, empty where the file does not
    say; ``texts`` one text, or one a gettext plural form.
    """

    unit: Unit
    source: tuple[str, ...]
    texts: tuple[str, ...]
    style: str | None = None
    placeholders: Mapping[str, str] = field(default_factory=dict)
    previous: tuple[str, ...] | None = None

    @property
    def translated(self) -> bool:
        """Whether there is any text."""
        return any(self.texts)

    @property
    def plural(self) -> bool:
        """Whether it was a plural where it came from."""
        return len(self.source) > 1 or isinstance(self.unit.text, Plural)


def convert(unit: Unit, style: str | None, locale: str) -> Message | Refusal:
    """Convert one unit; ``style`` is how it spells placeholders, None where it has none."""
    if unit.spelt is not None:
        return Message(unit, unit.source, unit.texts, *unit.spelt)
    if isinstance(unit.text, Plural):
        return _plural(unit, unit.text, style, locale)
    if style == JAVA:
        return _of_java(unit, locale)
    source = [spell_in(text, style) for text in unit.source]
    texts = [spell_in(text, style) for text in unit.texts]
    previous = None if unit.previous is None else [spell_in(text, style) for text in unit.previous]
    names: dict[str, str] = {}
    if len(source) > 1:
        number = _number(source)
        names = {number: COUNT} if number is not None else {}
    spelt = dict(zip((*unit.source, *unit.texts), (*source, *texts), strict=True))
    told = any(_needs_style(one, text, style) for text, one in spelt.items())
    return Message(
        unit,
        _renamed(source, names),
        _renamed(texts, names),
        style if told else None,
        _placeholders([*source, *texts], names),
        None if previous is None else _renamed(previous, names),
    )


def _of_java(unit: Unit, locale: str) -> Message | Refusal:
    (text,) = unit.texts
    try:
        converted = from_java(text, locale)
    except NotConvertibleError as failure:
        return Refusal(unit.place, ".".join(unit.key or ()), str(failure))
    told = bool(converted.placeholders) or converted.icu != text
    return Message(unit, (), (converted.icu,), JAVA if told else None, converted.placeholders)


def _needs_style(spelt: Spelt, text: str, style: str | None) -> bool:
    """Tell whether a text can be spelt as it was only by who knows its style."""
    if spelt.placeholders:
        return True
    return (style == ICU or spelt.icu != text) and spell_out(spelt.icu, None, {}) != text


def _plural(unit: Unit, plural: Plural, style: str | None, locale: str) -> Message | Refusal:
    if not plural.forms.get("other"):
        if any(plural.forms.values()):
            name = ".".join(unit.key or ())
            return Refusal(unit.place, name, "its plural has no form `other`")
        return Message(unit, (), ("",), style)
    texts = {name: text for name, text in plural.forms.items() if text}
    spelt, number = _forms_spelt(texts, style)
    names = {} if number is None else {number: COUNT}
    kind = "selectordinal" if plural.ordinal else "plural"
    known = plural_categories(locale)
    branches = " ".join(
        f"{_selector(name, known)} {{{within_plural(_renamed([spelt[name]], names)[0])}}}"
        for name in CATEGORIES
        if name in spelt
    )
    icu = f"{{{COUNT}, {kind}, {branches}}}"
    return Message(unit, (), (icu,), style, _placeholders([*spelt.values()], names))


def _forms_spelt(
    forms: Mapping[str, str], style: str | None
) -> tuple[dict[str, Spelt], str | None]:
    """Return the forms of a plural in ICU, and the argument that has no name and is its number."""
    if style not in POSITIONAL:
        return {name: spell_in(text, style) for name, text in forms.items()}, None
    formatted = any(has_placeholder(text, STYLES[style]) for text in forms.values())
    spelt = {name: spell_in(text, style, formatted=formatted) for name, text in forms.items()}
    return spelt, count_of([forms["other"]], style)


def _selector(category: str, known: Sequence[str]) -> str:
    # Other tools take `zero` for the number 0 in languages that have no such category.
    return "=0" if category == "zero" and category not in known else category


def _number(source: Sequence[Spelt]) -> str | None:
    """Return the argument that is the number of a gettext plural, where one can be told."""
    names = list(dict.fromkeys(name for one in reversed(source) for name in arguments_of(one.icu)))
    spelt = _placeholders(source, {})
    counted = [name for name in names if spelt.get(name, "").endswith(_INTEGERS)]
    told = [name for name in _NUMBERS if name in names]
    return next(iter([*told, *counted, *names]), None)


def _renamed(spelt: Sequence[Spelt], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(with_arguments_named(one.icu, names) if names else one.icu for one in spelt)


def _placeholders(spelt: Sequence[Spelt], names: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in spelt:
        for name, spelling in one.placeholders.items():
            found.setdefault(names.get(name, name), spelling)
    return found
