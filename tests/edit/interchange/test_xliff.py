"""XLIFF: what tools write comes in, work for a translator goes out and comes back."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compiler.edit.interchange.exporting import Export, plan_export
from compiler.edit.interchange.given import Namespace
from compiler.edit.interchange.importing import Import
from compiler.read.po import read_po
from compiler.read.po_file import PoFile
from tests.edit.interchange.samples import brought, entries, po, reasons

OLD = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    '<file source-language="en" {target} datatype="plaintext" original="x">{header}<body>{units}'
    "</body></file></xliff>"
)
INTO_SPANISH = 'target-language="es"'
NEW = (
    '<xliff version="2.0" srcLang="en" trgLang="es" xmlns="urn:oasis:names:tc:xliff:document:2.0"'
    ' xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0">'
    '<file id="f">{units}</file></xliff>'
)


def old(units: str, target: str = INTO_SPANISH, header: str = "") -> str:
    return OLD.format(units=units, target=target, header=header)


ANGULAR = old(
    '<trans-unit id="greeting" datatype="html"><source>Hi <x id="INTERPOLATION" equiv-text="{{ n }}"/>,'
    ' <x id="START_BOLD_TEXT" ctype="x-b" equiv-text="&lt;b&gt;"/>you<x id="CLOSE_BOLD_TEXT"'
    ' ctype="x-b" equiv-text="&lt;/b&gt;"/></source><target state="translated">Hola'
    ' <x id="INTERPOLATION" equiv-text="{{ n }}"/></target>'
    '<note priority="1" from="description">A greeting.</note></trans-unit>'
    '<trans-unit id="many"><source>{VAR_PLURAL, plural, =0 {none} other {many}}</source></trans-unit>'
)


def test_what_angular_writes() -> None:
    made = brought("xliff", {"messages.es.xlf": ANGULAR})
    assert entries(made, "en") == {
        "greeting": ("Hi {INTERPOLATION}, {START_BOLD_TEXT}you{CLOSE_BOLD_TEXT}", ""),
        "many": ("{VAR_PLURAL, plural, =0 {none} other {many}}", ""),
    }
    assert entries(made, "es")["greeting"][-1] == "Hola {INTERPOLATION}"
    assert b"#. A greeting." in made.files["content/translations/ns/en.po"]
    export = handed_out(made.files)
    assert '<x id="START_BOLD_TEXT" ctype="x-b" equiv-text="&lt;b&gt;"/>you' in text(export, "es")
    assert 'id="greeting"' in text(export, "es")
    again = brought("xliff", {"es.xlf": text(export, "es")}, made.files)
    assert again.files == made.files


def test_what_xcode_writes() -> None:
    header = '<header><tool tool-id="com.apple.dt.xcode" tool-name="Xcode"/></header>'
    units = (
        '<trans-unit id="%@ has %lld files"><source>%@ has %lld files</source>'
        "<target>%@ tiene %lld archivos</target></trans-unit>"
    )
    made = brought("xliff", {"es.xliff": old(units, header=header)})
    [(label, (source, translation))] = [
        (one, (both[0], both[-1])) for one, both in entries(made, "es").items()
    ]
    assert (source, translation) == ("{arg1} has {arg2} files", "{arg1} tiene {arg2} archivos")
    assert made.summary.renamed == (("%@ has %lld files", label),)


def test_a_newer_file_with_segments_states_and_a_limit() -> None:
    units = (
        '<unit id="u1" name="pay.now" slr:sizeRestriction="20"><notes><note category="developer">A'
        ' button.</note></notes><segment state="initial"><source>Pay <ph id="0" equiv="amount"/></source>'
        '<target>Pagar <ph id="0" equiv="amount"/></target></segment></unit>'
        '<unit id="u2"><segment state="final"><source>One. </source><target>Uno. </target></segment>'
        '<segment state="final"><source>Two <pc id="1">b</pc>.</source><target>Dos <pc id="1">b</pc>.'
        "</target></segment></unit>"
    )
    made = brought("xliff", {"es.xlf": NEW.format(units=units)})
    assert entries(made, "es") == {
        "pay.now": ("Pay {amount}", "Pagar {amount}"),
        "u2": ("One. Two <g1>b</g1>.", "Uno. Dos <g1>b</g1>."),
    }
    assert b"#, max-length:20" in made.files["content/translations/ns/en.po"]
    assert b"fuzzy" in made.files["content/translations/ns/es.po"]


def test_a_file_without_translations_is_one_of_the_source() -> None:
    made = brought(
        "xliff", {"messages.xlf": old("<trans-unit id='a'><source>A</source></trans-unit>", "")}
    )
    assert entries(made, "en") == {"a": ("A", "")}


@pytest.mark.parametrize(
    ("data", "rule", "line"),
    [
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]>\n<xliff/>", "invalid-xml", 1),
        (b"<xliff>\n<file>&nbsp;</file></xliff>", "invalid-xml", 2),
        (b"<xliff>\n" + b"<g>" * 200, "deep-nesting", 2),
        (b"<xliff>\n\xff\xfe</xliff>", "invalid-xml", 2),
        (b"<html/>", "invalid-xml", 1),
        (b"<xliff>\n<<<<<<< HEAD\n</xliff>", "invalid-xml", 2),
        (b'<?xml version="1.0" encoding="klingon"?><xliff/>', "invalid-xml", 1),
    ],
)
@pytest.mark.parametrize("name", ["de.xlf", "messages.xlf"])
def test_what_cannot_be_read_is_told_with_its_place(
    data: bytes, rule: str, line: int, name: str
) -> None:
    good = old("<trans-unit id='a'><source>A</source><target>B</target></trans-unit>")
    made = brought("xliff", {name: data, "es.xlf": good})
    assert [(one.rule, one.place.path, one.place.line) for one in made.findings] == [
        (rule, name, line)
    ]
    assert made.summary.left_out == ((name, "nothing of it can be read"),)
    assert entries(made, "es") == {"a": ("A", "B")}


def test_units_that_cannot_come_in_are_told() -> None:
    units = (
        "<trans-unit id=''><source>A</source></trans-unit><trans-unit id='b'><target>B</target></trans-unit>"
        "<trans-unit id='c'><source>C</source><target>1</target></trans-unit>"
        "<trans-unit id='c'><source>C</source><target>2</target></trans-unit>"
        "<trans-unit id='d'><source>D</source></trans-unit>"
        "<trans-unit id='d'><source>Another</source></trans-unit>"
        "<group id='p' restype='x-gettext-plurals'></group>"
        "<trans-unit id='t' translate='no'><source>T</source></trans-unit>"
        "<group translate='no'><trans-unit id='u'><source>U</source></trans-unit>"
        "<trans-unit id='v' translate='yes'><source>V</source></trans-unit></group>"
    )
    made = brought("xliff", {"es.xlf": old(units)})
    assert reasons(made) == [
        ("es", "", "it has no `id`"),
        ("es", "b", "it has no source text"),
        ("es", "p", "its plural has no forms"),
        ("es", "t", "it is marked as not for translation"),
        ("es", "u", "it is marked as not for translation"),
        ("es", "c", "this key stands twice with different texts; the first counts"),
        ("es", "d", "this key stands twice with different texts; the first counts"),
    ]


ENGLISH = po(
    '#. A button.\n#, max-length:12\nmsgctxt "pay.now"\nmsgid "Pay {amount}"\nmsgstr ""\n',
    'msgctxt "quoted"\nmsgid "It\'s \'{raw}\' & <b>so</b>"\nmsgstr ""\n',
    'msgctxt "days"\nmsgid "{count} day"\nmsgid_plural "{count} days"\nmsgstr[0] ""\nmsgstr[1] ""\n',
    'msgctxt "new"\nmsgid "New"\nmsgstr ""\n',
)
SPANISH = po(
    '#. A button.\nmsgctxt "pay.now"\nmsgid "Pay {amount}"\nmsgstr "Pagar {amount}"\n',
    '# mine\n#, fuzzy\n#| msgid "It is so"\nmsgctxt "quoted"\nmsgid "It\'s \'{raw}\' & <b>so</b>"\nmsgstr "Es \'{raw}\'"\n',
    'msgctxt "days"\nmsgid "{count} day"\nmsgid_plural "{count} days"\nmsgstr[0] "{count} día"\nmsgstr[1] "{count} días"\n',
)
OURS = {
    "content/translations/ns/en.po": ENGLISH.encode(),
    "content/translations/ns/es.po": SPANISH.encode(),
}


def handed_out(files: Mapping[str, bytes], form: str = "xliff", only: str = "") -> Export:
    catalogues: dict[str, PoFile] = {
        path.rpartition("/")[2].removesuffix(".po"): read_po(path, data)
        for path, data in files.items()
        if path.endswith(".po")
    }
    states = tuple(filter(None, only.split(",")))
    return plan_export(form, Namespace("en", catalogues["en"], catalogues, states, "ns"))


def text(export: Export, locale: str) -> str:
    return export.files[f"{locale}.xlf"].decode()


def back(said: str, project: Mapping[str, bytes] = OURS) -> Import:
    return brought("xliff", {"es.xlf": said}, project)


@pytest.mark.parametrize("form", ["xliff", "xliff-2"])
def test_what_goes_out_and_comes_back_untouched_changes_nothing(form: str) -> None:
    export = handed_out(OURS, form)
    assert (export.counts, export.refused) == ({"en": 4, "es": 4}, [])
    made = brought("xliff", dict(export.files), OURS)
    assert {path: made.files[path] for path in OURS} == OURS
    assert made.summary.refused == ()


def test_what_goes_out_says_state_notes_and_length() -> None:
    said = text(handed_out(OURS), "es")
    assert 'maxwidth="12" size-unit="char"' in said
    assert '<note from="developer">A button.</note>' in said
    assert '<note from="translator">mine</note>' in said
    assert "The translation was made from: It is so" in said
    assert '<target state="needs-translation"></target>' in said
    assert "<target state=\"needs-review-translation\">Es '{raw}'</target>" in said
    new = text(handed_out(OURS, "xliff-2"), "es")
    assert 'slr:sizeRestriction="12"' in new
    assert '<note category="developer">A button.</note>' in new
    assert 'type="x:gettext-plurals"' in new


def test_only_the_work() -> None:
    said = text(handed_out(OURS, only="missing"), "es")
    assert said.count("<trans-unit") == 1
    assert 'resname="new"' in said


@pytest.mark.parametrize("form", ["xliff", "xliff-2"])
def test_what_a_translator_did_comes_in(form: str) -> None:
    said = text(handed_out(OURS, form, only="missing,stale"), "es")
    for old_text, new_text in (
        ("Es '{raw}'<", "Es '{raw}' y &lt;b&gt;así&lt;/b&gt;<"),
        ('state="needs-translation"></target>', 'state="translated">Nuevo</target>'),
        ('state="needs-review-translation"', 'state="translated"'),
        ('state="initial"', 'state="reviewed"'),
        ("New</source>\n      </segment>", "New</source><target>Nuevo</target></segment>"),
    ):
        said = said.replace(old_text, new_text)
    made = back(said)
    assert entries(made, "es") == {
        "pay.now": ("Pay {amount}", "Pagar {amount}"),
        "quoted": ("It's '{raw}' & <b>so</b>", "Es '{raw}' y <b>así</b>"),
        "days": ("{count} day", "{count} days", "{count} día", "{count} días"),
        "new": ("New", "Nuevo"),
    }
    assert b"fuzzy" not in made.files["content/translations/ns/es.po"]
    assert made.files["content/translations/ns/en.po"] == ENGLISH.encode()


def test_a_source_that_has_changed_meanwhile_is_refused() -> None:
    said = text(handed_out(OURS), "es").replace(">Pagar {amount}<", ">Abonar {amount}<")
    english = ENGLISH.replace("Pay {amount}", "Pay {amount} now").encode()
    made = back(said, {**OURS, "content/translations/ns/en.po": english})
    assert [(locale, name) for locale, name, _ in reasons(made)] == [("es", "pay.now")]
    assert "source text has changed" in reasons(made)[0][2]
    assert made.changed == 1
    assert made.files["content/translations/ns/es.po"] == SPANISH.encode()


def test_a_translation_that_has_changed_meanwhile_is_refused() -> None:
    said = text(handed_out(OURS), "es").replace(">Pagar {amount}<", ">Abonar {amount}<")
    spanish = SPANISH.replace("Pagar {amount}", "Paga {amount}").encode()
    made = back(said, {**OURS, "content/translations/ns/es.po": spanish})
    assert "its translation has changed here" in reasons(made)[0][2]
    assert made.files["content/translations/ns/es.po"] == spanish


def test_what_xml_cannot_hold_is_left_out_and_told() -> None:
    files = {**OURS, "content/translations/ns/en.po": (ENGLISH + '\nmsgctxt "bell"\nmsgid "\\a"\nmsgstr ""\n').encode()}  # fmt: skip
    export = handed_out(files)
    assert ("es", "bell", "it has characters that XML cannot hold") in export.refused
    assert 'resname="bell"' not in text(export, "es")


WRITTEN = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)


@settings(max_examples=60)
@given(st.lists(st.tuples(WRITTEN, WRITTEN), min_size=1, max_size=4), st.sampled_from(["xliff", "xliff-2"]))  # fmt: skip
def test_any_text_goes_out_and_comes_back(texts: list[tuple[str, str]], form: str) -> None:
    def quoted(one: str) -> str:
        return one.replace("\\", "\\\\").replace('"', '\\"')

    english = po(*(f'msgctxt "k{n}"\nmsgid "{quoted(one)}"\nmsgstr ""\n' for n, (one, _) in enumerate(texts)))  # fmt: skip
    spanish = po(*(f'msgctxt "k{n}"\nmsgid "{quoted(one)}"\nmsgstr "{quoted(two)}"\n' for n, (one, two) in enumerate(texts)))  # fmt: skip
    files = {
        "content/translations/ns/en.po": english.encode(),
        "content/translations/ns/es.po": spanish.encode(),
    }
    export = handed_out(files, form)
    assert export.refused == []
    made = brought("xliff", {"es.xlf": text(export, "es")}, files)
    assert made.summary.refused == ()
    assert {path: made.files[path] for path in files} == files


def test_marks_are_read_past_and_who_approves_has_the_last_word() -> None:
    units = (
        "<trans-unit id='a'><source>One <mrk mtype='term'>two</mrk></source>"
        "<target state='needs-review-translation'><mrk mtype='seg' mid='1'>Uno</mrk></target>"
        "</trans-unit><trans-unit id='b' approved='yes'><source>B</source>"
        "<target state='needs-review-translation'>Be</target></trans-unit>"
    )
    made = brought("xliff", {"es.xlf": old(units)})
    assert entries(made, "es") == {"a": ("One two", "Uno"), "b": ("B", "Be")}
    assert made.files["content/translations/ns/es.po"].count(b"fuzzy") == 1
