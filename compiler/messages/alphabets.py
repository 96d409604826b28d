"""Letters: which script a language is written in, which letters betray another one."""

import re
from functools import cache
from typing import Final

from compiler.base import locale_tag
from compiler.messages import cldr

_LETTERS: Final[dict[str, str]] = {
    "Latn": "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff",
    "Cyrl": "\u0400-\u052f\u1c80-\u1c88\u2de0-\u2dff\ua640-\ua69f",
    "Grek": "\u0370-\u0373\u0376-\u03ff\u1f00-\u1fff",
    "Arab": (
        "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c7\ufb50-\ufdfc"
        "\ufe70-\ufefc"
    ),
    "Hebr": "\u05d0-\u05f2\ufb1d-\ufb4f",
    "Armn": "\u0531-\u0556\u0561-\u0587",
    "Geor": "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2d",
    "Deva": "\u0900-\u097f",
    "Beng": "\u0980-\u09ff",
    "Guru": "\u0a00-\u0a7f",
    "Gujr": "\u0a80-\u0aff",
    "Taml": "\u0b80-\u0bff",
    "Telu": "\u0c00-\u0c7f",
    "Knda": "\u0c80-\u0cff",
    "Mlym": "\u0d00-\u0d7f",
    "Sinh": "\u0d80-\u0dff",
    "Thai": "\u0e00-\u0e7f",
    "Laoo": "\u0e80-\u0eff",
    "Mymr": "\u1000-\u109f",
    "Ethi": "\u1200-\u139f",
    "Khmr": "\u1780-\u17ff",
    "Hang": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3",
    "Kana": "\u3041-\u3096\u30a1-\u30fa\u30fc\u31f0-\u31ff\uff66-\uff9d",
    "Hani": "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f",
}
_PARTS: Final = {
    "Jpan": ("Kana", "Hani"),
    "Kore": ("Hang", "Hani"),
    "Hans": ("Hani",),
    "Hant": ("Hani",),
}

LATIN: Final = _LETTERS["Latn"]
CYRILLIC: Final = _LETTERS["Cyrl"]
GREEK: Final = _LETTERS["Grek"]
KANA: Final = _LETTERS["Kana"]

LOOKALIKES: Final[dict[str, tuple[str, str]]] = {
    "Cyrl": ("aceopxyABCEHKMOPTXYiIjJsS", "асеорхуАВСЕНКМОРТХУіІјЈѕЅ"),
    "Grek": ("ABEZHIKMNOPTYXov", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον"),
}
"""By script: Latin letters that look like letters of it, and those letters, in the same order."""


@cache
def letters_of(locale: str) -> str:
    """Return the letters of a language's script for a character class; empty where not known."""
    script = cldr.script(locale)
    return "".join(_LETTERS.get(part, "") for part in _PARTS.get(script, (script,)))


@cache
def is_latin(locale: str) -> bool:
    """Tell whether a language is written in Latin letters."""
    return cldr.script(locale) == "Latn"


_FOREIGN: Final[dict[str, tuple[str, str]]] = {
    "ru": ("іїєґўІЇЄҐЎјљњћђџЈЉЊЋЂЏ", "Ukrainian, Belarusian or Serbian"),
    "uk": ("ыэёъЫЭЁЪ", "Russian"),
    "be": ("иИщЩъЪїЇєЄ", "Russian or Ukrainian"),
    "bg": ("ыэёЫЭЁіїєІЇЄ", "Russian or Ukrainian"),
    "mk": ("ыэёъЫЭЁЪйЙюЮяЯћђ", "Russian, Bulgarian or Serbian"),
    "sr": ("ыэёъЫЭЁЪйЙюЮяЯ", "Russian or Bulgarian"),
    "ar": ("یکگچپژہےٹڈڑں", "Persian or Urdu"),
    "fa": ("يكىےٹڈڑںہ", "Arabic or Urdu"),
}
"""By language: letters of its script that it does not have, and whose they are."""

_SIMPLIFIED = (
    "们个这时过还没对请设为认证账户码输关闭开启选择项网络连点击载显隐删续费单无确处发电话号验书"
    "语讯订资产币价购买卖谢东车门问间应该让从样动国际专业务员历权级结终统计录创"
)
_TRADITIONAL = (
    "們個這時過還沒對請設為認證賬戶碼輸關閉開啟選擇項網絡連點擊載顯隱刪續費單無確處發電話號驗書"
    "語訊訂資產幣價購買賣謝東車門問間應該讓從樣動國際專業務員歷權級結終統計錄創"
)
_CHINESE_ONLY = "们您这哪吗呢吧啊很就还给让没怎么什麼嗎們這"

SIMPLIFIED: Final = frozenset(_SIMPLIFIED) - frozenset(_TRADITIONAL)
"""Common characters of simplified Chinese that traditional Chinese writes otherwise."""
TRADITIONAL: Final = frozenset(_TRADITIONAL) - frozenset(_SIMPLIFIED)
"""Common characters of traditional Chinese that simplified Chinese writes otherwise."""
JAPANESE_LACKS: Final = (SIMPLIFIED | frozenset(_CHINESE_ONLY)) - frozenset("国点号")
"""Characters of Chinese that Japanese does not write."""


@cache
def foreign_letters(locale: str) -> tuple[re.Pattern[str], str] | None:
    """Return a pattern of letters that a language does not have, and whose they are."""
    found = _FOREIGN.get(locale_tag.language_of(locale))
    if found is None or (locale_tag.language_of(locale) == "sr" and is_latin(locale)):
        return None
    return re.compile(f"[{found[0]}]"), found[1]
