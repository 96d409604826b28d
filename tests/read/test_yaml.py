import io
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.read.document import Suppression
from compiler.read.yaml import read_yaml


def read(text: str | bytes) -> Any:
    document = read_yaml("f.yaml", text.encode() if isinstance(text, str) else text)
    assert document.findings == ()
    return document.data


def only_finding(text: str | bytes) -> Finding:
    (finding,) = read_yaml("f.yaml", text.encode() if isinstance(text, str) else text).findings
    return finding


def where(place: Place) -> tuple[int, int, int]:
    return place.line, place.column, place.length


def test_words_and_times_and_dates_stay_text() -> None:
    text = "a: no\nb: on\nc: 12:30\nd: 2027-01-01\ne: 1_000\nf: Yes\n"
    expected = {"a": "no", "b": "on", "c": "12:30", "d": "2027-01-01", "e": "1_000", "f": "Yes"}
    assert read(text) == expected


def test_keys_are_the_text_as_written() -> None:
    text = "no: Norsk\n1: one\n1.50: price\ntrue: yes\n~: tilde\n"
    assert list(read(text)) == ["no", "1", "1.50", "true", "~"]


def test_scalars_of_the_core_schema() -> None:
    text = "[1, -2, +3, 0x1F, 0o17, 017, 1.5, .5, 1e3, true, FALSE, ~, Null, '1', \"true\"]"
    got = read(text)
    assert got == [1, -2, 3, 31, 15, 17, 1.5, 0.5, 1000.0, True, False, None, None, "1", "true"]
    assert [type(v) for v in got[:9]] == [int] * 6 + [float] * 3


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n", "--- # nothing\n...\n"])
def test_an_empty_file_is_none_and_no_problem(text: str) -> None:
    assert read(text) is None


def test_byte_order_mark_and_crlf_and_cr() -> None:
    assert read("\ufeffa: é\r\nb: |\r\n  x\r\n  y\r\nc: d\r") == {"a": "é", "b": "x\ny\n", "c": "d"}


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
def test_only_yaml_1_2_line_ends_end_a_line(character: str) -> None:
    document = read_yaml("f.yaml", f"a: 'x{character}y'\nb: z\n".encode())
    assert document.data == {"a": f"x{character}y", "b": "z"}
    assert where(document.places.key("b")) == (2, 1, 1)


def test_places_count_code_points() -> None:
    document = read_yaml("f.yaml", "\ufeffключ: {😀é: 'ю', b: 2}  # x\nl:\n  - ab\n".encode())
    places = document.places
    assert where(places.key("ключ")) == (1, 1, 4)
    assert where(places.value("ключ")) == (1, 7, 15)
    assert where(places.key("ключ", "😀é")) == (1, 8, 2)
    assert where(places.value("ключ", "😀é")) == (1, 12, 3)
    assert where(places.value("ключ", "b")) == (1, 20, 1)
    assert where(places.value("l", 0)) == (3, 5, 2)
    assert places.value("l").path == "f.yaml"


def test_what_goes_on_over_lines_has_the_length_of_its_first() -> None:
    document = read_yaml("f.yaml", b'a: |-  \n  x\nb: "one\n  two"\nc:\n  d: 1\n  e: 2\nf:\n')
    places = document.places
    assert where(places.value("a")) == (1, 4, 2)
    assert where(places.value("b")) == (3, 4, 4)
    assert where(places.value("c")) == (6, 3, 4)
    assert where(places.value("f")) == (8, 3, 1)


def test_a_duplicate_key_is_found_at_the_second_and_the_first_counts() -> None:
    document = read_yaml("f.yaml", b"a: {x: 1}\nb: 2\na: {x: 3, y: 4}\n")
    (finding,) = document.findings
    assert (finding.rule, where(finding.place)) == ("duplicate-key", (3, 1, 1))
    assert [where(note.place) for note in finding.notes] == [(1, 1, 1)]
    assert document.data == {"a": {"x": 1}, "b": 2}
    assert where(document.places.value("a", "x")) == (1, 8, 1)
    assert not document.places.has("a", "y")


def test_keys_that_are_written_differently_and_mean_the_same_are_duplicates() -> None:
    assert only_finding("1: a\n'1': b\n").rule == "duplicate-key"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: !!str 2025\n", (1, 4, 10)),
        ("a: !include x.yaml\n", (1, 4, 15)),
        ("a: ! x\n", (1, 4, 3)),
        ("a: !!python/object:os.system x\n", (1, 4, 27)),
        ("!!str a: b\n", (1, 1, 7)),
        ("a: !!map {b: c}\n", (1, 4, 7)),
        ("a: !e!x y\n", (1, 4, 1)),
    ],
)
def test_tags_are_refused(text: str, place: tuple[int, int, int]) -> None:
    finding = only_finding(text)
    assert finding.rule == "yaml-tag"
    assert (finding.place.line, finding.place.column) == place[:2]


