"""Rules about what must be the same in every language: addresses and numbers."""

import re
from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.messages.numerals import Numeral, numerals
from compiler.rules.check import Scope
from compiler.rules.messages.addresses import emails, secured, urls
from compiler.rules.messages.speech import Said, Speech, speeches
from compiler.rules.messages.written import Written, written_addresses
from compiler.rules.wording import listed

_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d+")
_WORDED = 12
"""Numbers up to here are often written as words: "two steps"."""
_DECIMAL = 2
"""The groups of digits of a number such as 99.90."""
_PHONE = 7
"""As many digits as a phone number has, which each language parts in its own way."""
_CHOSEN = frozenset({"0", "1", "2"})
_CLOCK = re.compile(r"\d\s?[ap]\.?\s?m\b", re.IGNORECASE)
_NUMBER_WORDS = re.compile(
    r"\b(?:dozen|hundred|thousand|\w*illion|googol|half|quarter|once|twice|double|single)s?\b",
    re.IGNORECASE,
)


def changed_url(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation leads to another web address than its source text, or to none.

    **Why** The link is broken, or leads to somebody else.

    **Bad**

    ```po
    msgid "See https://acme.example/help."
    msgstr "Véase https://acme.exmple/help."
    ```

    **Good**

    ```po
    msgid "See https://acme.example/help."
    msgstr "Véase https://acme.example/help."
    ```

    **Not flagged** Addresses that differ only in the language they name
    (`https://acme.example/en/help` and `https://acme.example/es/help`, `en.` and `es.`,
    `?lang=es`), or in a slash or full stop at the end; `https` in place of `http`.
    """
    for one in scope.once(written_addresses):
        own = urls(one.text)
        yield from _changed(rule, one, "address", secured(urls(one.source), own), own)


def changed_email(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation has another e-mail address than its source text, or none.

    **Why** Mails of customers go nowhere, or to somebody else.

    **Bad**

    ```po
    msgid "Write to help@acme.example."
    msgstr "Escriba a hepl@acme.example."
    ```

    **Good**

    ```po
    msgid "Write to help@acme.example."
    msgstr "Escriba a help@acme.example."
    ```

    **Not flagged** Capitals.
    """
    for one in scope.once(written_addresses):
        yield from _changed(rule, one, "e-mail address", emails(one.source), emails(one.text))


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
    day on another clock, digits inside of names (OAuth2), the number that a plural form stands for.
    """
    for speech in scope.once(speeches):
        if not speech.is_source:
            for said in speech.having(_DIGIT):
                if _DIGITS.findall(said.text) != _DIGITS.findall(said.source or ""):
                    yield from _numbers(rule, speech, said, scope.content.languages.source)


def _changed(
    rule: Rule, one: Written, what: str, source: dict[str, tuple[int, int]],
    own: dict[str, tuple[int, int]],
) -> Iterator[Finding]:  # fmt: skip
    lost = [one.source[slice(*span)] for key, span in source.items() if key not in own]
    added = [span for key, span in own.items() if key not in source]
    if added:
        for span in added:
            shown = one.text[slice(*span)]
            hint = f"the source text has {listed(lost)}" if lost else None
            message = f"the {what} `{shown}` is not in the source text"
            yield one.finding(rule, message, span=span, hint=hint)
    elif lost:
        yield one.finding(rule, f"the translation lacks the {what} {listed(lost)}")


def _numbers(rule: Rule, speech: Speech, said: Said, tongue: str) -> Iterator[Finding]:
    source_text = said.source or ""
    source, own = numerals(source_text, tongue), numerals(said.text, speech.locale)
    theirs = {value for one in source for value in one.values}
    ours = {value for one in own for value in one.values}
    lost = [one for one in source if ours.isdisjoint(one.values)]
    runs = {_ascii_digits(run) for run in _DIGITS.findall(source_text)}
    added = [one for one in own if one.digits not in runs and theirs.isdisjoint(one.values)]
    if said.choice:
        lost = [one for one in lost if not one.values & _CHOSEN]
        added = [one for one in added if not one.values & _CHOSEN]
    if not (lost or added) or _CLOCK.search(source_text) or _same_digits(source, own):
        return
    if added and lost:
        yield _number(rule, speech, said, added[0], f"where the source text has `{lost[0].text}`")
    elif added:
        if added[0].smallest > _WORDED and not _NUMBER_WORDS.search(source_text):
            yield _number(rule, speech, said, added[0], "which is not in the source text")
    elif lost[0].smallest > _WORDED:
        message = f"the translation lacks the number `{lost[0].text}` of the source text"
        yield speech.finding(rule, said, message)


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
