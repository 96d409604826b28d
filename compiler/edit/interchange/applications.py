"""Writers for the formats of applications: Android, Apple, Flutter."""

import json
from collections.abc import Sequence

from compiler.base.xml_text import fits_xml
from compiler.edit.catalogue.translation import FUZZY
from compiler.edit.interchange.android.writing import as_android, write_android
from compiler.edit.interchange.apple.catalogue import write_xcstrings
from compiler.edit.interchange.apple.strings import write_apple_strings, write_stringsdict
from compiler.edit.interchange.arb import arb_name, write_arb
from compiler.edit.interchange.given import (
    Handed,
    Namespace,
    Written,
    comments_of,
    given_texts,
)
from compiler.edit.interchange.locale_folders import values_folder
from compiler.edit.interchange.origin import Origin
from compiler.edit.interchange.positional_out import as_positional
from compiler.edit.interchange.styles import APPLE, ICU
from compiler.edit.interchange.texts_out import Given, Wording, as_icu, placeholders_of
from compiler.edit.interchange.trees import as_json
from compiler.edit.interchange.unit import Plural
from compiler.messages.expressible import NotExpressible
from compiler.read.po_file import PoFile

_TABLE = "Localizable"


def android(namespace: Namespace, handed: Sequence[Handed], locale: str, file: PoFile) -> Written:
    """Return the string resources of one language."""
    texts, left = given_texts(namespace, handed, locale, file, as_android)
    named = {".".join(key): text for key, text in texts.items()}
    comments = _comments(handed)
    made = write_android(named, comments, list(comments))
    folder = values_folder(None if locale == namespace.source_locale else locale)
    return Written({f"{folder}/strings.xml": made.data}, made.count, [*left, *made.left])


def apple_strings(
    namespace: Namespace, handed: Sequence[Handed], locale: str, file: PoFile
) -> Written:
    """Return the table of one language: its texts, and its plurals where it has any."""
    texts, left = given_texts(namespace, handed, locale, file, _as_apple)
    named = {".".join(key): text for key, text in texts.items()}
    plain = {name: text for name, text in named.items() if isinstance(text, str)}
    plurals = {name: text for name, text in named.items() if isinstance(text, Plural)}
    table = f"{locale}.lproj/{_TABLE}"
    files = {f"{table}.strings": write_apple_strings(plain, _comments(handed))}
    if plurals:
        files[f"{table}.stringsdict"] = write_stringsdict(plurals)
    return Written(files, len(named), left)


def xcstrings(namespace: Namespace, handed: Sequence[Handed], locale: str, file: PoFile) -> Written:
    """Return a string catalogue with one language in it; `joined` makes one of several."""
    texts, left = given_texts(namespace, handed, locale, file, _as_apple)
    named = {".".join(key): text for key, text in texts.items()}
    is_source = locale == namespace.source_locale
    waiting = {one.msgctxt for one in file.entries if FUZZY in one.flags and not is_source}
    unread = frozenset(".".join(one.origin.key) for one in handed if one.label in waiting)
    tree = {
        "sourceLanguage": namespace.source_locale,
        "strings": write_xcstrings(named, _comments(handed), unread, locale),
        "version": "1.0",
    }
    return Written({f"{_TABLE}.xcstrings": as_json(tree)}, len(named), left)


def joined(first: bytes, second: bytes) -> bytes:
    """Return a string catalogue with the languages of two."""
    tree, other = json.loads(first), json.loads(second)
    for name, entry in other["strings"].items():
        known = tree["strings"].setdefault(name, entry)
        known["localizations"] |= entry["localizations"]
    return as_json(tree)


def arb(namespace: Namespace, handed: Sequence[Handed], locale: str, file: PoFile) -> Written:
    """Return the messages of one language for Flutter."""
    texts, left = given_texts(namespace, handed, locale, file, lambda wording, _: as_icu(wording))
    named: dict[str, str] = {}
    for key, text in texts.items():
        if arb_name(key) in named:
            left.append((".".join(key), "another entry has the same name in ARB"))
        elif isinstance(text, str):
            named[arb_name(key)] = text
    comments = {arb_name(one.origin.key): comments_of(one.entry) for one in handed}
    remembered = {arb_name(one.origin.key): placeholders_of(one.origin, ICU) for one in handed}
    is_source = locale == namespace.source_locale
    tree = write_arb(named, comments, remembered, locale, is_source=is_source)
    name = f"{namespace.name or 'app'}_{locale.replace('-', '_')}.arb"
    return Written({name: as_json(tree)}, len(named), left)


def _as_apple(wording: Wording, origin: Origin) -> Given:
    given = as_positional(wording, origin, APPLE)
    if not isinstance(given, Plural):
        return given
    if given.ordinal:
        return NotExpressible("Apple has plurals for amounts alone")
    if not all(map(fits_xml, given.forms.values())):
        return NotExpressible("it has characters that XML cannot hold")
    return given


def _comments(handed: Sequence[Handed]) -> dict[str, tuple[str, ...]]:
    return {".".join(one.origin.key): comments_of(one.entry) for one in handed}
