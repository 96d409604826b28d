"""Puts words into the slots of a phrase, in every language at once."""

import re
from collections.abc import Mapping

from benchmarks.corpus.vocabulary import LOCALES, Phrase, Word

_SLOT = re.compile(r"\$([A-Za-z]+)(?:\.([a-z]+))?")
_PLACE = re.compile(r" \$place|\$place[のでに]")  # with what binds it to the sentence


def fill(phrase: Phrase, words: Mapping[str, Word]) -> Phrase:
    """Return the phrase with a word in each slot: ``$Thing.acc`` takes ``acc`` of ``thing``."""
    return {locale: _filled(phrase[locale], words, locale) for locale in LOCALES}


def fill_plural(phrase: Phrase, counted: Word, words: Mapping[str, Word]) -> Phrase:
    """Return an ICU plural: the whole phrase once for each category that the language has."""
    branches: dict[str, list[str]] = {locale: [] for locale in LOCALES}
    for locale in LOCALES:
        for category, form in counted[locale].items():
            filled = _filled(phrase[locale], {**words, "counted": {locale: {"": form}}}, locale)
            branches[locale].append(f"{category} {{{filled}}}")
    return {locale: f"{{count, plural, {' '.join(branches[locale])}}}" for locale in LOCALES}


def without_place(phrase: Phrase) -> Phrase:
    """Return the phrase without its ``$place``, which no sentence needs."""
    return {locale: _PLACE.sub("", text) for locale, text in phrase.items()}


def same_everywhere(text: str) -> Word:
    """Return a word that no language changes, such as a number."""
    return {locale: {"": text} for locale in LOCALES}


def _filled(text: str, words: Mapping[str, Word], locale: str) -> str:
    def word(slot: re.Match[str]) -> str:
        name, form = slot.groups()
        forms = words[name.lower()][locale]
        found = forms[form] if form else next(iter(forms.values()))
        return found[0].upper() + found[1:] if name[0].isupper() else found

    return _SLOT.sub(word, text)
