"""Catalogues: every entry with its label and places; what code could not ask for is told."""

from compiler.base.place import Place
from compiler.load.loading import load
from compiler.model.catalogue import Catalogue
from tests.builders import project, said

HEADER = (
    'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)


def spanish(text: str) -> tuple[Catalogue, list[str]]:
    loaded = load(project({"translations/portal/es.po": text}))
    lines = [line.removeprefix("content/translations/") for line in said(loaded.findings)]
    return loaded.content.shared.catalogues["portal", "es"], lines


def test_an_entry() -> None:
    catalogue, findings = spanish(
        f"{HEADER}#. On the button.\n# Short, please.\n#: src/pay.ts:3\n#, fuzzy, max-length:20\n"
        '#| msgid "Buy"\nmsgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\n'
    )
    message = catalogue.messages["pay"]
    assert findings == []
    assert (message.source, message.texts, message.previous) == ("Pay", ("Pagar",), "Buy")
    assert message.flags == {"fuzzy", "max-length:20"}
    assert message.comments == ("On the button.", "Short, please.")
    assert message.references == ("src/pay.ts:3",)
    places = message.places
    assert (places.label.line, places.source.line, places.texts[0].line) == (11, 12, 13)
    assert places.flags.line == 9
    assert catalogue.plural_forms == "nplurals=2; plural=(n != 1);"


def test_plural_forms() -> None:
    catalogue, _ = spanish(
        f'{HEADER}msgctxt "files"\nmsgid "{{count}} file"\nmsgid_plural "{{count}} files"\n'
        'msgstr[0] "{count} archivo"\nmsgstr[1] "{count} archivos"\n'
    )
    message = catalogue.messages["files"]
    assert message.source_texts == ("{count} file", "{count} files")
    assert message.texts == ("{count} archivo", "{count} archivos")
    assert [place.line for place in message.places.texts] == [9, 10]


def test_the_place_inside_a_text() -> None:
    catalogue, _ = spanish(
        f'{HEADER}msgctxt "files"\nmsgid "One file"\nmsgid_plural "{{count}} files"\n'
        'msgstr[0] "Un archivo"\nmsgstr[1] ""\n"Muchos\\n"\n"archivos"\n'
    )
    places = catalogue.messages["files"].places
    path = "content/translations/portal/es.po"
    assert places.text(0, 3, 10) == Place(path, 9, 15, 7)
    assert places.text(1, 4, 9) == Place(path, 11, 6, 4)  # `os\n`, up to the end of the line
    assert places.text(1, 7, 15) == Place(path, 12, 2, 8)
    assert places.source_part(0, 4, 8) == Place(path, 7, 12, 4)
    assert places.source_part(1, 8, 13) == Place(path, 8, 23, 5)


def test_a_plural_that_a_fuzzy_translation_was_made_from() -> None:
    catalogue, _ = spanish(
        f'{HEADER}#, fuzzy\n#| msgid "a file"\n#| msgid_plural "files"\nmsgctxt "files"\n'
        'msgid "One file"\nmsgid_plural "{count} files"\nmsgstr[0] "x"\nmsgstr[1] "y"\n'
    )
    message = catalogue.messages["files"]
    assert (message.previous, message.previous_plural) == ("a file", "files")


def test_obsolete_entries_are_passed_over() -> None:
    catalogue, findings = spanish(f'{HEADER}#~ msgctxt "pay"\n#~ msgid "Pay"\n#~ msgstr "Pagar"\n')
    assert (catalogue.messages, findings) == ({}, [])


def test_an_entry_without_a_label() -> None:
    catalogue, findings = spanish(f'{HEADER}msgid "Pay"\nmsgstr "Pagar"\n')
    assert catalogue.messages == {}
    assert findings == [
        (
            "portal/es.po:6:7 missing-label: this entry has no label, so no code can ask for it"
            ' -> add a line above it: `msgctxt "checkout.payButton"`'
        )
    ]


def test_a_label_that_stands_twice() -> None:
    catalogue, findings = spanish(
        f'{HEADER}msgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\n\n'
        'msgctxt "pay"\nmsgid "Pay now"\nmsgstr "Pagar ya"\n'
    )
    assert catalogue.messages["pay"].texts == ("Pagar",)
    assert findings == [
        (
            "portal/es.po:10:9 duplicate-label: `pay` stands twice in this catalogue, with"
            " different"
            " source texts -> remove one of them, or give it a label of its own"
        )
    ]


def test_the_same_entry_twice_is_told_once_by_reading() -> None:
    entry = 'msgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\n'
    _, findings = spanish(f"{HEADER}{entry}\n{entry}")
    assert [line.split()[1] for line in findings] == ["duplicate-entry:"]


def test_a_translation_in_the_source_catalogue_is_shown_to_nobody() -> None:
    loaded = load(
        project(
            {
                "translations/portal/en.po": 'msgctxt "a"\nmsgid "Pay"\nmsgstr "Pay now"\n\n'
                'msgctxt "b"\nmsgid "Same"\nmsgstr "Same"\n'
            }
        )
    )
    assert said(loaded.findings) == [
        (
            "content/translations/portal/en.po:3:8 translated-source: this is the source"
            " language; its"
            " text is the `msgid`, and this one is shown to nobody"
            ' -> move the text to `msgid` and write `msgstr ""`'
        )
    ]
    messages = loaded.content.shared.catalogues["portal", "en"].messages
    assert [message.texts for message in messages.values()] == [("",), ("",)]


def test_a_header_of_another_language() -> None:
    _, findings = spanish(HEADER.replace("es", "de", 1))
    assert findings == [
        (
            "portal/es.po:3:1 language-header: the header says `de`, the file is named `es`"
            " -> write `Language: es`, or rename the file"
        )
    ]


def test_a_header_with_an_underscore_is_the_same_language() -> None:
    loaded = load(
        project({"translations/portal/pt-BR.po": 'msgid ""\nmsgstr "Language: pt_BR\\n"\n'})
    )
    assert loaded.findings == ()


def test_a_catalogue_named_as_gettext_would() -> None:
    loaded = load(project({"translations/portal/pt_BR.po": ""}))
    assert said(loaded.findings) == [
        (
            "content/translations/portal/pt_BR.po:1:1 misplaced-locale: `pt_BR` is not how"
            " this locale"
            " is written -> rename it to `pt-BR.po`"
        )
    ]


def test_a_glossary_that_is_wrong_is_told_and_empty() -> None:
    loaded = load(project({"translations/glossary.yaml": "terms: [{term: a, comment: 5}]\n"}))
    assert [f.rule for f in loaded.findings] == ["invalid-value"]
    assert loaded.content.glossary.terms == []
