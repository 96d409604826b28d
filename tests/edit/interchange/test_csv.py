"""CSV: work for a translator goes out and comes back; sheets with a column a language come in."""

import csv
import io
from collections.abc import Mapping

import pytest

from compiler.edit.interchange.exporting import plan_export
from compiler.edit.interchange.given import Namespace
from compiler.read.po import read_po
from tests.edit.interchange.samples import brought, entries, po, reasons

EN, ES = (f"content/translations/ns/{locale}.po" for locale in ("en", "es"))
ENGLISH = po(
    '#. A button.\n#, max-length:12\nmsgctxt "pay.now"\nmsgid "Pay {amount}"\nmsgstr ""\n',
    'msgctxt "close"\nmsgid "Close your account"\nmsgstr ""\n',
    'msgctxt "bye"\nmsgid "=Bye"\nmsgstr ""\n',
    'msgctxt "days"\nmsgid "{count} day"\nmsgid_plural "{count} days"\nmsgstr[0] ""\nmsgstr[1] ""\n',
    'msgctxt "fine"\nmsgid "Fine"\nmsgstr ""\n',
)
SPANISH = po(
    '#, fuzzy\n#| msgid "Close account"\nmsgctxt "close"\nmsgid "Close your account"\n'
    'msgstr "Cerrar cuenta"\n',
    '#, fuzzy\nmsgctxt "bye"\nmsgid "=Bye"\nmsgstr "-Adiós\\n\\"ya\\"; sí"\n',
    'msgctxt "fine"\nmsgid "Fine"\nmsgstr "Bien"\n',
)
FILES = {
    EN: ENGLISH.encode(),
    ES: SPANISH.encode(),
    "content/configurations/languages.yaml": b"source: en\nactive: [en, es]\nenabled: [en]\n",
}
Rows = list[dict[str, str]]


def handed_out(*only: str, files: Mapping[str, bytes] = FILES) -> Rows:
    """Return the rows of the work in Spanish."""
    catalogues = {one: read_po(one, files[path]) for one, path in (("en", EN), ("es", ES))}
    export = plan_export("csv", Namespace("en", catalogues["en"], catalogues, only, "ns"))
    assert list(export.files) == ["es.csv"]
    return list(csv.DictReader(io.StringIO(export.files["es.csv"].decode("utf-8-sig"), newline="")))


def sheet(rows: Rows, delimiter: str = ",") -> str:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def test_only_the_work_with_what_a_translator_has_to_know() -> None:
    rows = handed_out("missing", "stale")
    assert [(one["key"], one["form"], one["state"]) for one in rows] == [
        ("pay.now", "", "missing"),
        ("close", "", "stale"),
        ("days", "0", "missing"),
        ("days", "1", "missing"),
    ]
    assert (rows[0]["comment"], rows[0]["max_length"]) == ("A button.", "12")
    assert (rows[1]["former_source"], rows[1]["translation"]) == ("Close account", "Cerrar cuenta")


def test_what_nobody_touched_changes_nothing() -> None:
    made = brought("csv", {"es.csv": sheet(handed_out())}, FILES)
    assert {path: data for path, data in made.files.items() if data != FILES[path]} == {}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_what_a_translator_did_comes_in(delimiter: str) -> None:
    rows = handed_out("missing", "stale", "unreviewed")
    for row in rows:
        if row["key"] == "pay.now":
            row["translation"] = "Pague {amount}"
        elif row["key"] == "days":
            row["translation"] = ("{count} día", "{count} días")[int(row["form"])]
        elif row["key"] == "bye":
            row["reviewed"] = "x"
    made = brought("csv", {"es.csv": sheet(rows, delimiter)}, FILES)
    said = entries(made, "es")
    assert said["pay.now"] == ("Pay {amount}", "Pague {amount}")
    assert said["days"] == ("{count} day", "{count} days", "{count} día", "{count} días")
    assert said["bye"] == ("=Bye", '-Adiós\n"ya"; sí')
    spanish = made.files[ES].decode()
    assert spanish.count("#, fuzzy") == 1  # `close`, which nobody touched
    assert '#, fuzzy\n#| msgid "Close account"\nmsgctxt "close"' in spanish


