"""ARB: Flutter's messages, which are ICU already."""

import json

from tests.edit.interchange.samples import brought, entries, handed_out, po, reasons, there_and_back

ENGLISH = {
    "@@locale": "en",
    "hello": "Hi {name}",
    "@hello": {
        "description": "Greets.",
        "placeholders": {"name": {"type": "String", "example": "Ann"}},
    },
    "days": "{n, plural, one {# day} other {# days}}",
    "@days": {"placeholders": {"n": {"type": "num"}}},
}
GERMAN = {"@@locale": "de", "hello": "Hallo {name}"}


def test_messages_come_in_and_go_out() -> None:
    files = {"lib/l10n/app_en.arb": json.dumps(ENGLISH), "lib/l10n/app_de.arb": json.dumps(GERMAN)}
    made = brought("arb", files)
    assert entries(made, "de")["hello"] == ("Hi {name}", "Hallo {name}")
    assert "#. Greets.\n" in made.files["content/translations/ns/en.po"].decode()
    back = there_and_back("arb", files)
    assert json.loads(back["app_en.arb"]) == ENGLISH
    assert json.loads(back["app_de.arb"]) == GERMAN


def test_a_file_without_a_language_in_its_name_says_its_own() -> None:
    made = brought("arb", {"app.arb": json.dumps(ENGLISH), "messages.arb": json.dumps(GERMAN)})
    assert entries(made, "de")["hello"] == ("Hi {name}", "Hallo {name}")


def test_labels_become_names_of_methods_and_are_found_again() -> None:
    own = {
        "content/translations/ns/en.po": po(
            'msgctxt "cart.pay"\nmsgid "Pay {at, date}"\nmsgstr ""\n',
            'msgctxt "cart_pay"\nmsgid "Same"\nmsgstr ""\n',
        ).encode(),
        "content/configurations/languages.yaml": b"source: en\nactive: [en, de]\nenabled: [en]\n",
    }
    export = handed_out("arb", own)
    assert json.loads(export.files["app_en.arb"]) == {
        "@@locale": "en",
        "cart_pay": "Pay {at, date}",
        "@cart_pay": {"placeholders": {"at": {"type": "DateTime"}}},
    }
    assert export.refused == [("en", "cart_pay", "another entry has the same name in ARB")]


def test_what_is_no_text_is_named_and_a_name_twice_is_a_finding() -> None:
    text = '{\n "a": "A",\n "b": 1,\n "c": {"d": []},\n "a": "B",\n "@a": 7\n}'
    made = brought("arb", {"app_en.arb": text})
    assert reasons(made) == [("en", "b", "a number is no text"), ("en", "c.d", "a list is no text")]
    assert [(one.place.line, one.rule) for one in made.findings] == [(5, "duplicate-key")]
