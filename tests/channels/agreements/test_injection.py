"""No value is ever markup or code of Typst: all of it stays inside of the quotes around it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.adapters.agreement_press import AgreementPress
from compiler.adapters.pdf_reader import PdfiumReader
from compiler.channels.agreements.document import Head, document
from compiler.templating.rendering import render

BODY = """Hello {{ value }}, *{{ value }}* `{{ value }}`

# {{ value }}

[{{ value }}](https://x.example/?q={{ value }} "{{ value }}") <b>{{ value | safe }}</b>

{% if value | length %}

- {{ value }}

> {{ value }}

{% endif %}

| {{ value }} | b |
|---|---|
| a | {{ value }} |

```
{{ value }}
```
"""
DOCUMENT = document(BODY, Head("About {{ value }}", "en", "Acme"))
STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)

HOSTILE = [
    '"]#strong[x]#"',
    '\\"]#strong[x]#\\"',
    '\\\\"#',
    "\\",
    '\\u{22}]#panic("x")',
    '#panic("x")',
    '"); #set page(fill: red); #("',
    "]]]]",
    ")))) = heading\n= heading",
    '#import "@preview/cetz:0.2.0": *',
    '#read("/etc/passwd")',
    "$ sum_(k=1)^n $ *bold* _em_ `raw` <label> @label ~ -- --- ... // c /* d",
    "{{ 7 * 7 }}{% for a in b %}",
    "\r\n\r\n= x\r- y",
    "a\x00b\x1bc",
    "\u202eevil\u2066",
    "\ud800",
]


def rendered(value: str) -> str:
    text = render(DOCUMENT, {"value": value}, "en")
    assert isinstance(text, str), text
    return text


@given(st.one_of(st.text(), st.text(alphabet='"\\#[](){}u2$*_`@<>=-+/~%\n ', max_size=12)))
def test_whatever_a_value_is_nothing_outside_of_quotes_changes(value: str) -> None:
    # With no text at all the `if` is not met; that is the author's doing.
    assert STRING.sub('""', rendered(f"x{value}")) == STRING.sub('""', rendered("x"))


@pytest.mark.parametrize("value", HOSTILE, ids=ascii)
def test_what_is_printed_is_the_value(value: str) -> None:
    printed = AgreementPress().print(rendered(value))
    assert printed.flaw is None
    words = re.findall(r"[a-z]+", value.replace("\u202e", ""))
    shown = "\n".join(PdfiumReader().text(printed.pdf).pages)
    assert all(shown.count(word) >= 9 for word in words), shown
    assert b"/JavaScript" not in printed.pdf
