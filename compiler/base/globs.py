"""Patterns of paths: `**` for folders, `*` and `?` within a name, `{ts,tsx}` for one of several."""

import re

_TOKEN = re.compile(r"(?P<folders>\*\*/)|(?P<rest>\*\*)|(?P<any>\*)|(?P<one>\?)|(?P<text>[^*?]+)")
_BRACES = re.compile(r"\{([^{}]*)\}")
_MOST = 1000
"""Patterns that braces may come to."""


def expanded(pattern: str) -> list[str]:
    """Return the patterns that braces stand for; too many of them are taken as they are."""
    done: list[str] = []
    waiting = [pattern]
    while waiting:
        one = waiting.pop()
        found = _BRACES.search(one)
        if found is None or len(waiting) + len(done) > _MOST:
            done.append(one)
            continue
        head, tail = one[: found.start()], one[found.end() :]
        waiting += [f"{head}{choice}{tail}" for choice in reversed(found[1].split(","))]
    return done


def glob_pattern(pattern: str) -> re.Pattern[str]:
    """Return what matches the paths of a pattern, as a whole."""
    return re.compile("|".join(_translated(one) for one in expanded(pattern)))


def _translated(pattern: str) -> str:
    words = {"folders": "(?:[^/]+/)*", "rest": ".*", "any": "[^/]*", "one": "[^/]"}
    return "".join(
        words.get(found.lastgroup or "", re.escape(found[0])) for found in _TOKEN.finditer(pattern)
    )
