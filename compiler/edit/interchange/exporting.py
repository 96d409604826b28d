"""Catalogues handed out in another tool's format, spelt as they were when they came in."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from io import StringIO
from typing import Any

from compiler.edit.interchange.entries import source_of
from compiler.edit.interchange.fluent.writing import FLUENT, as_fluent, write_fluent
from compiler.edit.interchange.i18next import write_i18next
from compiler.edit.interchange.icu_json import write_icu_json
from compiler.edit.interchange.java_out import as_java, write_properties
from compiler.edit.interchange.nested import Key
from compiler.edit.interchange.open_work import open_labels
from compiler.edit.interchange.origin import (
    PREFIX,
    Imported,
    Keys,
    Origin,
    imported_of,
    origin_of,
)
from compiler.edit.interchange.po_out import write_gettext
from compiler.edit.interchange.rails_yaml import write_rails
from compiler.edit.interchange.texts_out import Given, Wording, as_i18next, as_icu, as_rails
from compiler.edit.interchange.unit import Plural
from compiler.edit.interchange.xliff.inline import XLIFF
from compiler.edit.interchange.xliff.units import xliff_unit
from compiler.edit.interchange.xliff.writing import write_xliff_file
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
class Export:
    """Files by name, entries handed out by locale, and what the format could not say, with why."""

    files: Mapping[str, bytes]
    counts: Mapping[str, int] = field(default_factory=dict)
    refused: Sequence[tuple[str, str, str]] = ()


def plan_export(format_name: str, namespace: Namespace) -> Export:
    """Work out the files of an export; untranslated entries are left to the format's fallback."""
    handed = list(namespace.handed())
    files: dict[str, bytes] = {}
    counts: dict[str, int] = {}
    refused: list[tuple[str, str, str]] = []
    for locale, file in sorted(namespace.locales.items()):
        mine = handed
        if namespace.only:
            wanted = open_labels(namespace.source, file, namespace.only)
            mine = [one for one in handed if one.label in wanted]
            if locale == namespace.source_locale or not mine:
                continue
        name, data, count, left = _FORMATS[format_name](namespace, mine, locale, file)
        files[name] = data
        counts[locale] = count
        refused += [(locale, label, reason) for label, reason in left]
    return Export(files, counts, refused)


Written = tuple[str, bytes, int, list[tuple[str, str]]]
_Writer = Callable[[Namespace, Sequence[Handed], str, PoFile], Written]


def _po(namespace: Namespace, handed: Sequence[Handed], locale: str, file: PoFile) -> Written:
    made, left = write_gettext(
        [(one.entry, one.label, one.origin) for one in handed],
        file,
        namespace.imported,
        is_source=locale == namespace.source_locale,
    )
    return f"{locale}.po", made, len(handed) - len(left), left


def _i18next(namespace: Namespace, handed: Sequence[Handed], locale: str, file: PoFile) -> Written:
    texts, left = _given(namespace, handed, locale, file, as_i18next)
    tree, homeless = write_i18next(texts)
    if homeless:  # i18next finds keys with dots in them too
        tree, _ = write_i18next({(".".join(key),): text for key, text in texts.items()})
    return f"{locale}.json", _json(tree), len(texts), left


def _rails(namespace: Namespace, handed: Sequence[Handed], locale: str, file: PoFile) -> Written:
    texts, left = _given(namespace, handed, locale, file, as_rails)
    tree, homeless = write_rails(texts)
    left += [(".".join(key), _NO_ROOM) for key in homeless]
    return f"{locale}.yml", _yaml({locale: tree}), len(texts) - len(homeless), left


def _icu_json(namespace: Namespace, handed: Sequence[Handed], locale: str, file: PoFile) -> Written:
    texts, left = _given(namespace, handed, locale, file, lambda wording, _: as_icu(wording))
    plain = {key: text for key, text in texts.items() if isinstance(text, str)}
    comments = {one.origin.key: _comments(one.entry) for one in handed}
    fields = namespace.imported.fields if namespace.imported is not None else ()
    tree, homeless = write_icu_json(plain, comments, fields)
    left += [(".".join(key), _NO_ROOM) for key in homeless]
    return f"{locale}.json", _json(tree), len(plain) - len(homeless), left


def _properties(
    namespace: Namespace, handed: Sequence[Handed], locale: str, file: PoFile
) -> Written:
    texts, left = _given(namespace, handed, locale, file, as_java)
    plain = {".".join(key): text for key, text in texts.items() if isinstance(text, str)}
    comments = {".".join(one.origin.key): _comments(one.entry) for one in handed}
    ending = "" if locale == namespace.source_locale else f"_{locale.replace('-', '_')}"
    data = write_properties(plain, comments)
    return f"{namespace.name}{ending}.properties", data, len(plain), left


def _fluent(namespace: Namespace, handed: Sequence[Handed], locale: str, file: PoFile) -> Written:
    patterns, left = _given(namespace, handed, locale, file, lambda wording, _: as_fluent(wording))
    comments = {one.origin.key: _comments(one.entry) for one in handed}
    imported = namespace.imported
    attributes = imported is not None and imported.format == FLUENT
    data, homeless = write_fluent(patterns, comments, attributes=attributes)
    left += [(".".join(key), _NAMED_ALIKE) for key in homeless]
    return f"{locale}.ftl", data, len(patterns) - len(homeless), left


_NAMED_ALIKE = "another entry has the same name in Fluent"


def _xliff(
    version: str, namespace: Namespace, handed: Sequence[Handed], locale: str, file: PoFile
) -> Written:
    is_source = locale == namespace.source_locale
    imported = namespace.imported
    ours = imported is None or imported.format != XLIFF
    entries = {entry.msgctxt: entry for entry in file.entries if not entry.obsolete}
    made = {
        one.label: xliff_unit(
            one.entry,
            one.entry if is_source else entries.get(one.label),
            one.origin,
            ours=ours,
        )
        for one in handed
    }
    units = [one for one in made.values() if one is not None]
    left = [(label, _NOT_IN_XML) for label, one in made.items() if one is None]
    target = None if is_source else locale
    data = write_xliff_file(units, version, namespace.source_locale, target, namespace.name)
    return f"{locale}.xlf", data, len(units), left


_NOT_IN_XML = "it has characters that XML cannot hold"
_NO_ROOM = "its key is part of another entry's key"

_FORMATS: Mapping[str, _Writer] = {
    "po": _po,
    "i18next": _i18next,
    "icu-json": _icu_json,
    "rails-yaml": _rails,
    "properties": _properties,
    "fluent": _fluent,
    "xliff": partial(_xliff, "1.2"),
    "xliff-2": partial(_xliff, "2.0"),
}


def _given(
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
    return Wording(one.label, texts, locale, None if is_source else file.plural_forms, plural)


def _comments(entry: PoEntry) -> tuple[str, ...]:
    return tuple(line for line in entry.extracted if not line.startswith(PREFIX))


def _json(tree: Any) -> bytes:  # noqa: ANN401 - any JSON value
    return (json.dumps(tree, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _yaml(tree: Any) -> bytes:  # noqa: ANN401 - any tree of texts
    from ruamel.yaml import YAML  # noqa: PLC0415 - only this format needs it

    yaml = YAML()
    yaml.width = 4096
    yaml.allow_unicode = True
    stream = StringIO()
    yaml.dump(tree, stream)
    return stream.getvalue().encode("utf-8", "replace")
