"""Jinja2 and Babel here, Nunjucks and Intl there: the same text, byte for byte."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from compiler.templating.escaping import Output
from compiler.templating.formats import DATE_STYLES, LIST_STYLES, TIME_STYLES
from compiler.templating.rendering import Fault, render
from tests.node.running import run_in_node

SHOWCASE = ["en", "es", "ru", "pl", "ar"]
MORE = [
    *("cs", "da", "de", "el", "en-GB", "es-MX", "fa", "fi", "fr", "fr-CA", "he", "hi", "hu", "id"),
    *("it", "ja", "nb", "nl", "pt", "pt-PT", "ro", "sk", "sv", "th", "tr", "uk", "ur", "vi"),
    *("zh", "zh-Hant", "bg", "hr", "sr", "lt", "lv", "et", "ca", "sw", "ta", "ka", "hy", "az"),
]
NUMBERS = [
    *(0, -0.0, 5, 12, 999.995, 1234, 1234.5, -1234.5, 9999.995, 10000, 1234567.891, 0.125, 1.005),
    *(0.5, -0.004, 2.5e-7, 123456789012, 1e15, -3),
]
DAYS = ["2026-03-06", "2026-12-31T23:59:00+03:00", "1999-01-01", "2026-09-15", "2024-02-29"]
TIMES = ["00:05", "09:30", "12:00", "14:30:07", "2026-03-06T23:59:00Z", "20:15"]
LISTS = [[], ["A"], ["A", "B"], ["A", "B", "C"], ["Juan", "Inés"], ["sur", "norte", "oeste"]]
LISTS += [["madera", "hielo"], ["7", "8"], ["א", "ב"], ["א", "B", "8"]]

Call = tuple[str, dict[str, Any], str, str]


def calls(locale: str) -> Iterator[Call]:
    def asked(value: Any, filters: Iterator[str]) -> Iterator[Call]:
        for one in filters:
            yield f"{{{{ v | {one} }}}}", {"v": value}, locale, "html"

    currencies = [f"money('{code}')" for code in ("EUR", "USD", "JPY", "KWD", "PLN", "GBP", "RUB")]
    decimals = ["number", "number(0)", "number(2)", "percent", "percent(1)"]
    for number in NUMBERS:
        yield from asked(number, iter([*currencies, *decimals]))
    for day, style in product(DAYS, DATE_STYLES):
        yield from asked(day, iter([f"date('{style}')"]))
    for time, style in product(TIMES, TIME_STYLES):
        yield from asked(time, iter([f"time('{style}')"]))
    for items, style in product(LISTS, LIST_STYLES):
        yield from asked(items, iter([f"list('{style}')"]))


def differing(asked: list[Call]) -> list[tuple[Call, Any, Any]]:
    here = [render(template, values, tag, Output(out)) for template, values, tag, out in asked]
    there = run_in_node("templates.mjs", asked)
    assert len(here) == len(there)
    return [
        (call, ours, theirs)
        for call, ours, theirs in zip(asked, here, there, strict=True)
        if (not (isinstance(ours, Fault) and isinstance(theirs, dict))) and ours != theirs
    ]


def test_formats_are_the_same_in_every_language() -> None:
    asked = [call for locale in (*SHOWCASE, *MORE) for call in calls(locale)]
    assert len(asked) > 10_000
    assert differing(asked) == []


VALUES: dict[str, Any] = {
    "text": "  Ünïcödé ΑΣ ß <b>&'\"`\\ 🎉  ",
    "empty": "",
    "whole": 7,
    "broken": 0.1,
    "large": 1e21,
    "small": 1e-7,
    "yes": True,
    "no": False,
    "none": None,
    "texts": ["a", "b", "c"],
    "nothing": [],
    "order": {"items": [{"name": "x", "price": 2}, {"name": "y", "price": 3.5}], "length": 4},
}
EXPRESSIONS = [
    *("text", "text | upper", "text | lower", "text | trim", "text | capitalize", "text | length"),
    *("text | trim | length", "text | urlencode", "text | replace('<b>', '$&')", "empty | length"),
    *("whole", "broken", "broken + 0.2", "large", "small", "whole - 9 | abs", "whole * broken"),
    *("yes", "no", "texts | length", "texts | first", "texts | last", "texts | join('<')"),
    *("order.items | length", "order['length']", "order.items[1].price", "missing | default('-')"),
    *("empty | default('-')", "empty | default('-', true)", "nothing | default('-', true) | length"),
    *("order.missing | default(5)", "'a' if yes else 'b'", "(whole > 3) and yes", "not empty"),
    *("whole in [1, 7]", "'a' in texts", "'z' not in texts", "'cöd' in text", "text ~ whole"),
    *("order.items | join(', ', 'name')", "missing is defined", "text is not defined", "-whole"),
    *("whole == 7", "whole != 7.0", "yes or no", "none is none", "text is none"),
    *("missing", "none", "order.missing", "text | number", "yes | upper", "whole | join"),
]  # fmt: skip
STATEMENTS = [
    "{% for item in order.items %}{{ loop.index }}/{{ loop.length }} {{ loop.index0 }} {{ item.name }};{% endfor %}",
    "{% for x in texts %}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }}{% endfor %}",
    "{% for x in nothing %}{{ x }}{% else %}none{% endfor %}",
    "{% for x in texts %}{% for y in texts %}{{ x }}{{ y }}{{ loop.index }} {% endfor %}{{ loop.index }}{% endfor %}",
    "{% if empty %}a{% elif whole > 3 %}b{% else %}c{% endif %}",
    "{% if missing %}a{% else %}b{% endif %}{% if order.missing %}a{% endif %}",
    "{% set total = whole + 1 %}{{ total }}{% if yes %}{% set total = 3 %}{% endif %}{{ total }}",
    "a {%- if yes -%}  b  {%- endif -%} c\n{# no\n #}\n d\n",
    "  {{- text -}}  .",
    "{% for x in texts -%}\n {{ x }}\n{%- endfor %}",
]


@pytest.mark.parametrize("output", ["text", "html"])
def test_the_subset_is_the_same(output: str) -> None:
    templates = [*(f"<{{{{ {one} }}}}>" for one in EXPRESSIONS), *STATEMENTS]
    asked = [(template, VALUES, "en", output) for template in templates]
    assert differing(asked) == []
