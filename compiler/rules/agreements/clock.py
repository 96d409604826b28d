"""Layouts of agreements that ask for the day: what is printed would differ from day to day."""

import re
from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.read.written_text import place_in_body
from compiler.rules.check import Scope

_COMMENT = re.compile(r"(?<!:)//[^\n]*|/\*.*?\*/", re.DOTALL)
_TODAY = re.compile(r"\bdatetime\s*\.\s*today\b")


def dated_layouts(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Yield where a layout asks which day it is."""
    for layout in scope.content.layouts.values():
        if not layout.is_typst:
            continue
        bare = _COMMENT.sub(lambda one: re.sub(r"[^\n]", " ", one[0]), layout.text)
        for one in _TODAY.finditer(bare):
            yield rule.at(
                place_in_body(Place(layout.path), layout.text, *one.span()),
                "this is another day each time: the same agreement would be another file",
                hint="declare the day among `variables`, and print it in the body",
            )
