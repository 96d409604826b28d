"""How other tools spell placeholders in a text, made ICU arguments and made theirs again.

Braces and apostrophes that ICU would take for its own are quoted;
tags stay, unless the message could not be read with them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import zip_longest

from compiler.edit.interchange.styles import I18NEXT, ICU, STYLES, Style
from compiler.messages.ast import Argument, Message, Number, Tag, Text
from compiler.messages.icu import parse
from compiler.messages.icu_error import IcuSyntaxError

_BRACES = re.compile(r"(?:'|\{[^{}'<>#]*\}|[{}])+")
_BRACES_AND_TAGS = re.compile(r"(?:'|\{[^{}'<>#]*\}|</?[^{}'<>#]*>|[{}<>])+")
_OPENS_QUOTE = frozenset("{}<>'")
_SYNTAX = re.compile(r"['{}<>]")


@dataclass(frozen=True, slots=True)
class Spelt:
    """A text in ICU, and how each of its arguments was spelt."""

    icu: str
    placeholders: Mapping[str, str] = field(default_factory=dict)


@lru_cache(maxsize=20_000)  # a set has each source text once for every language
def spell_in(text: str, style: str | None, *, formatted: bool = False) -> Spelt:
    """Return a foreign text as ICU. ICU's own texts come in as they are.

    ``formatted`` says of a text without placeholders that it goes through a formatter too.
    """
    if style == ICU:
        return Spelt(text)
    known = STYLES.get(style or "")
    if known is not None and known.positional and not (formatted or has_placeholder(text, known)):
        known = None
    literals, names, spellings = _parts(text, known)
    if not any(map(_SYNTAX.search, literals)):
        return Spelt(_interleaved(literals, [f"{{{name}}}" for name in names]), spellings)
    icu = _joined(literals, names, _BRACES)
    if _read_back(icu) != _interleaved(literals, [f"{{{name}}}" for name in names]):
        icu = _joined(literals, names, _BRACES_AND_TAGS)
    return Spelt(icu, spellings)


def has_placeholder(text: str, style: Style) -> bool:
    """Tell whether a text has any placeholder of a style."""
    return any(match["literal"] is None for match in style.pattern.finditer(text))


def spell_out(icu: str, style: str | None, placeholders: Mapping[str, str]) -> str | None:
    """Return an ICU text as the style spells it, or None where the style has no words for it.

    ``placeholders`` are the spellings that an import remembered.
    """
    if style == ICU:
        return icu
    try:
        message = parse(icu, inline_html=True)
    except IcuSyntaxError:
        return None
    return spell_message(message, style, placeholders)


def spell_message(
    message: Message, style: str | None, placeholders: Mapping[str, str], *, literal: bool = False
) -> str | None:
    """Return a message's tree as the style spells it, or None where it has no words for it.

    ``literal`` says that nothing formats it, and so nothing of it is escaped.
    """
    known = STYLES.get(style or "")
    parts: list[str] = []
    for node in message:
        match node:
            case Text(value):
                parts.append(value if literal else _escaped(value, known))
            case Argument(name) if known is not None or name in placeholders:
                parts.append(placeholders.get(name) or _usual(name, known))
            case Number() if known is not None and style != I18NEXT:  # which formats it itself
                parts.append(placeholders.get("count") or _usual("count", known))
            case Tag(name, children):
                inner = spell_message(children, style, placeholders, literal=literal)
                if inner is None:
                    return None
                parts.append(f"<{name}>{inner}</{name}>")
            case _:
                return None
    return "".join(parts)


def _usual(name: str, style: Style | None) -> str:
    if style is None:
        return ""
    in_turn = style.in_turn if re.fullmatch(r"arg\d+", name) else None
    return in_turn or style.usual.format(name)


def _parts(text: str, style: Style | None) -> tuple[list[str], list[str], dict[str, str]]:
    """Part a text into literals and the names of the arguments between them."""
    if style is None:
        return [text], [], {}
    literals: list[str] = [""]
    names: list[str] = []
    spellings: dict[str, str] = {}
    end = turn = 0
    for match in style.pattern.finditer(text):
        literals[-1] += text[end : match.start()]
        end = match.end()
        if match["literal"] is not None:
            literals[-1] += match[0][0]
            continue
        if style.positional:  # a number says which argument it is, however that is formatted
            turn += match["number"] is None
            name = f"arg{match['number'] or turn}"
        else:
            name = _name(match, names, spellings)
        spellings.setdefault(name, match[0])
        names.append(name)
        literals.append("")
    literals[-1] += text[end:]
    return literals, names, spellings


def _name(match: re.Match[str], names: Sequence[str], spellings: Mapping[str, str]) -> str:
    """Return the argument's name: as spelt, or its turn; two spellings are two arguments."""
    found = match.groupdict()
    said = found.get("name") or found.get("formatted")
    if said is not None:
        base = re.sub(r"\W+", "_", said).strip("_") or "value"
    elif found["number"] is not None:
        base = f"arg{found['number']}"
    else:
        base = f"arg{len(names) + 1}"
    name, number = base, 1
    while spellings.get(name, match[0]) != match[0]:
        number += 1
        name = f"{base}_{number}"
    return name


def _joined(literals: Sequence[str], names: Sequence[str], syntax: re.Pattern[str]) -> str:
    quoted = [
        _quoted(text, syntax, last=index == len(names)) for index, text in enumerate(literals)
    ]
    return _interleaved(quoted, [f"{{{name}}}" for name in names])


def _interleaved(texts: Sequence[str], between: Sequence[str]) -> str:
    pairs = zip_longest(texts, between, fillvalue="")
    return "".join(text for pair in pairs for text in pair)


def _quoted(text: str, syntax: re.Pattern[str], *, last: bool) -> str:
    """Quote what ICU would take for its own; an apostrophe that quotes nothing stays single."""

    def quote(match: re.Match[str]) -> str:
        found = match[0]
        if found.strip("'"):
            return "'" + found.replace("'", "''") + "'"
        following = text[match.end() : match.end() + 1] or ("" if last else "{")
        harmless = found == "'" and following not in _OPENS_QUOTE
        return found if harmless else found.replace("'", "''")

    return syntax.sub(quote, text)


def _read_back(icu: str) -> str | None:
    """Return the text that the message is, arguments in braces; None where it cannot be read."""
    try:
        return _plain(parse(icu, inline_html=True))
    except IcuSyntaxError:
        return None


def _plain(message: Message) -> str:
    parts = []
    for node in message:
        match node:
            case Text(value):
                parts.append(value)
            case Argument(name):
                parts.append(f"{{{name}}}")
            case Tag(name, children):
                parts.append(f"<{name}>{_plain(children)}</{name}>")
            case _:
                pass  # nothing else comes from a text with plain arguments
    return "".join(parts)


def _escaped(text: str, style: Style | None) -> str:
    if style is None or style.escapes is None:
        return text
    pattern, replacement = style.escapes
    return pattern.sub(replacement, text)