def test_what_has_changed_meanwhile_is_refused_and_the_rest_comes_in() -> None:
    rows = handed_out("missing", "unreviewed")
    for row in rows:
        row["translation"] = {"0": "{count} día", "1": "{count} días"}.get(row["form"], "Nuevo")
    now = FILES | {
        EN: FILES[EN].replace(b"Pay {amount}", b"Pay {amount} now"),
        ES: FILES[ES].replace("Adiós".encode(), b"Hasta luego"),
    }
    made = brought("csv", {"es.csv": sheet(rows)}, now)
    assert [(name, why.partition(" since")[0]) for _, name, why in reasons(made)] == [
        ("pay.now", "its source text has changed"),
        ("bye", "its translation has changed here"),
    ]
    assert made.changed == 2
    assert entries(made, "es")["days"][2:] == ("{count} día", "{count} días")


def test_half_of_a_plural_is_refused() -> None:
    rows = [one for one in handed_out() if one["form"] != "1"]
    rows[3]["translation"] = "{count} día"
    assert reasons(brought("csv", {"es.csv": sheet(rows)}, FILES)) == [
        ("es", "days", "rows of its plural are missing")
    ]


def test_a_sheet_with_a_column_a_language_comes_in() -> None:
    text = "\ufeffkey;en;de-AT;Comment;Owner\r\npay;Pay {n};{n} zahlen;A button;Ann\r\nok;OK;;;\r\n"
    made = brought("csv", {"strings.csv": text})
    assert entries(made, "en") == {"pay": ("Pay {n}", ""), "ok": ("OK", "")}
    assert entries(made, "de-AT")["pay"] == ("Pay {n}", "{n} zahlen")
    assert "#. A button\n" in made.files[EN].decode()


@pytest.mark.parametrize(
    ("data", "rule", "line"),
    [
        (b"pay,Pay,Zahlen\n", "invalid-csv", 1),
        (b'key,en\npay,"Pay" now\n', "invalid-csv", 2),
        (b'key,en\npay,"Pay\n', "invalid-csv", 2),
        (b"key,en\npay,\xff\n", "not-utf-8", 2),
        (b'key,en\npay,"' + b"x" * 200_000 + b'"\n', "invalid-csv", 2),
    ],
)
def test_what_is_no_sheet_is_told_with_its_line(data: bytes, rule: str, line: int) -> None:
    made = brought("csv", {"bad.csv": data, "good.csv": "key,en\nok,OK\n"})
    assert [(one.rule, one.place.line) for one in made.findings] == [(rule, line)]
    assert entries(made, "en") == {"ok": ("OK", "")}


def test_a_row_that_is_too_long_is_named() -> None:
    made = brought("csv", {"a.csv": 'key,en\nok,"O\nK"\npay,Pay,more\n'})
    assert reasons(made) == [("en", "pay", "this row has more cells than there are columns")]
    assert [one.place.line for _, one in made.summary.refused] == [4]


def test_what_somebody_here_has_translated_in_the_same_words_is_no_conflict() -> None:
    rows = handed_out("unreviewed")
    rows[0]["translation"] = "Hasta luego"
    now = FILES | {ES: FILES[ES].replace(b'-Adi\xc3\xb3s\\n\\"ya\\"; s\xc3\xad', b"Hasta luego")}
    assert b'"Hasta luego"' in now[ES]
    made = brought("csv", {"es.csv": sheet(rows)}, now)
    assert (reasons(made), made.changed) == ([], 0)
    assert entries(made, "es")["bye"] == ("=Bye", "Hasta luego")


@pytest.mark.parametrize("form", ["csv", "xliff", "xliff-2"])
@pytest.mark.parametrize(
    ("header", "count"),
    [
        ("nplurals=1; plural=0;", 1),
        ("nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);", 3),
    ],
)
@pytest.mark.parametrize("is_there", [True, False])
def test_a_plural_has_the_forms_of_its_language(
    form: str, header: str, count: int, *, is_there: bool
) -> None:
    entry = 'msgctxt "days"\nmsgid "{count} day"\nmsgid_plural "{count} days"\n'
    said = "".join(f'msgstr[{index}] "T{index}"\n' for index in range(count))
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    files = FILES | {
        EN: po(entry + 'msgstr[0] ""\nmsgstr[1] ""\n').encode(),
        ES: f'{head}"Plural-Forms: {header}\\n"\n\n{entry + said if is_there else ""}'.encode(),
    }
    catalogues = {"en": read_po(EN, files[EN]), "es": read_po(ES, files[ES])}
    namespace = Namespace("en", catalogues["en"], {"es": catalogues["es"]}, (), "ns")
    ((name, data),) = plan_export(form, namespace).files.items()
    text = data.decode("utf-8-sig")
    assert text.count("{count} days") == max(1, count - 1)
    made = brought(form, {name: text}, files)
    assert reasons(made) == []
    assert not is_there or made.files[ES] == files[ES]
