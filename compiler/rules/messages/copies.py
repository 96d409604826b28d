"""Translations that are their source text, and should not be."""

import re
from collections.abc import Iterator
from itertools import compress, count
from operator import eq

from compiler.base.locale_tag import language_of, same_language
from compiler.messages.alphabets import is_latin, letters_of
from compiler.messages.cldr import CATEGORIES
from compiler.messages.reading import read_message
from compiler.messages.small_words import small_words
from compiler.messages.spoken import VALUE
from compiler.model.catalogue import Message
from compiler.rules.check import Scope
from compiler.rules.messages.kept_words import common_words, is_kept, kept_words, words_of
from compiler.rules.messages.speech import Said, Speech, speeches

_SENTENCE = 3
_MANY_WORDS = 5
_MOST_NAMES = 2000
_NUMBERS = frozenset((*CATEGORIES, "0", "1"))
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(rf"[\w{VALUE}]+")


def copies(scope: Scope) -> tuple[tuple[Speech, Said], ...]:
    """Return every text that is its source text, and has words that are translated."""
    source = scope.content.languages.source
    return tuple(
        (speech, said)
        for speech in scope.once(speeches)
        if not speech.is_source and not same_language(speech.locale, source)
        for said in _copies_in(scope, speech)
    )


def _copies_in(scope: Scope, speech: Speech) -> Iterator[Said]:
    alike = compress(count(), map(eq, speech.texts, speech.sources))
    same = [one for one in speech.those(alike) if _should_differ(scope, one, speech.locale)]
    # Where thousands are copies, hardly any is a name, and to look for names would take long.
    names = len(same) <= _MOST_NAMES
    return (one for one in same if not (names and speech.keeps(one.text)))


def _is_inflected(entry: Message) -> bool:
    """Tell whether a plural has other words for one than for many: those of the source language."""
    ways = [way.text for text in entry.source_texts for way in read_message(text).ways]
    return len({tuple(_LETTERS.findall(way)) for way in ways}) > 1


def copied_entries(scope: Scope) -> frozenset[int]:
    """Return the identities of entries that are copies: what is odd in them is the source's."""
    return frozenset(id(said.entry) for _, said in scope.once(copies))


def _should_differ(scope: Scope, said: Said, locale: str) -> bool:
    """Tell whether a text has words that a translator would translate."""
    source = scope.content.languages.source
    if said.choice in _NUMBERS and _LETTERS.search(said.text) and _is_inflected(said.entry):
        return True
    if is_latin(source) and not is_latin(locale):
        common = scope.once(common_words)
        words = [word for word in words_of(said.text) if not is_kept(word, _known(scope, locale))]
        return any(word.lower() in common for word in words)
    if not is_latin(source):
        return _has_words_of(said.text, source, several=letters_of(locale) == letters_of(source))
    words = [word.lower() for word in _WORD.findall(said.text) if word.isalpha()]
    words = [word for word in words if word not in _known(scope, locale)]
    small = small_words(language_of(source)) - small_words(language_of(locale))
    telling = small.intersection(words)
    return (len(words) >= _SENTENCE and bool(telling)) or (
        len(words) >= _MANY_WORDS and said.text[:1].isupper() and not said.text.istitle()
    )


def _known(scope: Scope, locale: str) -> frozenset[str]:
    return scope.once(kept_words).get(locale, frozenset())


def _has_words_of(text: str, source: str, *, several: bool) -> bool:
    """Tell whether a text has a word in the letters of the source, or several of them."""
    words = re.findall(f"[{letters_of(source)}]+", text) if letters_of(source) else []
    return len("".join(words)) > _SENTENCE and len(words) > several
