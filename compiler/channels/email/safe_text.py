"""HTML that a layout or a body writes as a text of Jinja: `{{ "<b onclick=…>" | safe }}`."""

import re
from collections.abc import Iterator

from compiler.channels.email.flaw import Flaw
from compiler.channels.email.markup_check import markup_flaws

# What never ends is taken to its end at once: else each beginning in it would be looked through.
_OUTPUT = re.compile(r"\{\{((?:(?!\{\{).)*?)\}\}", re.DOTALL)
_SAFE = re.compile(r"\|\s*+safe\b")
_TEXT = re.compile(r"\"((?:[^\"\\]|\\.)*+)(?:\"|\Z)|'((?:[^'\\]|\\.)*+)(?:'|\Z)", re.DOTALL)


def safe_text_flaws(source: str) -> Iterator[Flaw]:
    """Yield the flaws of such texts; without `safe` they are shown as they are written."""
    for output in _OUTPUT.finditer(source) if "safe" in source else ():
        if _SAFE.search(output[1]) is None:
            continue
        for text in _TEXT.finditer(source, output.start(1), output.end(1)):
            group = 1 if text[1] is not None else 2
            if "<" in text[group]:
                yield from markup_flaws(text[group], text.start(group))
