"""Text that was written in one encoding and read in another: found, and read again rightly."""

import re
from typing import Final, NamedTuple

_CP1252 = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_CP1251 = "\u00a0-\u00bfЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЁЄЇІіґё№єјЅѕї\u0098"
_CP1250 = "\u00a0-\u00bf€‚„…†‡‰Š‹ŚŤŽŹ‘’“”•–—™š›śťžźˇ˘ŁĄŞŻ˛łąşĽ˝ľż"
_CP1256 = "\u00a0-\u00bf€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u200c\u200dں،ھ؛؟"
_HIGH = "À-ÖØ-öø-ÿ"


class Suspect(NamedTuple):
    """What text read in a wrong encoding looks like, and characters without which it does not."""

    pattern: re.Pattern[str]
    needs: tuple[re.Pattern[str], ...]


def _suspect(pattern: str, *needs: str) -> Suspect:
    return Suspect(re.compile(pattern), tuple(re.compile(f"[{one}]") for one in needs))


SUSPECTS: Final = (
    _suspect(rf"[\u00c2-\u00f4][{_CP1252}](?:[{_CP1252}\u00c2-\u00f4])*", "\u00c2-\u00f4", _CP1252),
    _suspect(rf"[РС][{_CP1251}][РС][{_CP1251}](?:[РС{_CP1251}])*", "РС", _CP1251),
    _suspect(rf"[ĂÄĹ][{_CP1250}](?:[ĂÄĹ{_CP1250}])*", "ĂÄĹ", _CP1250),
    _suspect(rf"[طظعغ][{_CP1256}](?: ?[طظعغ][{_CP1256}])+", "طظعغ", _CP1256),
    # Beyond repair: letters that are gone, Cyrillic or Arabic in Latin letters, Polish, Japanese.
    _suspect("\ufffd+", "\ufffd"),
    _suspect(f"[{_HIGH}][{_HIGH}]{{3,}}(?: [{_HIGH}]+)*", _HIGH),
    _suspect("[¹³¿](?<=[a-z].)(?=[a-z])", "¹³¿"),
    _suspect(r"[縺繧繝][^\x00-\x7f\u3041-\u3096]+", "縺繧繝"),
)
"""See `repaired`. Each pattern begins with a set of characters, so that searching skips ahead."""

_ENCODINGS = ("cp1252", "latin-1", "cp1251", "cp1250", "cp1256")
_PLAUSIBLE = re.compile(
    "[\u0020-\u017f\u0370-\u045f\u0490\u0491\u05d0-\u05ea\u0600-\u06ff\u0900-\u0e7f\u10a0-\u10ff"
    "\u1e00-\u1eff\u2010-\u2044\u20a0-\u20bf\u2100-\u22ff\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3]+"
)
_HOPELESS = re.compile(f"[\ufffd¹³¿縺繧繝]|[{_HIGH}]{{4}}")
_LATIN_ENDS = "\u024f"


def repaired(text: str) -> str | None:
    """Return what a run should have been, empty where that is lost; None where it is as meant."""
    for encoding in _ENCODINGS:
        try:
            meant = text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if meant != text and _PLAUSIBLE.fullmatch(meant) and not _is_chance(text, meant):
            return meant
    return "" if _HOPELESS.match(text) else None


def _is_chance(text: str, meant: str) -> bool:
    """Tell whether letters only happen to be UTF-8, as in `Úžasné`: one letter of nowhere near."""
    return text.isalpha() and len(meant) == 1 and meant > _LATIN_ENDS
