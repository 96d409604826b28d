"""The table of writers: one language of a namespace as the files of each format."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from compiler.edit.interchange.applications import android, apple_strings, arb, joined, xcstrings
from compiler.edit.interchange.csv_work import CSV, csv_work
from compiler.edit.interchange.entries import source_of
from compiler.edit.interchange.fluent.writing import FLUENT, as_fluent, write_fluent
from compiler.edit.interchange.given import Handed, Namespace, Written, comments_of, given_texts
from compiler.edit.interchange.i18next import write_i18next
from compiler.edit.interchange.icu_json import write_icu_json
from compiler.edit.interchange.java_out import as_java, write_properties
from compiler.edit.interchange.nested import Key
from compiler.edit.interchange.open_work import form_sources
from compiler.edit.interchange.po_out import write_gettext
from compiler.edit.interchange.rails_yaml import write_rails
from compiler.edit.interchange.texts_out import as_i18next, as_icu, as_rails
from compiler.edit.interchange.trees import as_json, as_yaml
from compiler.edit.interchange.unit import Plural
from compiler.edit.interchange.xliff.inline import XLIFF
from compiler.edit.interchange.xliff.units import xliff_unit
from compiler.edit.interchange.xliff.writing import write_xliff_file
from compiler.read.po_file import PoFile

Writer = Callable[[Namespace, Sequence[Handed], str, PoFile], Written]


def _po(namespace: Namespace, handed: Sequence[Handed], locale: str, file: PoFile) -> Written:
    made, left = write_gettext(
        [(one.entry, one.label, one.origin) for one in handed],
        file,
        namespace.imported,
        is_source=locale == namespace.source_locale,
    )
    return Written({f"{locale}.po": made}, len(handed) - len(left), left)


def _i18next(namespace: Namespace, handed: Sequence[Handed], locale: str, file: PoFile) -> Written:
    texts, left = given_texts(namespace, handed, locale, file, as_i18next)
    tree, homeless = write_i18next(texts, alone := _alone(handed, texts))
    if homeless:  # i18next finds keys with dots in them too
        flat: dict[Key, str | Plural] = {(".".join(key),): text for key, text in texts.items()}
        tree, _ = write_i18next(flat, {(".".join(key),): text for key, text in alone.items()})
    return Written({f"{locale}.json": as_json(tree)}, len(texts), left)


def _alone(handed: Sequence[Handed], texts: Mapping[Key, str | Plural]) -> dict[Key, str]:
    """Return the texts that code asks for by the key of a plural, without a number."""
    found: dict[Key, str] = {}
    for one in handed:
        plural, category = texts.get(one.origin.key), one.origin.alone
        if category is not None and isinstance(plural, Plural):
            text = plural.forms.get(category) or plural.forms.get("other")
            found |= {} if text is None else {one.origin.key: text}
    return found


def _rails(namespace: Namespace, handed: Sequence[Handed], locale: str, file: PoFile) -> Written:
    texts, left = given_texts(namespace, handed, locale, file, as_rails)
    tree, homeless = write_rails(texts)
    left += [(".".join(key), _NO_ROOM) for key in homeless]
    return Written({f"{locale}.yml": as_yaml({locale: tree})}, len(texts) - len(homeless), left)


def _icu_json(namespace: Namespace, handed: Sequence[Handed], locale: str, file: PoFile) -> Written:
    texts, left = given_texts(namespace, handed, locale, file, lambda wording, _: as_icu(wording))
    plain = {key: text for key, text in texts.items() if isinstance(text, str)}
    comments = {one.origin.key: comments_of(one.entry) for one in handed}
    fields = namespace.imported.fields if namespace.imported is not None else ()
    tree, homeless = write_icu_json(plain, comments, fields)
    left += [(".".join(key), _NO_ROOM) for key in homeless]
    return Written({f"{locale}.json": as_json(tree)}, len(plain) - len(homeless), left)


def _properties(
    namespace: Namespace, handed: Sequence[Handed], locale: str, file: PoFile
) -> Written:
    texts, left = given_texts(namespace, handed, locale, file, as_java)
    plain = {".".join(key): text for key, text in texts.items() if isinstance(text, str)}
    comments = {".".join(one.origin.key): comments_of(one.entry) for one in handed}
    ending = "" if locale == namespace.source_locale else f"_{locale.replace('-', '_')}"
    data = write_properties(plain, comments)
    return Written({f"{namespace.name}{ending}.properties": data}, len(plain), left)


def _fluent(namespace: Namespace, handed: Sequence[Handed], locale: str, file: PoFile) -> Written:
    patterns, left = given_texts(
        namespace, handed, locale, file, lambda wording, _: as_fluent(wording)
    )
    comments = {one.origin.key: comments_of(one.entry) for one in handed}
    imported = namespace.imported
    attributes = imported is not None and imported.format == FLUENT
    data, homeless = write_fluent(patterns, comments, attributes=attributes)
    left += [(".".join(key), _NAMED_ALIKE) for key in homeless]
    return Written({f"{locale}.ftl": data}, len(patterns) - len(homeless), left)


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
            source_of(one.entry) if is_source else form_sources(one.entry, file),
            ours=ours,
        )
        for one in handed
    }
    units = [one for one in made.values() if one is not None]
    left = [(label, _NOT_IN_XML) for label, one in made.items() if one is None]
    target = None if is_source else locale
    data = write_xliff_file(units, version, namespace.source_locale, target, namespace.name)
    return Written({f"{locale}.xlf": data}, len(units), left)


_NOT_IN_XML = "it has characters that XML cannot hold"
_NO_ROOM = "its key is part of another entry's key"

WRITERS: Mapping[str, Writer] = {
    "po": _po,
    "i18next": _i18next,
    "icu-json": _icu_json,
    "rails-yaml": _rails,
    "android": android,
    "apple-strings": apple_strings,
    "xcstrings": xcstrings,
    "arb": arb,
    "properties": _properties,
    "fluent": _fluent,
    CSV: csv_work,
    "xliff": partial(_xliff, "1.2"),
    "xliff-2": partial(_xliff, "2.0"),
}
"""Every writer by the name of its format."""

JOINERS: Mapping[str, Callable[[bytes, bytes], bytes]] = {"xcstrings": joined}
"""Where all languages are in one file: what makes one of two."""
