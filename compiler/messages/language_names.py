"""The names that CLDR has of languages, in every language that it has names in."""

import pickle
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from compiler.messages.cldr import is_known_locale


class LanguageName(NamedTuple):
    """What the language ``tag`` is called in the language ``locale``."""

    tag: str
    locale: str
    name: str


@cache
def language_names() -> tuple[LanguageName, ...]:
    """Return every name once, in the language that has it of its own: not those it inherits."""
    return tuple(_read_names())


def _read_names() -> Iterator[LanguageName]:
    from babel import localedata  # noqa: PLC0415 - nothing else needs all of it

    known: dict[str, bool] = {}
    folder = Path(localedata.__file__).with_name("locale-data")
    for identifier in localedata.locale_identifiers():
        # Babel's own way to this keeps what it has read, and then takes it for the whole locale.
        data = (folder / f"{identifier}.dat").read_bytes()
        names = pickle.loads(data).get("languages", {})  # noqa: S301 - it comes with Babel
        locale = _tag(identifier)
        for key, name in names.items():
            tag = _tag(key)
            if tag not in known:
                known[tag] = is_known_locale(tag)
            if known[tag]:
                yield LanguageName(tag, locale, name)


def _tag(identifier: str) -> str:
    return identifier.replace("_", "-")
