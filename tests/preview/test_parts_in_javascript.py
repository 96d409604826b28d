"""What the page computes itself comes to what our own code and FormatJS make of it."""

from importlib.resources import files
from typing import Any

import pytest

from compiler.messages.reading import read_message
from compiler.preview.message import message_cell
from compiler.query.folding import fold
from tests.node.running import run_in_node

STATIC = files("compiler.preview") / "static" / "app"
WHEN = "2026-03-06T14:30:00Z"
TEXTS = [
    "Depósito",
    "DEPÓSITO  mínimo",
    "Żółć, łódź, Łańcuch",
    "Straße STRASSE",
    "й и́ ё Ё",
    "İstanbul ıssız",
    "ﬁn ＡＢＣ ½",
    "ΟΔΥΣΣΕΥΣ ὈΔΥΣΣΕΎΣ ς",
    "مُحَمَّد إيداعـــات",
    "שָׁלוֹם",
    "がか ば",
    "don’t ‑ naïve\u00ad\u200b",
    "æsir Øre þing",
    " \t two\n lines ",
]
NUMBER_STYLES = [
    "",
    ", percent",
    ", integer",
    ", ::currency/EUR",
    ", ::currency/JPY unit-width-narrow",
    ", ::.00",
    ", ::.0#",
    ", ::percent scale/100",
    ", ::compact-short",
    ", ::compact-long",
    ", ::sign-always",
    ", ::group-off",
    ", ::@@##",
    ", ::unit/kilometer-per-hour",
    ", ::000",
    ", ::precision-integer",
]
DATE_STYLES = ["", ", short", ", medium", ", long", ", full", ", ::yMMMd", ", ::EEEEdMMMM", ", ::yyMMdd"]  # fmt: skip
PLURALS = "{n, plural, offset:1 =0 {nobody} =1 {you} one {you and #} few {few: #} many {many: #} two {two: #} zero {zero} other {you and # others}}"


def messages() -> list[dict[str, Any]]:
    asked = [
        ("Hello {name}, you have {n, number} of {n}.", {"name": "Ana <b>", "n": 1234.5}),
        ("{sex, select, female {her {n, plural, one {# cup} other {# cups}}} other {their}} tea", {"sex": "female", "n": 2}),
        ("{sex, select, female {her} other {their}} tea", {"sex": "toString"}),
        ("{place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}", {"place": 22}),
        ("'{'quoted'}' and it''s <b>bold {name}</b>", {"name": "Ana"}),
        *((f"{{n, number{style}}}", {"n": 1234.5}) for style in NUMBER_STYLES),
        *((f"{{d, date{style}}}", {"d": WHEN}) for style in DATE_STYLES),
        *((f"{{d, time{style}}}", {"d": WHEN}) for style in ("", ", short", ", ::Hmm", ", ::hmsa")),
        *((PLURALS, {"n": number}) for number in (0, 1, 2, 3, 5, 12, 22, 101, 1.5)),
    ]  # fmt: skip
    return [
        {"text": text, "tree": tree_of(text), "values": values, "locale": locale}
        for text, values in asked
        for locale in ("en", "es", "ru", "pl", "ar", "ja")
    ]


def tree_of(text: str) -> Any:
    assert read_message(text).error is None
    cell = message_cell(text)
    return cell[1] if isinstance(cell, list) else [cell]


@pytest.fixture(scope="module")
def told() -> Any:
    scripts = [str(STATIC / name) for name in ("fold.js", "formats.js", "message.js")]
    return run_in_node(
        "preview_parts.mjs", {"scripts": scripts, "folds": TEXTS, "messages": messages()}
    )


def test_texts_are_folded_as_by_search(told: Any) -> None:
    assert told["folds"] == [fold(text) for text in TEXTS]


def test_messages_say_what_a_runtime_makes_of_them(told: Any) -> None:
    asked = [(one["text"], one["locale"], one["values"]) for one in messages()]
    ours = list(zip(asked, told["ours"], strict=True))
    theirs = list(zip(asked, told["theirs"], strict=True))
    assert len(asked) >= 200
    assert ours == theirs
