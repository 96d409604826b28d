"""Words on paper, and the line of the body that they come from."""

import pytest

from compiler.rules.agreements.lines import line_of

BODY = """Between us and **{{ name }}**, on {{ day }}.

## What it costs

| Market | Fee |
|---|---|
| London | {{ fee }} a year |

- {{ one }}
- See [our fees](https://acme.example/fees) first.
"""


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Between us and Ana López, on 6 March 2026.", "Between us and **{{ name }}**, on {{ day }}."),
        ("What it costs", "## What it costs"),
        ("5 EUR a year", None),
        ("London", "| London | {{ fee }} a year |"),
        ("- See our fees (https://acme.example/fees) first.", "- See [our fees](https://acme.example/fees) first."),
        ("- Something of a value", None),
        ("Between us and somebody whose name has no end and so the line is…", "Between us and **{{ name }}**, on {{ day }}."),
        ("", None),
    ],
)  # fmt: skip
def test_a_line_is_found_by_what_it_says_besides_its_placeholders(
    words: str, line: str | None
) -> None:
    span = line_of(BODY, words)
    assert (None if span is None else BODY[span[0] : span[0] + span[1]]) == line
