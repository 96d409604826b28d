"""Templates put together at random: none raises, and what passes renders the same in JavaScript."""

import random
from typing import Any

from compiler.templating.escaping import Output
from compiler.templating.fault import Fault
from compiler.templating.issues import IssueKind
from compiler.templating.reading import read_template
from compiler.templating.rendering import render
from compiler.templating.statements import issues_of
from tests.node.running import run_in_node
from tests.templating.test_issues import VARIABLES

VALUES: dict[str, Any] = {
    "name": "O'Hara <b>",
    "n": 7,
    "price": 1234.565,
    "yes": True,
    "tags": ["b", "a"],
    "some": ["x"],
    "day": "2026-03-06",
    "moment": "2026-03-06T14:30:00Z",
    "plan": "gold",
    "maybe": None,
    "orders": [{"title": "Tea", "remark": "hot"}, {"title": "Milk"}],
    "client": {},
    "code": "EUR",
    "open": {"x": 1},
    "any": "any",
    "either": 5,
}
_UNTYPED = {"any", "open"}  # what they are nobody can tell before they are rendered
_NAMES = [
    *(name for name in VALUES if name not in _UNTYPED),
    "nick",
    "extra",
    "extra.a",
    "client.first",
    "orders[0].title",
    "tags[0]",
    "t",
]
_LITERALS = ["'a'", '"<i>"', "1", "2.5", "true", "false", "none", "['a', 'b']", "''", "0"]
_FILTERS = ["upper", "lower", "trim", "length", "first", "last", "abs", "capitalize", "number"]
_FILTERS += ["default('-')", "default('', true)", "join(', ')", "list", "date", "time('medium')"]
_FILTERS += ["money(code)", "money('USD')", "number(2)", "percent(1)", "replace('a', 'b')"]
_FILTERS += ["urlencode", "join('-', 'title')", "date('full')", "safe"]
_OPERATORS = ["+", "-", "*", "~", "==", "!=", "<", ">=", "in", "not in", "and", "or", "/"]
_NOISE = [
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "if",
    "x",
    "'",
    "|",
    ".",
    "(",
    ")",
    "endfor",
    "\n",
    "-",
]


class Maker:
    """Makes templates, most of them of the right form."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def template(self) -> str:
        return "".join(self._piece(2) for _ in range(self._random.randint(1, 3)))

    def noise(self) -> str:
        return " ".join(self._random.choices([*_NOISE, *_NAMES[:4]], k=self._random.randint(1, 12)))

    def _expression(self, depth: int) -> str:
        pick = self._random.random()
        if depth == 0 or pick < 0.35:
            return self._random.choice(_NAMES if pick < 0.8 else _LITERALS)
        if pick < 0.65:
            return f"{self._expression(depth - 1)} | {self._random.choice(_FILTERS)}"
        if pick < 0.8:
            left, right = self._expression(depth - 1), self._expression(depth - 1)
            return f"{left} {self._random.choice(_OPERATORS)} {right}"
        if pick < 0.9:
            return f"({self._expression(depth - 1)})"
        if pick < 0.95:
            return f"not {self._expression(depth - 1)}"
        yes, test, no = (self._expression(depth - 1) for _ in range(3))
        return f"{yes} if {test} else {no}"

    def _piece(self, depth: int) -> str:
        pick = self._random.random()
        if depth == 0 or pick < 0.6:
            return f"[{{{{ {self._expression(2)} }}}}]"
        inner = self._piece(depth - 1)
        if pick < 0.8:
            return f"{{% if {self._expression(2)} %}}{inner}{{% else %}}-{{% endif %}}"
        if pick < 0.95:
            items = self._random.choice(["tags", "some", "orders", "['a']", self._expression(1)])
            return f"{{% for t in {items} %}}{inner}{{{{ loop.index }}}}{{% endfor %}}"
        return f"{{% set t = {self._expression(1)} %}}{inner}"


def test_what_passes_is_rendered_the_same() -> None:
    maker = Maker(20261127)
    passed = []
    for _ in range(6_000):
        template = maker.template()
        reading = read_template(template)
        if reading.fault is None and not issues_of(reading, VARIABLES):
            passed.append((template, VALUES, "en", "html"))
    assert len(passed) > 250
    here = [render(template, values, tag, Output(out)) for template, values, tag, out in passed]
    faults = [
        (one[0], text) for one, text in zip(passed, here, strict=True) if isinstance(text, Fault)
    ]
    assert faults == []
    there = run_in_node("templates.mjs", passed)
    different = [one for one in zip(passed, here, there, strict=True) if one[1] != one[2]]
    assert [(call[0], ours, theirs) for call, ours, theirs in different] == []


def test_nothing_raises_and_every_place_is_in_the_text() -> None:
    maker = Maker(8)
    for number in range(3_000):
        template = maker.noise() if number % 2 else maker.template()
        reading = read_template(template)
        if reading.fault is not None:
            assert 0 <= reading.fault.offset <= len(template)
            continue
        for issue in issues_of(reading, VARIABLES):
            assert 0 <= issue.offset < len(template)
            assert issue.length >= 1
            assert issue.kind in IssueKind
        assert isinstance(render(template, VALUES, "en", Output.HTML), str | Fault)
