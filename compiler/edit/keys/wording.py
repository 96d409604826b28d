"""The text that code has for a key, made a message of ours; the comment above it as context."""

import re

from compiler.base.place import Place
from compiler.code.use import Passed
from compiler.edit.interchange.conversion import Message, convert
from compiler.edit.interchange.styles import I18NEXT, ICU
from compiler.edit.interchange.unit import CATEGORIES, Plural, Unit

_BRACED = re.compile(r"(?<!\{)\{\s*([\w.]+)\s*(?:,[^{}]*)?\}(?!\})")
_COMMENT = re.compile(
    r"^\s*(?:\{?/\*+|//+|#+|<!--|\*)\s*(?P<text>.*?)\s*(?:\*+/\}?|-->)?\s*$", re.ASCII
)
_NO_CONTEXT = re.compile(
    r"(?:clientarea:|eslint|prettier|@ts-|biome|istanbul|c8 |webpack|type:|noqa|pylint|fmt:|TODO"
    r"|FIXME|XXX|!|-\*-|swiftlint|detekt|ktlint|region|endregion)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:Translators?|i18n|L10N)\s*:\s*", re.IGNORECASE)


def message_of(passed: Passed, locale: str, place: Place) -> str | None:
    """Return the text of a key as an ICU message; None where code has none that can be one."""
    forms = {name: text for name, text in passed.forms if name in CATEGORIES}
    text: str | Plural | None = Plural(forms) if "other" in forms else passed.default
    if not text:
        return None
    found = convert(Unit(place, text, ("key",)), _style(passed, text), locale)
    return found.texts[0] if isinstance(found, Message) else None


def _style(passed: Passed, text: str | Plural) -> str | None:
    """Return how placeholders are spelt: as ICU does, or as i18next does."""
    if passed.icu:
        return ICU
    if isinstance(text, str) and "{{" not in text:
        braced = {name.partition(".")[0] for name in _BRACED.findall(text)}
        return ICU if braced and braced <= (passed.names or frozenset()) else None
    return I18NEXT


def context_above(data: bytes, line: int) -> str | None:
    """Return the comment right above a line of code, without what tools are told in it."""
    lines = data.decode(errors="replace").splitlines()
    found: list[str] = []
    for text in reversed(lines[: line - 1]):
        matched = _COMMENT.match(text)
        if matched is None or not text.strip():
            break
        found.append(matched["text"])
    said = [_LEAD.sub("", one) for one in reversed(found) if one and not _NO_CONTEXT.match(one)]
    return " ".join(said) or None
