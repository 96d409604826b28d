"""Text that was written in UTF-8 and read in another encoding: found, and read again rightly."""

import re
from typing import Final

_CP1252 = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_CP1251 = "\u00a0-\u00bfЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЁЄЇІіґё№єјЅѕї\u0098"
SUSPECTS: Final = (
    re.compile(rf"[\u00c2-\u00f4][{_CP1252}](?:[{_CP1252}\u00c2-\u00f4])*"),
    re.compile(rf"[РС][{_CP1251}][РС][{_CP1251}](?:[РС{_CP1251}])*"),
    re.compile("\ufffd+"),
)
"""Runs of characters that UTF-8 read in a wrong encoding looks like; see `repaired`.

Each begins with a set of characters, so that searching skips ahead.
"""

_ENCODINGS = ("cp1252", "latin-1", "cp1251")
_PLAUSIBLE = re.compile(
    "[\u0020-\u017f\u0370-\u045f\u0490\u0491\u05d0-\u05ea\u0600-\u06ff\u0900-\u0e7f\u10a0-\u10ff"
    "\u1e00-\u1eff\u2010-\u2044\u20a0-\u20bf\u2100-\u22ff\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3]+"
)


def repaired(text: str) -> str | None:
    """Return what a run should have been, empty where that is lost; None where it is as meant."""
    if "\ufffd" in text:
        return ""
    for encoding in _ENCODINGS:
        try:
            meant = text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if meant != text and _PLAUSIBLE.fullmatch(meant):
            return meant
    return None
