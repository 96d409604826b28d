"""Broken YAML as people write it: the place, the words and the way out."""

import pytest

from compiler.read.yaml import read_yaml

CASES = [
    ("a: b: c\n", (1, 5), "a value without quotes cannot hold `: `", 'put the value in quotes: `a: "b: c"`'),
    (
        'title: Say "hi": now\n',
        (1, 16),
        "a value without quotes cannot hold `: `",
        "put the value in quotes: `title: 'Say \"hi\": now'`",
    ),
    (
        "a:\n  - b\n\t- c\n",
        (3, 1),
        "a tab indents this line; YAML is indented by spaces",
        "replace it by spaces",
    ),
    (
        "a:\n\tb: c\n",
        (2, 1),
        "a tab indents this line; YAML is indented by spaces",
        "replace it by spaces",
    ),
    (
        "a: b\n  c: d\n",
        (2, 3),
        "a key cannot stand here: the line before it goes on into this one",
        "begin it at the column of the other keys; see that the line before has a `:`",
    ),
    ("a: b\nc\nd: e\n", (2, 1), "`c` is no key: a `:` is missing", "write `c: …`; or indent the line, if it goes on from the text above"),
    (
        "a: [b](https://c.example) d\n",
        (1, 7),
        "the text goes on after the `]` that ends its value",
        "put the whole value in quotes, as for a link of Markdown: `'[…](…)'`",
    ),
    (
        "a: {b} c\nd: e\n",
        (1, 8),
        "the text goes on after the `}` that ends its value",
        "put the whole value in quotes, as for a link of Markdown: `'[…](…)'`",
    ),
    (
        "a: 'it's'\n",
        (1, 8),
        "the text goes on after its closing quote",
        "write an apostrophe inside single quotes twice (`''`), or use double quotes",
    ),
    (
        'a: "say "hi" now"\n',
        (1, 10),
        "the text goes on after its closing quote",
        'write a quote inside double quotes as `\\"`, or use single quotes',
    ),
    ('a: x\nb: "never\nc: closed\n', (2, 4), 'the text that this `"` opens is never closed', 'write `"` at its end'),
    ("a: 'x\n---\n", (1, 4), "the text that this `'` opens is never closed", "write `'` at its end"),
    ('a: "é \\q"\n', (1, 7), "`\\q` means nothing in double quotes", "write `\\\\q` for a backslash, or use single quotes"),
    ("a: @x\n", (1, 4), "a value cannot begin with `@`", 'put it in quotes: `"@x"`'),
    ("a: `x`\n", (1, 4), "a value cannot begin with ```", 'put it in quotes: `"`x`"`'),
    ("a: **bold**\n", (1, 4), "a value without quotes cannot begin with `*`", 'put it in quotes: `"**bold**"`'),
    ("a: {{ name }}: b\n", (1, 4), "a text that begins with `{{` must be in quotes", 'write `"{{ name }}: b"`'),
    ("a: [b, c\nd: e\n", (1, 4), "the `[` that opens here is not closed, or a `,` is missing below it", "write `]` at its end"),
    ("a: {b: c", (1, 4), "the `{` that opens here is not closed, or a `,` is missing below it", "write `}` at its end"),
    ("a: [b}\n", (1, 6), "`,` or `]` is missing before this", None),
    ("a: b}\nc: d]\ne: [x]]\n", (3, 7), "`]` closes nothing", "remove it"),
    ("a: - b\n", (1, 4), "a list cannot begin on the line of its key", "begin each item on its own line"),
    ("a: | text\n", (1, 6), "nothing can stand after `|` or `>` on its line", "begin the text on the next line, indented"),
    ("- a\nb: c\n", (2, 1), "this is no item of the list above it: all items begin with `- ` at one column", None),
    ("a:\n    b: 1\n  c: 2\n", (3, 3), "this line is indented like none of the lines above it", "begin it at the column of the line that it belongs with"),
    ("a: ? b\n", (1, 4), "a value without quotes cannot begin with `? `", "put it in quotes"),
    ("%YAML 2.0\n---\na: b\n", (1, 1), "this version of YAML is not known", None),
    ("a: é\x07\n", (1, 5), "the character U+0007 is not allowed in YAML", 'remove it, or write it as an escape in double quotes: `"\\u0007"`'),
    ('a: "b\\ud83d"\n', (1, 6), "`\\ud83d` is the code of no character", "write the character itself, or its code as `\\U0001F600`"),
    ('a: "b\\uZZ"\n', (1, 6), "`\\u` is the code of no character", None),
    ("a: b\n...\nc: d\n", (3, 1), "the file cannot go on after its outermost value has ended", None),
    ("a: [b\n\n\n", (1, 4), None, None),
    ("a: ,\n", (1, 4), "a value cannot begin with `,`", None),
    (
        "a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> theirs\n",
        (2, 1),
        "this line is a conflict marker that a merge left behind",
        "keep one of the two sides, and remove the lines `<<<<<<<`, `=======`, `>>>>>>>`",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "message", "hint"), CASES)
def test_broken_yaml(
    text: str, place: tuple[int, int], message: str | None, hint: str | None
) -> None:
    document = read_yaml("f.yaml", text.encode())
    (finding,) = document.findings
    assert document.data is None
    assert finding.rule == "invalid-yaml"
    assert (finding.place.line, finding.place.column) == place
    if message is not None:
        assert finding.message == message
    if hint is not None:
        assert finding.hint == hint
    assert "did not find expected" not in finding.message


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_line_is_right_with_every_line_end(end: str) -> None:
    (finding,) = read_yaml("f.yaml", end.join(["\ufeffa: b", "c: d", "e: f: g"]).encode()).findings
    assert (finding.place.line, finding.place.column) == (3, 5)
