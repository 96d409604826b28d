"""Words of another script that a language keeps as they are: brands, names, terms.

Whoever writes `Разметка Markdown` keeps the word; a text that is nothing but `Markdown` is then
translated too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from compiler.messages.alphabets import LATIN, is_latin, letters_of
from compiler.messages.reading import read_message
from compiler.messages.spoken import VALUE
from compiler.rules.check import Scope
from compiler.rules.messages.speech import speeches

_WORD = re.compile(rf"[{LATIN}][{LATIN}'’-]*")
_LATIN_WORD = re.compile(rf"(?<![{LATIN}0-9_@./])[{LATIN}][{LATIN}0-9'’-]*(?![{LATIN}0-9_@/])")
_NOT_WORDS = re.compile(
    r"(?:https?://|www\.)\S+|(?<!\S)\S+@\S+|&#?\w{1,20};|\$\{[^}]*\}|%\(\w+\)\w|%\w\b"
    rf"|(?<![\w-])[\w-]*[\d_][\w-]*|(?<!\w)\w+(?:[./\\]\w+)+|{VALUE}"
)
_SHORT = 2


def words_of(text: str) -> list[str]:
    """Return the words of a text in Latin letters; addresses, codes and values are none."""
    return _WORD.findall(_NOT_WORDS.sub(" ", text))


def is_kept(word: str, kept: frozenset[str]) -> bool:
    """Tell whether a word is a name by its letters (HTTP, iPhone), or one that is kept."""
    return (
        len(word) <= _SHORT
        or not word[1:].islower()
        or word.casefold() in kept
        or word.casefold().removesuffix("s") in kept
    )


def kept_words(scope: Scope) -> Mapping[str, frozenset[str]]:
    """Return the words that stay as they are in each locale, in lower case.

    They are those of the glossary, and those in Latin letters amid texts of another script.
    """
    terms = frozenset(_terms(scope))
    found: defaultdict[str, set[str]] = defaultdict(lambda: set(terms))
    for speech in scope.once(speeches):
        letters = letters_of(speech.locale)
        if speech.is_source:
            continue
        kept = found[speech.locale]
        if is_latin(speech.locale) or not letters:
            continue
        own = re.compile(f"[{letters}]")
        last, mixes = None, False
        for said, start, end in speech.where(_LATIN_WORD):
            if said is not last:
                last, mixes = said, own.search(said.text) is not None
            if mixes:
                kept.add(said.text[start:end].casefold())
    return {locale: frozenset(words) for locale, words in found.items()}


def common_words(scope: Scope) -> frozenset[str]:
    """Return the words that source texts have in small letters and beside others."""
    found: Counter[str] = Counter()
    for _, message in scope.labels():
        for way in (way for text in message.source_texts for way in read_message(text).ways):
            words = words_of(way.text)
            found.update(word for word in words if word.islower())
            if words and words[0] == way.text.strip():
                found[words[0]] -= 1  # alone, it may be a code
    return frozenset(word for word, times in found.items() if times > 0)


def _terms(scope: Scope) -> Iterable[str]:
    """Yield the words of the glossary's terms that stay as they are."""
    for term in scope.content.glossary.terms:
        if term.term in term.translations.values() or not term.translations:
            yield from (word.casefold() for word in words_of(term.term))
