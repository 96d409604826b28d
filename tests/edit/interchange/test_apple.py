"""Apple's tables and string catalogues: what comes in, what goes out, what cannot."""

import json
import plistlib
from typing import Any

import pytest

from tests.edit.interchange.samples import brought, entries, handed_out, po, reasons, there_and_back

STRINGS = (
    "/* Greets. */\n"
    '"hello" = "It\'s %@, 100%%";\n'
    '"sure" = "100% \\"sure\\"\\n\\U00e9";\n'
    '"a.b" = "%1$@ of %2$ld";\n'
)
GERMAN = '"hello" = "%@ ist da, 100%%";\n"a.b" = "%2$ld von %1$@";\n'


def plist(entries: dict[str, Any]) -> str:
    return plistlib.dumps(entries, sort_keys=False).decode()


def counted(text: str, **forms: str) -> dict[str, Any]:
    rule = {
        "NSStringFormatSpecTypeKey": "NSStringPluralRuleType",
        "NSStringFormatValueTypeKey": "d",
    }
    return {"NSStringLocalizedFormatKey": text, "files": {**rule, **forms}}


def test_a_table_comes_in_with_its_plurals() -> None:
    made = brought(
        "apple-strings",
        {
            "App/en.lproj/Localizable.strings": STRINGS,
            "App/en.lproj/Localizable.stringsdict": plist(
                {
                    "files": counted("%#@files@", one="%d file", other="%d files"),
                    "in": counted("%#@files@ in %@", one="One file", other="%d files"),
                }
            ),
            "App/pt-BR.lproj/Localizable.strings": GERMAN.encode("utf-16"),
        },
    )
    assert entries(made, "en") == {
        "hello": ("It's {arg1}, 100%", ""),
        "sure": ('100% "sure"\né', ""),
        "a.b": ("{arg1} of {arg2}", ""),
        "files": ("{count, plural, one {{count} file} other {{count} files}}", ""),
        "in": ("{count, plural, one {One file in {arg2}} other {{count} files in {arg2}}}", ""),
    }
    assert entries(made, "pt-BR")["a.b"] == ("{arg1} of {arg2}", "{arg2} von {arg1}")
    assert made.summary.read_as == []
    assert "#. Greets.\n" in made.files["content/translations/ns/en.po"].decode()


def test_a_plural_counts_over_the_text_that_stands_for_it_on_old_systems() -> None:
    plurals = plist({"files": counted("%#@files@", one="%d file", other="%d files")})
    made = brought(
        "apple-strings",
        {
            "en.lproj/Localizable.strings": '"files" = "%d files";\n"a" = "A";',
            "en.lproj/Localizable.stringsdict": plurals,
            "en.lproj/Other.strings": '"b" = "B";',
        },
    )
    plural = "{count, plural, one {{count} file} other {{count} files}}"
    assert entries(made, "en") == {"a": ("A", ""), "files": (plural, ""), "b": ("B", "")}
    assert made.summary.refused == ()


def test_a_table_goes_out_as_it_came_in() -> None:
    files = {"en.lproj/Localizable.strings": STRINGS, "de.lproj/Localizable.strings": GERMAN}
    back = there_and_back("apple-strings", files)
    assert {name: data.decode() for name, data in back.items()} == {
        "en.lproj/Localizable.strings": STRINGS.replace("\\U00e9", "é"),
        "de.lproj/Localizable.strings": f"/* Greets. */\n{GERMAN}",
    }


OWN = {
    "content/translations/ns/en.po": po(
        'msgctxt "cart.pay"\nmsgid "Pay {amount} to {name}"\nmsgstr ""\n',
        'msgctxt "cart.items"\nmsgid "{n, plural, one {# item} other {# items of {name}}}"\nmsgstr ""\n',
    ).encode(),
    "content/translations/ns/de.po": po(
        'msgctxt "cart.pay"\nmsgid "Pay {amount} to {name}"\nmsgstr "{name}: {amount} zahlen"\n',
        '#, fuzzy\nmsgctxt "cart.items"\nmsgid "{n, plural, one {# item} other {# items of {name}}}"\n'
        'msgstr "{n, plural, one {# Ding} other {{name}: # Dinge}}"\n',
    ).encode(),
}
LANGUAGES = {
    "content/configurations/languages.yaml": b"source: en\nactive: [en, de]\nenabled: [en]\n"
}


def test_our_own_goes_out_as_texts_and_plurals() -> None:
    export = handed_out("apple-strings", OWN)
    assert export.files["de.lproj/Localizable.strings"].decode() == (
        '"cart.pay" = "%2$@: %1$@ zahlen";\n'
    )
    assert plistlib.loads(export.files["de.lproj/Localizable.stringsdict"]) == {
        "cart.items": {
            "NSStringLocalizedFormatKey": "%1$#@count@",
            "count": {
                "NSStringFormatSpecTypeKey": "NSStringPluralRuleType",
                "NSStringFormatValueTypeKey": "lld",
                "one": "%1$lld Ding",
                "other": "%2$@: %1$lld Dinge",
            },
        }
    }
    back = brought("apple-strings", export.files, OWN | LANGUAGES)
    assert back.summary.replaced == []
    assert entries(back, "de") == {
        "cart.pay": ("Pay {amount} to {name}", "{name}: {amount} zahlen"),
        "cart.items": (
            "{n, plural, one {# item} other {# items of {name}}}",
            "{n, plural, one {# Ding} other {{name}: # Dinge}}",
        ),
    }


