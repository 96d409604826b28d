"""Texts with Jinja in them as strings of Typst: the only place that a value gets to.

Whatever a value is, `typst` (a filter of Jinja in `compiler/templating/filters.py`) keeps it inside
of the quotes that are written here.
"""

import re

from compiler.templating.jinja_tokens import constructs

CONSTRUCT = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_PRINT = re.compile(r"\{\{(?P<before>[-+]?)(?P<value>.*?)(?P<after>[-+]?)\}\}", re.DOTALL)
_SIGNS = re.compile(r"[\\\"{]")
_OPENING = re.compile(r"\{(?=[{%#])")
_ESCAPED = {"\\": "\\\\", '"': '\\"', "{": "\\u{7b}"}


def literal(text: str) -> str:
    """Return a text as a string of Typst, with quotes; its constructs are still to be rendered."""
    return f'"{inner(text)}"'


def inner(text: str) -> str:
    """Return the same without quotes."""
    parts, at = [], 0
    for begin, end in constructs(text):
        parts += [fixed(text[at:begin]), construct(text[begin:end])]
        at = end
    return "".join((*parts, fixed(text[at:])))


def fixed(text: str) -> str:
    """Return a text without constructs for inside of quotes: nothing of it is Jinja or Typst."""
    return _SIGNS.sub(lambda sign: _ESCAPED[sign[0]], text)


def construct(jinja: str) -> str:
    """Return a construct whose value is kept inside of quotes; of a remark nothing is left."""
    if jinja.startswith("{#"):
        return ""
    printed = _PRINT.fullmatch(jinja)
    if printed is None:
        return jinja
    before, value, after = printed["before"], printed["value"].strip(), printed["after"]
    return f"{{{{{before} ({value}) | typst {after}}}}}"


def unrendered(source: str) -> str:
    """Return Typst that Jinja leaves as it is."""
    return _OPENING.sub('{{ "{" }}', source)
