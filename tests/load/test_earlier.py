"""Two versions that share what is made of the same files are what each is when loaded alone."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from compiler.load.loading import load, load_earlier
from compiler.model.content import Content
from tests.fakes.snapshot import MemorySnapshot

ROOT = Path(__file__).parents[2]
LANGUAGES = "content/configurations/languages.yaml"
Files = dict[str, bytes]


def showcase() -> Files:
    """Return the project's own content, which has every kind of file."""
    files = [path for path in (ROOT / "content").rglob("*") if path.is_file()]
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in sorted(files)}


def _edit(chance: random.Random, files: Files) -> None:
    path = chance.choice([one for one in files if one.endswith((".yaml", ".md", ".po"))])
    files[path] = chance.choice(
        [
            files[path] + b"# edited\n",
            files[path].replace(b"e", b"i"),
            files[path].replace(b"title", b"titel", 1),
            files[path][: len(files[path]) // 2],
            b"\xff",
        ]
    )


def _remove(chance: random.Random, files: Files) -> None:
    del files[chance.choice(list(files))]


def _rename(chance: random.Random, files: Files) -> None:
    path = chance.choice(list(files))
    folder, _, name = path.rpartition("/")
    files[f"{folder}/new{name}"] = files.pop(path)


def _overlay(chance: random.Random, files: Files) -> None:
    path = chance.choice([one for one in files if one.startswith("content/texts/")])
    files[path.replace("content/", "content/areas/acme-shop/")] = files[path]


def _beside(chance: random.Random, files: Files) -> None:
    path = chance.choice([one for one in files if one.startswith("content/texts/")])
    files[f"{path.partition('.')[0]}.fr.md"] = b"---\ntitle: Beside\n---\n\nText.\n"


def _languages(chance: random.Random, files: Files) -> None:
    old, new = chance.choice([(b"es, ", b""), (b"source: en", b"source: es"), (b"\n", b"\n\n")])
    if LANGUAGES in files:
        files[LANGUAGES] = files[LANGUAGES].replace(old, new, 1)


EDITS: tuple[Callable[[random.Random, Files], None], ...] = (
    *[_edit] * 6,
    _remove,
    _rename,
    _overlay,
    _beside,
    _languages,
)


def _told(content: Content) -> Content:
    return replace(content, asset=str.encode)


@pytest.mark.parametrize("seed", range(25))
def test_an_earlier_version_is_the_same_as_alone(seed: int) -> None:
    chance = random.Random(seed)
    now = showcase()
    before = dict(now)
    for edit in chance.sample(EDITS, 5):
        edit(chance, chance.choice([before, now]))
    earlier, later = MemorySnapshot(before), MemorySnapshot(now)
    loaded = load(later, earlier)
    assert replace(loaded, content=Content(), shared=loaded.shared) == replace(
        load(later), content=Content(), shared=loaded.shared
    )
    assert _told(load_earlier(earlier, loaded)) == _told(load(earlier).content)


def test_what_both_have_is_the_same_entity() -> None:
    before = showcase()
    path = "content/levels/basic.yaml"
    now = {**before, path: before[path] + b"# edited\n"}
    earlier = MemorySnapshot(before)
    loaded = load(MemorySnapshot(now), earlier)
    content = load_earlier(earlier, loaded)
    for kind in ("levels", "statuses", "texts", "templates", "banners", "documents"):
        ours, theirs = (getattr(one.shared, kind) for one in (content, loaded.content))
        differing = [label for label in ours if ours[label] is not theirs[label]]
        assert differing == (["basic"] if kind == "levels" else [])
    for key, catalogue in content.shared.catalogues.items():
        assert catalogue is loaded.content.shared.catalogues[key]


def test_what_an_area_says_differently_is_not_what_it_says_alone() -> None:
    text = "content/texts/deposit/cardNotice.yaml"
    difference = text.replace("content/", "content/areas/acme-shop/")
    before = {**showcase(), difference: b"locales:\n  en: {title: For the shop}\n"}
    now = {path: data for path, data in before.items() if path != text}
    earlier = MemorySnapshot(before)
    content = load_earlier(earlier, load(MemorySnapshot(now), earlier))
    assert _told(content) == _told(load(earlier).content)