def test_the_message_names_the_tag_as_written() -> None:
    assert only_finding("a: !!str 2025\n").message == (
        "the tag `!!str` is not allowed: content is plain data"
    )


def test_merge_keys_are_refused_and_quoted_ones_are_keys() -> None:
    document = read_yaml("f.yaml", b"a: &a {x: 1}\nb:\n  <<: *a\n  y: 2\n")
    assert [(f.rule, where(f.place)) for f in document.findings] == [("merge-key", (3, 3, 2))]
    assert document.data["b"] == {"y": 2}
    assert read("'<<': 1\n") == {"<<": 1}


def test_an_alias_is_a_copy_with_places() -> None:
    document = read_yaml("f.yaml", b"a: &x\n  k: [1, 2]\nb: *x\n&key c: *key\n*key : z\n")
    assert [f.rule for f in document.findings] == ["duplicate-key"]
    assert document.data == {"a": {"k": [1, 2]}, "b": {"k": [1, 2]}, "c": "c"}
    assert document.data["a"] is not document.data["b"]
    assert where(document.places.value("b")) == (3, 4, 2)
    assert where(document.places.value("b", "k", 1)) == (2, 10, 1)
    assert where(document.places.key("b", "k")) == (2, 3, 1)


def test_an_alias_of_what_it_is_part_of() -> None:
    finding = only_finding("a: &a [1, *a]\n")
    assert (finding.rule, where(finding.place)) == ("unbounded-alias", (1, 11, 2))


def test_an_alias_of_nothing() -> None:
    finding = only_finding("a: *b\n")
    assert finding.rule == "invalid-yaml"
    assert finding.hint == 'put a text that begins with `*` in quotes: `"*b"`'


def test_a_billion_laughs_are_a_finding_and_no_data() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    document = read_yaml("f.yaml", "\n".join(lines).encode())
    assert document.data is None
    assert [f.rule for f in document.findings] == ["unbounded-alias"]


def test_aliases_cannot_nest_without_bound() -> None:
    lines = ["a0: &a0 {x: 1}"]
    lines += [f"a{n}: &a{n} {{x: *a{n - 1}}}" for n in range(1, 120)]
    document = read_yaml("f.yaml", "\n".join(lines).encode())
    assert [f.rule for f in document.findings] == ["deep-nesting"]


@pytest.mark.parametrize("text", ["[" * 200_000, "- " * 5_000 + "x", "{a: " * 50_000, "? " * 3_000])
def test_deep_nesting_is_a_finding(text: str) -> None:
    assert only_finding(text).rule == "deep-nesting"


def test_a_hundred_levels_are_fine() -> None:
    assert read("[" * 100 + "]" * 100) is not None


def test_keys_must_be_text() -> None:
    document = read_yaml("f.yaml", b"[a, b]: c\n{d: e}: f\ng: h\n")
    assert [f.rule for f in document.findings] == ["invalid-yaml", "invalid-yaml"]
    assert document.data == {"g": "h"}
    assert only_finding("? \n: x\n").message == "there is no key before this `:`"


def test_a_second_document_is_refused() -> None:
    document = read_yaml("f.yaml", b"a: 1\n---\nb: [\n")
    assert [(f.rule, where(f.place)) for f in document.findings] == [("invalid-yaml", (2, 1, 3))]
    assert document.data == {"a": 1}


@pytest.mark.parametrize("number", [".inf", "-.INF", ".nan", "1e999", "12345678901234567890"])
def test_numbers_that_json_does_not_keep(number: str) -> None:
    finding = only_finding(f"a: {number}\n")
    assert (finding.rule, where(finding.place)) == ("unsafe-number", (1, 4, len(number)))
    assert finding.hint == f'put it in quotes where it is a text: `"{number}"`'


def test_a_number_of_a_million_digits_is_a_short_finding() -> None:
    finding = only_finding("a: " + "9" * 1_000_000)
    assert finding.rule == "unsafe-number"
    assert len(finding.message) < 100


def test_bytes_that_are_no_text() -> None:
    finding = only_finding("a: é\nb: ".encode() + b"\xff\n")
    assert (finding.rule, where(finding.place)) == ("not-utf-8", (2, 4, 1))
    assert only_finding("a: b".encode("utf-16")).rule == "not-utf-8"


