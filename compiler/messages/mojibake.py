"""Text that was written in UTF-8 and read in another encoding: found, and read again rightly."""

import re
from typing import Final

_CP1252_HIGH = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_CP1251_HIGH = "\u00a0-\u00bf\u0401-\u040f\u0451-\u045f\u0490\u0491‚„…†‡€‰‹‘’“”•–—™›№"
SUSPECT: Final = re.compile(
    rf"(?:[\u00c2-\u00f4][\u0080-\u00bf{_CP1252_HIGH}]{{1,3}})+"
    rf"|(?:[РС][{_CP1251_HIGH}]){{2,}}"
    r"|\ufffd+"
)
"""Runs of characters that UTF-8 read in a wrong encoding looks like; see `repaired`."""

_ENCODINGS = ("cp1252", "latin-1", "cp1251")


def repaired(text: str) -> str | None:
    """Return what a run should have been, empty where that is lost; None where it is as meant."""
    if "\ufffd" in text:
        return ""
    for encoding in _ENCODINGS:
        try:
            meant = text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if meant != text and meant.isprintable():
            return meant
    return None
