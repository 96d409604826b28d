"""Messages with nothing but arguments, as i18next writes them: one key and no choice."""

import re
from typing import cast

from compiler.messages.ast import FormatKind
from compiler.messages.i18next_format import format_of, spoiling_names
from compiler.messages.i18next_survey import RESERVED
from compiler.messages.reading import Reading
from compiler.messages.simple import formats_in, with_arguments


def simple_entry(reading: Reading) -> str | None:
    """Return a simple message with ``{{name}}`` for its arguments; None where one is in the way."""
    text, names = reading.text, reading.shape.arguments
    if "$t(" in text or not names.isdisjoint(RESERVED):
        return None
    if not any(kind != _PLAIN for kind in reading.shape.kinds.values()):
        return with_arguments(text, r"{{\1}}")
    for kind, style in formats_in(text):
        named = cast("FormatKind", kind)
        if format_of(named, style) is None or not names.isdisjoint(spoiling_names(named)):
            return None
    return with_arguments(text, _written)


_PLAIN = frozenset({"plain"})


def _written(match: re.Match[str]) -> str:
    if match[2] is None:
        return f"{{{{{match[1]}}}}}"
    return f"{{{{{match[1]}, {format_of(cast('FormatKind', match[2]), match[3])}}}}}"
