"""Every text of the showcase is found by its own words, and where it says that it stands."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from compiler.adapters.work_tree import WorkTree
from compiler.base.gate import Gate
from compiler.load.loading import load
from compiler.query.found import found_of
from compiler.query.index import LABEL, Index
from compiler.query.index_file import decode
from compiler.query.indexing import Origin, build_index
from compiler.query.needles import word_needles
from compiler.query.searching import Filter, Match, search
from compiler.rules.check import Scope
from compiler.settings import Settings


@pytest.fixture(scope="module")
def index(project_root: Path) -> Index:
    content = load(WorkTree(project_root, None)).content
    scope = Scope(content, Settings(version=1), Gate.DRAFT)
    return decode(build_index(scope, Origin("", {})))


def texts(index: Index) -> Iterator[tuple[int, int, str]]:
    for number, segment in enumerate(index.segments):
        for text in range(segment.size):
            if segment.field(text).part != LABEL:
                yield number, text, segment.text(text)


def matches(index: Index, words: str) -> dict[tuple[int, int], Match]:
    hits = search(index, word_needles([words]), Filter())
    return {(one.segment, one.number): one for hit in hits for one in hit.matches}


def test_a_text_is_found_by_its_words_in_any_case(index: Index) -> None:
    checked = 0
    for segment, number, text in texts(index):
        assert (segment, number) in matches(index, text[:60].upper())
        checked += 1
    assert checked > 800


def test_a_place_is_where_the_words_stand(index: Index, project_root: Path) -> None:
    files: dict[str, list[str]] = {}

    def lines(path: str) -> list[str]:
        if path not in files:
            files[path] = (project_root / path).read_text(encoding="utf-8").split("\n")
        return files[path]

    for segment, number, text in texts(index):
        words = text.split()
        last = max(words[len(words) // 2 :], key=len)
        match = matches(index, last)[segment, number]
        found = found_of(index, match, lines)
        written = lines(found.place.path)[found.place.line - 1][found.place.column - 1 :]
        piece = found.text[found.start : found.end]
        if '"' not in piece:  # written with a backslash
            assert written.startswith(piece)
