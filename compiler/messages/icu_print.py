"""Tree → ICU MessageFormat text, quoting no more than a reader of the text needs."""

import re

from compiler.messages.ast import (
    Argument,
    Branch,
    Formatted,
    Message,
    Number,
    Plural,
    Select,
    Text,
    joined,
)

# What needs quotation, in pieces that read well quoted as a whole: `'{name}'`, `'<a href="x">'`.
_SYNTAX = r"\{[^{}'<>#]*\}|</?[A-Za-z][^<>{}'#]*>|<(?=[A-Za-z/])|[{}]"
_QUOTED = re.compile(f"(?:'|{_SYNTAX})+")
_QUOTED_IN_PLURAL = re.compile(f"(?:'|#|{_SYNTAX})+")
_QUOTABLE = frozenset("{}<>#'")


def to_text(message: Message) -> str:
    """Return the message as ICU MessageFormat text, which reads back as the same tree."""
    return _message(joined(message), in_plural=False)


def quoted(text: str, *, in_plural: bool = False) -> str:
    """Return literal text in ICU's quotation, as far as any is needed."""
    pattern = _QUOTED_IN_PLURAL if in_plural else _QUOTED
    return pattern.sub(_quote, text)


def _quote(match: re.Match[str]) -> str:
    found = match[0]
    if found.strip("'"):
        return "'" + found.replace("'", "''") + "'"
    following = match.string[match.end() : match.end() + 1]
    if found == "'" and following and following not in _QUOTABLE:
        return "'"
    return found.replace("'", "''")


def _message(message: Message, *, in_plural: bool) -> str:
    parts: list[str] = []
    for node in message:
        match node:
            case Text(value):
                parts.append(quoted(value, in_plural=in_plural))
            case Argument(name):
                parts.append(f"{{{name}}}")
            case Formatted(name, kind, style):
                parts.append(
                    f"{{{name}, {kind}}}" if style is None else f"{{{name}, {kind}, {style}}}"
                )
            case Number():
                parts.append("#")
            case Plural():
                parts.append(_plural(node))
            case Select(name, branches):
                parts.append(f"{{{name}, select,{_branches(branches, in_plural=False)}}}")
            case _:  # a tag
                inner = _message(node.children, in_plural=in_plural)
                parts.append(f"<{node.name}>{inner}</{node.name}>")
    return "".join(parts)


def _plural(plural: Plural) -> str:
    word = "plural" if plural.kind == "cardinal" else "selectordinal"
    offset = f" offset:{plural.offset}" if plural.offset else ""
    return f"{{{plural.name}, {word},{offset}{_branches(plural.branches, in_plural=True)}}}"


def _branches(branches: tuple[Branch, ...], *, in_plural: bool) -> str:
    return "".join(
        f" {b.selector} {{{_message(b.message, in_plural=in_plural)}}}" for b in branches
    )
