"""What is imported again changes nothing; what is new joins what is there."""

from collections.abc import Mapping

import pytest

from compiler.edit.interchange.importing import ImportRefusedError
from tests.edit.interchange.samples import brought, entries, po, reasons

SETS: dict[str, Mapping[str, str]] = {
    "po": {
        "de/a.po": po(
            'msgid "Open"\nmsgstr "Offen"\n',
            'msgctxt "verb"\nmsgid "Open"\nmsgstr "Öffnen"\n',
            '#, python-format\nmsgid "%(num)d year"\nmsgid_plural "%(num)d years"\n'
            'msgstr[0] "%(num)d Jahr"\nmsgstr[1] "%(num)d Jahre"\n',
        ),
        "de/b.po": po(
            'msgid "Open"\nmsgstr "Geöffnet"\n',
            '#, c-format\nmsgid "%d year"\nmsgid_plural "%d years"\n'
            'msgstr[0] "%d Jahr"\nmsgstr[1] "%d Jahre"\n',
        ),
    },
    "i18next": {
        "en.json": '{"a b": "X {{n}}", "c": {"d_one": "{{count}} d", "d_other": "{{count}} ds"}}',
        "de.json": '{"a b": "Y {{n}}", "c": {"d_one": "ein d", "d_other": "{{count}} d"}}',
    },
    "icu-json": {"en.json": '{"a.b": "X", "c": {"string": "Y", "context": "Z"}}'},
    "rails-yaml": {"en.yml": "en:\n  a:\n    one: '%{count} b'\n    other: '%{count} bs'\n"},
}


@pytest.mark.parametrize("form", SETS)
def test_the_same_set_again_changes_nothing(form: str) -> None:
    once = brought(form, SETS[form])
    again = brought(form, SETS[form], once.files)
    assert again.files == once.files
    assert again.summary.stayed == 0
    assert again.summary.activated == []


def test_what_a_tool_has_wrapped_stays_wrapped() -> None:
    once = brought("i18next", SETS["i18next"])
    path = "content/translations/ns/de.po"
    wrapped = once.files[path].replace(b'msgid "X {n}"', b'msgid ""\n"X "\n"{n}"') + b"\n# last\n"
    assert b'"X "' in wrapped
    again = brought("i18next", SETS["i18next"], {**once.files, path: wrapped})
    assert again.files[path] == wrapped
    changed = {**SETS["i18next"], "de.json": '{"a b": "Z {{n}}"}'}
    anew = brought("i18next", changed, {**once.files, path: wrapped}).files[path]
    assert b'msgid "X {n}"\nmsgstr "Z {n}"\n' in anew
    assert anew.endswith(b"\n\n# last\n")


def test_labels_stay_when_a_text_is_added_that_would_have_come_first() -> None:
    first = brought("po", {"en.po": po('msgid "Open!"\nmsgstr ""\n')})
    assert entries(first, "en") == {"open": ("Open!", "")}
    both = po('msgid "Open"\nmsgstr ""\n', 'msgid "Open!"\nmsgstr ""\n')
    then = brought("po", {"en.po": both}, first.files)
    assert entries(then, "en") == {"open": ("Open!", ""), "open2": ("Open", "")}


def test_a_language_alone_joins_the_namespace() -> None:
    first = brought("i18next", {"en.json": '{"a": "A", "b": "B"}'})
    then = brought("i18next", {"fr.json": '{"a": "À", "z": "Z"}'}, first.files)
    assert entries(then, "fr") == {"a": ("A", "À")}
    assert reasons(then) == [("fr", "z", "the source language has no such key")]
    assert (
        then.files["content/translations/ns/en.po"] == first.files["content/translations/ns/en.po"]
    )
    assert then.summary.stayed == 1


def test_a_gettext_language_alone_finds_the_entries_of_the_namespace_by_their_text() -> None:
    first = brought("po", {"en.po": po('msgctxt "x.save"\nmsgid "Save"\nmsgstr ""\n')})
    german = po('msgid "Save"\nmsgstr "Speichern"\n', 'msgid "Other"\nmsgstr "Anderes"\n')
    then = brought("po", {"de.po": german}, first.files)
    assert entries(then, "de") == {"x.save": ("Save", "Speichern")}
    assert reasons(then) == [("de", "Other", "the source's catalogue has no such text")]


def test_entries_that_do_not_come_again_stay_and_an_empty_one_replaces_no_text() -> None:
    first = brought(
        "i18next", {"en.json": '{"a": "A", "b": "B"}', "de.json": '{"a": "Ah", "b": "Be"}'}
    )
    then = brought("i18next", {"en.json": '{"a": "A2"}', "de.json": '{"a": ""}'}, first.files)
    assert entries(then, "en") == {"a": ("A2", ""), "b": ("B", "")}
    assert entries(then, "de") == {"a": ("A", "Ah"), "b": ("B", "Be")}
    assert then.summary.stayed == 1


def test_what_the_project_put_to_an_entry_stays_and_a_text_that_gives_way_is_named() -> None:
    set_ = {"en.json": '{"a": "A", "b": "B"}', "de.json": '{"a": "Ah", "b": "Be"}'}
    files = dict(brought("i18next", set_).files)
    source, german = (f"content/translations/ns/{tag}.po" for tag in ("en", "de"))
    remarks = b"# ours\n#. for translators\n#, max-length:20\nmsgctxt"
    files[source] = files[source].replace(b"msgctxt", remarks, 1)
    files[german] = files[german].replace(
        b'msgctxt "a"', b'# clientarea: ignore x -- y\n#, fuzzy, ignore-same\nmsgctxt "a"'
    )
    files[german] = files[german].replace(b'"Be"', b'"By hand"')
    then = brought("i18next", set_, files)
    assert then.files[source] == files[source]
    assert b'# clientarea: ignore x -- y\n#, ignore-same\nmsgctxt "a"' in then.files[german]
    assert entries(then, "de") == {"a": ("A", "Ah"), "b": ("B", "Be")}
    assert then.summary.replaced == [("de", "b")]
    changed = brought("i18next", {"en.json": '{"a": "A2"}'}, files)
    assert changed.summary.replaced == [("en", "a")]


def test_how_entries_are_told_apart_stays_as_it_was_when_the_namespace_began() -> None:
    labelled = po('msgctxt "x.save"\nmsgid "Save"\nmsgstr "Speichern"\n')
    plain = po('msgid "Open"\nmsgstr "Offen"\n')
    first = brought("po", {"a/de.po": labelled, "b/de.po": plain})
    then = brought("po", {"a/de.po": labelled}, first.files)
    assert then.files == first.files
    first = brought("po", {"a/de.po": labelled})
    then = brought("po", {"a/de.po": labelled, "b/de.po": plain}, first.files)
    assert entries(then, "de") == {"x.save": ("Save", "Speichern")}
    assert reasons(then) == [("de", "Open", "the source's catalogue has no such text")]


@pytest.mark.parametrize("form", SETS)
def test_what_is_read_is_somewhere(form: str) -> None:
    for one in brought(form, SETS[form]).summary.locales:
        assert one.read == one.translated + one.waiting + one.merged + one.refused


def test_a_namespace_that_is_broken_is_refused() -> None:
    broken = {"content/translations/ns/en.po": b'msgid "A\n'}
    with pytest.raises(ImportRefusedError, match="has errors"):
        brought("i18next", {"en.json": '{"a": "A"}'}, broken)
