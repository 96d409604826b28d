"""Patterns that content brings along, looked for by RE2: no pattern can keep the tool busy."""

import re
from functools import lru_cache
from typing import Any

_UNICODE = re.compile(r"\\u(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{4}))")
_MOST_MEMORY = 8 << 20


class PatternError(ValueError):
    """A pattern that cannot be used here; ``str()`` is a clause about it for people."""


@lru_cache(maxsize=256)
def compiled(pattern: str) -> Any:  # noqa: ANN401 - re2 is not typed
    """Return a pattern of ECMAScript ready for ``search``. Raises PatternError.

    RE2 takes time that grows with the text alone, and so has no look-around and no back-reference.
    """
    import re2  # noqa: PLC0415 - only schemas with patterns pay for it

    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MOST_MEMORY
    try:
        return re2.compile(_UNICODE.sub(_code_point, pattern), options=options)
    except re2.error as failure:
        words = failure.args[0] if failure.args else b""
        said = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
        raise PatternError(said) from failure


def _code_point(match: re.Match[str]) -> str:
    return rf"\x{{{match[1] or match[2]}}}"
