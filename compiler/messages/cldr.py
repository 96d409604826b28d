"""What CLDR knows of locales: names, parents, plural categories, direction.

Babel is asked for the data only, never to interpret a tag: it maps old codes to new ones and drops
variants. It is imported when the first question is asked.
"""

import pickle
from collections.abc import Mapping
from copy import copy
from functools import cache
from typing import Any, Literal

from compiler.base import locale_tag

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""The plural categories, in the order CLDR lists them."""

_NO_LANGUAGE = {"mis", "mul", "root", "und", "zxx"}
_NO_SCRIPT = {"Zinh", "Zxxx", "Zyyy", "Zzzz"}
_NO_REGION = {"XA", "XB", "ZZ"}
_RTL_SCRIPTS = {
    *("Adlm", "Arab", "Armi", "Avst", "Chrs", "Cprt", "Elym", "Gara", "Hatr", "Hebr", "Hung"),
    *("Khar", "Lydi", "Mand", "Mani", "Mend", "Merc", "Mero", "Narb", "Nbat", "Nkoo", "Orkh"),
    *("Ougr", "Palm", "Phli", "Phlp", "Phnx", "Prti", "Rohg", "Samr", "Sarb", "Sidt", "Sogd"),
    *("Sogo", "Syrc", "Thaa", "Yezi"),
}
# Babel carries no data of these languages; CLDR gives them the plural rules of the other one.
_PLURALS_OF = {"ars": "ar", "guw": "ln", "jw": "jv", "mo": "ro", "nah": "bg", "sh": "sr"} | {
    "smi": "se",
    "tl": "fil",
}
_COUNTED_SINCE = {"cv", "ie", "kok"}  # Babel has data of these, and no plural rules yet
_INTEGERS = 1_000_000  # integers from 0 up to here decide which categories are demanded


@cache
def is_known_locale(tag: str) -> bool:
    """Tell whether ``tag`` is BCP 47 in CLDR's case and every part of it stands in CLDR's lists."""
    if not locale_tag.is_canonical(tag):
        return False
    language, script, region, variants = _parts(tag)
    names = _english()
    return (
        language not in _NO_LANGUAGE
        and (language in names.languages or _has_data(language))
        and (not script or (script in names.scripts and script not in _NO_SCRIPT))
        and (not region or (region in names.territories and region not in _NO_REGION))
        and all(variant.upper() in names.variants for variant in variants)
    )


@cache
def parent_locale(tag: str) -> str | None:
    """Return the locale that ``tag`` inherits from in CLDR, or None at the top.

    A tag inherits only within its language (and Bokmål and Nynorsk from Norwegian) and its script:
    ``es-MX`` from ``es-419``, ``zh-TW`` from ``zh-Hant``, which has no parent.
    """
    exception = _global("parent_exceptions").get(tag.replace("-", "_"))
    if exception is not None and _same_language(tag, exception):
        return exception.replace("_", "-")
    language, script, region, variants = _parts(tag)
    if variants:
        return locale_tag.shorter(tag)
    own_script = script or _likely_script(tag)
    if region and not script and own_script != _likely_script(language):
        return f"{language}-{own_script}"
    if script and not region and script != _likely_script(language):
        return None
    return locale_tag.shorter(tag)


@cache
def plural_categories(tag: str) -> tuple[str, ...]:
    """Return the cardinal plural categories of a locale, in CLDR's order, ``other`` last."""
    return _in_order(cardinal_rule(tag).tags | {"other"})


@cache
def ordinal_categories(tag: str) -> tuple[str, ...]:
    """Return the ordinal plural categories of a locale, in CLDR's order, ``other`` last."""
    return _in_order(_ordinal_rule(tag).tags | {"other"})


@cache
def demanded_categories(tag: str) -> tuple[str, ...]:
    """Return the categories that integers from 0 to 999,999 reach, and ``other``.

    French and Spanish ``many`` (whole millions) are thereby not demanded of translators.
    """
    wanted = set(plural_categories(tag))
    reached = {"other"}
    rule = cardinal_rule(tag)
    for number in _telling_integers():
        reached.add(rule(number))
        if reached == wanted:
            break
    return _in_order(reached)


@cache
def demanded_ordinals(tag: str) -> tuple[str, ...]:
    """Return the ordinal categories that integers from 0 to 999,999 reach, and ``other``."""
    rule = _ordinal_rule(tag)
    return _in_order({"other", *(rule(number) for number in _telling_integers())})


def plural_category(tag: str, number: int | float) -> str:  # noqa: PYI041 - Babel tells them apart
    """Return the cardinal plural category of a number in a locale."""
    return str(cardinal_rule(tag)(number))


def ordinal_category(tag: str, number: int | float) -> str:  # noqa: PYI041
    """Return the ordinal plural category of a number in a locale."""
    return str(_ordinal_rule(tag)(number))


@cache
def has_plural_rules(tag: str) -> bool:
    """Tell whether Babel's CLDR says how the language counts; a runtime's may be newer."""
    language = locale_tag.language_of(tag)
    known = _nearest_data(tag) or _nearest_data(_PLURALS_OF.get(language, ""))
    return known is not None and language not in _COUNTED_SINCE


@cache
def display_name(tag: str) -> str:
    """Return a language's name in itself (``español de México``), or in English, or the tag."""
    return own_name(tag) or english_name(tag)


@cache
def own_name(tag: str) -> str | None:
    """Return a language's name in itself, None where CLDR has none."""
    own = _nearest_data(_with_script(tag))
    return None if own is None else _name(tag, own.languages, own)


@cache
def english_name(tag: str) -> str:
    """Return a language's name in English, or the tag."""
    return _name(tag, _english().languages, _english()) or tag


