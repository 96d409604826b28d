"""References to characters in tags: `a&amp;b` is `a&b`. Those without a semicolon are none."""

import re
from html import unescape

_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def decoded(text: str) -> str:
    """Return a text with the characters that it refers to."""
    return _REFERENCE.sub(lambda found: unescape(found[0]), text) if "&" in text else text
