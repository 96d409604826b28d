"""Jinja constructs carried through what reads HTML: words in attributes, comments between tags.

A comment stays where it is, even between the rows of a table, where a parser of HTML would move
any text out.
"""

import re
from dataclasses import dataclass

_INSIDE = r"(?:[^\"'{sign}]|\"[^\"]*\"|'[^']*'|[\"']|{sign}(?!\}}))*?"
CONSTRUCT = re.compile(
    r"\{\{" + _INSIDE.format(sign="}") + r"\}\}"
    r"|\{%" + _INSIDE.format(sign="%") + r"%\}"
    r"|\{#.*?#\}",
    re.DOTALL,
)
"""A Jinja construct: what is printed, a statement, a comment; quoted braces are no end of it."""

_BRACE = r"&(?:#0*123|#[xX]0*7[bB]|lbrace|lcub);"
_KEPT = re.compile(rf"{CONSTRUCT.pattern}|{_BRACE}", re.DOTALL)
"""A brace that is written so that it begins no construct has to stay written so."""


def masked(source: str) -> str:
    """Return a template with letters in place of its Jinja constructs, every offset the same."""
    return CONSTRUCT.sub(lambda match: re.sub(r"[^\n]", "x", match[0]), source)


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
    constructs: list[str] = []

    def word(match: re.Match[str]) -> str:
        if match[0].startswith("{#"):
            return ""
        constructs.append(match[0])
        return f"{mark}{len(constructs) - 1}Z"

    text = _KEPT.sub(word, source)
    return Tokens(text, mark, tuple(constructs))