def test_a_colon_in_the_name_of_an_anchor_does_not_change_a_text() -> None:
    assert only_finding("a: &x:y z\n").message == "`&x` does not end with a space"


def test_a_question_mark_in_brackets_does_not_get_lost() -> None:
    finding = only_finding("a: {?b: c}\n")
    assert finding.message == "this would be read as the key `b`, without the `?` before it"
    assert finding.hint == 'put it in quotes: `"?b"`'
    assert read("? a\n: b\nc?: d\n") == {"a": "b", "c?": "d"}


SUPPRESSED = b"""\
# clientarea: ignore stale -- reviewed by the lawyers
a: b  # clientarea: ignore repeated-word, changed-url -- a name

# another remark
# clientarea: ignore same-as-source -- a brand

# and another
c: "# clientarea: ignore no -- inside a text"
d: |  # clientarea: ignore yes -- beside a block
  # clientarea: ignore no -- inside a block
e: x#clientarea:ignore no -- no comment
f: [1,  # clientarea: ignore flow -- inside brackets
  2]
"""


def test_suppressions() -> None:
    document = read_yaml("f.yaml", SUPPRESSED)
    assert document.findings == ()
    assert [(s.rule, s.line, s.column, s.lines) for s in document.suppressions] == [
        ("stale", 1, 1, (1, 2)),
        ("repeated-word", 2, 7, (2,)),
        ("changed-url", 2, 7, (2,)),
        ("same-as-source", 5, 1, (5, 8)),
        ("yes", 9, 7, (9,)),
        ("flow", 12, 9, (12,)),
    ]
    assert document.suppressions[0] == Suppression(
        "stale", "reviewed by the lawyers", "f.yaml", 1, 1, (1, 2)
    )


@pytest.mark.parametrize(
    ("comment", "message", "hint"),
    [
        (
            "# clientarea: ignore stale",
            "this comment silences nothing: it gives no reason",
            "write `clientarea: ignore stale -- <reason>`",
        ),
        (
            "#clientarea: ignore stale, x --  ",
            "this comment silences nothing: it gives no reason",
            "write `clientarea: ignore stale, x -- <reason>`",
        ),
        (
            "# clientarea: ignroe stale -- typo",
            "this comment silences nothing: it cannot be understood",
            "write `clientarea: ignore <rule> -- <reason>`",
        ),
    ],
)
def test_suppressions_that_silence_nothing(comment: str, message: str, hint: str) -> None:
    document = read_yaml("f.yaml", f"a: b  {comment}\n".encode())
    assert document.suppressions == ()
    (finding,) = document.findings
    assert (finding.rule, finding.message, finding.hint) == (
        "suppression-without-reason",
        message,
        hint,
    )
    assert where(finding.place) == (1, 7, len(comment.rstrip()))


scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]))
    | st.sampled_from(["no", "on", "12:30", "2027-01-01", "0x1f", "1_0", "null", "~", "<<", "- a"])
)
keys = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=8
)
trees = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


# What YAML 1.2 allows in brackets and libyaml refuses: `{:a: b, ?c: ?d}`.
REFUSED = re.compile(rb"[{\[,:]\s*[?:]")


@given(trees, st.booleans())
def test_reads_what_ruamel_writes_and_as_ruamel_reads_it(tree: Any, flow: bool) -> None:
    oracle = YAML(typ="safe", pure=True)
    oracle.version = (1, 2)
    oracle.default_flow_style = flow
    oracle.allow_unicode = True
    stream = io.BytesIO()
    oracle.dump(tree, stream)
    document = read_yaml("f.yaml", stream.getvalue())
    if flow and document.findings and REFUSED.search(stream.getvalue()):
        return
    assert document.findings == ()
    assert document.data == tree
    assert document.data == YAML(typ="safe", pure=True).load(stream.getvalue())


@given(st.text(alphabet=" \n\t-:,[]{}#&*!|>'\"%@`a0é\r", max_size=40) | st.text(max_size=40))
def test_no_text_makes_it_fail(text: str) -> None:
    document = read_yaml("f.yaml", text.encode("utf-8", "surrogatepass"))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in document.findings:
        assert 1 <= finding.place.line <= len(lines)
        assert finding.message


@given(st.binary(max_size=60))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    document = read_yaml("f.yaml", data)
    assert document.data is None or not any(f.rule == "not-utf-8" for f in document.findings)
