"""Lines to paste say what they should when they are pasted."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.base.place import Place
from compiler.model.catalogue import Message
from compiler.read.po import read_po
from compiler.rules.paste import form_count, message_lines
from tests.fakes.locator import StillLocator
from tests.rules.cases import judged, repository

LOCATOR = StillLocator(Place("en.po"))
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], include_characters="\n\t"),
    min_size=1,
)


@given(label=TEXTS, source=TEXTS, plural=st.none() | TEXTS)
def test_an_entry_reads_back_as_it_was(label: str, source: str, plural: str | None) -> None:
    message = Message(label, source, ("",), LOCATOR, source_plural=plural)
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    read = read_po("es.po", (header + message_lines(message) + "\n").encode())
    assert read.findings == ()
    (entry,) = [one for one in read.entries if one.msgid]
    assert (entry.msgctxt, entry.msgid, entry.msgid_plural) == (label, source, plural)
    assert not any(entry.msgstr)


@pytest.mark.parametrize(
    ("locale", "header", "forms"),
    [
        ("ru", None, 3),
        ("ja", None, 1),
        ("ar", None, 6),
        ("ru", "nplurals=2; plural=(n != 1);", 2),
        ("ru", "nonsense", 3),
    ],
)
def test_an_entry_has_as_many_forms_as_its_catalogue(
    locale: str, header: str | None, forms: int
) -> None:
    message = Message("a", "{count} day", ("",), LOCATOR, source_plural="{count} days")
    lines = message_lines(message, form_count(locale, header)).split("\n")
    assert [line for line in lines if line.startswith("msgstr")] == [
        f'msgstr[{index}] ""' for index in range(forms)
    ]


def _hint(folder: Path, rule: str, files: dict[str, str | bytes]) -> str:
    findings = judged(repository(folder, files)).findings
    (hint,) = [finding.hint for finding in findings if finding.rule == rule]
    assert hint is not None
    return hint


def test_what_a_file_beside_lacks_is_written_into_that_file(tmp_path: Path) -> None:
    hint = _hint(
        tmp_path,
        "missing-translation",
        {
            "content/texts/terms.yaml": "locales: {en: {title: Terms, description: All.}}\n",
            "content/texts/terms.es.md": "Todo.\n",
        },
    )
    assert hint == "write `title` in the front matter of this file, as in `en`"


def test_keys_that_yaml_would_take_for_something_else_are_quoted(tmp_path: Path) -> None:
    text = 'locales: {en: {title: T, properties: {"a: b": x, ok_1: y, "*": z}}}\n'
    hint = _hint(tmp_path, "missing-translation", {"content/texts/terms.yaml": text})
    assert 'properties: {"a: b": …, ok_1: …, "*": …}' in hint


@pytest.mark.parametrize(
    ("source", "own"),
    [
        ('msgid "Day"\nmsgstr ""\n', 'msgid "Day"\nmsgid_plural "Days"\nmsgstr[0] "a"\n'),
        ('msgid "Day"\nmsgid_plural "Days"\nmsgstr[0] ""\n', 'msgid "Day"\nmsgstr "a"\n'),
    ],
)
def test_an_entry_that_came_to_have_a_plural_or_lost_it_is_written_whole(
    source: str, own: str, tmp_path: Path
) -> None:
    begin = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgctxt "a"\n'
    english = {"content/translations/p/en.po": begin + source}
    spanish = "content/translations/p/es.po"
    hint = _hint(tmp_path, "stale", {**english, spanish: begin + own})
    lines = hint.partition("\n")[2].replace('""', '"x"')
    mended = begin.removesuffix('msgctxt "a"\n') + lines + "\n"
    findings = judged(repository(tmp_path, {**english, spanish: mended})).findings
    assert [one.rule for one in findings if one.rule in ("stale", "missing-translation")] == []
