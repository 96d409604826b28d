"""Our parser and FormatJS's own, on the same texts: the same trees, the same errors and places."""

import random
from typing import Any

from compiler.messages.icu import number_skeleton, parse
from compiler.messages.icu_error import IcuSyntaxError
from tests.messages.formatjs import as_formatjs, without_places
from tests.node.running import run_in_node

PIECES = [
    *["{", "}", "{", "}", "'", "''", "<", ">", "</", "/>", "#", ",", ":", "=", " ", "\n", "::"],
    *[
        "a",
        "name",
        "count",
        "b",
        "x-y",
        "ł",
        "0",
        "1",
        "-",
        "+",
        "offset:",
        "other ",
        "one ",
        "=1 ",
    ],
    *[
        "plural,",
        "select,",
        "selectordinal,",
        "number",
        "date",
        "time",
        "<b>",
        "</b>",
        "<i >",
        "<br/>",
    ],
    *[
        "{a}",
        "{a, number}",
        "{n, plural, other {",
        "{g, select, other {",
        "}}",
        "<b",
        "'{",
        "'<",
        "'#",
    ],
    *[
        "{n, number, ::",
        "percent",
        ".00",
        "/",
        "{d, date, ::",
        "yMd",
        "\u2028",
        "\xa0",
        "\u200f",
        "é",
    ],
]


def _ours(text: str) -> dict[str, Any]:
    try:
        return {"tree": without_places(as_formatjs(parse(text)))}
    except IcuSyntaxError as error:
        return {"error": int(error.kind), "start": error.start, "end": error.end}


def _theirs(outcome: dict[str, Any]) -> dict[str, Any]:
    return {"tree": _settled(outcome["tree"])} if "tree" in outcome else outcome


def _settled(elements: list[Any]) -> list[Any]:
    """Join neighbouring texts, and keep of branches and styles what is compared."""
    found: list[Any] = []
    for element in elements:
        here = dict(element)
        if "options" in here:
            here["options"] = {name: _settled(o["value"]) for name, o in here["options"].items()}
        if "children" in here:
            here["children"] = _settled(here["children"])
        if isinstance(here.get("style"), dict):
            here["style"] = {k: v for k, v in here["style"].items() if k in {"pattern", "tokens"}}
        if found and found[-1]["type"] == here["type"] == 0:
            found[-1]["value"] += here["value"]
        elif here["type"] != 0 or here["value"]:
            found.append(here)
    return found


def test_texts_made_at_random() -> None:
    chance = random.Random(20260302)
    texts = ["".join(chance.choices(PIECES, k=chance.randint(1, 14))) for _ in range(6000)]
    outcomes = run_in_node("parse.mjs", texts)
    different = [
        (text, ours, theirs)
        for text, outcome in zip(texts, outcomes, strict=True)
        if (ours := _ours(text)) != (theirs := _theirs(outcome))
    ]
    assert different[:3] == []
    assert sum("tree" in outcome for outcome in outcomes) > 500
    assert len({outcome["error"] for outcome in outcomes if "error" in outcome}) > 14


def test_a_number_skeleton_has_at_least_a_stem() -> None:
    assert number_skeleton("percent") == (("percent", ()),)
