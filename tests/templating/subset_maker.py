"""Makes templates of the documented subset at random, each right by how it is made."""

import random
from collections.abc import Callable
from typing import Any

VARIABLES: dict[str, Any] = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "minLength": 1},
        "nick": {"type": "string"},
        "n": {"type": "integer"},
        "price": {"type": "number"},
        "share": {"type": "number"},
        "yes": {"type": "boolean"},
        "plan": {"enum": ["gold", "silver"]},
        "code": {"type": "string", "pattern": "^[A-Z]{3}$"},
        "day": {"type": "string", "format": "date"},
        "moment": {"type": "string", "format": "date-time"},
        "hour": {"type": "string", "format": "time"},
        "tags": {"type": "array", "items": {"type": "string"}},
        "client": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
        "orders": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "title": {"type": "string"},
                    "price": {"type": "number"},
                    "remark": {"type": "string"},
                },
                "required": ["title", "price"],
            },
        },
    },
    "required": "name n price share yes plan code day moment hour tags client orders".split(),  # noqa: SIM905
}  # fmt: skip
FULL: dict[str, Any] = {
    "name": "O'Hara <b> & *Co*",
    "nick": "  Ännie \U0001f600 ",
    "n": -7,
    "price": 1234567.895,
    "share": 0.125,
    "yes": True,
    "plan": "gold",
    "code": "JPY",
    "day": "2026-03-06",
    "moment": "2026-11-30T23:05:09+02:00",
    "hour": "08:30:00",
    "tags": ["b & c", "a", "עברית"],
    "client": {"city": "İstanbul"},
    "orders": [
        {"title": "Tea", "price": 0.005, "remark": "<i>hot</i>"},
        {"title": "Milk {{ n }}", "price": 10, "remark": ""},
        {"title": "Ångström", "price": -2.5},
    ],
}
LEAST: dict[str, Any] = {
    **{key: value for key, value in FULL.items() if key != "nick"},
    "name": "a",
    "n": 0,
    "price": 0,
    "yes": False,
    "plan": "silver",
    "code": "EUR",
    "tags": [],
    "orders": [],
    "client": {"city": ""},
}
"""What is not required is absent, every list is empty."""

_LENGTHS = ("short", "medium", "long", "full")


class SubsetMaker:
    """Makes templates; the same seed makes the same."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._names = 0

    def template(self) -> str:
        """Return the Markdown of a body."""
        return "\n\n".join(self._block(2) for _ in range(self._random.randint(1, 4)))

    def _pick(self, *makers: Callable[[], str]) -> str:
        return self._random.choice(makers)()

    def _word(self) -> str:
        return self._random.choice(
            ["yes", "**so**", "it's", "a & b", "5 < 6", "…", "`code`", "Ünder"]
        )

    def _text(self, name: str = "") -> str:
        """Return an expression that is a text."""
        said = name or self._random.choice(["name", "client.city", 'client["city"]', "plan"])
        length, day = self._random.choice(_LENGTHS), self._random.choice(["day", "moment"])
        return self._pick(
            lambda: said,
            lambda: (
                f"{said} | {self._random.choice(['upper', 'lower', 'trim', 'capitalize', 'urlencode'])}"
            ),
            lambda: f"{said} | replace('a', '<i>')",
            lambda: f"{said} | default('-', true) | trim",
            lambda: f"nick | default('{self._random.choice(['nobody', '', '<u>'])}')",
            lambda: f'{day} | date("{length}")',
            lambda: f"{day} | date",
            lambda: (
                f"{self._random.choice(['hour', 'moment'])} | time('{self._random.choice(_LENGTHS[:2])}')"
            ),
            lambda: "tags | join(', ')",
            lambda: "tags | " + self._random.choice(["list", 'list("or")']),
            lambda: "orders | join(' + ', 'title')",
            lambda: (
                f"{self._number()} | {self._random.choice(['number', 'number(2)', 'number(0)'])}"
            ),
            lambda: f"share | {self._random.choice(['percent', 'percent(1)'])}",
            lambda: "price | " + self._random.choice(["money(code)", 'money("USD")']),
            lambda: f"{said} ~ '{self._random.choice(['!', ' & ', ''])}'",
            lambda: f"'{self._random.choice('ab')}' if {self._condition()} else {said}",
        )

    def _number(self) -> str:
        return self._random.choice(
            [
                "n",
                "price",
                "(n + 2)",
                "(price * 3)",
                "(price - n)",
                "name | length",
                "tags | length",
                "n | abs",
            ]
        )

    def _condition(self) -> str:
        return self._random.choice(
            [
                "yes",
                "not yes",
                "n > 3",
                "price <= 10",
                'plan == "gold"',
                'plan != "gold"',
                '"a" in tags',
                '"z" not in tags',
                "nick is defined",
                "nick is undefined",
                "nick",
                "tags | length",
                "orders | length > 1",
                "yes and n < 0",
                "yes or tags | length",
                'plan in ["gold", "none"]',
            ]
        )

    def _print(self) -> str:
        left, right = self._random.choice(
            [("{{", "}}"), ("{{-", "}}"), ("{{", "-}}"), ("{{", "}}")]
        )
        return f"{left} {self._text()} {right}"

    def _inline(self, depth: int) -> str:
        if depth == 0:
            return self._pick(self._print, self._word)
        return self._pick(
            self._print,
            self._word,
            lambda: f"{{% if {self._condition()} %}}{self._inline(depth - 1)}{{% endif %}}",
            lambda: (
                f"{{% if {self._condition()} %}}{self._inline(depth - 1)}"
                f"{{% elif {self._condition()} %}}{self._word()}{{% else %}}{self._inline(0)}{{% endif %}}"
            ),
            lambda: (
                "{% for tag in tags %}{{ loop.index }}{{ tag }}"
                "{{ ', ' if not loop.last else '' }}{% else %}none{% endfor %}"
            ),
            lambda: "{# a remark #}" + self._print(),
        )

    def _line(self) -> str:
        return "Well, " + " ".join(self._inline(2) for _ in range(self._random.randint(1, 4)))

    def _block(self, depth: int) -> str:
        if depth == 0:
            return self._line()
        return self._pick(
            self._line,
            lambda: f"## {self._line()}",
            lambda: f"- {self._line()}\n- {self._line()}",
            lambda: f"{{% if {self._condition()} %}}\n\n{self._block(depth - 1)}\n\n{{% endif %}}",
            self._loop,
            self._table,
            self._set,
            lambda: f"[{self._word()}](https://acme.example/{{{{ name | urlencode }}}})",
        )

    def _loop(self) -> str:
        field = self._random.choice(
            ["loop.index0", "loop.revindex", "loop.revindex0", "loop.length"]
        )
        return (
            "{% for order in orders %}\n\n"
            f"- {{{{ {field} }}}} {{{{ {self._text('order.title')} }}}}"
            "{% if order.remark %} ({{ order.remark }}){% endif %}{{ '' if loop.first else ';' }}"
            f"\n\n{{% else %}}\n\n{self._line()}\n\n{{% endfor %}}"
        )

    def _table(self) -> str:
        return (
            "| a | b |\n|---|--:|\n{% for order in orders %}\n"
            "| {{ order.title }} | {{ order.price | money(code) }} |\n{% endfor %}\n"
            f"| {self._word()} | {{{{ {self._text()} }}}} |"
        )

    def _set(self) -> str:
        self._names += 1
        return f"{{% set said{self._names} = {self._text()} %}}\n\nSo {{{{ said{self._names} }}}} it is."
