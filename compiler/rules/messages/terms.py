"""Rules about what the author asked for: terms of the glossary, the longest length."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from compiler.base.finding import Finding
from compiler.base.locale_tag import language_of
from compiler.base.rule import Rule
from compiler.messages.punctuation import DENSE
from compiler.model.catalogue import Message
from compiler.rules.check import Scope
from compiler.rules.messages.speech import Said, Speech, speeches

_MAX_LENGTH = re.compile(r"max-length:(\d{1,6})\Z")
_WIDE = re.compile("[\u2e80-\ufffb]")
_WORDS = re.compile(r"\w+")
_KNOWN_BY = 3
_TIMES = 3
_SLACK = 40
_DENSE_WEIGHT = 3
_STEM = 0.6
_SHORTEST_STEM = 3


def glossary_term(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation does not use the word that the glossary has for a term of its source text.

    **Why** One thing has one name. Readers take another name for another thing.

    **Bad** (the glossary: `trading account` is `cuenta de trading`)

    ```po
    msgid "Open a trading account"
    msgstr "Abra una cuenta comercial"
    ```

    **Good**

    ```po
    msgid "Open a trading account"
    msgstr "Abra una cuenta de trading"
    ```

    **Not flagged** Inflected forms (the beginning of each word is looked for), capitals, the order
    of words; terms that the glossary does not have in that language; a longer term of the glossary
    that has the shorter one in it.
    """
    for speech in scope.once(speeches):
        terms = () if speech.is_source else _terms(scope, speech.locale)
        for said, term in _used(speech, terms):
            if _lacks(said, term, terms, speech.locale):
                yield speech.finding(
                    rule,
                    said,
                    f"the glossary has `{term.wanted}` for `{term.term}`, and it is not here",
                    hint=f"use `{term.wanted}`",
                )


def too_long(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation is longer than its `max-length`, or out of all proportion to its source text.

    **Why** It is cut off, or breaks the layout; or a remark went into the translation by mistake.

    **Bad**

    ```po
    #, max-length:10
    msgid "Pay"
    msgstr "Efectuar el pago"
    ```

    **Good**

    ```po
    #, max-length:10
    msgid "Pay"
    msgstr "Pagar"
    ```

    Length is counted in code points, a placeholder as one. The flag stands at the entry, or at that
    of the source catalogue, where it holds for every language.

    **Not flagged** Without the flag, anything up to three times the source text and 40 characters.
    """
    limits = scope.once(_limits)
    for speech in scope.once(speeches):
        limited = dict(_limited(speech, limits))
        for number, limit in limited.items():
            length = len(speech.texts[number])
            if length > limit:
                message = f"the text has {length} characters, and `max-length` allows {limit}"
                yield speech.finding(rule, speech.at(number), message, span=(limit, length))
        for number in _sprawling(speech):
            if number not in limited:
                length, least = len(speech.texts[number]), len(speech.sources[number])
                message = f"the translation has {length} characters, its source {least}"
                hint = "does it say more than the source text?"
                yield speech.finding(rule, speech.at(number), message, hint=hint)


class _Term(NamedTuple):
    term: str
    wanted: str
    pattern: re.Pattern[str]
    dense: bool


def _terms(scope: Scope, locale: str) -> tuple[_Term, ...]:
    """Return the terms that the glossary has in a language or in its parent."""
    found = []
    chain = (locale, *scope.content.languages.chain(locale).parents)
    dense = language_of(scope.content.languages.source) in DENSE
    for term in scope.content.glossary.terms:
        wanted = next((term.translations[one] for one in chain if one in term.translations), None)
        if wanted is not None:
            found.append(_Term(term.term, wanted, _pattern(term.term, dense=dense), dense))
    return tuple(found)


@cache
def _pattern(term: str, *, dense: bool) -> re.Pattern[str]:
    """Return a pattern for a term of the source language, in the plural, too."""
    if dense:
        return re.compile(re.escape(term))
    ending = "" if term[-1:].casefold() == "s" else "(?:e?s)?"
    return re.compile(rf"(?<!\w){re.escape(term)}{ending}(?!\w)", re.IGNORECASE)


def _used(speech: Speech, terms: Sequence[_Term]) -> Iterator[tuple[Said, _Term]]:
    """Yield each text with each term that its source may have: one with a word of its beginning."""
    by_word: dict[str, list[_Term]] = {}
    for term in terms:
        word = _beginning(term.term)
        by_word.setdefault("" if term.dense else word, []).append(term)
    for number, source in enumerate(speech.sources if terms else ()):
        words = {_beginning(word) for word in _WORDS.findall(source.casefold())}
        for word in sorted(by_word.keys() & {"", *words}):
            yield from ((speech.at(number), term) for term in by_word[word])


def _beginning(term: str) -> str:
    """Return the first letters of a term, by which it is looked up."""
    match = _WORDS.search(term.casefold())
    return match[0][:_KNOWN_BY] if match else ""


def _lacks(said: Said, term: _Term, terms: tuple[_Term, ...], locale: str) -> bool:
    source = said.source or ""
    if _has(said.text, term.wanted, locale):
        return False
    for longer in terms:  # "trading account" has "account" in it
        if longer is not term and term.term in longer.term:
            source = longer.pattern.sub(" ", source)
    return term.pattern.search(source) is not None


def _has(text: str, wanted: str, locale: str) -> bool:
    if language_of(locale) in DENSE:
        return wanted.casefold() in text.casefold()
    words = _words(text)
    return all(any(one.startswith(stem) for one in words) for stem in _stems(wanted))


@cache
def _stems(wanted: str) -> tuple[str, ...]:
    return tuple(word[: max(_SHORTEST_STEM, round(len(word) * _STEM))] for word in _words(wanted))


def _words(text: str) -> list[str]:
    """Return the words of a text; `ё` is often written `е`."""
    return _WORDS.findall(text.casefold().replace("ё", "е"))


def _limited(speech: Speech, limits: Mapping[tuple[str, str], int]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the texts that have a limit, and the limit."""
    namespace = speech.catalogue.namespace
    for number, entry in enumerate(speech.entries):
        limit = _limit(entry) if entry.flags else None
        if limit is None and limits:
            limit = limits.get((namespace, entry.label))
        if limit is not None:
            yield number, limit


def _sprawling(speech: Speech) -> Iterator[int]:
    """Yield the numbers of the texts that say far more than their source."""
    for number, (text, source) in enumerate(zip(speech.texts, speech.sources, strict=False)):
        most = _TIMES * len(source) + _SLACK
        if len(text) > _SLACK and _DENSE_WEIGHT * len(text) > most and _sprawls(text, source):
            yield number


def _sprawls(text: str, source: str) -> bool:
    return _length(text) > _TIMES * _length(source) + _SLACK


def _length(text: str) -> int:
    """Return how much a text says: a character of a dense script counts as several."""
    wide = len(_WIDE.findall(text))
    return len(text) + wide * (_DENSE_WEIGHT - 1)


def _limit(entry: Message) -> int | None:
    for flag in entry.flags:
        match = _MAX_LENGTH.match(flag)
        if match is not None:
            return int(match[1])
    return None


def _limits(scope: Scope) -> dict[tuple[str, str], int]:
    """Return the limits that stand in catalogues of the source language, by namespace and label."""
    return {
        (catalogue.namespace, entry.label): limit
        for catalogue, entry in scope.labels()
        if entry.flags and (limit := _limit(entry)) is not None
    }
