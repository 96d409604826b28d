"""What a project has already is never lost: the same changes nothing, what differs stays and is told."""

import pytest

from compiler.edit.records.importing import RecordsImport
from tests.edit.records.samples import Files, Given, brought, joined, row, text, told

LONG = "A long line.\n" * 30
LANGUAGES = "content/configurations/languages.yaml"
ROWS = [
    row("text", "a.b", "en", title="T", description="D"),
    row("text", "a.b", locked=False),
    row("text", "a.long", "en", title="L", description=LONG),
    row("level", "basic", "en", type="personal", title="Basic"),
    row("string", "n:k", "en", text="K"),
    row("string", "n:k", "es", text="C"),
]


@pytest.fixture
def there() -> Files:
    return dict(brought(ROWS).files)


def changed(made: RecordsImport, there: Files) -> dict[str, str]:
    """Return the files that would be another than they are."""
    return {path: data.decode() for path, data in made.files.items() if there.get(path) != data}


def test_the_same_rows_again_change_nothing(there: Files) -> None:
    made = brought(ROWS, there)
    assert (changed(made, there), told(made)) == ({}, [])
    assert made.summary.fates["text"] == {"unchanged": 2}


def test_the_authors_own_writing_of_the_same_stays(there: Files) -> None:
    by_hand = (
        "# Ours.\nlocked: false   # for now\nlocales:\n"
        '  en: {title: "T", description: "D\\n"}\n  pl: {title: P}\n'
    )
    files = {**there, "content/texts/a/b.yaml": by_hand}
    made = brought(ROWS, files)
    assert made.files["content/texts/a/b.yaml"] == by_hand.encode()
    assert told(made) == []


def test_what_differs_stays_and_is_told(there: Files) -> None:
    made = brought(
        [
            row("text", "a.b", "en", title="Other", description="D", properties={"x": 1}),
            row("string", "n:k", "es", text="Otra"),
        ],
        there,
    )
    there_and = "is there already and"
    stays = "it stays as it is -> `--overwrite` takes what the rows say"
    assert changed(made, there) == {}
    assert told(made) == [
        f"1 `texts/a.b` {there_and} has another `en.title`, has no `en.properties`; {stays}",
        "2 `n:k` has another text in `es` here; it stays -> `--overwrite` takes that of the row",
    ]


def test_a_new_language_joins_where_the_others_are(there: Files) -> None:
    by_hand = "# Ours.\ntype: personal   # for life\nlocales:\n  en: {title: Basic}\n"
    files = {**there, "content/levels/basic.yaml": by_hand}
    made = brought(
        [
            row("level", "basic", "es", title="Básico"),
            row("text", "a.b", "es", title="Tt", description="Dd"),
            row("text", "a.long", "es", title="Largo", description="Corto"),
        ],
        files,
    )
    assert changed(made, files) == {
        "content/levels/basic.yaml": f"{by_hand}  es: {{title: Básico}}\n",
        "content/texts/a/b.yaml": "# yaml-language-server: $schema=../../../schemas/text.json\nlocked: false\nlocales:\n"
        "  en:\n    title: T\n    description: D\n"
        "  es:\n    title: Tt\n    description: Dd\n",
        "content/texts/a/long.es.md": "---\ntitle: Largo\n---\nCorto\n",
    }
    assert told(made) == []


def test_overwriting_takes_what_the_rows_say_and_keeps_the_rest(there: Files) -> None:
    sidecar = "content/texts/a/long.pl.md"
    files = {**there, sidecar: "---\n# Mine.\ntitle: P\n---\nDługi\n"}
    made = brought(
        [
            row("text", "a.b", "en", title="Other"),
            row("text", "a.b", "es", title="Nuevo"),
            row("text", "a.long", "en", description="Short now"),
            row("level", "basic", "es", title="Básico"),
            row("string", "n:k", "es", text="Otra"),
        ],
        files,
        overwrite=True,
    )
    assert text(made, "texts/a/b.yaml") == (
        "locked: false\nlocales:\n  en:\n    title: Other\n    description: D\n"
        "  es:\n    title: Nuevo\n"
    )
    assert text(made, "texts/a/long.en.md") == "---\ntitle: L\n---\nShort now\n"
    assert sidecar not in made.files
    assert "content/texts/a/long.yaml" not in made.files
    assert text(made, "levels/basic.yaml").endswith("  es:\n    title: Básico\n")
    assert 'msgctxt "k"\nmsgid "K"\nmsgstr "Otra"\n' in text(made, "translations/n/es.po")
    assert made.summary.replaced == ["texts/a.b", "texts/a.long", "levels/basic", "n:k in es"]
    after = joined(made, files)
    assert changed(brought(ROWS[1:2], after), after) == {}


def test_what_is_there_and_has_errors_is_left_alone(there: Files) -> None:
    broken = {
        **there,
        "content/texts/a/b.yaml": "locales: {en: {title: [}\n",
        "content/levels/basic.yaml": "- a list\n",
        "content/translations/n/es.po": 'msgid "A\n',
    }
    made = brought(ROWS, broken, overwrite=True)
    assert changed(made, broken) == {}
    assert [line.partition(" is there")[0] for line in told(made)] == [
        "1 `content/texts/a/b.yaml`",
        "4 `content/levels/basic.yaml`",
        "5 `content/translations/n/es.po`",
    ]


def test_a_file_that_differs_only_in_case_is_not_written_over(there: Files) -> None:
    made = brought([row("text", "a.B", "en", title="T")], there)
    assert changed(made, there) == {}
    assert told(made) == ["1 `content/texts/a/b.yaml` differs from it only in case"]


ADDED: list[tuple[Given, str]] = [
    (row("string", "n:new", "en", text="New"), 'msgctxt "new"\nmsgid "New"\nmsgstr ""\n'),
    (row("string", "n:k", "en", text="K"), ""),
]


@pytest.mark.parametrize(("given", "lines"), ADDED)
def test_new_strings_join_their_catalogue(given: Given, lines: str, there: Files) -> None:
    path = "content/translations/n/en.po"
    before = there[path]
    assert isinstance(before, bytes)
    made = brought([given], there)
    assert made.files[path] == before + (b"\n" + lines.encode() if lines else b"")


def test_an_untranslated_string_is_filled(there: Files) -> None:
    path = "content/translations/n/es.po"
    empty = there[path]
    assert isinstance(empty, bytes)
    files = {**there, path: empty.replace(b'msgstr "C"', b'msgstr ""')}
    made = brought(ROWS, files)
    assert (made.files[path], told(made)) == (empty, [])
