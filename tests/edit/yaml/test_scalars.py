"""However odd a text is: this reader gives it back, and those of YAML 1.1 do, too."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from compiler.edit.yaml.editing import edit_yaml
from compiler.edit.yaml.edits import Insert, Set
from compiler.read.yaml import read_yaml
from tests.edit.yaml.texts import new_scalars, new_texts

LOOKS_LIKE_SOMETHING_ELSE = [
    "", "~", "null", "true", "no", "No", "NO", "off", "y", "1", "-1", "+1", "1.5", ".5", "1.", "1e3",
    "1_000", "0x1F", "0o17", "017", "0b11", "12:30", "1:30:00", "190:20:30.15", ".inf", "-.INF", ".nan",
    "2025-01-01", "2025-01-01T10:00:00Z", "2025-1-1 1:00:00", "=", "<<",
]  # fmt: skip


@pytest.mark.parametrize("text", LOOKS_LIKE_SOMETHING_ELSE)
def test_what_looks_like_something_else_is_quoted(text: str) -> None:
    after = edit_yaml("f.yaml", b"a: b\n", [Set(("a",), text), Insert((), text or "k", text)])
    assert after.decode().startswith(f'a: "{text}"\n')
    assert yaml.safe_load(after) == {"a": text, text or "k": text}


@pytest.mark.parametrize("text", ["Basic", "a-b", "-a", "it's", 'a "b"', "50 %", "a:b", "https://a.example/?q=1#x", "日本", "a#b", "@" + "a"[:0] or "x"])  # fmt: skip
def test_what_needs_no_quotes_has_none(text: str) -> None:
    expected = f"a: {text}\n" if text != "@" else 'a: "@"\n'
    assert edit_yaml("f.yaml", b"a: b\n", [Set(("a",), text)]).decode() == expected


STYLES = [
    "a",
    "'a'",
    '"a"',
    "|\n  a",
    ">-\n  a",
    "[a]",
    "{a: a}",
    "",
    "- a",
    "a\n  b",
    '"a\n\n  b"',
]


@given(st.sampled_from(STYLES), new_scalars)
def test_readers_agree(style: str, value: Any) -> None:
    before = f"k: {style}\nl: 1\n" if style != "- a" else "k:\n- a\nl: 1\n"
    data = read_yaml("f.yaml", before.encode()).data
    route = ("k", *([0] if isinstance(data["k"], list) else ["a"] if isinstance(data["k"], dict) else []))  # fmt: skip
    after = edit_yaml("f.yaml", before.encode(), [Set(route, value)])
    for tree in (read_yaml("f.yaml", after).data, yaml.safe_load(after)):
        for key in route:
            tree = tree[key]  # noqa: PLW2901 - walks down
        assert (type(tree), tree) == (type(value), value)


@given(new_texts)
def test_keys_are_read_as_they_were_meant(key: str) -> None:
    for before in (b"k: 1\n", b"{k: 1}", b"'k': 1", b"? k\n: 1"):
        after = edit_yaml("f.yaml", before, [Insert((), f"{key}!", 2), Insert((), key, 3)] if key != "k" else [])  # fmt: skip
        if key != "k":
            assert read_yaml("f.yaml", after).data == {"k": 1, f"{key}!": 2, key: 3}
            assert yaml.safe_load(after) == {"k": 1, f"{key}!": 2, key: 3}
