"""Cuts the fonts of PDF agreements out of Noto: compiler/channels/agreements/fonts/.

Usage: python tools/fonts.py FOLDER, where FOLDER holds Debian's fonts-noto-core and fonts-noto-cjk,
unpacked by `dpkg-deb -x`. It needs fonttools, in an environment of its own:

    apt-get download fonts-noto-core fonts-noto-cjk
    for one in fonts-noto-*.deb; do dpkg-deb -x $one unpacked; done
    python -m venv fonts && fonts/bin/pip install fonttools==4.68.0
    fonts/bin/python tools/fonts.py unpacked

The same packages and the same fonttools give the same bytes.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

FONTS = Path(__file__).resolve().parents[1] / "compiler" / "channels" / "agreements" / "fonts"
TRUETYPE = "usr/share/fonts/truetype/noto/{}.ttf"
HAN = "usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"

# Latin, Greek, Cyrillic with their extensions; punctuation, currencies, arrows, mathematics.
WESTERN = (
    *(range(0x20, 0x7F), range(0xA0, 0x530), range(0x1D00, 0x2000), range(0x2000, 0x2070)),
    *(range(0x2070, 0x2400), range(0x2500, 0x2600), range(0xFB00, 0xFB07)),
)
WHOLE = (range(0x20, 0x110000),)

FACES = {
    "NotoSans-Regular": WESTERN,
    "NotoSans-Bold": WESTERN,
    "NotoSans-Italic": WESTERN,
    "NotoSansArabic-Regular": WHOLE,
    "NotoSansArabic-Bold": WHOLE,
    "NotoSansHebrew-Regular": WHOLE,
    "NotoSansHebrew-Bold": WHOLE,
}

# What the national standards have: Simplified (GB 2312), Traditional (Big5, level 1), Japanese
# (JIS X 0208), Korean syllables (KS X 1001). And the forms of three regions for the same character.
STANDARDS = {
    "gb2312": (range(0xA1, 0xFF), range(0xA1, 0xFF)),
    "big5": (range(0xA1, 0xC7), range(0x40, 0xFF)),
    "shift_jis": (range(0x81, 0xF0), range(0x40, 0xFD)),
}
HANGUL = range(0xAC00, 0xD7A4)
REGIONS = {"JAN ", "KOR ", "ZHT "}


def main(unpacked: Path) -> None:
    """Write every font."""
    FONTS.mkdir(parents=True, exist_ok=True)
    for name, wanted in FACES.items():
        font = TTFont(unpacked / TRUETYPE.format(name), recalcTimestamp=False)
        known = set(font.getBestCmap())
        chosen = {point for one in wanted for point in one if point in known}
        features = ["calt", "ccmp", "fina", "init", "isol", "kern", "liga", "lnum", "locl"]
        cut(font, chosen, [*features, "mark", "medi", "mkmk", "rlig", "tnum"], f"{name}.ttf")
    cut(han(unpacked / HAN), set(han_points()), ["ccmp", "kern", "locl"], "NotoSansCJKsc.otf")


def han(path: Path) -> TTFont:
    """Return the font of all of East Asia, with the forms of some regions."""
    collection = TTCollection(path, recalcTimestamp=False)
    fonts = {str(font["name"].getDebugName(4)): font for font in collection.fonts}
    font = fonts["Noto Sans CJK SC"]
    for record in font["GSUB"].table.ScriptList.ScriptRecord:
        script = record.Script
        script.LangSysRecord = [one for one in script.LangSysRecord if one.LangSysTag in REGIONS]
        script.LangSysCount = len(script.LangSysRecord)
    return font


def han_points() -> Iterator[int]:
    """Yield the code points of the standards."""
    for codec, (leads, trails) in STANDARDS.items():
        pairs = (bytes([lead, trail]) for lead in leads for trail in trails)
        yield from (ord(sign) for pair in pairs for sign in pair.decode(codec, "ignore"))
    yield from (point for point in HANGUL if is_korean(chr(point)))
    yield from range(0x3000, 0x3100)
    yield from range(0xFF00, 0xFFF0)


def is_korean(syllable: str) -> bool:
    """Tell whether the standard of Korea has a syllable."""
    return bool(syllable.encode("euc_kr", "ignore"))


def cut(font: TTFont, points: Iterable[int], features: list[str], name: str) -> None:
    """Write what is wanted of a font."""
    options = subset.Options(
        layout_features=features,
        hinting=False,
        notdef_outline=True,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
        drop_tables=[*subset.Options().drop_tables, "BASE", "VORG", "vhea", "vmtx"],
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=sorted(points))
    subsetter.subset(font)
    font.save(FONTS / name)
    print(f"{name}: {(FONTS / name).stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
