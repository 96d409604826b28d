"""What goes out of a namespace of the project's own and comes back: unasked for, nothing changes."""

import pytest

from tests.edit.interchange.samples import brought, entries, handed_out, po

LANGUAGES = b"source: en\nactive: [en, de]\nenabled: [en]\n"
EN, DE = (f"content/translations/ns/{locale}.po" for locale in ("en", "de"))
SOURCES = {
    "cart.pay": "Pay {amount, number, ::currency/EUR} to {who}",
    "cart.days": "{days, plural, one {# day} other {# days of {who}}}",
    "cart.left": "{count, plural, one {{count} left} other {{count} left}}",
    "plain": "It's {name}, '{x}' <b>now</b>",
}
GERMAN = {
    "cart.pay": "An {who} {amount, number, ::currency/EUR} zahlen",
    "cart.days": "{days, plural, one {#  Tag} other {# Tage von {who}}}",
    "cart.left": "{count, plural, one {noch {count}} other {noch {count}}}",
}
PROJECT = {
    EN: po(*(f'msgctxt "{one}"\nmsgid "{text}"\nmsgstr ""\n' for one, text in SOURCES.items())),
    DE: po(
        *(
            f'msgctxt "{one}"\nmsgid "{SOURCES[one]}"\nmsgstr "{text}"\n'
            for one, text in GERMAN.items()
        )
    ),
}
FILES = {path: text.encode() for path, text in PROJECT.items()} | {
    "content/configurations/languages.yaml": LANGUAGES
}


@pytest.mark.parametrize("form", ["i18next", "rails-yaml", "icu-json", "arb", "android"])
def test_nothing_changes_that_nobody_has_changed(form: str) -> None:
    handed = handed_out(form, FILES).files
    again = brought(form, {path: data.decode() for path, data in handed.items()}, FILES)
    assert {path: data for path, data in again.files.items() if data != FILES[path]} == {}
    assert again.summary.replaced == []


@pytest.mark.parametrize(("form", "name"), [("i18next", "de.json"), ("rails-yaml", "de.yml")])
def test_what_a_translator_has_changed_keeps_the_types_of_its_arguments(
    form: str, name: str
) -> None:
    text = handed_out(form, FILES).files[name].decode()
    changed = text.replace("Tage von", "Tage für").replace("zahlen", "bezahlen")
    found = brought(form, {name: changed.replace("noch", "nur noch")}, FILES)
    said = {label: texts[1] for label, texts in entries(found, "de").items()}
    assert said["cart.left"] == GERMAN["cart.left"].replace("noch", "nur noch")
    if form == "i18next":  # Rails has no words for the others
        assert said["cart.days"] == "{days, plural, one {#  Tag} other {# Tage für {who}}}"
        assert said["cart.pay"] == "An {who} {amount, number, ::currency/EUR} bezahlen"
    assert b"imported:" not in found.files[EN]
