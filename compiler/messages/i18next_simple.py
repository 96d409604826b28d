"""Messages with nothing but arguments, as i18next writes them: one key and no choice."""

import re
from functools import lru_cache
from typing import cast

from compiler.messages.ast import FormatKind
from compiler.messages.i18next_format import format_of, spoiling_names
from compiler.messages.i18next_survey import RESERVED
from compiler.messages.reading import Reading
from compiler.messages.simple import Arguments, with_arguments

NESTING = "$t("
"""By this i18next puts one text into another."""


def is_plainly_expressible(reading: Reading) -> bool:
    """Tell of a plain or simple message whether i18next can say it; False of any other."""
    arguments = reading.arguments
    return arguments is not None and NESTING not in reading.text and _fit(arguments)


def simple_entry(reading: Reading) -> str | None:
    """Return a simple message with ``{{name}}`` for its arguments; None where one is in the way."""
    if not is_plainly_expressible(reading):
        return None
    formatted = any(kind for _, kind, _ in reading.arguments or ())
    return with_arguments(reading.text, _written if formatted else r"{{\1}}")


@lru_cache(maxsize=4096)
def _fit(arguments: Arguments) -> bool:
    """Tell whether i18next has all formats, and none of the names for itself."""
    names = {name for name, _, _ in arguments}
    formats = {(cast("FormatKind", kind), style or None) for _, kind, style in arguments if kind}
    taken = RESERVED.union(*(spoiling_names(kind) for kind, _ in formats))
    return names.isdisjoint(taken) and all(format_of(*one) is not None for one in formats)


def _written(match: re.Match[str]) -> str:
    if match[2] is None:
        return f"{{{{{match[1]}}}}}"
    return f"{{{{{match[1]}, {format_of(cast('FormatKind', match[2]), match[3])}}}}}"
