"""Fluent: messages, attributes, selects and terms come in; what ICU says goes out."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compiler.edit.interchange.exporting import Export, plan_export
from compiler.edit.interchange.fluent.reading import read_fluent
from compiler.edit.interchange.fluent.writing import as_fluent, write_fluent
from compiler.edit.interchange.given import Namespace
from compiler.edit.interchange.texts_out import Wording
from compiler.messages.ast import Argument, Branch, Plural, Text
from compiler.messages.expressible import NotExpressible
from compiler.messages.icu import parse
from compiler.messages.icu_print import to_text
from compiler.read.po import read_po
from tests.edit.interchange.samples import brought, entries, po, reasons

FTL = """\
-brand = Acme

# Greets
#   somebody.
hello =
    Hello { $name }, this is { -brand }.
      Indented { "{" }so{ "}" }.
    .title = A <b>{ $name }</b> title
files = { $gender ->
    [male] His
   *[other] Their
} { $count ->
    [0] no files
    [one] file
   *[other] { $count } of { NUMBER($all) } files
}
ranked = { NUMBER($place, type: "ordinal") ->
    [one] { $place }st
   *[other] { $place }th
}
on = On { DATETIME($day, dateStyle: "medium") } at { NUMBER($rate, style: "percent") }
"""


def test_what_fluent_says_comes_in() -> None:
    made = brought("fluent", {"en/app.ftl": FTL})
    assert entries(made, "en") == {
        "hello": ("Hello {name}, this is Acme.\n  Indented '{so}'.", ""),
        "hello.title": ("A <b>{name}</b> title", ""),
        "files": (
            "{gender, select, male {His} other {Their}} {count, plural, =0 {no files} one {file}"  # noqa: ISC004
            " other {# of {all, number} files}}",
            "",
        ),
        "ranked": ("{place, selectordinal, one {#st} other {#th}}", ""),
        "on": ("On {day, date, medium} at {rate, number, percent}", ""),
    }
    assert reasons(made) == [
        ("en", "-brand", "it is a term; its text stands now where messages name it")
    ]
    assert b"#. Greets\n#.   somebody." in made.files["content/translations/ns/en.po"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("a = { b }", "names `b`, which is not in this file"),
        ("a = { a }", "without an end"),
        ("a = { -t(case: 1) }\n-t = T", "hands arguments"),
        ("a = { NUMBER($n, minimumFractionDigits: 2) }", "no words for"),
        ("a = { UPPER($n) }", "no words for"),
        ('a = { "x" ->\n  *[other] b\n }', "something else than an argument"),
        ("a = { $n ->\n  [1.5] b\n *[other] c\n }", "no words for `1.5`"),
        ("a = { $n ->\n  [-1] b\n *[other] c\n }", "no words for `-1`"),
        ("a = { NUMBER($n) ->\n  [some] b\n *[other] c\n }", "no words for `some`"),
        ("a = { $n ->\n  [other] b\n *[what] c\n }", "`what` stands for what is left"),
        ("a = {", "it is no Fluent"),
        ("1a = b", "it is no Fluent"),
    ],
)  # fmt: skip
def test_what_cannot_come_in_is_refused_with_its_place(line: str, why: str) -> None:
    made = brought("fluent", {"en.ftl": f"good = Good\n\n{line}\n"})
    assert list(entries(made, "en")) == ["good"]
    told = [one for _, one in made.summary.refused if not one.name.startswith("-")]
    assert [(why in one.reason, one.place.line >= 3) for one in told] == [(True, True)]


def test_bytes_that_are_no_text_are_told() -> None:
    made = brought("fluent", {"en.ftl": "a = A\n", "de.ftl": b"a = \xff\n"})
    assert [(one.rule, one.place.path) for one in made.findings] == [("not-utf-8", "de.ftl")]


def handed_out(files: dict[str, bytes]) -> Export:
    catalogues = {
        path.rpartition("/")[2].removesuffix(".po"): read_po(path, data)
        for path, data in files.items()
        if path.endswith(".po")
    }
    return plan_export("fluent", Namespace("en", catalogues["en"], catalogues, name="ns"))


def test_what_came_in_goes_out_and_in_again() -> None:
    german = "hello = Hallo { $name }\n    .title = Titel\n"
    first = brought("fluent", {"en.ftl": FTL, "de.ftl": german})
    export = handed_out(dict(first.files))
    assert export.refused == []
    assert export.files["de.ftl"].decode() == f"# Greets\n#   somebody.\n{german}"
    again = brought("fluent", dict(export.files), first.files)
    assert again.files == first.files


def test_labels_of_our_own_are_joined_by_hyphens_and_found_again() -> None:
    english = po(
        'msgctxt "a.b.c"\nmsgid "One"\nmsgstr ""\n',
        'msgctxt "a.b-c"\nmsgid "Two"\nmsgstr ""\n',
        'msgctxt "offset"\nmsgid "{n, plural, offset:1 one {a} other {b}}"\nmsgstr ""\n',
    )
    files = {"content/translations/ns/en.po": english.encode()}
    export = handed_out(files)
    assert export.files["en.ftl"] == b"a-b-c = One\n"
    assert [(label, why.split()[0]) for _, label, why in export.refused] == [
        ("offset", "Fluent"),
        ("a.b-c", "another"),
    ]
    made = brought("fluent", {"en.ftl": "a-b-c = Uno\n"}, files)
    assert entries(made, "en")["a.b.c"][0] == "Uno"


CHOICES = {
    "{ $n ->\n *[one] One\n  [other] More\n }": "{n, plural, one {One} other {More}}",
    "{ $n ->\n *[one] One\n  [few] Few\n }": "{n, plural, few {Few} other {One}}",
    "{ $n ->\n  [other] More\n  [0] None\n *[one] One\n }": (
        "{n, plural, =0 {None} one {One} other {More}}"
    ),
    "{ $who ->\n  [male] He\n *[they] They\n }": "{who, select, male {He} other {They}}",
    "{ $a ->\n  [x] { $n ->\n    [one] 1\n   *[other] { $n }\n   }\n *[other] Y\n }": (
        "{a, select, x {{n, plural, one {1} other {#}}} other {Y}}"
    ),
}


@pytest.mark.parametrize(("pattern", "icu"), CHOICES.items())
def test_choices_keep_all_their_ways_there_and_back(pattern: str, icu: str) -> None:
    first = brought("fluent", {"en.ftl": f"a = {pattern}\n"})
    assert (entries(first, "en")["a"][0], reasons(first)) == (icu, [])
    again = brought("fluent", dict(handed_out(dict(first.files)).files))
    assert entries(again, "en")["a"][0] == icu


SPACES = {
    "A  b\n    c": "A  b\nc",  # what all lines are indented by is no text to Fluent
    "\n    First\n\n    Second\n      deep": "First\n\nSecond\n  deep",
    '{ "  " }x{ " " }': "  x ",
    "a\tb\u00a0c": "a\tb\u00a0c",
    "{ $a }   { $b }": "{a}   {b}",
}


@pytest.mark.parametrize(("pattern", "text"), SPACES.items())
def test_white_space_is_what_fluent_says_it_is_there_and_back(pattern: str, text: str) -> None:
    first = brought("fluent", {"en.ftl": f"a = {pattern}\n"})
    assert entries(first, "en")["a"][0] == text
    again = brought("fluent", dict(handed_out(dict(first.files)).files))
    assert entries(again, "en")["a"][0] == text


def written(icu: str) -> Any:
    return as_fluent(Wording("k", (icu,), "en", None, is_plural=False))


TEXTS = st.text(st.sampled_from("ab {}[]*.\n\r\t\"'\\#<>é\u00a0"), max_size=10)


@settings(max_examples=200)
@given(TEXTS, TEXTS)
def test_any_text_is_read_again_as_it_was(one: str, two: str) -> None:
    branches = (Branch("=0", (Text(two),)), Branch("other", (Text(one),)))
    icu = to_text((Text(one), Argument("x"), Text(two), Plural("n", branches), Text(one)))
    pattern = written(icu)
    assert not isinstance(pattern, NotExpressible)
    data, homeless = write_fluent({("k",): pattern}, {}, attributes=False)
    assert homeless == []
    [file] = read_fluent("x.ftl", data)
    [unit] = file.units
    assert parse(str(unit.text), inline_html=True) == parse(icu, inline_html=True)
