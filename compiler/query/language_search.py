"""CLDR's languages by any of their names, or by their tag."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compiler.base.locale_tag import canonical, language_of
from compiler.messages import cldr
from compiler.messages.language_names import LanguageName, language_names
from compiler.query.folding import fold, fold_all

_EXACT, _FAMILY, _BEGINS, _HAS = range(4)
"""How well a name fits, best first: it is the words, a tag of that language, begins with, has."""

_FOREIGN = 10
"""What a name in another language counts less than one in English or in the language itself."""


_TELLING = 4
"""So many letters are no chance inside of a word."""


class Language(NamedTuple):
    """A language of CLDR; ``own`` is its name in itself, None where CLDR has none.

    ``found_as`` is the name that was found, where it is neither that nor the English one.
    """

    tag: str
    english: str
    own: str | None
    found_as: LanguageName | None = None


def all_languages() -> list[Language]:
    """Return all languages that CLDR has an English name of, by that name."""
    tags = {one.tag for one in language_names() if one.locale == "en"}
    return sorted(map(_language, tags), key=lambda one: (fold(one.english), one.tag))


def find_languages(words: str) -> list[Language]:
    """Return the languages that have the words in a name, and those whose tag they are.

    The best come first: who is called exactly so, whose English or own name has the words.
    """
    wanted = fold(words).strip()
    best: dict[str, tuple[int, LanguageName | None]] = {}
    for rank, tag, name in (*_by_tag(words), *_by_name(wanted)):
        if tag not in best or rank < best[tag][0]:
            best[tag] = rank, name
    found = sorted(best.items(), key=lambda item: (item[1][0], item[0]))
    return [_language(tag, name) for tag, (_, name) in found]


_Ranked = tuple[int, str, LanguageName | None]


def _by_tag(words: str) -> Iterator[_Ranked]:
    tag = canonical(words.strip().replace("_", "-"))
    if tag is not None and cldr.is_known_locale(tag):
        yield _EXACT, tag, None


def _by_name(wanted: str) -> Iterator[_Ranked]:
    names = language_names()
    for one, folded in zip(names, fold_all([one.name for one in names]), strict=True):
        if language_of(one.tag) == wanted:
            yield _FAMILY, one.tag, None
        if wanted not in folded:
            continue
        at_begin = _begins_word(folded, wanted)
        if not at_begin and len(wanted) < _TELLING:
            continue
        rank = _EXACT if folded == wanted else _BEGINS if folded.startswith(wanted) else _HAS
        if one.locale in ("en", one.tag) or one.name == cldr.own_name(one.tag):
            yield rank, one.tag, None
        elif at_begin:
            yield _FOREIGN + rank, one.tag, one


def _begins_word(folded: str, wanted: str) -> bool:
    """Tell whether a word of a name begins so; scripts without spaces have no such begin."""
    at = folded.find(wanted)
    return at == 0 or not wanted.isascii() or not folded[at - 1].isalnum()


def _language(tag: str, found_as: LanguageName | None = None) -> Language:
    return Language(tag, cldr.english_name(tag), cldr.own_name(tag), found_as)


def properties_of(tag: str) -> tuple[Sequence[str], str, str]:
    """Return plural categories (none where CLDR has no rule), script and direction."""
    plurals = cldr.plural_categories(tag) if cldr.has_plural_rules(tag) else ()
    return plurals, cldr.script(tag), cldr.direction(tag)
