"""The table of formats: what their files are called, how they are read, how they spell."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from compiler.edit.interchange.android.reading import read_android
from compiler.edit.interchange.apple.catalogue import read_xcstrings
from compiler.edit.interchange.apple.strings import read_apple_strings, read_stringsdict
from compiler.edit.interchange.arb import ARB, arb_name, read_arb
from compiler.edit.interchange.csv_work import CSV, read_csv
from compiler.edit.interchange.fluent.reading import read_fluent
from compiler.edit.interchange.fluent.writing import FLUENT, fluent_name
from compiler.edit.interchange.i18next import read_i18next
from compiler.edit.interchange.icu_json import read_icu_json
from compiler.edit.interchange.java_format import JAVA
from compiler.edit.interchange.nested import Key
from compiler.edit.interchange.po import read_gettext
from compiler.edit.interchange.properties import read_java_properties
from compiler.edit.interchange.rails_yaml import read_rails
from compiler.edit.interchange.styles import ANDROID, APPLE, ICU
from compiler.edit.interchange.unit import ForeignFile
from compiler.edit.interchange.xliff.inline import XLIFF
from compiler.edit.interchange.xliff.reading import read_xliff_file
from compiler.read.json_file import read_json
from compiler.read.po import read_po
from compiler.read.properties_file import read_properties
from compiler.read.strings_file import read_strings
from compiler.read.xml_file import PLIST, read_xml
from compiler.read.yaml import read_yaml

Plurals = Collection[tuple[str, ...]]
Reader = Callable[[str, bytes, Plurals], tuple[ForeignFile, ...]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of catalogues.

    ``names`` are patterns of its files when a folder is given. ``style`` is how placeholders
    are spelt, None where each entry says (gettext). ``keyed`` formats name entries by keys;
    ``name_of`` returns the one name that a format has for the whole way to an entry.
    ``remembered_as`` is another format's name, where both are versions of one. What a file with the
    ending ``overriding`` has counts over what the file beside it has under the same key.
    ``says_language`` formats have files that may name their language themselves.
    """

    name: str
    names: tuple[str, ...]
    read: Reader
    style: str | None
    keyed: bool = True
    name_of: Callable[[Key], str] | None = None
    remembered_as: str = ""
    overriding: str = ""
    says_language: bool = False


def _po(path: str, data: bytes, _plurals: Plurals) -> tuple[ForeignFile, ...]:
    return (read_gettext(read_po(path, data)),)


def _i18next(path: str, data: bytes, plurals: Plurals) -> tuple[ForeignFile, ...]:
    return (read_i18next(read_json(path, data), plurals),)


def _icu_json(path: str, data: bytes, _plurals: Plurals) -> tuple[ForeignFile, ...]:
    return (read_icu_json(read_json(path, data)),)


def _rails(path: str, data: bytes, plurals: Plurals) -> tuple[ForeignFile, ...]:
    return read_rails(read_yaml(path, data), plurals)


def _properties(path: str, data: bytes, _plurals: Plurals) -> tuple[ForeignFile, ...]:
    return (read_java_properties(path, read_properties(path, data)),)


def _android(path: str, data: bytes, _plurals: Plurals) -> tuple[ForeignFile, ...]:
    return (read_android(path, read_xml(path, data)),)


def _apple_strings(path: str, data: bytes, _plurals: Plurals) -> tuple[ForeignFile, ...]:
    if path.lower().endswith(".stringsdict"):
        return (read_stringsdict(path, read_xml(path, data, doctypes=PLIST)),)
    return (read_apple_strings(read_strings(path, data)),)


def _xcstrings(path: str, data: bytes, _plurals: Plurals) -> tuple[ForeignFile, ...]:
    return read_xcstrings(read_json(path, data))


def _arb(path: str, data: bytes, _plurals: Plurals) -> tuple[ForeignFile, ...]:
    return (read_arb(read_json(path, data)),)


def _xliff(path: str, data: bytes, _plurals: Plurals) -> tuple[ForeignFile, ...]:
    return read_xliff_file(path, read_xml(path, data))


def _fluent(path: str, data: bytes, _plurals: Plurals) -> tuple[ForeignFile, ...]:
    return read_fluent(path, data)


def _csv(path: str, data: bytes, _plurals: Plurals) -> tuple[ForeignFile, ...]:
    return read_csv(path, data)


_XLIFF = ("*.xlf", "*.xliff")

FORMATS = {
    one.name: one
    for one in (
        Format("po", ("*.po", "*.pot"), _po, None, keyed=False, says_language=True),
        Format("i18next", ("*.json",), _i18next, "i18next"),
        Format("icu-json", ("*.json",), _icu_json, "icu"),
        Format("rails-yaml", ("*.yml", "*.yaml"), _rails, "ruby", says_language=True),
        Format(
            "android",
            ("values*/*.xml", "strings*.xml"),
            _android,
            ANDROID,
            name_of=".".join,
        ),
        Format(
            "apple-strings",
            ("*.strings", "*.stringsdict"),
            _apple_strings,
            APPLE,
            name_of=".".join,
            overriding=".stringsdict",
        ),
        Format(
            "xcstrings", ("*.xcstrings",), _xcstrings, APPLE, name_of=".".join, says_language=True
        ),
        Format(ARB, ("*.arb",), _arb, ICU, name_of=arb_name, says_language=True),
        Format("properties", ("*.properties",), _properties, JAVA),
        Format(XLIFF, _XLIFF, _xliff, ICU, name_of=".".join, says_language=True),
        Format(
            "xliff-2",
            _XLIFF,
            _xliff,
            ICU,
            name_of=".".join,
            remembered_as=XLIFF,
            says_language=True,
        ),
        Format(CSV, ("*.csv",), _csv, ICU, name_of=".".join, says_language=True),
        Format(FLUENT, ("*.ftl",), _fluent, ICU, name_of=fluent_name),
    )
}
"""Every format by name."""
