"""The rule about numbers, which must be the same in every language."""

import re
from collections.abc import Iterator
from decimal import Decimal

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.messages.numerals import Numeral, numerals
from compiler.messages.roman import roman_numbers
from compiler.rules.check import Scope
from compiler.rules.messages.speech import Said, Speech, speeches

_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d+")
_WORDED = 12
"""Numbers up to here are often written as words: "two steps"."""
_DECIMAL = 2
"""The groups of digits of a number such as 99.90."""
_HOURS = 24
"""A text with a time of day has other numbers up to here in a language of another clock."""
_POWERS = (6, 9)
"""Powers of ten that may be written as a word: 5,000,000 is "5 millones"."""
_PHONE = 7
"""As many digits as a phone number has, which each language parts in its own way."""
_CHOSEN = frozenset({"0", "1", "2"})
_CLOCK = re.compile(r"\d\s?[ap]\.?\s?m\b", re.IGNORECASE)
_NUMBER_WORDS = re.compile(
    r"\b(?:dozen|hundred|thousand|\w*illion|googol|half|quarter|once|twice|double|single)s?\b",
    re.IGNORECASE,
)


def changed_number(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation has another number than its source text.

    **Why** A limit, a price or a deadline is wrong in one language.

    **Bad**

    ```po
    msgid "Up to 50 transfers"
    msgstr "Hasta 500 transferencias"
    ```

    **Good**

    ```po
    msgid "Up to 50 transfers"
    msgstr "Hasta 50 transferencias"
    ```

    **Not flagged** Separators as the language writes them (1,000.50 and 1.000,50), digits of other
    scripts, another order or repetition, numbers up to 12 written as words ("two steps"), times of
    day on another clock, dates with the month as a word, Roman numerals, discounts as Chinese says
    them (`8折`), digits inside of names (OAuth2), the number that a plural form stands for.
    """
    for speech in scope.once(speeches):
        if not speech.is_source:
            for said in speech.having(_DIGIT):
                if _DIGITS.findall(said.text) != _DIGITS.findall(said.source or ""):
                    yield from _numbers(rule, speech, said, scope.content.languages.source)


def _numbers(rule: Rule, speech: Speech, said: Said, tongue: str) -> Iterator[Finding]:
    source_text = said.source or ""
    source, own = numerals(source_text, tongue, strict=True), numerals(said.text, speech.locale)
    if _same_digits(source, own):
        return
    lost, added = _without(source, own), _without(own, source)
    parts = _parts(source_text, source)
    added = [one for one in added if one.digits not in parts]
    if said.choice:
        lost = [one for one in lost if not one.values & _CHOSEN]
        added = [one for one in added if not one.values & _CHOSEN]
    if _CLOCK.search(source_text):
        lost, added = _above(_HOURS, lost), _above(_HOURS, added)
    lost = _not_roman(lost, said.text)
    added = _not_roman(added, source_text)
    if added and _NUMBER_WORDS.search(source_text):
        return
    if added and lost:
        if not _is_worded(lost[0], added[0]):
            why = f"where the source text has `{lost[0].text}`"
            yield _number(rule, speech, said, added[0], why)
        return
    for one in _above(_WORDED, added)[:1]:
        yield _number(rule, speech, said, one, "which is not in the source text")
    for one in _above(_WORDED, lost)[:1]:
        message = f"the translation lacks the number `{one.text}` of the source text"
        yield speech.finding(rule, said, message)


def _without(ones: list[Numeral], others: list[Numeral]) -> list[Numeral]:
    known = {value for one in others for value in one.values}
    return [one for one in ones if known.isdisjoint(one.values)]


def _above(limit: int, ones: list[Numeral]) -> list[Numeral]:
    return [one for one in ones if one.smallest > limit]


def _not_roman(ones: list[Numeral], beside: str) -> list[Numeral]:
    """Leave out numbers that the text beside has as Roman numerals."""
    roman = {str(number) for number in roman_numbers(beside)} if ones else ()
    return [one for one in ones if one.digits not in roman]


def _parts(text: str, found: list[Numeral]) -> set[str]:
    """Return the runs of digits of a text: of names, dates and versions, not of one number."""
    for one in reversed([one for one in found if _is_one_number(one)]):
        text = f"{text[: one.start]} {text[one.end :]}"
    return {_ascii_digits(run) for run in _DIGITS.findall(text)}


def _is_one_number(one: Numeral) -> bool:
    return len(_DIGITS.findall(one.text)) == _DECIMAL or one.digits in one.values


def _is_worded(lost: Numeral, added: Numeral) -> bool:
    """Tell whether a number stands for another one with a word such as "million" behind it."""
    return any(
        Decimal(short).scaleb(power) == Decimal(full)
        for short in added.values
        for full in lost.values
        for power in _POWERS
    )


def _number(rule: Rule, speech: Speech, said: Said, one: Numeral, why: str) -> Finding:
    message = f"the translation has the number `{one.text}`, {why}"
    return speech.finding(rule, said, message, span=(one.start, one.end))


def _ascii_digits(run: str) -> str:
    return "".join(str(int(digit)) for digit in run)


def _same_digits(source: list[Numeral], own: list[Numeral]) -> bool:
    """Tell whether the digits are the same, parted otherwise: dates, versions, phone numbers."""
    theirs = [_DIGITS.findall(one.text) for one in source]
    before = [_ascii_digits(run) for runs in theirs for run in runs]
    after = [_ascii_digits(run) for one in own for run in _DIGITS.findall(one.text)]
    if before == after:
        return True
    if sorted(before) == sorted(after):  # a date in another order; but 99.90 is not 90.99
        return all(len(runs) != _DECIMAL for runs in theirs)
    digits = "".join(one.digits for one in source)
    return len(digits) >= _PHONE and digits == "".join(one.digits for one in own)
