"""Rules about texts that are the same where they should differ, or differ where they should not."""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from operator import attrgetter

from compiler.base.finding import Finding, Note
from compiler.base.rule import Rule
from compiler.messages.spoken import VALUE
from compiler.model.catalogue import Catalogue, Message
from compiler.rules.check import Scope
from compiler.rules.gates import MISSING_WEIGHT
from compiler.rules.messages.copies import copies
from compiler.rules.messages.opposites import opposed
from compiler.rules.messages.pairs import entity_of
from compiler.rules.messages.sourced import translations

_VISIBLE = re.compile(r"[^\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\u2800\u3164\ufeff]")
_SENTENCE = 3
_MANY_WORDS = 5
_WORD = re.compile(rf"[\w{VALUE}]+")
_UNLIKE = 0.34


def empty_translation(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation is nothing but white space, or signs that cannot be seen.

    **Why** Visitors see nothing there. It weighs as much as a missing translation: an error for the
    gates `complete` and `reviewed`, a warning under `draft`; the fallback is shown.

    **Bad**

    ```po
    msgid "Pay now"
    msgstr " "
    ```

    **Good**

    ```po
    msgid "Pay now"
    msgstr "Pagar ahora"
    ```

    **Not flagged** An empty `msgstr` (`missing-translation`); a source text that is nothing but
    white space itself.
    """
    for catalogue in translations(scope):
        for entry in catalogue.messages.values():
            for index, text in enumerate(entry.texts):
                if text and _is_invisible(text) and not _is_invisible(entry.source):
                    yield rule.at(
                        entry.places.texts[index],
                        f"the translation of `{entry.label}` has nothing that can be seen",
                        hint="write the translation, or leave it empty as long as there is none",
                        entity=entity_of(catalogue, entry),
                        locale=catalogue.locale,
                        severity=MISSING_WEIGHT[scope.gate],
                    )


def _is_invisible(text: str) -> bool:
    return not text[:1].isalnum() and _VISIBLE.search(text) is None


def same_as_source(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation is its source text, word for word.

    **Why** It was copied to be translated, and forgotten.

    **Bad**

    ```po
    msgid "Your session has expired."
    msgstr "Your session has expired."
    ```

    **Good**

    ```po
    msgid "Your session has expired."
    msgstr "Su sesión ha caducado."
    ```

    **Not flagged** Numbers, placeholders, addresses and codes; names (in capitals, or words that no
    source text has in small letters); terms of the glossary that stay as they are; words that the
    language keeps elsewhere; in languages with Latin letters single words and pairs ("Menu",
    "Log-in", "Marketing manager") and short texts without any small word, which are often the same;
    single words of a source in other letters, in languages with these letters; regional variants
    of the source language; the flag `ignore-same`.
    """
    for speech, said in scope.once(copies):
        message = f"the translation of `{said.entry.label}` is the source text itself"
        hint = "translate it; if it is the same on purpose, say so: `#, ignore-same`"
        yield speech.finding(rule, said, message, hint=hint)


def inconsistent_translation(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """The same sentence is translated in two ways within a namespace.

    **Why** Readers take two wordings for two things.

    **Bad**

    ```po
    msgctxt "cart.total"
    msgid "Total to pay"
    msgstr "Total a pagar"

    msgctxt "invoice.total"
    msgid "Total to pay"
    msgstr "Suma por pagar"
    ```

    **Good**

    ```po
    msgctxt "invoice.total"
    msgid "Total to pay"
    msgstr "Total a pagar"
    ```

    **Not flagged** Texts of one or two words, which mean different things in different places;
    wordings that differ in capitals, spaces or the sign at the end alone; different namespaces.
    """
    for catalogue in translations(scope):
        for entries in _repeated(catalogue, attrgetter("source"), attrgetter("source_plural")):
            if len(entries[0].source.split()) >= _SENTENCE:
                yield from _inconsistent(rule, catalogue, entries)


def reused_translation(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Two different source texts have the same translation, though they say different things.

    **Why** One of them was copied and not changed, or the reader cannot tell the two apart.

    **Bad**

    ```po
    msgid "Enable notifications"
    msgstr "Activar notificaciones"

    msgid "Disable notifications"
    msgstr "Activar notificaciones"
    ```

    **Good**

    ```po
    msgid "Disable notifications"
    msgstr "Desactivar notificaciones"
    ```

    **Not flagged** Source texts that may well mean the same: they are flagged only where they are
    opposites ("enable", "disable"), differ in a number, or are sentences with hardly a word in
    common.
    """
    for catalogue in translations(scope):
        for entries in _repeated(catalogue, attrgetter("texts")):
            yield from _reused(rule, catalogue, entries)


def _repeated(
    catalogue: Catalogue, said: Callable[[Message], Hashable], *more: Callable[[Message], Hashable]
) -> Iterator[Sequence[Message]]:
    """Yield translated entries that say the same, where several do; ``more`` tells some apart."""
    entries = list(catalogue.messages.values())
    told = list(map(said, entries))
    times = Counter(told)
    found: dict[Hashable, list[Message]] = {}
    for entry, key in zip(entries, told, strict=True):
        if times[key] > 1 and entry.translated and not entry.fuzzy:
            found.setdefault((key, *(one(entry) for one in more)), []).append(entry)
    yield from (alike for alike in found.values() if len(alike) > 1)


def _inconsistent(
    rule: Rule, catalogue: Catalogue, entries: Sequence[Message]
) -> Iterator[Finding]:
    """Yield the entries that differ from the wording most of them have, or else the first."""
    if all(entry.texts == entries[0].texts for entry in entries):
        return
    wordings = Counter(_settled(entry.texts) for entry in entries)
    if len(wordings) == 1:
        return
    usual = wordings.most_common(1)[0][0]
    model = next(entry for entry in entries if _settled(entry.texts) == usual)
    for entry in entries:
        if _settled(entry.texts) != usual:
            yield rule.at(
                entry.places.texts[0],
                f"the same source text is translated otherwise in `{model.label}`",
                hint="word both alike, if they mean the same",
                entity=entity_of(catalogue, entry),
                locale=catalogue.locale,
                notes=(Note("the other translation", model.places.texts[0]),),
            )


def _settled(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(_WORD.findall(text.casefold())) for text in texts)


def _reused(rule: Rule, catalogue: Catalogue, entries: Sequence[Message]) -> Iterator[Finding]:
    first = entries[0]
    for entry in entries[1:]:
        if entry.source != first.source and _unlike(first.source, entry.source):
            yield rule.at(
                entry.places.texts[0],
                f"`{first.label}` has the same translation, and another source text",
                hint="translate both for what they say",
                entity=entity_of(catalogue, entry),
                locale=catalogue.locale,
                notes=(
                    Note("the source text", entry.places.source),
                    Note("the other source text", first.places.source),
                ),
            )


def _unlike(one: str, other: str) -> bool:
    """Tell whether two source texts cannot mean the same."""
    ours, theirs = _WORD.findall(one.lower()), _WORD.findall(other.lower())
    if opposed(ours, theirs):
        return True
    if min(len(ours), len(theirs)) < _MANY_WORDS:
        return False
    common = len(set(ours) & set(theirs)) / min(len(set(ours)), len(set(theirs)))
    return common < _UNLIKE
