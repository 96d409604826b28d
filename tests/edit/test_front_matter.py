"""Front matter changes as any YAML does; the body stays, or is another one as a whole."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from compiler.base.failure import UsageError
from compiler.edit.front_matter import edit_markdown
from compiler.edit.yaml.edits import Edit, Put, Remove, Set
from compiler.read.decoding import BOM
from compiler.read.markdown import read_markdown
from tests.edit.yaml.texts import documents, is_valid, new_scalars
from tests.edit.yaml.trees import scalars, shown, with_value


@pytest.mark.parametrize(
    ("before", "edits", "body", "after"),
    [
        ("---\ntitle: A # x\n---\n\n# Hi\n", [Set(("title",), "B")], None, "---\ntitle: B # x\n---\n\n# Hi\n"),
        ("---\r\na: 1\r\n---  \r\n\r\n\r\nHi  \r\n", [Put(("b",), 2)], None, "---\r\na: 1\r\nb: 2\r\n---  \r\n\r\n\r\nHi  \r\n"),
        ("---\na: 1\nb: 2\n---\nHi", [Remove(("a",))], "Ho\n", "---\nb: 2\n---\nHo\n"),
        ("---\r\na: 1\r\n---\r\n\r\nHi\r\n", [], "Ho\nhum\n", "---\r\na: 1\r\n---\r\n\r\nHo\r\nhum\r\n"),
        ("# Hi\n", [Put(("title",), "A: b")], None, '---\ntitle: "A: b"\n---\n\n# Hi\n'),
        ("# Hi\n", [], "Ho", "Ho"),
        ("<!-- clientarea: ignore x -->\n", [Put(("a",), 1)], None, "---\na: 1\n---\n\n<!-- clientarea: ignore x -->\n"),
        ("---\n---\nHi\n", [Put(("a", "b"), [1])], None, "---\na:\n  b: [1]\n---\nHi\n"),
        ("\ufeff---\na: 1\n---", [], "Hi\n", "\ufeff---\na: 1\n---\n\nHi\n"),
        ("", [Put(("a",), 1)], "Hi\n", "---\na: 1\n---\n\nHi\n"),
        ("---\na: |\n  ---\n---\n---\n", [Set(("a",), "x\n---\n")], None, "---\na: |\n  x\n  ---\n---\n---\n"),
    ],
)  # fmt: skip
def test_parts(before: str, edits: list[Edit], body: str | None, after: str) -> None:
    assert edit_markdown("f.md", before.encode(), edits, body).decode() == after


@pytest.mark.parametrize(
    ("before", "edits", "body", "sentence"),
    [
        (b"---\na: 1\n", [Set(("a",), 2)], None, "line 1: the front matter that begins here has no end"),
        (b"---\na: [\n---\n", [Set(("a",), 2)], None, "`f.md` cannot be edited as it is: line 2: the file ends"),
        (b"---\n\n\na: [b: 1]\n---\n", [Put(("a", 0, "c"), 2)], None, "see line 4; nothing was written"),
        (b"\xff", [], "x", "is not UTF-8"),
        (b"Hi\n", [], "---\na: 1\n---\n", "only you can change"),
        (b"---\na: 1\n---\nHi\n", [], "\n\nHi\n", "only you can change"),
        (b"---\na: 1\n---\n", [Remove(("b",))], None, "there is no `b`"),
    ],
)  # fmt: skip
def test_one_sentence(before: bytes, edits: list[Edit], body: str | None, sentence: str) -> None:
    with pytest.raises(UsageError, match=r"f\.md") as caught:
        edit_markdown("f.md", before, edits, body)
    assert sentence in str(caught.value)


bodies = st.lists(st.sampled_from(["# Title", "", "  ", "text", "---", "- a", "```"]), max_size=6)


@given(documents(), bodies, st.data())
@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
def test_the_body_stays(front: bytes, lines: list[str], draw: st.DataObject) -> None:
    text = front.decode().removeprefix(BOM)
    assume(is_valid(text.encode()) and "---" not in text)
    end = "\r\n" if "\r\n" in text else "\r" if "\r" in text else "\n"
    text = text if text.endswith(("\r", "\n")) else text + end
    tail = f"---{end}{end.join(lines)}"
    before = f"---{end}{text}{tail}".encode()
    read = read_markdown("f.md", before)
    assume(read.findings == () and read.front_matter)
    assume(scalars(read.front_matter))
    route = draw.draw(st.sampled_from(scalars(read.front_matter)))
    value = draw.draw(new_scalars)
    after = edit_markdown("f.md", before, [Set(route, value)])
    again = read_markdown("f.md", after)
    assert shown(again.front_matter) == shown(with_value(read.front_matter, route, value))
    assert again.body == read.body
    assert after.decode().endswith(tail)
    other = "\n".join(["x", *lines])
    replaced = edit_markdown("f.md", before, body=other)
    assert read_markdown("f.md", replaced).body == other
    assert replaced.startswith(before[: len(before) - len(tail.encode())])
