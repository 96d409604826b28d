"""Android: what becomes of string resources, and what they are when they go out again."""

import json

import pytest

from tests.edit.interchange.samples import (
    brought,
    entries,
    handed_out,
    po,
    reasons,
    there_and_back,
)


def resources(*lines: str) -> str:
    joined = "".join(f"    {line}\n" for line in lines)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<resources>\n{joined}</resources>\n'


ENGLISH = resources(
    "<!-- Greets. -->",
    r'<string name="hello">It\'s %1$s, 100%%</string>',
    '<string name="sure">100% &lt; 5 &amp; <b>safe</b></string>',
    r'<string name="space">\u0020two \u0020spaces\nline \"q\" \\ @</string>',
    '<plurals name="days">',
    '    <item quantity="one">%d day</item>',
    '    <item quantity="other">%d days</item>',
    "</plurals>",
    '<string-array name="planets">',
    "    <item>Mercury</item>",
    "    <item>Venus</item>",
    "</string-array>",
)
GERMAN = resources(
    "<!-- Greets. -->",
    r'<string name="hello">%1$s ist da, 100%%</string>',
    '<plurals name="days">',
    '    <item quantity="one">%d Tag</item>',
    '    <item quantity="other">%d Tage</item>',
    "</plurals>",
)
SET = {"res/values/strings.xml": ENGLISH, "res/values-de/strings.xml": GERMAN}


def test_resources_come_in_as_messages() -> None:
    made = brought("android", SET)
    assert entries(made, "en") == {
        "hello": ("It's {arg1}, 100%", ""),
        "sure": ("100% < 5 & <b>safe</b>", ""),
        "space": (' two  spaces\nline "q" \\ @', ""),
        "days": ("{count, plural, one {{count} day} other {{count} days}}", ""),
        "planets.0": ("Mercury", ""),
        "planets.1": ("Venus", ""),
    }
    assert entries(made, "de") == {
        "hello": ("It's {arg1}, 100%", "{arg1} ist da, 100%"),
        "days": (
            "{count, plural, one {{count} day} other {{count} days}}",
            "{count, plural, one {{count} Tag} other {{count} Tage}}",
        ),
    }
    assert made.summary.read_as == [("values", "en")]
    assert "#. Greets.\n" in made.files["content/translations/ns/en.po"].decode()


def test_a_link_stays_a_link() -> None:
    link = '<a href="https://a.example/?x=1&amp;y=2" title="&lt;&#39;&gt;">here</a>'
    back = there_and_back(
        "android", {"values/strings.xml": resources(f'<string name="a">Go {link}</string>')}
    )
    assert (
        f'<string name="a">Go {link}</string>'.replace("&#39;", "'").encode()
        in back["values/strings.xml"]
    )


def test_resources_go_out_as_they_came_in() -> None:
    back = there_and_back("android", SET)
    assert {name: data.decode() for name, data in back.items()} == {
        "values/strings.xml": ENGLISH,
        "values-de/strings.xml": GERMAN,
    }


@pytest.mark.parametrize(
    ("folder", "locale"),
    [
        ("values-pt-rBR", "pt-BR"),
        ("values-b+sr+Latn", "sr-Latn"),
        ("values-b+es+419", "es-419"),
        ("values-iw", "he"),
    ],
)
def test_folders_name_languages(folder: str, locale: str) -> None:
    made = brought("android", {**SET, f"res/{folder}/strings.xml": GERMAN})
    assert f"content/translations/ns/{locale}.po" in made.files
    assert made.summary.left_out == ()


def test_folders_are_named_as_android_names_them() -> None:
    files = {
        f"x/{tag}.po": po('msgctxt "a"\nmsgid "A"\nmsgstr "B"\n')
        for tag in ("en", "pt-BR", "zh-Hant", "es-419", "de")
    }
    export = handed_out("android", {path: text.encode() for path, text in files.items()})
    assert sorted(export.files) == [
        "values-b+zh+Hant/strings.xml",
        "values-de/strings.xml",
        "values-es-r419/strings.xml",
        "values-pt-rBR/strings.xml",
        "values/strings.xml",
    ]


