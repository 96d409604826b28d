"""The fingerprint: equal for the same words however they were written, different for others."""

import unicodedata
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from compiler.model.fingerprint import fingerprint

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
owns = st.fixed_dictionaries(
    {},
    optional={
        "title": texts,
        "description": texts,
        "properties": st.dictionaries(texts, json_values, max_size=3),
        "fields": st.dictionaries(texts, texts, max_size=3),
    },
)


def test_known_values() -> None:
    # sha256 of {"description":"Confirm your phone.","title":"Basic"}
    own = {"title": "Basic", "description": "Confirm your phone."}
    assert fingerprint(own) == "58ae2466"
    assert fingerprint({}) == "44136fa3"


@given(owns)
def test_it_is_eight_hex_digits_and_does_not_depend_on_order(own: dict[str, Any]) -> None:
    found = fingerprint(own)
    assert len(found) == 8
    assert set(found) <= set("0123456789abcdef")
    assert fingerprint(dict(reversed(own.items()))) == found


@given(owns)
def test_line_ends_trailing_space_and_composition_do_not_count(own: dict[str, Any]) -> None:
    description = own.get("description", "")
    other = unicodedata.normalize("NFD", description).replace("\n", " \t\r\n") + " \n\n"
    assert fingerprint({**own, "description": other}) == fingerprint(
        {**own, "description": description}
    )


@given(owns, st.text("abc", min_size=1, max_size=5), st.text("abc", min_size=1, max_size=5))
def test_other_words_are_another_fingerprint(own: dict[str, Any], one: str, two: str) -> None:
    assume(one != two)
    assert fingerprint({**own, "title": one}) != fingerprint({**own, "title": two})


@given(owns, texts)
def test_a_text_is_not_taken_for_another_part(own: dict[str, Any], text: str) -> None:
    rest = {name: value for name, value in own.items() if name not in {"title", "description"}}
    assert fingerprint({**rest, "title": text}) != fingerprint({**rest, "description": text})
