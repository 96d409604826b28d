"""Files that mean harm, or are broken: a finding with its place, and the others come in."""

import json
from pathlib import Path

import pytest

from compiler.base.failure import UsageError
from compiler.edit.interchange.formats import FORMATS
from compiler.edit.interchange.gather import gather
from tests.edit.interchange.samples import brought, entries, reasons

LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>\n'
    "<resources><string name='a'>&c;</string></resources>"
)
FETCHED = '<!DOCTYPE x SYSTEM "file:///etc/passwd">\n<resources/>'
DEEP_JSON = '{"a": ' * 200 + "1" + "}" * 200
DEEP_XML = "<plist>\n" + "<dict>" * 200


@pytest.mark.parametrize(
    ("form", "path", "data", "rule", "line"),
    [
        ("android", "values-de/s.xml", LAUGHS, "invalid-xml", 1),
        ("android", "values-de/s.xml", FETCHED, "invalid-xml", 1),
        ("android", "values-de/s.xml", "<resources>&nbsp;</resources>", "invalid-xml", 1),
        (
            "apple-strings",
            "de.lproj/L.stringsdict",
            LAUGHS.replace(" x ", " plist "),
            "invalid-xml",
            1,
        ),
        ("apple-strings", "de.lproj/L.stringsdict", DEEP_XML, "deep-nesting", 2),
        ("apple-strings", "de.lproj/L.strings", b'\n"a" = "\xe9";', "not-utf-8", 2),
        ("xcstrings", "de/L.xcstrings", DEEP_JSON, "deep-nesting", 1),
        ("xcstrings", "de/L.xcstrings", '{\n"strings": {"a": }}', "invalid-json", 2),
        ("arb", "app_de.arb", DEEP_JSON, "deep-nesting", 1),
        ("arb", "app_de.arb", b'{"a": "\xff"}', "not-utf-8", 1),
    ],
)
def test_one_file_is_told_and_no_other_is_touched(
    form: str, path: str, data: str | bytes, rule: str, line: int
) -> None:
    good = {
        "android": ("values/s.xml", '<resources><string name="a">A</string></resources>'),
        "apple-strings": ("en.lproj/L.strings", '"a" = "A";'),
        "xcstrings": ("L.xcstrings", json.dumps({"sourceLanguage": "en", "strings": {"a": {}}})),
        "arb": ("app_en.arb", '{"a": "A"}'),
    }[form]
    made = brought(form, {good[0]: good[1], path: data})
    assert [(one.rule, one.place.path, one.place.line) for one in made.findings] == [
        (rule, path, line)
    ]
    assert 'msgctxt "a"\nmsgid "A"' in made.files["content/translations/ns/en.po"].decode() or (
        form == "xcstrings"
    )


@pytest.mark.parametrize("form", ["android", "apple-strings", "xcstrings", "arb"])
@pytest.mark.parametrize("data", ["[]", "null", "7", '"x"', "<x/>", "\0", "{}", "<<<<<<< a\n"])
def test_whatever_else_a_file_holds_is_no_traceback(form: str, data: str) -> None:
    name = {"android": "values-de/a.xml", "apple-strings": "de.lproj/a.strings"}.get(form, "de/a")
    good = ("en.json", "{}")
    try:
        made = brought(form, {name: data, good[0]: good[1]})
    except UsageError:
        return
    assert made.findings or made.summary.refused or made.summary.left_out or made.summary.files


def test_a_file_of_200_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "strings.xml").open("wb") as file:
        file.truncate(200_000_000)
    (tmp_path / "strings-good.xml").write_text("<resources/>")
    found = gather([str(tmp_path)], FORMATS["android"].names)
    assert [Path(path).name for path in found.files] == ["strings-good.xml"]
    assert [(Path(path).name, why) for path, why in found.left_out] == [
        ("strings.xml", "it is larger than 50 MB")
    ]


def test_a_character_that_no_catalogue_can_hold_is_refused_in_every_format() -> None:
    for form, good, bad in (
        ("apple-strings", "en.lproj/L.strings", '"a" = "A";\n"b" = "x\\U0000";\n/*\0*/"c" = "C";'),
        ("i18next", "en.json", '{"a": "A", "b": "x\\u0000", "c": "\\u0000"}'),
        ("properties", "m_en.properties", "a=A\nb=x\\u0000\nc=\\u0000"),
        ("rails-yaml", "en.yml", 'en: {a: A, b: "x\\0", c: "\\0"}'),
    ):
        made = brought(form, {good: bad})
        why = "it has the character NUL, which no catalogue can hold"
        assert reasons(made) == [("en", "b", why), ("en", "c", why)]
        assert entries(made, "en") == {"a": ("A", "")}


def test_a_folder_gives_the_files_of_its_format_alone(tmp_path: Path) -> None:
    for name in ("values/strings.xml", "values-de/Other.XML", "layout/main.xml", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = gather([str(tmp_path)], FORMATS["android"].names)
    assert sorted(Path(path).name for path in found.files) == ["Other.XML", "strings.xml"]
    assert found.others == 2


def test_placeholders_that_differ_come_in_for_check_to_tell() -> None:
    made = brought(
        "android",
        {
            "values/s.xml": '<resources><string name="a">%1$s of %2$d</string></resources>',
            "values-de/s.xml": '<resources><string name="a">%3$s von %s</string></resources>',
        },
    )
    assert reasons(made) == []
    assert "{arg3} von {arg1}" in made.files["content/translations/ns/de.po"].decode()
