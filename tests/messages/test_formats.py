"""Formats of values: those that a runtime throws an error for are faults, and no others are."""

import random

import pytest

from compiler.messages.ast import FormatKind
from compiler.messages.formats import FormatFault, format_fault
from tests.node.running import run_in_node

DATES = [*"GyYuUrqQMLwWdDFEecabBhHkKmsSzZOvVXxjJCAgl", "'at'", "'", ":", " "]
FIELDS = [letter for letter in DATES if letter != "j"]
"""Beside `j` the letters have another meaning: it stands for the hours as the language has them."""
NUMBERS = [
    *["percent", "%", "%x100", "currency/EUR", "currency/usd", "currency/USDD", "currency"],
    *["currency/X1Z", "currency/EUR/USD", "unit/meter", "unit/kilometer-per-hour", "unit/parsec"],
    *["unit/meter-per", "unit", "measure-unit/length-meter", "measure-unit/length-parsec"],
    *[".", ".00", ".00*", ".##", ".0#", ".00/w", ".00/@@@r", "@@", "@@#", "@@+", "000"],
    *["K", "KK", "compact-short", "E0", "E00", "EE+!0", "E+?0", "EE+!", "E", "Exx", "scientific"],
    *["scientific/+!", "engineering", "integer-width/*00", "integer-width/##00"],
    *["integer-width/00", "integer-width/+000", "integer-width/*00/x", "scale/100", "scale/x"],
    *["sign-always", "+!", "()", "group-off", ",_", "rounding-mode-floor", "latin", "curency/EUR"],
    *["unit-width-narrow", "unit-width-full-name", "numbering-system/arab", "precision-integer"],
]
NAMES = ["integer", "percent", "short", "medium", "long", "full", "longg", "own"]


def drawn() -> list[tuple[FormatKind, str]]:
    """Return formats of one field or word, and random rows of several."""
    chance = random.Random(20261126)
    dates = [
        *(letter * times for letter in DATES for times in range(1, 7)),
        *("".join(chance.choices(FIELDS, k=chance.randint(2, 5))) for _ in range(400)),
    ]
    pairs = [chance.choices(NUMBERS, k=2) for _ in range(600)]
    numbers = [*NUMBERS, *(" ".join(pair) for pair in pairs if not _overrules(*pair))]
    return [
        *(("date", f"::{one}") for one in dates if one.strip()),
        *(("time", f"::{one}") for one in dates if one.strip()),
        *(("number", f"::{one}") for one in numbers),
        *((kind, name) for kind in ("number", "date", "time") for name in NAMES),
    ]


def _overrules(one: str, other: str) -> bool:
    """Tell whether the second word has its say in place of the first, or contradicts it."""
    return all(
        word.startswith(("currency", "unit", "measure", "%", "percent", ".", "precision"))
        for word in (one, other)
    )


def test_a_format_breaks_where_the_runtime_throws_an_error() -> None:
    formats = [one for one in drawn() if "'" not in one[1] or one[1].count("'") % 2 == 0]
    thrown = run_in_node("formats.mjs", [f"{{a, {kind}, {style}}}" for kind, style in formats])
    faults = [format_fault(kind, style) for kind, style in formats]
    wrong = [
        (style, error, fault)
        for (_, style), error, fault in zip(formats, thrown, faults, strict=True)
        if (error is not None) != (fault is not None and fault.breaks)
    ]
    assert not wrong
    assert sum(error is not None for error in thrown) > 100


@pytest.mark.parametrize(
    ("kind", "style", "fault"),
    [
        ("number", None, None),
        ("number", "integer", None),
        ("number", "price", None),
        ("date", "full", None),
        ("date", "yearMonth", None),
        ("number", "::currency/EUR .00", None),
        ("date", "longg", FormatFault("there is no style `longg`", "did you mean `long`?", False)),
        (
            "number",
            "::curency/EUR",
            FormatFault(
                "there is no `curency` in a number's format", "did you mean `currency`?", False
            ),
        ),
        (
            "number",
            "::unit/kilometre",
            FormatFault("runtimes have no unit `kilometre`", "did you mean `kilometer`?", True),
        ),
        (
            "date",
            "::YYYYMMdd",
            FormatFault("runtimes have no `YYYY` in a date", "write `y` for the year", True),
        ),
    ],
)
def test_a_fault_says_what_to_write(
    kind: FormatKind, style: str | None, fault: FormatFault | None
) -> None:
    assert format_fault(kind, style) == fault