OWN_ENGLISH = po(
    'msgctxt "cart.pay"\nmsgid "Pay {amount} to {name}"\nmsgstr ""\n',
    'msgctxt "cart.items"\nmsgid "{n, plural, one {# item of {name}} other {# items of {name}}}"\nmsgstr ""\n',
    'msgctxt "cart.gone"\nmsgid "{n, plural, =0 {none} other {#}}"\nmsgstr ""\n',
    'msgctxt "cart.when"\nmsgid "{at, date}"\nmsgstr ""\n',
    'msgctxt "cart-x"\nmsgid "X"\nmsgstr ""\n',
)
OWN_GERMAN = po(
    'msgctxt "cart.pay"\nmsgid "Pay {amount} to {name}"\nmsgstr "{name}: {amount} zahlen"\n',
    'msgctxt "cart.items"\nmsgid "{n, plural, one {# item of {name}} other {# items of {name}}}"\n'
    'msgstr "{n, plural, one {{name}: # Ding} other {{name}: # Dinge}}"\n',
)
OWN = {
    "content/translations/ns/en.po": OWN_ENGLISH.encode(),
    "content/translations/ns/de.po": OWN_GERMAN.encode(),
}


def test_our_own_goes_out_numbered_by_the_source() -> None:
    export = handed_out("android", OWN)
    german = export.files["values-de/strings.xml"].decode()
    assert '<string name="cart.pay">%2$s: %1$s zahlen</string>' in german
    assert '<item quantity="other">%2$s: %1$d Dinge</item>' in german
    assert export.refused == [
        ("en", "cart.gone", "Android has no form for exactly 0 in this language"),
        ("en", "cart.when", "it has more than placeholders, or one plural around all of it"),
        (
            "en",
            "cart-x",
            "its name can be none of a resource: those have letters, digits, `_` and `.`",
        ),
    ]


def test_what_a_translator_sends_back_has_the_names_of_the_project() -> None:
    languages = b"source: en\nactive: [en, de]\nenabled: [en]\n"
    project = OWN | {"content/configurations/languages.yaml": languages}
    sent = resources(
        '<string name="cart.pay">Zahle %1$s an %2$s</string>',
        '<plurals name="cart.items">',
        '    <item quantity="one">%1$d Ding, %2$s</item>',
        '    <item quantity="other">%1$d Dinge, %2$s</item>',
        "</plurals>",
        '<string name="cart.other">%1$s</string>',
    )
    made = brought("android", {"values-de/strings.xml": sent}, project)
    assert entries(made, "de") == {
        "cart.pay": ("Pay {amount} to {name}", "Zahle {amount} an {name}"),
        "cart.items": (
            "{n, plural, one {# item of {name}} other {# items of {name}}}",
            "{n, plural, one {# Ding, {name}} other {# Dinge, {name}}}",
        ),
    }
    assert made.files["content/translations/ns/en.po"] == OWN["content/translations/ns/en.po"]
    assert reasons(made) == [("de", "cart.other", "the source language has no such key")]


def test_turns_become_numbers_where_a_translation_turns_them_around() -> None:
    english = resources('<string name="a">%s of %d</string>')
    german = resources('<string name="a">%2$d von %1$s</string>')
    back = there_and_back("android", {"values/s.xml": english, "values-de/s.xml": german})
    assert back["values-de/strings.xml"].decode() == german
    assert back["values/strings.xml"].decode() == english


def test_an_array_that_is_not_all_translated_stays_out() -> None:
    german = resources(
        '<string-array name="planets">', "    <item>Merkur</item>", "</string-array>"
    )
    made = brought("android", SET | {"values-de/strings.xml": german})
    assert handed_out("android", made.files).refused == [
        (
            "de",
            "planets.0",
            "not every item of its array has a text, and an array stands whole or not at all",
        )
    ]


def test_what_cannot_come_in_is_named() -> None:
    text = resources(
        '<string name="a">@string/b</string>',
        '<string name="c" translatable="false">x</string>',
        "<string>x</string>",
        '<plurals name="d"><item quantity="one">x</item></plurals>',
        '<plurals name="e"><item quantity="lots">x</item><item quantity="other">y</item></plurals>',
        '<plurals name="f"><item quantity="other">x</item><item quantity="other">y</item></plurals>',
        '<string name="g">one</string>',
        '<string name="g">two</string>',
        '<color name="red">#f00</color>',
    )
    made = brought("android", {"values/strings.xml": text})
    assert reasons(made) == [
        ("en", "a", "it names another resource, and is no text"),
        ("en", "c", "it is marked as not for translation"),
        ("en", "string", "it has no name"),
        ("en", "e", "`lots` is no plural category"),
        ("en", "f", "its plural has `other` twice; the first counts"),
        ("en", "d", "its plural has no form `other`"),
        ("en", "g", "this key stands twice with different texts; the first counts"),
    ]
    assert [one.place.line for _, one in made.summary.refused] == [3, 4, 5, 7, 8, 6, 10]


