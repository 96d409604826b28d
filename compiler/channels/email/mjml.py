"""MJML compiled to HTML by mrml, Jinja constructs passing through."""

import re
from dataclasses import dataclass
from functools import lru_cache

from compiler.channels.email.flaw import Flaw, FlawKind
from compiler.channels.email.jinja import Tokens, tokens_for
from compiler.channels.email.mjml_check import mjml_flaws

_POSITION = re.compile(r"(?P<words>.*?)(?: in root template)?(?: at position (?P<at>\d+):\d+)?")


@dataclass(frozen=True, slots=True)
class Compiled:
    """A layout as HTML, or as far as flaws allow: then ``html`` is empty."""

    html: str = ""
    flaws: tuple[Flaw, ...] = ()


@lru_cache(maxsize=64)
def compile_mjml(source: str) -> Compiled:
    """Compile a layout; nothing else is read, no address is opened."""
    flaws = mjml_flaws(source)
    if flaws:
        return Compiled(flaws=flaws)
    import mrml  # noqa: PLC0415 - wanted only by content that has MJML

    tokens = tokens_for(source)
    options = mrml.ParserOptions(include_loader=mrml.noop_loader())
    try:
        made = mrml.to_html(tokens.text, parser_options=options)
    except OSError as failure:  # what mrml raises for every fault of its input
        return Compiled(flaws=(_flaw(str(failure), tokens),))
    return Compiled(tokens.restore(made.content))


def _flaw(words: str, tokens: Tokens) -> Flaw:
    """Turn the words of mrml, which counts bytes of what it was given, into a flaw."""
    match = _POSITION.fullmatch(words)
    said = match["words"] if match else words
    read = tokens.text.encode()[: int(match["at"])] if match and match["at"] else b""
    at = len(tokens.restore(read.decode(errors="ignore")))
    return Flaw(FlawKind.LAYOUT, f"this cannot be compiled: {said}", at)
