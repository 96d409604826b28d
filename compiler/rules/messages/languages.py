"""Rules about the language that a text is really written in."""

import re
from collections.abc import Iterator
from functools import cache

from compiler.base.finding import Finding
from compiler.base.locale_tag import language_of, same_language
from compiler.base.rule import Rule
from compiler.messages import cldr
from compiler.messages.alphabets import (
    JAPANESE_LACKS,
    KANA,
    LATIN,
    SIMPLIFIED,
    TRADITIONAL,
    foreign_letters,
    is_latin,
    letters_of,
)
from compiler.messages.small_words import LANGUAGES, small_words, telling_words
from compiler.rules.check import Scope
from compiler.rules.messages.kept_words import is_kept, kept_words, words_of
from compiler.rules.messages.speech import Said, Speech, speeches
from compiler.rules.wording import listed

_KANA = re.compile(f"[{KANA}]")
_FEW_LETTERS = 6
_FEW_WORDS = 3
_ENOUGH = 4
_LONG = 3
_DENSE = re.compile("[\u0e00-\u0eff\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af]")
"""Scripts in which a sentence can be one word, and the name of a language is short."""


def other_language(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation is written in another language than that of its catalogue.

    **Why** It was pasted into the wrong file, or not translated at all.

    **Bad** (in `pl.po`)

    ```po
    msgid "Please try again later."
    msgstr "Bitte versuchen Sie es später noch einmal."
    ```

    **Good**

    ```po
    msgid "Please try again later."
    msgstr "Spróbuj ponownie później."
    ```

    It is known by its script, by letters that the language does not have (Ukrainian in Russian,
    Chinese in Japanese, Persian in Arabic), and by small words of some twenty languages.

    **Not flagged** Names, brands and words that the language keeps elsewhere; short texts without
    any telling word; a translation that is its source text word for word (`same-as-source`).
    """
    for speech in scope.once(speeches):
        if speech.is_source or same_language(speech.locale, scope.content.languages.source):
            continue
        told: set[int] = set()
        for said, span, why in _foreign(scope, speech):
            if id(said) not in told and said.text.strip() != (said.source or "").strip():
                told.add(id(said))
                hint = f"this is the catalogue of `{speech.locale}`"
                yield speech.finding(rule, said, why, span=span, hint=hint)


_Found = tuple[Said, tuple[int, int] | None, str]


def _foreign(scope: Scope, speech: Speech) -> Iterator[_Found]:
    yield from _by_letters(speech)
    yield from _by_words(speech)
    yield from _by_third_script(speech)
    if not is_latin(speech.locale):
        yield from _by_script(scope, speech)


def _by_letters(speech: Speech) -> Iterator[_Found]:
    language = language_of(speech.locale)
    foreign = foreign_letters(speech.locale)
    if foreign is not None:
        for said, start, end in speech.where(foreign[0], needs=(foreign[0],)):
            letter = said.text[start:end]
            if letter not in (said.source or ""):
                yield said, (start, end), f"`{letter}` is a letter of {foreign[1]}"
    chinese = _chinese(speech.locale)
    if chinese is not None:
        for said, start, end in speech.where(chinese[0], needs=(chinese[0],)):
            if language != "ja" or _looks_chinese(said.text):
                yield said, (start, end), f"`{said.text[start:end]}` is {chinese[1]}"


@cache
def _chinese(locale: str) -> tuple[re.Pattern[str], str] | None:
    language, script = language_of(locale), cldr.script(locale)
    if language == "ja":
        return re.compile(f"[{''.join(sorted(JAPANESE_LACKS))}]"), "Chinese, not Japanese"
    if script == "Hans":
        return re.compile(f"[{''.join(sorted(TRADITIONAL))}]"), "traditional Chinese"
    if script == "Hant":
        return re.compile(f"[{''.join(sorted(SIMPLIFIED))}]"), "simplified Chinese"
    return None


def _looks_chinese(text: str) -> bool:
    return _KANA.search(text) is None


def _by_script(scope: Scope, speech: Speech) -> Iterator[_Found]:
    """Yield texts without a letter of the language's script, though they have words."""
    letters = letters_of(speech.locale)
    if not letters:
        return
    for said in speech.lacking(re.compile(f"[{letters}]")):
        kept = scope.once(kept_words)
        source = set(words_of(said.source or ""))
        words = [
            word
            for word in words_of(said.text)
            if word not in source and not is_kept(word, kept.get(speech.locale, frozenset()))
        ]
        if sum(map(len, words)) >= _FEW_LETTERS:
            yield said, None, "there is no letter of the language's own script in this text"


def _by_third_script(speech: Speech) -> Iterator[_Found]:
    """Yield texts in a script that is neither Latin nor that of the language."""
    letters = letters_of(speech.locale)
    if not letters:
        return
    own = re.compile(f"[{letters}]")
    letter = re.compile(rf"[^\W\d_{LATIN}{letters}]")
    third = re.compile(f"{letter.pattern}{{2,}}")
    for said, _, _ in speech.where(third, needs=(letter,)):
        words = [word for word in third.findall(said.text) if word not in (said.source or "")]
        is_sentence = len(words) > 1 or _DENSE.search(said.text) is not None
        if sum(map(len, words)) >= _FEW_LETTERS and is_sentence and not own.search(said.text):
            yield said, None, "there is no letter of the language's own script in this text"


def _by_words(speech: Speech) -> Iterator[_Found]:
    """Yield texts with small words of another language and none that only their own has."""
    language = language_of(speech.locale)
    own = small_words(language)
    if not own:
        return
    all_foreign = frozenset().union(
        *(telling_words(language, other) for other in LANGUAGES if other != language)
    )
    only_own = own.difference(*(small_words(other) for other in LANGUAGES if other != language))
    for number in speech.own.those_with_a_word(all_foreign):
        words = speech.texts[number].lower().split()
        if len(words) < _FEW_WORDS or not only_own.isdisjoint(words):
            continue
        found = _language_of(language, words, speech.sources[number])
        if found is not None:
            other, telling = found
            name = cldr.english_name(other)
            yield speech.at(number), None, f"this is {name}: {listed(telling)}"


def _language_of(language: str, words: list[str], source: str) -> tuple[str, list[str]] | None:
    """Return the language that most of these words tell; one of two letters counts half."""
    best: tuple[str, list[str]] | None = None
    most = _ENOUGH - 1
    copied = frozenset(source.lower().split())
    for other in LANGUAGES:
        known = telling_words(language, other)
        telling = list(dict.fromkeys(word for word in words if word in known))
        weight = sum(2 if len(word) >= _LONG else 1 for word in telling)
        if weight <= most or not (small_words(language) - small_words(other)).isdisjoint(words):
            continue
        if other == "en" or not copied.issuperset(telling):
            best, most = (other, telling), weight
    return best
