"""Catalogues of other projects through each format of an application and back."""

import json
from pathlib import Path

import pytest

from compiler.edit.interchange.importing import Import
from compiler.read.po import read_po
from tests.edit.interchange.samples import brought, handed_out

LANGUAGES = ("en", "de-DE", "ru-RU", "ar-SA", "ja-JP", "pt-BR", "zh-TW")


def texts(made: Import) -> dict[str, dict[str | None, tuple[str, ...]]]:
    return {
        path: {one.msgctxt: (one.msgid, *one.msgstr) for one in read_po(path, data).entries}
        for path, data in made.files.items()
        if path.endswith(".po")
    }


@pytest.fixture(scope="module")
def excalidraw(shared_data: Path) -> Import:
    folder = shared_data / "json" / "excalidraw"
    names = {tag: (folder / f"{tag}.json").read_bytes() for tag in LANGUAGES}
    return brought("i18next", {f"{tag}.json": data for tag, data in names.items()})


@pytest.mark.parametrize("form", ["android", "apple-strings", "xcstrings", "arb", "csv"])
def test_what_goes_out_comes_back_and_changes_nothing(form: str, excalidraw: Import) -> None:
    export = handed_out(form, excalidraw.files)
    left = {(locale, label) for locale, label, _ in export.refused}
    assert len(left) * 20 < sum(export.counts.values())
    again = brought(form, export.files, excalidraw.files)
    assert again.findings == ()
    assert again.summary.refused == ()
    assert again.summary.replaced == []
    assert texts(again) == texts(excalidraw)
    assert json.dumps(sorted({reason for _, _, reason in export.refused}))
