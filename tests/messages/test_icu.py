"""ICU MessageFormat read as FormatJS reads it, and printed back."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.messages.ast import (
    Argument,
    Branch,
    Formatted,
    Message,
    Number,
    Plural,
    Select,
    Tag,
    Text,
    joined,
)
from compiler.messages.icu import is_plain, number_skeleton, parse
from compiler.messages.icu_choices import MAX_DEPTH
from compiler.messages.icu_error import IcuErrorKind, IcuSyntaxError
from compiler.messages.icu_print import quoted, to_text
from tests.messages.formatjs import as_formatjs


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", ()),
        ("Save", (Text("Save"),)),
        ("I don't know", (Text("I don't know"),)),
        ("a''b", (Text("a'b"),)),
        ("'{'name'}'", (Text("{name}"),)),
        ("Hello {name}!", (Text("Hello "), Argument("name"), Text("!"))),
        ("{n, number, ::currency/EUR}", (Formatted("n", "number", "::currency/EUR"),)),
        ("{d, date , short }", (Formatted("d", "date", "short"),)),
        (
            "{n, plural, =0 {none} one {# <b>cat</b>} other {# '#' cats}}",
            (
                Plural(
                    "n",
                    (
                        Branch("=0", (Text("none"),)),
                        Branch("one", (Number(), Text(" "), Tag("b", (Text("cat"),)))),
                        Branch("other", (Number(), Text(" # cats"))),
                    ),
                ),
            ),
        ),
        (
            "{n, selectordinal, offset:1 other {#th}}",
            (Plural("n", (Branch("other", (Number(), Text("th"))),), "ordinal", 1),),
        ),
        (
            "{n, plural, other {{g, select, other {#}}}}",  # `#` counts only directly in a plural
            (
                Plural(
                    "n",
                    (Branch("other", (Select("g", (Branch("other", (Text("#"),)),)),)),),
                ),
            ),
        ),
        ("a <br/> b", (Text("a <br/> b"),)),
        ("I <3 you", (Text("I <3 you"),)),
    ],
)
def test_a_message_and_its_tree(text: str, tree: Message) -> None:
    assert joined(parse(text)) == tree


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("Pay {amount", "EXPECT_ARGUMENT_CLOSING_BRACE", 4, 11),
        ("Pay {}", "EMPTY_ARGUMENT", 4, 6),
        ("Pay {a b}", "MALFORMED_ARGUMENT", 4, 7),
        ("Pay {a-b}", "MALFORMED_ARGUMENT", 4, 6),
        ("{a, }", "EXPECT_ARGUMENT_TYPE", 4, 4),
        ("{a, money}", "INVALID_ARGUMENT_TYPE", 4, 9),
        ("{a, plural}", "EXPECT_SELECT_ARGUMENT_OPTIONS", 10, 10),
        ("{a, plural, }", "EXPECT_PLURAL_ARGUMENT_SELECTOR", 12, 12),
        ("{a, select, }", "EXPECT_SELECT_ARGUMENT_SELECTOR", 12, 12),
        ("{a, plural, one}", "EXPECT_PLURAL_ARGUMENT_SELECTOR_FRAGMENT", 15, 15),
        ("{a, plural, offset: other {}}", "EXPECT_PLURAL_ARGUMENT_OFFSET_VALUE", 20, 20),
        ("{a, plural, one {}}", "MISSING_OTHER_CLAUSE", 18, 18),
        (
            "{a, plural, =99999999999999999999 {} other {}}",
            "INVALID_PLURAL_ARGUMENT_SELECTOR",
            13,
            33,
        ),
        ("<b>x", "UNCLOSED_TAG", 0, 4),
        ("x</b>", "UNMATCHED_CLOSING_TAG", 1, 1),
        ("<b>x</b c>", "INVALID_TAG", 4, 8),
        ("{a, plural, offset 1 other {}}", "EXPECT_PLURAL_ARGUMENT_OFFSET_VALUE", 18, 18),
        ('<a href="x">y</a>', "INVALID_TAG", 0, 3),
    ],
)
def test_an_error_has_a_kind_and_a_place(text: str, kind: str, start: int, end: int) -> None:
    with pytest.raises(IcuSyntaxError) as caught:
        parse(text)
    error = caught.value
    assert (error.kind.name, error.start, error.end) == (kind, start, end)


def test_every_kind_of_error_has_words_and_a_hint() -> None:
    errors = [IcuSyntaxError(kind, 0, 0) for kind in IcuErrorKind]
    assert all(str(error) and error.hint for error in errors)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ('<a href="x">y</a>', (Text('<a href="x">y</a>'),)),
        (
            '<a href="{url}">{name}</a>',
            (Text('<a href="'), Argument("url"), Text('">'), Argument("name"), Text("</a>")),
        ),
        ('<b><img src="x"></b>', (Tag("b", (Text('<img src="x">'),)),)),
        ('<b><img src="x"/></b>', (Tag("b", (Text('<img src="x"/>'),)),)),
        ('<a href="x"><img src="y"></a>', (Text('<a href="x"><img src="y"></a>'),)),
        ('<a href="x"><b>y</b></a>', (Text('<a href="x">'), Tag("b", (Text("y"),)), Text("</a>"))),
    ],
)
def test_a_tag_with_attributes_is_inline_html_where_that_is_wanted(
    text: str, tree: Message
) -> None:
    assert parse(text, inline_html=True) == tree
    with pytest.raises(IcuSyntaxError):
        parse(text)


@pytest.mark.parametrize("text", ["<a href=x>y</b>", "<b>y", "<a href>{</a>", "<a href>y</"])
def test_inline_html_does_not_hide_other_errors(text: str) -> None:
    with pytest.raises(IcuSyntaxError):
        parse(text, inline_html=True)


def test_nesting_is_bounded() -> None:
    def nested(depth: int) -> str:
        return "{n,select,other{" * depth + "x" + "}}" * depth

    parse(nested(MAX_DEPTH))
    with pytest.raises(IcuSyntaxError, match="nested too deeply"):
        parse(nested(MAX_DEPTH + 1))
    with pytest.raises(IcuSyntaxError, match="nested too deeply"):
        parse("<a>" * 100_000)


@pytest.mark.parametrize(
    ("text", "icu"),
    [
        ("don't", "don't"),
        ("it's {name}", "it's '{name}'"),
        ("'{", "'''{'"),
        ("{'s", "'{'''s"),
        ("end'", "end''"),
        ("a 'b' c", "a 'b' c"),
        ("''", "''''"),
        ('<a href="x">y</a>', "'<a href=\"x\">'y'</a>'"),
        ("1 < 2 > 0", "1 < 2 > 0"),
        ("'>", "''>"),
        ("#1", "#1"),
    ],
)
def test_quotation_is_no_more_than_needed(text: str, icu: str) -> None:
    assert quoted(text) == icu
    assert parse(icu) == (Text(text),)


def test_neighbouring_texts_are_one() -> None:
    assert joined((Text("a"), Text(""), Text("b"), Argument("c"))) == (Text("ab"), Argument("c"))


def test_a_number_sign_is_quoted_only_where_it_counts() -> None:
    assert to_text((Plural("n", (Branch("other", (Text("#1"),)),)), Text("#"))) == (
        "{n, plural, other {'#'1}}#"
    )


NAMES = st.sampled_from(["a", "name", "count_2", "été", "0"])
TEXTS = st.text(st.sampled_from("ab {}<>'#/é\n|"), min_size=1).map(Text)
SIMPLE = st.one_of(
    TEXTS,
    NAMES.map(Argument),
    st.builds(
        Formatted, NAMES, st.sampled_from(["number", "date"]), st.sampled_from([None, "short"])
    ),
)


def _choices(inner: st.SearchStrategy[Message], names: list[str]) -> st.SearchStrategy[Any]:
    return st.dictionaries(st.sampled_from(names), inner).flatmap(
        lambda rest: inner.map(
            lambda other: tuple(
                Branch(name, message) for name, message in {**rest, "other": other}.items()
            )
        )
    )


def _nodes(inner: st.SearchStrategy[Message]) -> st.SearchStrategy[Message]:
    node = st.one_of(
        SIMPLE,
        st.builds(Tag, st.sampled_from(["b", "x-y"]), inner),
        st.builds(Select, NAMES, _choices(inner, ["male", "female"])),
        st.builds(
            Plural,
            NAMES,
            _choices(inner.map(lambda m: (*m, Number())), ["=0", "one", "few"]),
            st.sampled_from(["cardinal", "ordinal"]),
            st.integers(0, 3),
        ),
    )
    return st.lists(node, max_size=4).map(tuple)


MESSAGES = st.recursive(st.lists(SIMPLE, max_size=3).map(tuple), _nodes, max_leaves=12)


@given(MESSAGES)
def test_what_is_printed_reads_back_as_the_same_tree(message: Message) -> None:
    assert parse(to_text(message)) == joined(message)


@given(st.text(st.sampled_from("ab{}<>'#/,= plurasectoh"), max_size=30))
def test_any_text_is_a_message_or_an_error_with_a_place_inside(text: str) -> None:
    tree: Message | IcuSyntaxError
    try:
        tree = parse(text)
    except IcuSyntaxError as error:
        tree = error
    if isinstance(tree, IcuSyntaxError):
        assert 0 <= tree.start <= tree.end <= len(text)
    else:
        assert joined(parse(to_text(tree))) == joined(tree)


@given(st.text(st.sampled_from("ab{}<>'# "), max_size=12))
def test_what_is_plain_is_its_own_text(text: str) -> None:
    if is_plain(text) and text:
        assert parse(text) == (Text(text),)
        assert parse("{x}" + text)[1:] == (Text(text),)


def test_number_skeletons() -> None:
    assert number_skeleton("currency/CAD unit-width-narrow") == (
        ("currency", ("CAD",)),
        ("unit-width-narrow", ()),
    )
    assert number_skeleton("scale/") == ()


# The vectors of FormatJS: a message, options, and what its parser makes of it.


def _expected(elements: list[Any]) -> list[Any]:
    found: list[Any] = []
    for element in elements:
        here = {k: v for k, v in element.items() if k != "location"}
        here["at"] = [element["location"][side]["offset"] for side in ("start", "end")]
        if "options" in here:
            here["options"] = {k: _expected(v["value"]) for k, v in here["options"].items()}
        if "children" in here:
            here["children"] = _expected(here["children"])
        if isinstance(here.get("style"), dict):
            here["style"] = {k: v for k, v in here["style"].items() if k in {"pattern", "tokens"}}
        if found and found[-1]["type"] == here["type"] == 0:
            found[-1]["value"] += here["value"]
            found[-1]["at"][1] = here["at"][1]
        else:
            found.append(here)
    return found


def _vectors(folder: Path) -> list[tuple[str, str, dict[str, Any], dict[str, Any]]]:
    found = []
    for path in sorted(folder.glob("*.txt")):
        text, options, outcome = path.read_text("utf-8").split("\n---\n")
        found.append((path.stem, text, json.loads(options), json.loads(outcome)))
    return found


def test_the_vectors_of_formatjs(shared_data: Path) -> None:
    vectors = _vectors(shared_data / "icu" / "formatjs")
    assert len(vectors) == 80
    for name, text, options, outcome in vectors:
        if "locale" in options:  # a skeleton with `j` is resolved for a locale: the runtime's part
            parse(text)
            continue
        flags = {
            "tags": not options.get("ignoreTag"),
            "other_required": bool(options.get("requiresOtherClause")),
        }
        if outcome["err"] is None:
            assert as_formatjs(parse(text, **flags)) == _expected(outcome["val"]), name
            continue
        with pytest.raises(IcuSyntaxError) as caught:
            parse(text, **flags)
        location = outcome["err"]["location"]
        assert (caught.value.kind, caught.value.start, caught.value.end) == (
            outcome["err"]["kind"],
            location["start"]["offset"],
            location["end"]["offset"],
        ), name
