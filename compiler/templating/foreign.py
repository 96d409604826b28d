"""Placeholders of other systems in a template, which its readers would get to see. Pure."""

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from compiler.templating.jinja_tokens import constructs


class Foreign(NamedTuple):
    """A placeholder of another system: where it stands (offsets from 0), and the name in it."""

    begin: int
    end: int
    name: str


_ANY_NAME = re.compile(
    r"\*\|(?P<mailchimp>[\w:.]+)\|\*"
    r"|<%[=-]?\s*(?P<erb>[\w.@]+)[^<>%]*%>"
    r"|%\((?P<python>[A-Za-z_]\w*)\)[sdf]"
    r"|#\{\s*(?P<ruby>[A-Za-z_][\w.]*)\s*\}"
    r"|\[\[\s*(?P<brackets>[A-Za-z_][\w.]*)\s*\]\]"
    r"|%%(?P<percents>[A-Za-z_]\w*)%%"
    r"|\uff5b\uff5b\s*(?P<wide>\w+)\s*\uff5d\uff5d"
)
"""What is a placeholder of some system whatever stands in it."""

_OWN_NAME = re.compile(
    r"(?<![{#$])\{\s*(?P<brace>[A-Za-z_]\w*)\s*\}"
    r"|\{\s\{\s*(?P<apart>[A-Za-z_]\w*)\s*\}\s\}"
    r"|%(?P<percent>[A-Za-z_]\w*)%"
    r"|(?<!\{)\$(?P<dollar>[A-Za-z_]\w*)\b"
    r"|\u00ab(?P<quotes>[A-Za-z_]\w*)\u00bb"
)
"""What is one if a variable of the template is called so; else it may be text."""


def foreign_placeholders(text: str, variables: Container[str]) -> Iterator[Foreign]:
    """Yield what looks like a placeholder and is none, in the order of the text."""
    bare = _without_constructs(text)
    found = [_foreign(match) for match in _ANY_NAME.finditer(bare)]
    named = (_foreign(match) for match in _OWN_NAME.finditer(bare))
    found += [one for one in named if one.name in variables]
    found += [Foreign(at, at + 1, "") for at in _surplus(text, bare)]
    yield from sorted(found)


def _foreign(match: re.Match[str]) -> Foreign:
    return Foreign(match.start(), match.end(), match[match.lastgroup or 0])


def _without_constructs(text: str) -> str:
    parts, at = [], 0
    for begin, end in constructs(text):
        parts += [text[at:begin], " " * (end - begin)]
        at = end
    return "".join((*parts, text[at:]))


def _surplus(text: str, bare: str) -> Iterator[int]:
    """Yield where a brace too many stands behind a placeholder."""
    for begin, end in constructs(text):
        if text.startswith("{{", begin) and bare[end : end + 1] == "}" != bare[end + 1 : end + 2]:
            yield end
