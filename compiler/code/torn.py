"""Calls in what cannot be read as syntax: broken code, and templates in a language of their own.

What a call says there is read as far as its first text goes. It only keeps strings alive.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from compiler.code.literals import Literal

_DECLARED = re.compile(rb"(?:function|def|fun|func|new|class)\s+$")
_TEXT = re.compile(rb"\s*(?P<quote>[\"'`])(?P<head>[^\"'`\n\\$#{]*)(?P<closed>(?P=quote)\s*[,)])?")
_LONGEST_WORD = 12


def torn_keys(data: bytes, functions: Collection[str], seen: Collection[int]) -> Iterator[Literal]:
    """Yield what is open of each key, but for those whose text begins where one is ``seen``."""
    for call in _calls(frozenset(functions)).finditer(data):
        if _DECLARED.search(data, max(0, call.start() - _LONGEST_WORD), call.start()):
            continue
        start = call.end()
        found = _TEXT.match(data, start)
        if found is None:
            if start not in seen:
                yield Literal("", start, start, exact=False)
        elif found["closed"] is None and found.start("head") not in seen:
            head, at = found["head"].decode(errors="replace"), found.start("head")
            yield Literal(head, at, found.end("head"), exact=False)


@lru_cache(32)
def _calls(functions: frozenset[str]) -> re.Pattern[bytes]:
    names = "|".join(re.escape(one) for one in sorted(functions)) or "(?!)"
    return re.compile(rf"(?<![\w$])(?:{names})\(\s*(?=[^\s)])".encode())
