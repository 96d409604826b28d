"""Placeholders that have no name, only a turn or a number: Android's and Apple's.

They are numbered by the order in which the source text has its arguments, whatever order a
translation has them in, and get their names back by the same.
"""

import re
from collections.abc import Mapping, Sequence

from compiler.edit.interchange.quoted import with_arguments_named, with_number_signs
from compiler.edit.interchange.styles import POSITIONAL, STYLES
from compiler.messages.ast import Argument, Formatted, Message, Number, Plural, Select
from compiler.messages.shape import walk

_NUMBERED = re.compile(r"arg(\d+)")
_OPENING = re.compile(r"\{\w+(?=, (?:plural|selectordinal), )")


def order_of(source: Message) -> dict[str, int]:
    """Return the number of each argument of a source text; `arg3` has its own in its name."""
    names: dict[str, None] = {}
    for node in walk(source):
        match node:
            case Argument(name) | Formatted(name) | Plural(name) | Select(name):
                names.setdefault(name)
            case _:
                pass
    numbered = {name: int(found[1]) for name in names if (found := _NUMBERED.fullmatch(name))}
    taken, order, number = set(numbered.values()), {}, 0
    for name in names:
        if name in numbered:
            order[name] = numbered[name]
            continue
        number += 1
        while number in taken:
            number += 1
        order[name] = number
    return order


def spellings(
    message: Message, order: Mapping[str, int], counted: str | None, style: str
) -> Mapping[str, str]:
    """Return how each argument of a text is spelt where nobody remembers it; all have numbers.

    ``counted`` is the argument whose number `#` is.
    """
    given = POSITIONAL[style]
    found: dict[str, str] = {}
    for node in walk(message):
        if isinstance(node, Number) and counted is not None:
            found.setdefault("count", f"%{order[counted]}${given.number}")
        elif isinstance(node, Argument):
            usual = given.number if node.name == counted else given.text
            found.setdefault(node.name, f"%{order[node.name]}${usual}")
    return found


def numbered(
    message: Message, order: Mapping[str, int], remembered: Mapping[str, str]
) -> Mapping[str, str]:
    """Return remembered spellings with numbers, where the turn alone would not tell them apart."""
    used = [node.name for node in walk(message) if isinstance(node, Argument)]
    bare = [name for name in used if name in remembered and "$" not in remembered[name]]
    in_turn = [order[name] for name in bare] == list(range(1, len(bare) + 1))
    if in_turn and len(bare) == len(used):
        return remembered
    return {
        name: f"%{order[name]}${text[1:]}" if name in bare else text
        for name, text in remembered.items()
    }


def named_back(icu: str, source: Message) -> str:
    """Return a text that came in with the names that the source text has for its arguments."""
    order = order_of(source)
    names = {f"arg{number}": name for name, number in order.items()}
    plural = source[0] if len(source) == 1 else None
    if not isinstance(plural, Plural):
        return with_arguments_named(icu, names)
    renamed = with_arguments_named(icu, {**names, "count": plural.name})
    whole = _OPENING.sub(f"{{{plural.name}", renamed, count=1)
    spelt = any(isinstance(node, Number) for node in walk(source))
    return with_number_signs(whole, plural.name) if spelt else whole


def count_of(texts: Sequence[str], style: str) -> str | None:
    """Return the argument that is a plural's number: the first that is spelt as a whole number."""
    found = []
    for text in texts:
        turn = 0
        for match in STYLES[style].pattern.finditer(text):
            if match["literal"] is not None:
                continue
            turn += match["number"] is None
            if match[0][-1] in "diu":
                found.append(int(match["number"] or turn))
    return f"arg{min(found)}" if found else None
