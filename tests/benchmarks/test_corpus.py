"""The content of the benchmark is steady, sound, and of the shares that it is said to have."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.corpus.files import write_files
from benchmarks.corpus.filling import fill, fill_plural, same_everywhere, without_place
from benchmarks.corpus.strings import Entry, draw_strings
from benchmarks.corpus.vocabulary import LOCALES
from benchmarks.corpus.writing import write_json, write_project
from tests.harness import Project

COUNT = 300


@pytest.fixture(scope="module")
def entries() -> Sequence[Entry]:
    return draw_strings(COUNT)


def hashed(entries: Sequence[Entry]) -> str:
    texts = [[entry.label, *(entry.texts[locale] for locale in LOCALES)] for entry in entries]
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()[:16]


def test_the_strings_are_the_same_on_every_machine(entries: Sequence[Entry]) -> None:
    """Whoever changes words or draws writes the new hash: older figures compare no more."""
    assert hashed(entries) == "62293bbcbb3dfeba"
    assert hashed(draw_strings(COUNT, seed=1)) != hashed(entries)


def test_check_finds_nothing(tmp_path: Path, entries: Sequence[Entry]) -> None:
    write_project(tmp_path, entries)
    project = Project(tmp_path).run("check", "--format", "json")
    found = json.loads(project.out)
    assert [one for one in found["findings"] if one["severity"] != "info"] == []
    assert (found["summary"]["entities"], found["summary"]["locales"]) == (COUNT, len(LOCALES))


def test_check_finds_nothing_in_many_files(tmp_path: Path, entries: Sequence[Entry]) -> None:
    write_files(tmp_path, entries, COUNT)
    found = json.loads(Project(tmp_path).run("check", "--format", "json").out)
    assert found["findings"] == []
    files = [path for path in tmp_path.rglob("*") if path.is_file() and "build" not in path.parts]
    assert COUNT <= len(files) < COUNT + 50
    assert {path.suffix for path in files} == {".yaml", ".md", ".po", ".png"}


def test_one_in_twenty_counts_and_one_in_five_has_arguments(entries: Sequence[Entry]) -> None:
    sources = [entry.texts["en"] for entry in entries]
    plurals = [text for text in sources if text.startswith("{count, plural, ")]
    arguments = [text for text in sources if "{" in text and text not in plurals]
    assert (len(plurals), len(arguments)) == (COUNT * 5 // 100, COUNT * 20 // 100)


@pytest.mark.parametrize("locale", LOCALES)
def test_one_source_text_has_one_translation(entries: Sequence[Entry], locale: str) -> None:
    pairs = {(entry.texts["en"], entry.texts[locale]) for entry in entries}
    assert len(pairs) == len({source for source, _ in pairs})
    assert len(pairs) == len({text.casefold() for _, text in pairs})


def test_formatjs_reads_the_same_texts(tmp_path: Path, entries: Sequence[Entry]) -> None:
    write_json(tmp_path, entries)
    german = json.loads((tmp_path / "de.json").read_text(encoding="utf-8"))
    assert german == {entry.label: entry.texts["de"] for entry in entries}


def everywhere(text: str) -> dict[str, str]:
    return dict.fromkeys(LOCALES, text)


THING = {locale: {"nom": "das Konto", "name": "Konto"} for locale in LOCALES}


@pytest.mark.parametrize(
    ("phrase", "filled"),
    [
        ("Sie sehen $thing.", "Sie sehen das Konto."),
        ("$Thing ist neu.", "Das Konto ist neu."),
        ("$thing.name öffnen", "Konto öffnen"),
        ("$thingを開く", "das Kontoを開く"),
        ("In $number Tagen, {name}!", "In 30 Tagen, {name}!"),
    ],
)
def test_slots(phrase: str, filled: str) -> None:
    words = {"thing": THING, "number": same_everywhere("30")}
    assert fill(everywhere(phrase), words)["de"] == filled


@pytest.mark.parametrize(
    ("phrase", "rest"),
    [
        ("Check the $thing $place.", "Check the $thing."),
        ("Not saved $place: $counted", "Not saved: $counted"),
        ("$placeで$thingを開く", "$thingを開く"),
        ("Open <link>$target</link>", "Open <link>$target</link>"),
    ],
)
def test_a_phrase_without_its_place(phrase: str, rest: str) -> None:
    assert without_place(everywhere(phrase))["en"] == rest


def test_a_plural_says_the_whole_phrase_in_each_category() -> None:
    counted = {locale: {"one": "# order", "other": "# orders"} for locale in LOCALES}
    assert fill_plural(everywhere("You have $counted."), counted, {})["en"] == (
        "{count, plural, one {You have # order.} other {You have # orders.}}"
    )
