"""Folders that name a language in the way of a platform: `values-pt-rBR`, `pt-BR.lproj`."""

import re

BASES = frozenset({"values", "Base.lproj"})
"""Folders of the language that all others go back to."""

_BCP_47 = re.compile(r"values-b\+(?P<tag>[A-Za-z0-9+]+)")
_QUALIFIED = re.compile(r"values-(?P<language>[a-z]{2,3})(?:-r(?P<region>[A-Z]{2}|\d{3}))?")
_PROJECT = re.compile(r"(?P<tag>[A-Za-z0-9_-]+)\.lproj")
_OLD_NAMES = {"iw": "he", "in": "id", "ji": "yi"}


def plain_word(word: str) -> str:
    """Return the name of the language that a folder has, other words as they are."""
    if found := _BCP_47.fullmatch(word):
        return found["tag"].replace("+", "-")
    if found := _QUALIFIED.fullmatch(word):
        language = _OLD_NAMES.get(found["language"], found["language"])
        return f"{language}-{found['region']}" if found["region"] else language
    if found := _PROJECT.fullmatch(word):
        return found["tag"]
    return word


def values_folder(locale: str | None) -> str:
    """Return the folder of a language for Android, that of the source for None."""
    if locale is None:
        return "values"
    parts = locale.split("-")
    if len(parts) == 1:
        return f"values-{locale}"
    if len(parts) == 2 and re.fullmatch(r"[A-Z]{2}|\d{3}", parts[1]):  # noqa: PLR2004 - language, region
        return f"values-{parts[0]}-r{parts[1]}"
    return f"values-b+{'+'.join(parts)}"
