"""BCP 47 tags by their form: parsing, the case CLDR writes, truncation. Knows no list of names."""

import re

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3}|[a-z]{5,8})"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)",
    re.IGNORECASE,
)


def canonical(tag: str) -> str | None:
    """Return ``tag`` in the case CLDR writes (``zh-Hant-HK``), or None if it is not of that form.

    Underscores are not accepted: files are named with hyphens.
    """
    match = _TAG.fullmatch(tag)
    if match is None:
        return None
    parts = [match["language"].lower()]
    if match["script"]:
        parts.append(match["script"].title())
    if match["region"]:
        parts.append(match["region"].upper())
    parts += [variant.lower() for variant in match["variants"].split("-") if variant]
    return "-".join(parts)


def is_canonical(tag: str) -> bool:
    """Tell whether ``tag`` is a locale in the form and case this project writes."""
    return canonical(tag) == tag


def language_of(tag: str) -> str:
    """Return the language subtag of a canonical tag."""
    return tag.partition("-")[0]


def same_language(tag: str, other: str) -> bool:
    """Tell whether two canonical tags are one language, wherever and however it is written."""
    return language_of(tag) == language_of(other)


def shorter(tag: str) -> str | None:
    """Return the tag without its last subtag, or None for a bare language."""
    return tag.rpartition("-")[0] or None
