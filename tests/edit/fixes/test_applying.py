"""Fixes made in a draft: what becomes of the files, and which fixes were made."""

import pytest

from compiler.base.fix import (
    Fix,
    MoveFile,
    PutValue,
    RemoveEntry,
    RemoveFile,
    RemoveFlag,
    RemoveSuppression,
    RemoveValue,
    RenameKey,
    ReplaceText,
)
from compiler.edit.draft import Draft
from compiler.edit.fixes.applying import apply_fixes

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
EN, ES = "content/translations/portal/en.po", "content/translations/portal/es.po"
SHOP = "content/areas/shop/translations/portal/es.po"
TEXT = "content/texts/notice.yaml"
BYE = '\n#, ignore-stale, no-wrap\nmsgctxt "bye"\nmsgid "Good  bye"\nmsgstr "Adiós  y  salud"\n'
YAML = (
    "# clientarea: ignore label-style, stale -- old\nlockd: true  # always\ntags: [a, b, c]\n"
    "locales:\n  ES: {title: Aviso}\n"
)
FILES = {
    EN: HEADER + '\nmsgctxt "bye"\nmsgid "Good  bye"\nmsgstr ""\n',
    ES: HEADER + BYE,
    SHOP: HEADER + BYE.replace("Adiós  y  salud", "Adiós"),
    TEXT: YAML,
    "taken.po": "",
}


def made(*fixes: Fix) -> tuple[dict[str, str | None], set[Fix]]:
    """Return what changes and which fixes were made."""
    draft = Draft(lambda path: FILES[path].encode() if path in FILES else None)
    done = apply_fixes(draft, sorted(FILES), fixes)
    changes = draft.changes
    return {path: None if data is None else data.decode() for path, data in changes.items()}, {
        *done
    }


@pytest.mark.parametrize(
    ("fixes", "path", "old", "new"),
    [
        ([RemoveFlag(ES, "bye", "ignore-stale")], ES, "#, ignore-stale, no-wrap", "#, no-wrap"),
        ([RenameKey(TEXT, ("lockd",), "locked")], TEXT, "lockd:", "locked:"),
        ([PutValue(TEXT, ("locales", "ES", "from"), "en@0")], TEXT, "Aviso}", "Aviso, from: en@0}"),
        # Each names its item by the number that it had.
        ([RemoveValue(TEXT, ("tags", 0)), RemoveValue(TEXT, ("tags", 2))], TEXT, "[a, b, c]", "[b]"),
        (
            [
                RenameKey(TEXT, ("locales", "ES"), "es"),
                PutValue(TEXT, ("locales", "ES", "title"), "Nota"),
            ],
            TEXT,
            "ES: {title: Aviso}",
            "es: {title: Nota}",
        ),
        (
            [RemoveSuppression(TEXT, 1, 1, one) for one in ("stale", "label-style")],
            TEXT,
            "# clientarea: ignore label-style, stale -- old\n",
            "",
        ),
        (
            [ReplaceText(ES, "bye", 0, at, at + 2, "  ", " ") for at in (5, 8)],
            ES,
            "Adiós  y  salud",
            "Adiós y salud",
        ),
    ],
    ids=lambda one: type(one[0]).__name__ if isinstance(one, list) else None,
)  # fmt: skip
def test_only_what_is_meant_changes(fixes: list[Fix], path: str, old: str, new: str) -> None:
    changes, done = made(*fixes)
    assert old in FILES[path]
    assert changes == {path: FILES[path].replace(old, new)}
    assert done == set(fixes)


def test_a_source_text_takes_its_translations_along_in_areas_too() -> None:
    changes, _ = made(ReplaceText(EN, "bye", 0, 4, 6, "  ", " ", of_source=True))
    renewed = {path: FILES[path].replace("Good  bye", "Good bye") for path in (EN, ES, SHOP)}
    assert changes == renewed


def test_files_go_and_move() -> None:
    changes, done = made(RemoveFile(SHOP), MoveFile(ES, "es-MX.po"))
    assert changes == {SHOP: None, ES: None, "es-MX.po": FILES[ES]}
    assert len(done) == 2
    assert made(RemoveEntry(SHOP, "bye"))[0] == {SHOP: HEADER}


@pytest.mark.parametrize(
    "fix",
    [
        ReplaceText(ES, "bye", 0, 5, 7, "xx", " "),
        ReplaceText(ES, "bye", 4, 5, 7, "  ", " "),
        ReplaceText(ES, "gone", 0, 5, 7, "  ", " "),
        RemoveFlag(ES, "bye", "ignore-fuzzy"),
        RemoveSuppression(TEXT, 2, 1, "stale"),
        RemoveSuppression(TEXT, 1, 1, "fuzzy"),
        RenameKey(TEXT, ("lockd",), "tags"),
        RemoveValue(TEXT, ("gone",)),
        MoveFile(ES, "taken.po"),
        RemoveFile("gone.po"),
    ],
    ids=repr,
)
def test_what_is_not_there_any_more_or_taken_is_left(fix: Fix) -> None:
    assert made(fix) == ({}, set())
