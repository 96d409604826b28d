"""gettext catalogues without labels come in under labels made of their texts."""

import pytest

from compiler.edit.interchange.importing import ImportRefusedError
from tests.edit.interchange.samples import brought, entries, po, reasons


def test_a_set_without_a_source_takes_its_msgids_as_the_source() -> None:
    made = brought(
        "po",
        {
            "de.po": po('msgid "Save"\nmsgstr "Speichern"\n'),
            "fr.po": po('msgid "Save"\nmsgstr "Enregistrer"\n\nmsgid "Quit"\nmsgstr ""\n'),
        },
    )
    assert entries(made, "en") == {"save": ("Save", ""), "quit": ("Quit", "")}
    assert entries(made, "de") == {"save": ("Save", "Speichern")}
    assert entries(made, "fr") == {"save": ("Save", "Enregistrer"), "quit": ("Quit", "")}
    assert b"active: [en, de, fr]" in made.files["content/configurations/languages.yaml"]
    assert made.summary.activated == ["de", "en", "fr"]


def test_the_same_source_with_equal_translations_becomes_one_entry() -> None:
    made = brought(
        "po",
        {
            "de.po": po(
                'msgctxt "menu"\nmsgid "Open"\nmsgstr "Öffnen"\n',
                'msgctxt "button"\nmsgid "Open"\nmsgstr "Öffnen"\n',
            )
        },
    )
    assert entries(made, "de") == {"open": ("Open", "Öffnen")}
    assert made.summary.merged == 1


@pytest.mark.parametrize(
    "contexts", [('msgctxt "state"\n', 'msgctxt "verb"\n'), ("", 'msgctxt "verb"\n'), ("", "")]
)
def test_the_same_source_with_different_translations_becomes_two(contexts: tuple[str, str]) -> None:
    made = brought(
        "po",
        {
            "de.po": po(
                f'{contexts[0]}msgid "Open"\nmsgstr "Offen"\n',
                f'{contexts[1]}msgid "Open"\nmsgstr "Öffnen"\n',
            )
        },
    )
    assert entries(made, "de") == {"open": ("Open", "Offen"), "open2": ("Open", "Öffnen")}
    assert made.summary.renamed == [("Open", "open2")]
    assert made.findings == ()


def test_two_contexts_without_any_translation_stay_two() -> None:
    made = brought(
        "po",
        {"en.po": po('msgctxt "a b"\nmsgid "Open"\nmsgstr ""\n', 'msgid "Open"\nmsgstr ""\n')},
    )
    assert sorted(entries(made, "en")) == ["open", "open2"]


def test_files_of_one_language_are_one_catalogue_in_which_equal_entries_merge() -> None:
    made = brought(
        "po",
        {
            "de/django.po": po('msgid "Save"\nmsgstr "Speichern"\n', 'msgid "Day"\nmsgstr "Tag"\n'),
            "de/js.po": po('msgid "Save"\nmsgstr "Speichern"\n', 'msgid "Day"\nmsgstr "Tage"\n'),
        },
    )
    assert entries(made, "de") == {
        "save": ("Save", "Speichern"),
        "day": ("Day", "Tag"),
        "day2": ("Day", "Tage"),
    }


def test_labels_do_not_depend_on_the_order_or_names_of_files() -> None:
    one = po('msgid "Go on"\nmsgstr "Weiter"\n', 'msgid "Go on!"\nmsgstr "Los!"\n')
    two = po('msgid "Go on!"\nmsgstr "Allez !"\n', 'msgid "Go on"\nmsgstr "Continuer"\n')
    there = brought("po", {"de.po": one, "fr.po": two})
    back = brought("po", {"z/fr.po": two, "a/de.po": one})
    assert (
        entries(there, "en")
        == entries(back, "en")
        == {
            "goOn": ("Go on", ""),
            "goOn2": ("Go on!", ""),
        }
    )


def test_what_the_source_catalogue_lacks_is_refused_and_said() -> None:
    made = brought(
        "po",
        {
            "en.po": po('msgid "Save"\nmsgstr ""\n'),
            "de.po": po('msgid "Save"\nmsgstr "Speichern"\n', 'msgid "Gone"\nmsgstr "Weg"\n'),
        },
    )
    assert entries(made, "de") == {"save": ("Save", "Speichern")}
    assert reasons(made) == [("de", "Gone", "the source's catalogue has no such text")]


