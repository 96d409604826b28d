"""One sentence of a message with marks: for arguments, tags, addresses, the number of a plural."""

import re

from compiler.messages.ast import Argument, Formatted, Message, Number, Tag, Text
from compiler.messages.icu_print import quoted, to_text
from compiler.translate.masking import Masker

_STAND_IN = 0xE000
_LAST = 0xF8FF
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_PARTS = re.compile("([\ue000-\uf8ff])")
UNTRANSLATED = re.compile(
    r"(?P<tag></?[A-Za-z][^<>]*>)|(?P<url>https?://[^\s<>]+[^\s<>.,;:!?'\")\]])"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?P<entity>&(?:[A-Za-z]+|#\d+);)"
)
"""What stands in the text of a message and is not translated."""


class UnpartableError(Exception):
    """A message that is not asked for by sentences."""


def masked_sentence(masker: Masker, tree: Message, text: str) -> str:
    """Return a message without choices as text with marks; ``text`` is what it was parsed from.

    Raises UnpartableError where inline HTML and quotation are in one text.
    """
    things: list[tuple[str, str]] = []
    line = "".join(_line(tree, text, things))

    def mark(found: re.Match[str]) -> str:
        if found.lastgroup == "tag":
            said = _PRIVATE.sub(lambda one: _thing(one[0], things)[0], found[0])
            return masker.mark(said, found[0].strip("<>").split()[0])
        said = "".join(
            _thing(one, things)[0] if _PRIVATE.match(one) else quoted(one)
            for one in _PARTS.split(found[0])
        )
        return masker.mark(said, found.lastgroup or "")

    parts: list[str] = []
    last = 0
    for found in UNTRANSLATED.finditer(line):
        parts += [_each(masker, line[last : found.start()], things), mark(found)]
        last = found.end()
    return "".join([*parts, _each(masker, line[last:], things)])


def _each(masker: Masker, line: str, things: list[tuple[str, str]]) -> str:
    """Return text with a mark for each thing that stands in it."""
    literal = masker.literal(line)
    return _PRIVATE.sub(lambda one: masker.mark(*_thing(one[0], things)), literal)


def _thing(sign: str, things: list[tuple[str, str]]) -> tuple[str, str]:
    return things[ord(sign) - _STAND_IN]


def _line(tree: Message, text: str, things: list[tuple[str, str]]) -> list[str]:
    """Return the sentence with one sign of private use for everything that is no text."""
    parts: list[str] = []

    def stand_in(thing: str, hint: str) -> str:
        if _STAND_IN + len(things) > _LAST:
            raise UnpartableError
        things.append((thing, hint))
        return chr(_STAND_IN + len(things) - 1)

    for node in tree:
        match node:
            case Text(value):
                if _PRIVATE.search(value) or (
                    "<" in value and text[node.start : node.end] != value
                ):
                    raise UnpartableError
                parts.append(value)
            case Argument(name):
                parts.append(stand_in(f"{{{name}}}", name))
            case Formatted(name):
                parts.append(stand_in(to_text((node,)), name))
            case Number():
                parts.append(stand_in("#", "number"))
            case Tag(name, children):
                parts.append(stand_in(f"<{name}>", name))
                parts += _line(children, text, things)
                parts.append(stand_in(f"</{name}>", f"/{name}"))
            case _:  # a choice: all of them have been made
                raise UnpartableError
    return parts