BOMB = '<!DOCTYPE r [<!ENTITY a "xxxx"><!ENTITY b "&a;&a;">]><resources><string name="a">&b;</string></resources>'


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (
            BOMB,
            1,
            "this file declares a document type, and those are not read",
        ),
        ("<resources>\n<string", 2, "this is no XML: unclosed token"),
        ("<resources>\n" + "<b>" * 200, 2, "elements are more than 100 levels deep here"),
        ("<a/>", 1, "this is `a`, and not `resources`"),
        (
            b'<resources><string name="a">\xff</string></resources>',
            1,
            "this is no XML: not well-formed (invalid token)",
        ),
        (
            '<?xml version="1.0" encoding="klingon"?><resources/>',
            1,
            "no XML: unknown encoding: klingon",
        ),
    ],
)
def test_what_is_no_resources_is_a_finding_with_its_line(
    data: str | bytes, line: int, message: str
) -> None:
    made = brought("android", {**SET, "values-fr/strings.xml": data})
    assert [(one.place.line, one.message) for one in made.findings] == [(line, message)]
    assert "content/translations/ns/fr.po" not in made.files
    assert "content/translations/ns/de.po" in made.files


def test_the_encoding_that_a_file_declares_counts() -> None:
    text = '<?xml version="1.0" encoding="iso-8859-1"?><resources><string name="a">é</string></resources>'
    made = brought("android", {"values/s.xml": text.encode("iso-8859-1")})
    assert entries(made, "en") == {"a": ("é", "")}


GETTEXT_ENGLISH = po(
    'msgctxt "days"\nmsgid "{count} day of {name}"\nmsgid_plural "{count} days of {name}"\n'
    'msgstr[0] ""\nmsgstr[1] ""\n'
)
GETTEXT_POLISH = (
    po(
        'msgctxt "days"\nmsgid "{count} day of {name}"\nmsgid_plural "{count} days of {name}"\n'
        'msgstr[0] "{count} dzień {name}"\nmsgstr[1] "{count} dni {name}"\nmsgstr[2] "{count} dni"\n'
    )
    .replace(
        'UTF-8\\n"\n',
        'UTF-8\\n"\n"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 ||'
        ' n%100>14) ? 1 : 2);\\n"\n',
        1,
    )
    .replace('"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n', "")
)
GETTEXT = {
    "content/translations/ns/en.po": GETTEXT_ENGLISH.encode(),
    "content/translations/ns/pl.po": GETTEXT_POLISH.encode(),
    "content/configurations/languages.yaml": b"source: en\nactive: [en, pl]\nenabled: [en]\n",
}


def test_plurals_of_gettext_go_out_and_come_back_as_such() -> None:
    export = handed_out("android", GETTEXT)
    assert export.refused == []
    again = brought("android", export.files, GETTEXT)
    assert again.summary.replaced == []
    assert entries(again, "pl") == {
        "days": (
            "{count} day of {name}",
            "{count} days of {name}",
            "{count} dzień {name}",
            "{count} dni {name}",
            "{count} dni",
        )
    }
    sent = export.files["values-pl/strings.xml"].replace(b"dni z", b"dni").replace(b"dzie", b"Dzie")
    only = brought("android", {"values-pl/strings.xml": sent}, GETTEXT)
    assert entries(only, "pl")["days"][2:] == (
        "{count} Dzień {name}",
        "{count} dni {name}",
        "{count} dni",
    )


def test_a_plural_that_gettext_has_no_form_for_is_named() -> None:
    sent = '{"days_zero": "brak", "days_one": "{{count}}", "days_other": "{{count}} x"}'
    made = brought("i18next", {"pl.json": sent}, GETTEXT)
    assert reasons(made) == [
        ("pl", "days", "gettext's plurals, which this entry has, have no form for an exact number")
    ]


@pytest.mark.parametrize("text", ["@home", "?attr", "@string/x", "a@b", '"', " x  y "])
def test_signs_that_name_resources_are_texts_again(text: str) -> None:
    files = {
        "content/translations/ns/en.po": po(
            f'msgctxt "a"\nmsgid {json.dumps(text)}\nmsgstr ""\n'
        ).encode()
    }
    back = brought(
        "android",
        {path: data.decode() for path, data in handed_out("android", files).files.items()},
    )
    assert entries(back, "en") == {"a": (text, "")}
