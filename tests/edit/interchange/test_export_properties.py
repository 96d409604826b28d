"""Bundles of Java, on the way back: what MessageFormat can say, and what is told instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.edit.interchange.exporting import Export, plan_export
from compiler.edit.interchange.given import Namespace
from compiler.edit.interchange.java_format import from_java
from compiler.edit.interchange.java_out import as_java, write_properties
from compiler.edit.interchange.origin import Origin
from compiler.edit.interchange.texts_out import Wording
from compiler.messages.expressible import NotExpressible
from compiler.messages.icu import parse
from compiler.messages.icu_error import IcuSyntaxError
from compiler.read.po import read_po
from compiler.read.properties_file import read_properties
from tests.edit.interchange.samples import brought


def java(icu: str, locale: str = "en") -> str | NotExpressible:
    return as_java(Wording("a", (icu,), locale, None, is_plural=False), Origin(("a",)))


@pytest.mark.parametrize(
    ("icu", "said"),
    [
        ("It's {arg0}", "It''s {0}"),
        ("'{raw}' <b>{arg1}</b>", "'{'raw'}' <b>{1}</b>"),
        ("{arg0, number, integer} {arg1, date, short}", "{0,number,integer} {1,date,short}"),
        (
            "{arg0, plural, =0 {none} one {one} other {# of them}}",
            "{0,choice,0#none|1#one|2#{0} of them}",
        ),
    ],
)
def test_what_java_can_say(icu: str, said: str) -> None:
    assert java(icu) == said


@pytest.mark.parametrize(
    ("icu", "locale", "why"),
    [
        ("Hello {name}", "en", "by number"),
        ("{arg0, select, a {x} other {y}}", "en", "nothing else"),
        ("{arg0, plural, one {# рубль} few {# рубля} other {# рублей}}", "ru", "no choice"),
        ("{arg0, plural, one {a|b} other {c}}", "en", "no choice"),
        ("{arg0, plural, one {it's {arg1}} other {c}}", "en", "no choice"),
        ("{arg0, plural, offset:1 one {a} other {c}}", "en", "nothing else"),
        ("{broken", "en", "cannot be read"),
    ],
)
def test_what_java_has_no_words_for(icu: str, locale: str, why: str) -> None:
    said = java(icu, locale)
    assert isinstance(said, NotExpressible)
    assert why in said.reason


def handed_out(files: dict[str, bytes]) -> Export:
    catalogues = {
        path.rpartition("/")[2].removesuffix(".po"): read_po(path, data)
        for path, data in files.items()
        if path.endswith(".po")
    }
    return plan_export("properties", Namespace("en", catalogues["en"], catalogues, name="ns"))


def test_a_bundle_goes_out_as_it_came_in() -> None:
    files: dict[str, str | bytes] = {
        "ns.properties": "# Greets.\nhome.hello=Hello {0}, it''s {1,date,short}\nbye=Bye\n",
        "ns_pt_BR.properties": "# Greets.\nhome.hello=Ol\\u00e1 {0}\n",
    }
    export = handed_out(dict(brought("properties", files).files))
    assert {name: data.decode() for name, data in export.files.items()} == files
    assert export.refused == []


@given(st.text(max_size=12), st.text(min_size=1, max_size=6))
def test_any_text_is_read_again_as_it_was(text: str, key: str) -> None:
    [read] = read_properties("x.properties", write_properties({key: text}, {}))
    assert (read.key, read.text, read.fault) == (key, text, None)


@given(st.text(alphabet="a'{}0 #|<>", max_size=10))
def test_what_is_spelt_for_java_comes_in_again_as_the_same(icu: str) -> None:
    try:
        message = parse(icu, inline_html=True)
    except IcuSyntaxError:
        return
    said = java(icu)
    if isinstance(said, str):
        assert parse(from_java(said, "en").icu, inline_html=True) == message
