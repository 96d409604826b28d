"""ICU messages that hold plain arguments only: arguments named anew, and made a plural's branch.

What comes in from other tools is such a message. Printing its tree would give the same meaning in
another quotation; here everything else stays as it is.
"""

import re
from collections.abc import Mapping

_TOKEN = re.compile(r"''|'[{}<>](?:[^']|'')*'?|\{(?P<name>[^{}\s,]+)\}|[#']|[^'{#]+|.", re.DOTALL)


def arguments_of(icu: str) -> tuple[str, ...]:
    """Return the names of the plain arguments, in the order of their first use."""
    names = (match["name"] for match in _TOKEN.finditer(icu))
    return tuple(dict.fromkeys(name for name in names if name))


def with_arguments_named(icu: str, names: Mapping[str, str]) -> str:
    """Return the message with arguments renamed."""
    parts = []
    for match in _TOKEN.finditer(icu):
        name = match["name"]
        parts.append(f"{{{names.get(name, name)}}}" if name else match[0])
    return "".join(parts)


def with_number_signs(icu: str, name: str) -> str:
    """Return a plural with `#` where a branch has its number as a plain argument."""
    return "".join("#" if match["name"] == name else match[0] for match in _TOKEN.finditer(icu))


def within_plural(icu: str) -> str:
    """Return the message as a branch of a plural, where a bare ``#`` would be the number."""
    if "#" not in icu:
        return icu
    branch = {"#": "'#'", "'": "''"}
    return "".join(branch.get(match[0], match[0]) for match in _TOKEN.finditer(icu))
