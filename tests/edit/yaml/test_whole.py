"""YAML that is written whole: as a person would, and read back as it was."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.edit.yaml.whole import whole_yaml
from compiler.read.yaml import read_yaml

WRITTEN = """\
type: personal
properties:
  daily_limit: 1000
  share: 0.5
  tags: [vip, "a, b", "yes"]
  steps:
    - name: one
      at: "12:30"
    - - [1, 2]
      - {}
  none: null
  empty: ""
  list: []
"on": true
title: "Terms: part #1"
link: https://acme.example/a?b=c
day: "2027-01-31"
description: |-
  First line.

    indented: "as it is"
with_end: |
  a
  b
leading: |2-
    two spaces first
  then none
tab: "a\\tb"
"""
DATA = {
    "type": "personal",
    "properties": {
        "daily_limit": 1000,
        "share": 0.5,
        "tags": ["vip", "a, b", "yes"],
        "steps": [{"name": "one", "at": "12:30"}, [[1, 2], {}]],
        "none": None,
        "empty": "",
        "list": [],
    },
    "on": True,
    "title": "Terms: part #1",
    "link": "https://acme.example/a?b=c",
    "day": "2027-01-31",
    "description": 'First line.\n\n  indented: "as it is"',
    "with_end": "a\nb\n",
    "leading": "  two spaces first\nthen none",
    "tab": "a\tb",
}


def test_data_is_written_as_a_person_would() -> None:
    assert whole_yaml(DATA) == WRITTEN
    assert read_yaml("x", WRITTEN.encode()).data == DATA


def test_a_long_list_has_an_item_a_line() -> None:
    words = [f"https://acme.example/{number}" for number in range(4)]
    lines = "".join(f"  - {word}\n" for word in words)
    assert whole_yaml({"redirect_uris": words}) == f"redirect_uris:\n{lines}"


@pytest.mark.parametrize("text", ["no", "1", "1e5", "~", "null", "=", "<<", "- a", "a:", "a #b"])
def test_a_text_that_would_mean_something_else_is_quoted(text: str) -> None:
    assert whole_yaml({"a": text, text: 1}) == f'a: "{text}"\n"{text}": 1\n'


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    [
        "\n",
        "\n\n",
        " a\nb",
        "a\n\n",
        "a\n \n",
        "\ta\nb",
        "---\na",
        "a\r\nb",
        "\ufeffx\ny",
        "a\x85\nb",
    ]
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(TEXTS, JSON, min_size=1, max_size=4))
def test_any_data_is_read_back_as_it_was(data: dict[str, Any]) -> None:
    read = read_yaml("x", whole_yaml(data).encode())
    assert read.findings == ()
    assert read.data == data
