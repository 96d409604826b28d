r"""Texts that gave way to others, kept in a translator's comment so that nothing is lost.

A text is one line of JSON, since a comment has no line ends: ``# other translation: "Hola\n"``.
"""

import json
from collections.abc import Iterable

TRANSLATION = "other translation"
SOURCE = "other source text"
FORM = "former plural form"
FORMER = "obsolete translation"


def aside(what: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Return the comments that keep texts; empty ones need none."""
    return tuple(f"{what}: {json.dumps(text, ensure_ascii=False)}" for text in texts if text)
