"""What is handed out: the catalogues of a namespace, and each entry with where it came from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from compiler.edit.interchange.entries import source_of
from compiler.edit.interchange.nested import Key
from compiler.edit.interchange.origin import (
    PREFIX,
    Imported,
    Keys,
    Origin,
    imported_of,
    origin_of,
)
from compiler.edit.interchange.texts_out import Given, Wording
from compiler.edit.interchange.unit import Plural
from compiler.messages.expressible import NotExpressible
from compiler.read.po_file import PoEntry, PoFile


@dataclass(frozen=True, slots=True)
class Handed:
    """One entry of the source's catalogue, as it is handed out: its label and its origin."""

    entry: PoEntry
    label: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Namespace:
    """The catalogues of a namespace: the source's, and of each locale that is handed out.

    With ``only`` states of entries nothing else is handed out, and not the source's catalogue.
    """

    source_locale: str
    source: PoFile
    locales: Mapping[str, PoFile]
    only: tuple[str, ...] = ()
    name: str = ""

    @property
    def imported(self) -> Imported | None:
        """What set the namespace began with, None where it is one of our own."""
        return imported_of(self.source.header)

    def handed(self) -> Iterator[Handed]:
        """Yield the entries of the source's catalogue with their origins."""
        keys = self.imported.keys if self.imported is not None else Keys.NESTED
        for entry in self.source.entries:
            if entry.msgctxt and not entry.obsolete:
                origin = origin_of(entry.extracted, entry.msgctxt, keys)
                yield Handed(entry, entry.msgctxt, origin)


@dataclass(frozen=True, slots=True)
class Written:
    """The files of one language, how many entries they have, and labels left out, with why."""

    files: Mapping[str, bytes]
    count: int
    left: Sequence[tuple[str, str]] = field(default_factory=tuple)


def given_texts(
    namespace: Namespace,
    handed: Sequence[Handed],
    locale: str,
    file: PoFile,
    give: Callable[[Wording, Origin], Given],
) -> tuple[dict[Key, str | Plural], list[tuple[str, str]]]:
    """Return the texts of a locale by key, and the labels that the format has no words for."""
    entries = {entry.msgctxt: entry for entry in file.entries if not entry.obsolete}
    texts: dict[Key, str | Plural] = {}
    left = []
    for one in handed:
        wording = _wording(one, entries.get(one.label), locale, file, namespace.source_locale)
        if wording is None:
            continue
        given = give(wording, one.origin)
        if isinstance(given, NotExpressible):
            left.append((one.label, given.reason))
        elif isinstance(given, dict):
            texts |= {(*one.origin.key[:-1], name): text for name, text in given.items()}
        else:
            texts[one.origin.key] = given
    return texts, left


def _wording(
    one: Handed, entry: PoEntry | None, locale: str, file: PoFile, source_locale: str
) -> Wording | None:
    is_source = locale == source_locale
    texts = source_of(one.entry) if is_source else entry.msgstr if entry is not None else ()
    if not any(texts):
        return None
    plural = (one.entry if is_source or entry is None else entry).msgid_plural is not None
    forms = None if is_source else file.plural_forms
    return Wording(one.label, texts, locale, forms, plural, source_of(one.entry))


def comments_of(entry: PoEntry) -> tuple[str, ...]:
    """Return the comments of an entry that are for people."""
    return tuple(line for line in entry.extracted if not line.startswith(PREFIX))
