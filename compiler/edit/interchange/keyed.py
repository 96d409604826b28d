"""Assignment by the keys that the files have themselves."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from compiler.edit.interchange.assignment import (
    Assignment,
    Known,
    LocaleFile,
    Registered,
    by_locale,
)
from compiler.edit.interchange.conversion import Message
from compiler.edit.interchange.labels import Namer, is_label, label_of_key
from compiler.edit.interchange.origin import Origin
from compiler.edit.interchange.unit import Refusal

KeyOf = Callable[[Message], tuple[str, ...]]

_NO_SOURCE = "the source language has no such key"
_TWICE = "this key stands twice with different texts; the first counts"
_NO_KEY = "it has no key"
_EMPTY = "the source language has no text for it"


def assign_by_key(
    files: Sequence[LocaleFile], source_locale: str, known: Sequence[Known], key_of: KeyOf
) -> Assignment:
    """Assign messages to labels made of their keys; entries already ``known`` keep theirs."""
    grouped = by_locale(files)
    work = _Work(key_of, known)
    own = grouped.pop(source_locale, [])
    for file in own:
        for message in file.messages:
            work.register(message, source_locale)
    if not own and not known:
        for of_locale in grouped.values():
            for file in of_locale:
                work.take_source(file.messages)
    work.name()
    for locale, of_locale in grouped.items():
        for file in of_locale:
            for message in file.messages:
                work.translate(message, locale)
    return work.result()


class _Work:
    """The assignment while it is made."""

    def __init__(self, key_of: KeyOf, known: Sequence[Known]) -> None:
        self._key_of = key_of
        self._known = {_key_of_known(one): one for one in known}
        self._sources: dict[tuple[str, ...], Message] = {}
        self._labels: dict[tuple[str, ...], str] = {
            key: one.label for key, one in self._known.items()
        }
        self._translations: dict[str, dict[str, Message]] = {}
        self._renamed: list[tuple[str, str]] = []
        self._conflicts: list[Refusal] = []
        self._refused: list[tuple[str, Refusal]] = []
        self._merged: Counter[str] = Counter()

    def register(self, message: Message, locale: str) -> None:
        """Take a message of the source's own file."""
        key = self._key_of(message)
        name = ".".join(key)
        if not name:
            self._refused.append((locale, Refusal(message.unit.place, name, _NO_KEY)))
        elif not message.translated and not any(message.source):
            self._refused.append((locale, Refusal(message.unit.place, name, _EMPTY)))
        elif key not in self._sources:
            self._sources[key] = message
        elif _source_texts(self._sources[key]) == _source_texts(message):
            self._merged[locale] += 1
        else:
            self._refused.append((locale, Refusal(message.unit.place, name, _TWICE)))

    def take_source(self, messages: Sequence[Message]) -> None:
        """Take the source texts that translations say they were made from (gettext)."""
        for message in messages:
            key = self._key_of(message)
            if any(key) and any(message.source):
                untranslated = replace(message, texts=("",) * len(message.texts))
                self._sources.setdefault(key, untranslated)

    def name(self) -> None:
        """Give every key a label: its own where that can be one, else one made of it."""
        own = {key: ".".join(key) for key in self._sources if key not in self._labels}
        namer = Namer([*self._labels.values(), *(name for name in own.values() if is_label(name))])
        given = set(self._labels.values())
        for key, name in own.items():
            # `a.b` and `b` below `a` are two keys of a file, and one name.
            if is_label(name) and name not in given:
                given.add(name)
                self._labels[key] = name
                continue
            self._labels[key] = namer.unique(label_of_key(key))
            self._renamed.append((name, self._labels[key]))

    def translate(self, message: Message, locale: str) -> None:
        """Take a message of another language."""
        key = self._key_of(message)
        name = ".".join(key)
        label = self._labels.get(key)
        if label is None:
            reason = _NO_SOURCE if name else _NO_KEY
            self._refused.append((locale, Refusal(message.unit.place, name, reason)))
            return
        messages = self._translations.setdefault(locale, {})
        before = messages.setdefault(label, message)
        if before is message:
            return
        if before.source != message.source:
            self._refused.append((locale, Refusal(message.unit.place, name, _TWICE)))
        elif before.texts == message.texts or not message.translated:
            self._merged[locale] += 1
        elif not before.translated:
            messages[label] = message
            self._merged[locale] += 1
        else:
            self._refused.append((locale, Refusal(message.unit.place, name, _TWICE)))

    def result(self) -> Assignment:
        """Return what came of it."""
        registry = {
            one.label: Registered(one.label, one.source, one.origin, None)
            for one in self._known.values()
        }
        for key, message in self._sources.items():
            registry[self._labels[key]] = self._registered(key, message)
        return Assignment(
            registry,
            self._translations,
            self._merged.total(),
            tuple(self._renamed),
            tuple(self._conflicts),
            tuple(self._refused),
            self._merged,
        )

    def _registered(self, key: tuple[str, ...], message: Message) -> Registered:
        label = self._labels[key]
        texts = _source_texts(message)
        spelt = message.unit.source if message.source and message.source != texts else ()
        if spelt:
            reason = "the source's catalogue has another text than its msgid; it counts"
            self._conflicts.append(Refusal(message.unit.place, label, reason))
        origin = Origin(
            key=key,
            style=message.style,
            placeholders=message.placeholders,
            source=spelt,
            alone=message.unit.alone,
        )
        return Registered(label, texts, origin, message)


def _key_of_known(known: Known) -> tuple[str, ...]:
    return known.origin.key


def _source_texts(message: Message) -> tuple[str, ...]:
    """Return the source text that a file in the source language gives."""
    if not message.source:
        return message.texts
    if not message.translated:
        return message.source
    return (message.texts[0], message.texts[-1]) if len(message.source) > 1 else message.texts
