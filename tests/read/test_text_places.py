"""Every character of a text is found where it stands, however the text is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.read.markdown import read_markdown
from compiler.read.text_places import TextPlaces
from compiler.read.yaml import read_yaml

STYLES = {
    "literal": "a:\n  text: |\n    first ✗\n\n      ✗ in\n    third ✗\n",
    "literal, kept": "a:\n  text: |+\n    ✗\n\n\n    ✗\n\n\n",
    "literal, indent said": "a:\n  text: |2-\n      ✗ in\n    ✗\n",
    "folded": "a:\n  text: >\n    one\n    two ✗\n\n    three ✗\n      - ✗ in\n      - x\n    four\n    ✗\n",
    "folded, cut": "a:\n  text: >-\n    ✗ one\n    ✗ two\n",
    "plain": "a:\n  text: one ✗\n    two ✗\n\n    three ✗\n",
    "plain, in a flow": "a: {text: one ✗ two ✗, b: 1}\n",
    "single": "a:\n  text: 'it''s ✗ and ''✗''\n\n    more ✗'\n",
    "double": 'a:\n  text: "\\"✗ \\u00e9✗ \\\n    on ✗\n\n    more\\n✗ \\x41✗"\n',
    "anchored": 'a:\n  text: &x "a ✗ b"\n',
    "folded with comment": "a:\n  text: > # said\n    one\n    ✗ two\n",
}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("style", STYLES)
def test_in_yaml(style: str, end: str) -> None:
    written = STYLES[style]
    found = found_in(written.replace("\n", end))
    assert found == where(written), written
    assert found


def found_in(text: str) -> list[tuple[int, int]]:
    data = text.encode()
    document = read_yaml("a.yaml", data)
    value = document.data["a"]["text"]
    begin = document.places.value("a", "text")
    places = TextPlaces.of("a.yaml", data)
    spots = [
        places.scalar(begin, index, index + 1, value)
        for index, sign in enumerate(value)
        if sign == "✗"
    ]
    return [(spot.line, spot.column) for spot in spots]


def where(text: str) -> list[tuple[int, int]]:
    return [
        (number, column)
        for number, line in enumerate(text.split("\n"), 1)
        for column, sign in enumerate(line, 1)
        if sign == "✗"
    ]


def test_in_markdown() -> None:
    text = "---\r\ntitle: 'it''s ✗'\r\n---\r\n\r\nfirst\r\n\r\n**✗** there\r\n"
    file = read_markdown("a.en.md", text.encode())
    places = TextPlaces.of("a.en.md", text.encode())
    title = file.front_matter["title"]
    at = title.index("✗")
    place = places.scalar(file.places.value("title"), at, at + 1, title)
    assert (place.line, place.column) == (2, 15)
    at = file.body.index("✗")
    place = places.body(file.places.value("description"), at, at + 1, file.body)
    assert (place.line, place.column, place.length) == (7, 3, 1)


def test_what_cannot_be_found_begins_where_the_text_does() -> None:
    data = b"a: &x one\nb: *x\n"
    document = read_yaml("a.yaml", data)
    begin = document.places.value("b")
    assert TextPlaces.of("a.yaml", data).scalar(begin, 2, 3, "one") == begin


@given(
    st.lists(st.text("ab ✗'\"\\#:", max_size=12), min_size=1, max_size=6),
    st.sampled_from(["|", "|-", "|+"]),
)
def test_any_literal(lines: list[str], head: str) -> None:
    written = f"a:\n  text: {head}\n    x\n" + "".join(f"    {line}\n" for line in lines)
    assert found_in(written) == where(written)


@given(st.text("ab ✗'\"\\\n", min_size=1, max_size=40))
def test_any_double_quoted(value: str) -> None:
    quoted = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    written = f'a:\n  text: "{quoted}"\n'
    assert found_in(written) == where(written)
