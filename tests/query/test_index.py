"""The index: the same answers from a kept one, and no damage that is believed."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from compiler.adapters.work_tree import WorkTree
from compiler.base.gate import Gate
from compiler.load.loading import load
from compiler.query.index import Index
from compiler.query.index_file import DamagedIndexError, decode
from compiler.query.indexing import Origin, build_index
from compiler.query.needles import word_needles
from compiler.query.searching import Filter, search
from compiler.query.state_of_files import file_hashes, hash_of_all
from compiler.rules.check import Scope
from compiler.settings import Settings
from tests.query.library import AR, EN, GUIDE, PL, library


def scope(root: Path) -> tuple[Scope, dict[str, str]]:
    tree = WorkTree(root, None)
    return Scope(load(tree).content, Settings(version=1), Gate.DRAFT), file_hashes(tree)


def built(root: Path, previous: Index | None = None, tool: str = "1") -> bytes:
    about, hashes = scope(root)
    return build_index(about, Origin(tool, hashes), 0, previous)


EDITS = [
    (EN, 'msgid "Sign in"', 'msgid "Log in"'),
    (EN, 'msgctxt "cart.empty"\nmsgid "The cart is empty"\nmsgstr ""\n', ""),
    (PL, "Zaloguj się", "Wejdź"),
    (PL, "#, fuzzy\n", ""),
    (AR, 'msgstr "ت', 'msgstr "" # "ت'),
    (GUIDE, "locked: false", "locked: true"),
    ("content/configurations/languages.yaml", "active: [en, pl, ar,", "active: [en, ar, pl,"),
    ("content/configurations/languages.yaml", "source: en", "source: pl"),
]


@pytest.mark.parametrize(("file", "old", "new"), EDITS)
def test_an_index_made_from_the_last_one_is_the_one_made_from_nothing(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    project = library(tmp_path)
    previous = decode(built(tmp_path))
    project.edit(file, old, new)
    assert built(tmp_path, previous) == built(tmp_path)


def test_nothing_is_taken_from_the_index_of_another_tool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library(tmp_path)
    with monkeypatch.context() as older:
        older.setattr("compiler.query.indexing.fold_all", lambda texts: ["other"] * len(texts))
        previous = decode(built(tmp_path, tool="0"))
    assert built(tmp_path, previous) == built(tmp_path)
    assert built(tmp_path, previous, tool="0") != built(tmp_path, tool="0")


def test_damage_is_noticed(tmp_path: Path) -> None:
    library(tmp_path)
    data = built(tmp_path)
    draw = random.Random(7)
    for _ in range(300):
        at = draw.randrange(len(data))
        changed = bytes([data[at] ^ (1 << draw.randrange(8))])
        with pytest.raises(DamagedIndexError):
            decode(data[:at] + changed + data[at + 1 :])
    for cut in (0, 5, 100, len(data) - 1):
        with pytest.raises(DamagedIndexError):
            decode(data[:cut])
    with pytest.raises(DamagedIndexError):
        decode(data + b"more")


def labels(index: Index, words: Sequence[str], wanted: Filter | None = None) -> list[str]:
    hits = search(index, word_needles(words), wanted or Filter())
    return [index.label(hit.entry)[0] for hit in hits]


def test_words_are_found_in_one_language_and_the_label_together(tmp_path: Path) -> None:
    library(tmp_path)
    index = decode(built(tmp_path))
    assert labels(index, ["sign", "login"]) == [
        "portal:login.signIn",
        "portal:login.help",
        "portal:login.signIn",
    ]
    assert labels(index, ["logowaniu", "pomoc"]) == ["portal:login.help"]
    assert labels(index, ["logowaniu", "login.help"]) == ["portal:login.help"]
    assert labels(index, ["logowaniu", "ayuda"]) == []


def test_the_hash_of_all_changes_with_what_entries_are_read_from(tmp_path: Path) -> None:
    project = library(tmp_path)

    def state() -> str:
        return hash_of_all(file_hashes(WorkTree(tmp_path, None)))

    before = state()
    assert state() == before
    project.files({"notes.txt": "of no concern", "schemas/text.json": "{}"})
    assert state() == before
    project.files({"content/banners/summer/en/mobile.png": b"a name alone counts"})
    named = state()
    assert named != before
    project.files({"content/banners/summer/en/mobile.png": b"another picture"})
    assert state() == named
    project.edit(PL, "Zaloguj", "Zalogu")
    assert state() != named