def test_another_text_in_the_source_catalogue_counts_and_is_reported() -> None:
    made = brought(
        "po",
        {
            "en.po": po('msgid "Loggin now"\nmsgstr "Log in now"\n', 'msgid "Quit"\nmsgstr ""\n'),
            "de.po": po('msgid "Loggin now"\nmsgstr "Anmelden"\n'),
        },
    )
    assert entries(made, "en") == {"logginNow": ("Log in now", ""), "quit": ("Quit", "")}
    assert entries(made, "de") == {"logginNow": ("Log in now", "Anmelden")}
    assert [one.name for one in made.summary.conflicts] == ["Loggin now"]


def test_msgids_that_are_keys_become_the_labels() -> None:
    made = brought(
        "po",
        {
            "en.po": po('msgid "home.title"\nmsgstr "Home"\n'),
            "de.po": po('msgid "home.title"\nmsgstr "Start"\n'),
        },
    )
    assert entries(made, "de") == {"home.title": ("Home", "Start")}
    assert made.summary.conflicts == []


def test_contexts_that_name_every_entry_are_the_labels() -> None:
    made = brought(
        "po",
        {
            "en.po": po('msgctxt "pay.button"\nmsgid "Pay now"\nmsgstr ""\n'),
            "de.po": po('msgctxt "pay.button"\nmsgid "Pay"\nmsgstr "Zahlen"\n'),
        },
    )
    assert entries(made, "en") == {"pay.button": ("Pay now", "")}
    assert entries(made, "de") == {"pay.button": ("Pay", "Zahlen")}  # stale, as gettext shows it


def test_a_plural_counts_by_count_and_keeps_its_forms() -> None:
    entry = '#, python-format\nmsgid "%(user)s has %(num)d file"\nmsgid_plural "%(user)s has %(num)d files"\n'
    made = brought(
        "po",
        {
            "en.po": po(entry + 'msgstr[0] ""\nmsgstr[1] ""\n'),
            "ja.po": po(entry + 'msgstr[0] "%(user)s: %(num)d"\n', locale="ja"),
        },
    )
    source = ("{user} has {count} file", "{user} has {count} files")
    assert entries(made, "en") == {"userHasCountFile": (*source, "", "")}
    assert entries(made, "ja") == {"userHasCountFile": (*source, "{user}: {count}")}
    assert (
        b'imported: {"style": "python-percent", "placeholders": '
        in made.files["content/translations/ns/en.po"]
    )
    assert made.summary.plurals == 1


def test_forms_of_files_with_different_headers_are_brought_under_one() -> None:
    header = 'msgid ""\nmsgstr "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n==0 ? 2 : 1);\\n"\n\n'
    forms = 'msgid "%d day"\nmsgid_plural "%d days"\n'
    made = brought(
        "po",
        {
            "fr/a.po": po('msgid "Save"\nmsgstr "x"\n', locale="en"),
            "fr/b.po": header
            + forms
            + 'msgstr[0] "%d jour"\nmsgstr[1] "%d jours"\nmsgstr[2] "zéro"\n',
        },
    )
    assert entries(made, "fr")["countDay"][2:] == ("{count} jour", "{count} jours")


def test_fuzzy_previous_comments_flags_and_references_are_kept() -> None:
    made = brought(
        "po",
        {
            "de.po": po(
                "# of a translator\n#. of a developer\n#: app.py:7 web.py:9\n"
                '#, fuzzy, python-format, max-length:20\n#| msgid "Old %(a)s"\n'
                'msgid "New %(a)s"\nmsgstr "Alt %(a)s"\n\n#~ msgid "Gone"\n#~ msgstr "Weg"\n'
            )
        },
    )
    assert (
        made.files["content/translations/ns/de.po"]
        .decode()
        .endswith(
            "# of a translator\n#. of a developer\n#: app.py:7 web.py:9\n#, fuzzy, max-length:20\n"
            '#| msgid "Old {a}"\nmsgctxt "newA"\nmsgid "New {a}"\nmsgstr "Alt {a}"\n'
        )
    )
    assert (made.summary.obsolete, made.summary.locales[0].fuzzy) == (1, 1)


