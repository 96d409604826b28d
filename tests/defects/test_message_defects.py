"""Slips in messages as they go out: each found by its rule, in its line; the clean set is fine."""

from pathlib import Path

import pytest

from tests.defects.messages import CLEAN, DEFECTS, PAGE_AT
from tests.defects.templates import Defect
from tests.rules.cases import judged, repository

_ALWAYS = {"incomplete-language"}
"""What is said of the language that is being translated."""


def findings(folder: Path, files: dict[str, str]) -> list[tuple[str, str, int]]:
    verdict = judged(repository(folder, dict(files)))
    return [
        (one.rule, one.place.path, one.place.line)
        for one in verdict.findings
        if one.rule not in _ALWAYS
    ]


def test_the_clean_set_raises_nothing(tmp_path: Path) -> None:
    assert findings(tmp_path, CLEAN) == []


@pytest.mark.parametrize("defect", DEFECTS.values(), ids=DEFECTS)
def test_each_is_found_in_its_line(defect: Defect, tmp_path: Path) -> None:
    text = CLEAN[defect.path]
    assert text.count(defect.old) == 1, "the slip is in one place"
    files = {**_of(defect), defect.path: text.replace(defect.old, defect.new)}
    where = [
        (path, text.count("\n", 0, text.index(defect.at)) + 1)
        for path, text in files.items()
        if defect.at in text
    ]
    found = findings(tmp_path, files)
    told = [(path, line) for rule, path, line in found if rule == defect.rule]
    assert told
    assert set(told) <= set(where)
    assert len(found) <= 2


@pytest.mark.parametrize("locale", ["ar", "he", "fa", "ur"])
def test_a_page_without_a_direction_in_every_language_from_right_to_left(
    locale: str, tmp_path: Path
) -> None:
    files = {path: text.replace("[en, ar]", f"[en, {locale}]") for path, text in CLEAN.items()}
    assert findings(tmp_path, files) == []
    files[PAGE_AT] = files[PAGE_AT].replace(' dir="{{ direction }}"', "")
    assert findings(tmp_path, files) == [("missing-direction", PAGE_AT, 2)]


def _of(defect: Defect) -> dict[str, str]:
    """Return the clean files that have to do with a slip: the others cost time."""
    layouts = {"page": "offer", "blocks": "notice", "paper": "terms"}
    stem = Path(defect.path).name.partition(".")[0]
    mates = {stem, *(of for layout, of in layouts.items() if stem == layout)}
    mates |= {layout for layout, of in layouts.items() if of in mates}
    return {
        path: text
        for path, text in CLEAN.items()
        if Path(path).name.partition(".")[0] in {"languages", *mates}
    }