@cache
def name_in(tag: str, locale: str) -> str:
    """Return a language's name in another one (``hiszpański``), or in English, or the tag."""
    data = _nearest_data(_with_script(locale))
    named = None if data is None else _name(tag, data.languages, data)
    return named or english_name(tag)


@cache
def script(tag: str) -> str:
    """Return the script that a locale is written in (``Cyrl``), empty where CLDR does not say."""
    return _parts(tag)[1] or _likely_script(tag)


@cache
def group_separator(tag: str) -> str:
    """Return what a language writes between thousands, a comma where CLDR has no data of it."""
    data = locale_data(tag)
    symbols = data.number_symbols if data is not None else {}
    latin = symbols.get("latn", {})
    return str(latin.get("group", ","))


@cache
def locale_data(tag: str) -> Any:  # noqa: ANN401 - Babel is not typed here
    """Return Babel's locale nearest to ``tag``, None where CLDR has no data of its language.

    Its data are its own. Babel 2.18 writes what it has looked up into data that languages share, so
    that months and days of a language would depend on which others were asked for before.
    """
    from babel import localedata  # noqa: PLC0415

    known = _nearest_data(tag)
    if known is None:
        return None
    own = copy(known)
    data = pickle.loads(pickle.dumps(localedata.load(str(known))))  # noqa: S301 - a deep copy
    own._Locale__data = localedata.LocaleDataDict(data)  # noqa: SLF001
    return own


@cache
def direction(tag: str) -> Literal["ltr", "rtl"]:
    """Return ``rtl`` or ``ltr``, by the script the locale is written in."""
    return "rtl" if script(tag) in _RTL_SCRIPTS else "ltr"


@cache
def cardinal_rule(tag: str) -> Any:  # noqa: ANN401 - Babel is not typed here
    """Return Babel's plural rule of a locale; where CLDR knows none, everything is ``other``."""
    return _plural_rule(tag, "plural_form")


def _ordinal_rule(tag: str) -> Any:  # noqa: ANN401
    return _plural_rule(tag, "ordinal_form")


def _plural_rule(tag: str, kind: str) -> Any:  # noqa: ANN401
    data = _nearest_data(tag) or _nearest_data(_PLURALS_OF.get(locale_tag.language_of(tag), ""))
    if data is not None:
        return getattr(data, kind)
    from babel.plural import PluralRule  # noqa: PLC0415

    return PluralRule({})


@cache
def _telling_integers() -> tuple[int, ...]:
    """Return integers below a million that reach every category any integer there reaches.

    Rules look at the last six digits through remainders of 10, 100, 1,000, 100,000 and 1,000,000.
    """
    thousands = [base + tail for base in range(1000, 11_000, 1000) for tail in range(100)]
    rounds = [step * count for step in (10_000, 100_000) for count in range(1, 100)]
    return (*range(1000), *thousands, *(n for n in rounds if n < _INTEGERS), _INTEGERS - 1)


def _in_order(categories: set[str] | frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in CATEGORIES if name in categories)


def _parts(tag: str) -> tuple[str, str, str, tuple[str, ...]]:
    """Split a canonical tag into language, script, region (each may be empty) and variants."""
    language, *rest = tag.split("-")
    script = rest.pop(0) if rest and len(rest[0]) == 4 and rest[0].isalpha() else ""  # noqa: PLR2004
    is_region = rest and (len(rest[0]) == 2 or (len(rest[0]) == 3 and rest[0].isdigit()))  # noqa: PLR2004
    region = rest.pop(0) if is_region else ""
    return language, script, region, tuple(rest)


@cache
def _likely_script(tag: str) -> str:
    language, script, region, _ = _parts(tag)
    if script:
        return script
    likely = _global("likely_subtags")
    found = likely.get(f"{language}_{region}") if region else None
    full = str(found or likely.get(language) or "")
    return next((part for part in full.split("_")[1:] if len(part) == 4), "")  # noqa: PLR2004


def _with_script(tag: str) -> str:
    """Name the script where it is not the language's usual one: ``zh-Hant-TW`` for ``zh-TW``."""
    language, script, region, _ = _parts(tag)
    likely = _likely_script(tag)
    if script or not region or likely == _likely_script(language):
        return tag
    return f"{language}-{likely}-{region}"


def _same_language(tag: str, parent: str) -> bool:
    language, above = tag.partition("-")[0], parent.partition("_")[0]
    return above in {language, "no"}


def _name(tag: str, names: Mapping[str, str], locale: Any) -> str | None:  # noqa: ANN401
    language, script, region, _ = _parts(tag)
    whole = names.get(tag.replace("-", "_"))
    if whole is not None:
        return whole
    base = names.get(language)
    if base is None:
        return None
    details = [locale.scripts.get(script, script)] if script else []
    if region:
        details.append(locale.territories.get(region, region))
    return f"{base} ({', '.join(details)})" if details else base


def _has_data(language: str) -> bool:
    from babel import localedata  # noqa: PLC0415

    return bool(localedata.exists(language))


@cache
def _nearest_data(tag: str) -> Any:  # noqa: ANN401
    """Return Babel's locale for the longest beginning of ``tag`` that CLDR has data of."""
    from babel import Locale, localedata  # noqa: PLC0415

    shorter: str | None = tag
    while shorter:
        if localedata.exists(shorter.replace("-", "_")):
            return Locale.parse(shorter, sep="-", resolve_likely_subtags=False)
        shorter = locale_tag.shorter(shorter)
    return None


@cache
def _english() -> Any:  # noqa: ANN401
    from babel import Locale  # noqa: PLC0415

    return Locale("en")


def _global(name: str) -> Mapping[str, str]:
    from babel.core import get_global  # noqa: PLC0415

    return get_global(name)  # type: ignore[arg-type]