def test_a_flag_that_only_some_languages_have_counts_for_all() -> None:
    made = brought(
        "po",
        {
            "en.po": po('#, python-brace-format\nmsgid "{}th"\nmsgstr ""\n'),
            "de.po": po('msgid "{}th"\nmsgstr "{}."\n'),
        },
    )
    assert entries(made, "de") == {"arg1Th": ("{arg1}th", "{arg1}.")}


def test_an_empty_file_is_an_active_language_without_entries() -> None:
    made = brought("po", {"en.po": po('msgid "A"\nmsgstr ""\n'), "de.po": b"", "fr.po": po()})
    assert (entries(made, "de"), entries(made, "fr")) == ({}, {})
    assert b"active: [en, de, fr]" in made.files["content/configurations/languages.yaml"]


def test_a_broken_file_is_a_finding_and_the_others_come_in() -> None:
    made = brought(
        "po", {"de.po": po('msgid "A"\nmsgstr "B"\n'), "fr.po": 'msgid "A"\nmsgstr "B\n'}
    )
    assert entries(made, "de") == {"a": ("A", "B")}
    assert [(one.rule, one.place.path, one.place.line) for one in made.findings] == [
        ("invalid-po", "fr.po", 2)
    ]


def test_a_template_is_the_source() -> None:
    made = brought(
        "po",
        {
            "locale/app.pot": po('msgid "Save"\nmsgstr ""\n'),
            "locale/de/LC_MESSAGES/app.po": po('msgid "Save"\nmsgstr "Speichern"\n'),
        },
    )
    assert entries(made, "en") == {"save": ("Save", "")}
    assert made.summary.merged == 0


def test_a_file_whose_path_names_no_language_is_left_out_or_says_it_itself() -> None:
    named = 'msgid ""\nmsgstr "Language: bs\\n"\n\nmsgid "A"\nmsgstr "B"\n'
    made = brought("po", {"strings.po": named, "x/fi_BUGGY.po": po('msgid "A"\nmsgstr "C"\n')})
    assert entries(made, "bs") == {"a": ("A", "B")}
    assert made.summary.left_out == (
        (
            "x/fi_BUGGY.po",
            "`fi_BUGGY` is no language; `--locale-map fi_BUGGY=LANGUAGE` says which",
        ),
    )


def test_a_header_that_names_another_language_is_said_and_the_path_counts() -> None:
    made = brought("po", {"pl.po": 'msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "A"\nmsgstr "B"\n'})
    assert made.summary.contradictions == (("pl.po", "fr"),)
    assert b'"Language: pl\\n"' in made.files["content/translations/ns/pl.po"]


def test_nothing_at_all_is_refused() -> None:
    with pytest.raises(ImportRefusedError, match="no part of its path names a language"):
        brought("po", {"strings.po": po('msgid "A"\nmsgstr "B"\n')})


def test_another_source_language_than_the_projects_is_refused() -> None:
    languages = {"content/configurations/languages.yaml": b"source: de\nactive: [de]\n"}
    with pytest.raises(ImportRefusedError, match="the source language of this project is `de`"):
        brought("po", {"fr.po": po('msgid "A"\nmsgstr "B"\n')}, languages)


def test_labels_in_contexts_need_no_file_of_the_source_language() -> None:
    german = po('msgctxt "pay.now"\nmsgid "Pay %s"\nmsgstr "%s zahlen"\n')
    french = po('msgctxt "pay.all"\nmsgid "Pay all"\nmsgstr ""\n')
    made = brought("po", {"de.po": german, "fr.po": french})
    assert entries(made, "en") == {"pay.now": ("Pay {arg1}", ""), "pay.all": ("Pay all", "")}
    assert entries(made, "de") == {"pay.now": ("Pay {arg1}", "{arg1} zahlen")}
    assert made.summary.conflicts == ()


def test_a_text_that_only_a_translation_has_and_says_in_its_own_way_is_refused_as_that() -> None:
    source, german = (po(f'msgid "Open"\nmsgstr "{text}"\n') for text in ("", "Offen"))
    other = po('msgid "Open"\nmsgstr "Öffnen"\n')
    made = brought("po", {"a/en.po": source, "a/de.po": german, "b/en.po": po(), "b/de.po": other})
    reason = "its source file has no such text, and another file translates it differently"
    assert reasons(made) == [("de", "Open", reason)]
