"""Jinja constructs carried through what reads HTML: words in attributes, comments between tags.

A comment stays where it is, even between the rows of a table, where a parser of HTML would move
any text out.
"""

import re
from dataclasses import dataclass

from compiler.templating.jinja_tokens import constructs, replaced

_BRACE = r"&(?:#0*123|#[xX]0*7[bB]|lbrace|lcub);"
_BRACES = re.compile(_BRACE)
"""A brace that is written so that it begins no construct has to stay written so."""


def masked(source: str) -> str:
    """Return a template with letters in place of its Jinja constructs, every offset the same."""
    return replaced(source, lambda construct: re.sub(r"[^\n]", "x", construct))


@dataclass(frozen=True, slots=True)
class Tokens:
    """A template with a token for each construct. Constructs of the kind `{# … #}` are dropped."""

    text: str
    mark: str
    constructs: tuple[str, ...]

    def restore(self, text: str) -> str:
        """Put the constructs back where their tokens stand."""
        token = rf"{self.mark}(\d+)Z"
        return re.sub(
            rf"<!--{token}-->|{token}",
            lambda match: self.constructs[int(match[1] or match[2])],
            text,
        )


def spelt_out(document: str) -> str:
    """Return a document whose escaped braces are printed by Jinja: for what becomes plain text."""
    return re.sub(_BRACE, "{{ '{' }}", document)


def tokens_for(source: str) -> Tokens:
    """Replace each construct by a word."""
    number = 0
    while f"JZ{number}Q" in source:
        number += 1
    mark = f"JZ{number}Q"
    kept: list[str] = []

    def word(kept_text: str) -> str:
        if kept_text.startswith("{#"):
            return ""
        kept.append(kept_text)
        return f"{mark}{len(kept) - 1}Z"

    parts, at = [], 0
    for begin, end in [*constructs(source), (len(source), len(source))]:
        parts.append(_BRACES.sub(lambda brace: word(brace[0]), source[at:begin]))
        if begin < end:
            parts.append(word(source[begin:end]))
        at = end
    return Tokens("".join(parts), mark, tuple(kept))
