"""Entities that are kept: whose files are what they were is not read, and told as if it had been."""

import os
import pickle
import time
from pathlib import Path

import pytest
from typing_extensions import override

from compiler.adapters.work_tree import WorkTree
from compiler.commands import kept_entities
from compiler.commands.kept_entities import load_kept
from compiler.load.loading import Loaded, load
from tests.rules.cases import repository

TEXT = "content/texts/{}.yaml"
NUMBER = 20
LANGUAGES = "content/configurations/languages.yaml"
FILES = {
    "clientarea.yaml": "version: 1\n",
    LANGUAGES: "source: en\nactive: [en, de]\nenabled: [en, de]\n",
    **{TEXT.format(f"note{n}"): "locales:\n  en: {title: Note}\n" for n in range(NUMBER)},
    TEXT.format("odd"): "unknown: 1  # clientarea: ignore missing-translation -- to come\n",
    TEXT.format("beside"): "# its words lie beside it\n",
    "content/texts/beside.de.md": "---\ntitle: Neben\n---\nText\n",
    "content/documents/terms.yaml": "name: Terms\nfile: terms.pdf\nlocales: {en: {title: Terms}}\n",
    "content/documents/terms.pdf": "no PDF\n",
}


class Counting(WorkTree):
    """A work tree that notes what is read."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, folder)
        self.seen: set[str] = set()

    @override
    def read(self, path: str) -> bytes:
        self.seen.add(path)
        return super().read(path)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project whose entities are kept, and whose files have been left alone for a while."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(kept_entities, "_WORTH_KEEPING", 1)
    folder = tmp_path / "project"
    repository(folder, dict(FILES), {})
    for path in folder.rglob("*"):
        os.utime(path, (time.time() - 60,) * 2)
    monkeypatch.setattr("compiler.adapters.known_files._YOUNG", 0)
    return folder


def loaded(folder: Path) -> tuple[Loaded, set[str]]:
    """Load a project, and return what of its entities was read."""
    tree = Counting(folder)
    return load_kept(folder, tree), {path for path in tree.seen if path.startswith("content/")}


def same(one: Loaded, other: Loaded) -> bool:
    """Tell whether two have loaded the same, and have the same to say about it."""
    texts = [(each.content.shared.texts, each.content.shared.documents) for each in (one, other)]
    said = [(each.noticed, each.suppressions, each.digests) for each in (one, other)]
    return texts[0] == texts[1] and said[0] == said[1]


def test_what_was_made_of_files_is_not_made_again(folder: Path) -> None:
    first, read = loaded(folder)
    assert len(read) >= NUMBER
    loaded(folder)  # knows now which files are what they were
    again, read = loaded(folder)
    assert read == {LANGUAGES}
    assert first.noticed
    assert first.suppressions
    assert same(first, again)
    assert same(again, load(WorkTree(folder, folder)))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (TEXT.format("note3"), "locales:\n  en: {title: Another}\n"),
        (TEXT.format("note3"), "locales:\n  en: {title: Eton}\n"),
        (TEXT.format("odd"), "locales:\n  en: {title: Even}\n"),
        (TEXT.format("new"), "locales:\n  en: {title: New}\n"),
        ("content/texts/beside.de.md", "---\ntitle: Da\n---\nText\n"),
        ("content/texts/beside.en.md", "---\ntitle: Beside\n---\nText\n"),
        ("content/documents/terms.yaml", "name: Terms\nfile: other.pdf\n"),
        (LANGUAGES, "source: de\nactive: [en, de]\nenabled: [en, de]\n"),
    ],
)
def test_what_has_changed_is_made_anew(folder: Path, path: str, text: str) -> None:
    for _ in range(2):
        loaded(folder)
    (folder / path).write_text(text, encoding="utf-8")
    now, read = loaded(folder)
    assert path in read
    assert (len(read) < NUMBER) == (path != LANGUAGES)
    assert same(now, load(WorkTree(folder, folder)))


def test_what_another_version_has_made_is_made_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        loaded(folder)
    monkeypatch.setattr("compiler.adapters.tool_state.__version__", "another")
    assert len(loaded(folder)[1]) >= NUMBER


def test_a_file_that_is_gone_is_gone(folder: Path) -> None:
    for _ in range(2):
        loaded(folder)
    (folder / TEXT.format("note3")).unlink()
    (folder / "content/texts/beside.de.md").unlink()
    assert same(loaded(folder)[0], load(WorkTree(folder, folder)))


def test_what_a_stranger_has_kept_is_not_opened(folder: Path) -> None:
    loaded(folder)
    (folder / "opened").unlink(missing_ok=True)

    class Evil:
        @override
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(folder / "opened"),)

    for kept in (folder / "build/.cache").glob("entities-??"):
        data = kept.read_bytes()
        begin = data.index(b"\x80")  # where pickle begins
        kept.write_bytes(data[:begin] + pickle.dumps(Evil()))
    assert same(loaded(folder)[0], load(WorkTree(folder, folder)))
    assert not (folder / "opened").exists()


def test_nothing_is_kept_of_little_or_in_continuous_integration(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    loaded(folder)
    monkeypatch.delenv("CI")
    monkeypatch.setattr(kept_entities, "_WORTH_KEEPING", NUMBER * 2)
    loaded(folder)
    assert not list(folder.glob("build/.cache/entities-*"))
