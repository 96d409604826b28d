"""The strings that are declared, as code asks for them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from compiler.base.finding import Severity
from compiler.base.place import Place
from compiler.code.use import UNKNOWN, Use, endings
from compiler.model.catalogue import Message
from compiler.model.content import Content

_PLURAL = re.compile(r"_(?:ordinal_)?(?:zero|one|two|few|many|other|plural|interval|\d+)$")


class Key(NamedTuple):
    """A string that is declared, or asked for."""

    namespace: str
    label: str

    @property
    def reference(self) -> str:
        """Its name: ``translations/portal:checkout.pay``."""
        return f"translations/{self.namespace}:{self.label}"


class Declared:
    """The strings of the source language, in all layers of the content.

    ``broken`` are the paths of catalogues that have errors, and so perhaps more strings.
    """

    def __init__(self, content: Content) -> None:
        source = content.languages.source
        self.messages: dict[Key, Message] = {}
        self.broken: set[str] = set()
        for layer in content.layers():
            for (namespace, locale), catalogue in layer.catalogues.items():
                if locale == source:
                    found = catalogue.entries.findings
                    if any(one.severity is Severity.ERROR for one in found):
                        self.broken.add(catalogue.path)
                    for label, message in catalogue.messages.items():
                        self.messages.setdefault(Key(namespace, label), message)
        labels: dict[str, list[str]] = {}
        for key in self.messages:
            labels.setdefault(key.namespace, []).append(key.label)
        self.labels: Mapping[str, list[str]] = {
            namespace: sorted(those) for namespace, those in labels.items()
        }

    @cached_property
    def _endings(self) -> list[tuple[str, Key]]:
        """Every string by what is left of its label behind each of its dots, and by all of it."""
        return sorted(
            (rest, key) for key in self.messages for rest in (key.label, *endings(key.label))
        )

    def place(self, key: Key) -> Place:
        """Return where a string is declared."""
        return self.messages[key].places.label

    def below(self, namespace: str, prefix: str) -> Iterator[str]:
        """Yield the labels that begin so."""
        labels = self.labels.get(namespace, [])
        for index in range(bisect_left(labels, prefix), len(labels)):
            if not labels[index].startswith(prefix):
                return
            yield labels[index]

    def namespaces_of(self, use: Use, own: str, fallbacks: tuple[str, ...]) -> tuple[str, ...]:
        """Return the namespaces that a use asks, one after the other."""
        first = use.namespace or own
        if first == UNKNOWN:
            return tuple(self.labels)
        return tuple(dict.fromkeys((first, *use.others, *fallbacks)))

    def variants(self, namespace: str, use: Use) -> Iterator[str]:
        """Yield the labels that i18next makes of a key: by a plural, by a context."""
        names = use.passed.names
        free = names is None or "context" in names
        for label in self.below(namespace, f"{use.label}_"):
            if free or _PLURAL.fullmatch(label, len(use.label)):
                yield label

    def within(self, use: Use) -> Iterator[Key]:
        """Yield what a use may ask for to which a prefix and a namespace belong that nobody knows.

        That is what lies below such a prefix, with the plural forms and contexts of it.
        """
        text, strings = use.label, self._endings
        for index in range(bisect_left(strings, (text,)), len(strings)):
            rest, key = strings[index]
            if not rest.startswith(text):
                return
            if not use.exact:
                fits = use.may_be(rest) or use.may_be(_PLURAL.sub("", rest))
            else:
                sign = rest[len(text) : len(text) + 1]
                fits = sign in ("", "_") or (use.branch and sign == ".")
            if fits:
                yield key

    def may_be(self, namespace: str, use: Use) -> Iterator[str]:
        """Yield the labels that a use of a key that is put together may ask for."""
        for label in self.below(namespace, use.label):
            if use.may_be(label) or use.may_be(_PLURAL.sub("", label)):
                yield label
