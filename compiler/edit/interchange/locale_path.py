"""Which locale a foreign file is in: the last part of its path that names one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from compiler.base import locale_tag
from compiler.edit.interchange.locale_folders import plain_word
from compiler.messages.cldr import is_known_locale

_SPLIT = re.compile(r"[._-]")


@dataclass(frozen=True, slots=True)
class Located:
    """The locale of a path, or None; ``word`` is the part that said so (or nearly did)."""

    locale: str | None
    word: str | None = None

    @property
    def renamed(self) -> bool:
        """Whether the word had to be read as something else than it says."""
        return self.locale is not None and (self.word or "").replace("_", "-") != self.locale


def locate(path: str, renames: Mapping[str, str]) -> Located:
    """Find the locale of a file by its path (POSIX); ``renames`` settles words by hand.

    In ``pl/LC_MESSAGES/django.po`` the file is named for its domain, the locale stands above.
    """
    nearly = None
    for word in _words(path):
        if word in renames:
            return Located(renames[word], word)
        locale = settle(word)
        if locale is not None:
            return Located(locale, word)
        if nearly is None and _begins_like_one(word):
            nearly = word
    return Located(None, nearly)


def settle(word: str) -> str | None:
    """Return the locale that a word such as ``ja_JP`` or ``zh_Hant`` names, or None.

    A second part of three letters that is itself a language (``zh-YUE``, ``kab-KAB``) is that
    language, as BCP 47 has it of extended languages.
    """
    tag = plain_word(word).replace("_", "-")
    rest = tag.partition("-")[2]
    if len(rest) == 3 and rest.isalpha():  # noqa: PLR2004 - an extended language has three letters
        return rest.lower() if is_known_locale(rest.lower()) else None
    canonical = locale_tag.canonical(tag)
    return canonical if canonical is not None and is_known_locale(canonical) else None


def _words(path: str) -> Iterator[str]:
    pure = PurePosixPath(path)
    folders = list(reversed(pure.parts[:-1]))
    if folders[:1] == ["LC_MESSAGES"]:
        folders = folders[1:]
    else:
        yield pure.name
        yield from _words_of_stem(pure.stem)
    yield from folders


def _words_of_stem(stem: str) -> Iterator[str]:
    yield stem
    for match in _SPLIT.finditer(stem):
        yield stem[match.end() :]


def _begins_like_one(word: str) -> bool:
    match = re.fullmatch(r"([A-Za-z]{2,3})[_-]([A-Za-z0-9]{2,8})", word)
    return match is not None and is_known_locale(match[1].lower())
