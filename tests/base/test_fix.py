"""Fixes as JSON: kept work and programs get back what a rule has said."""

import json

import pytest

from compiler.base.fix import (
    Fix,
    MoveFile,
    PutValue,
    RemoveEntry,
    RemoveFile,
    RemoveFlag,
    RemoveSuppression,
    RemoveUse,
    RemoveValue,
    RenameKey,
    ReplaceText,
    fix_data,
    fix_object,
    fix_of,
)

FIXES: list[Fix] = [
    ReplaceText("es.po", "bye", 1, 2, 4, "  ", " ", of_source=True),
    RemoveEntry("es.po", "bye"),
    RemoveFlag("es.po", "bye", "ignore-stale"),
    RemoveSuppression("a.yaml", 3, 1, "stale"),
    RemoveUse("../web/a.ts", 3, 21, "common:pay.*"),
    RenameKey("a.yaml", ("locales", "ES"), "es"),
    PutValue("a.yaml", ("locked",), value=True),
    RemoveValue("a.yaml", ("waivers", 0)),
    RemoveFile("a.yaml"),
    MoveFile("pt_BR.po", "pt-BR.po"),
]


@pytest.mark.parametrize("fix", FIXES, ids=lambda fix: type(fix).__name__)
def test_a_fix_comes_back_from_json(fix: Fix) -> None:
    again = fix_of(json.loads(json.dumps(fix_data(fix))))
    assert again == fix
    assert type(getattr(again, "value", None)) is type(getattr(fix, "value", None))


def test_every_kind_is_here() -> None:
    assert {type(fix) for fix in FIXES} == set(Fix.__args__)


def test_programs_read_its_parts_by_name() -> None:
    assert fix_object(FIXES[2]) == {
        "kind": "RemoveFlag", "path": "es.po", "label": "bye", "flag": "ignore-stale",
    }  # fmt: skip