def test_a_string_catalogue_has_all_languages_and_their_states() -> None:
    export = handed_out("xcstrings", OWN)
    catalogue = json.loads(export.files["Localizable.xcstrings"])
    assert catalogue["sourceLanguage"] == "en"
    assert catalogue["strings"]["cart.pay"] == {
        "extractionState": "manual",
        "localizations": {
            "de": {"stringUnit": {"state": "translated", "value": "%2$@: %1$@ zahlen"}},
            "en": {"stringUnit": {"state": "translated", "value": "Pay %1$@ to %2$@"}},
        },
    }
    items = catalogue["strings"]["cart.items"]["localizations"]["de"]["variations"]["plural"]
    assert items["one"] == {"stringUnit": {"state": "needs_review", "value": "%1$lld Ding"}}
    back = brought("xcstrings", export.files, OWN | LANGUAGES)
    german = back.files["content/translations/ns/de.po"].decode()
    assert '#, fuzzy\nmsgctxt "cart.items"' in german
    assert 'msgstr "{name}: {amount} zahlen"' in german


def text(value: str) -> dict[str, Any]:
    return {"stringUnit": {"state": "translated", "value": value}}


def test_what_xcode_writes_comes_in() -> None:
    strings = {
        "Hello %@": {"comment": "Greets.", "localizations": {"de": text("Hallo %@")}},
        "total": {
            "localizations": {
                "en": {
                    **text("%#@files@ in %@"),
                    "substitutions": {
                        "files": {
                            "argNum": 1,
                            "formatSpecifier": "lld",
                            "variations": {
                                "plural": {"one": text("%arg file"), "other": text("%arg files")}
                            },
                        }
                    },
                }
            }
        },
        "fixed": {"shouldTranslate": False},
        "device": {"localizations": {"en": {"variations": {"device": {"mac": text("x")}}}}},
        "broken": {"localizations": {"en": {"stringUnit": {"value": 1}}}},
        "twice": {"localizations": {"en": text("%#@a@ %#@b@")}},
    }
    data = json.dumps({"sourceLanguage": "en", "strings": strings, "version": "1.0"}, indent=1)
    made = brought("xcstrings", {"App/Localizable.xcstrings": data})
    assert entries(made, "en") == {
        "Hello_%@": ("Hello {arg1}", ""),
        "total": (
            "{count, plural, one {{count} file in {arg2}} other {{count} files in {arg2}}}",
            "",
        ),
    }
    assert entries(made, "de") == {"Hello_%@": ("Hello {arg1}", "Hallo {arg1}")}
    assert reasons(made) == [
        ("en", "fixed", "it is marked as not for translation"),
        ("en", "device", "it differs by device, or by something else that is no amount"),
        ("en", "broken", "it has no text where one should be"),
        ("en", "twice", "it has several plurals in one text"),
    ]
    lines = data.splitlines()
    assert [lines[one.place.line - 1].strip()[:8] for _, one in made.summary.refused] == [
        '"fixed":',
        '"en": {',
        '"en": {',
        '"en": {',
    ]


@pytest.mark.parametrize(
    ("broken", "line", "column", "message"),
    [
        ('"a" = "b"\n"c" = "d";\n', 2, 1, "a `;` is missing before this"),
        ('"a" = "b";\n"c" = "d;\n', 2, 7, 'the text that begins here has no closing `"`'),
        ('/* x\n"a" = "b";\n', 1, 1, "the comment that begins here has no closing `*/`"),
        ('"a" = ;\n', 1, 7, "a text in double quotes should stand behind the `=`"),
        ("\n{ a = b; }\n", 2, 1, "`{` can stand in no name; put the name in double quotes"),
        (b'"a" = "\xff";\n', 1, 8, "this file is not UTF-8: byte 0xFF begins no character"),
        (b"\xff\xfe\x00", 1, 1, "this file begins as UTF-16 and does not go on so"),
        (
            STRINGS.encode("utf-16-le"),
            1,
            1,
            "this file looks like UTF-16, and its mark is missing at the beginning",
        ),
        (
            "<<<<<<< x\n=======\n>>>>>>>\n",
            1,
            1,
            "this line is a conflict marker that a merge left behind",
        ),
    ],
)
def test_a_broken_table_is_a_finding_with_its_place(
    broken: str | bytes, line: int, column: int, message: str
) -> None:
    files = {"en.lproj/L.strings": STRINGS, "de.lproj/L.strings": broken}
    (finding,) = brought("apple-strings", files).findings
    assert (finding.place.line, finding.place.column, finding.message) == (line, column, message)


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (b"bplist00\xd1\x00", "this is no XML: not well-formed (invalid token)"),
        (
            '<!DOCTYPE plist [<!ENTITY a "b">]><plist><dict/></plist>',
            "this file declares a document type, and those are not read",
        ),
        ("<plist><array/></plist>", "this is no property list with a `dict` in it"),
    ],
)
def test_a_broken_property_list_is_a_finding(broken: str | bytes, message: str) -> None:
    files = {"en.lproj/L.strings": STRINGS, "de.lproj/L.stringsdict": broken}
    assert [one.message for one in brought("apple-strings", files).findings] == [message]


def test_what_a_property_list_has_beside_plurals_is_named() -> None:
    text_ = plist(
        {
            "wide": {"NSStringVariableWidthRuleType": {"20": "x"}},
            "two": counted("%#@files@ %#@files@", other="x"),
            "lost": counted("%#@gone@", other="x"),
            "none": counted("%#@files@", one="x"),
        }
    )
    made = brought(
        "apple-strings", {"en.lproj/L.strings": STRINGS, "en.lproj/L.stringsdict": text_}
    )
    assert reasons(made) == [
        ("en", "wide", "it differs by width or device, and has no plural"),
        ("en", "two", "it has several plurals in one text"),
        ("en", "lost", "it names the variable `gone`, which it does not have"),
        ("en", "none", "its plural has no form `other`"),
    ]
