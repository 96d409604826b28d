"""Reads words/: what the corpus is made of, each text beside its translations."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

SOURCE = "en"
LOCALES = (SOURCE, "ru", "de", "fr", "ar", "ja")

Phrase = Mapping[str, str]
"""One text by locale; its slots are written ``$thing``, ``$Thing`` (capital) or ``$thing.form``."""

Word = Mapping[str, Mapping[str, str]]
"""The forms of a word by locale and name of the form; the first is the one without a name."""

_FOLDER = Path(__file__).with_name("words")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words and phrases, by what they are for."""

    things: tuple[Word, ...]
    places: tuple[Word, ...]
    counted: tuple[Word, ...]
    buttons: tuple[Phrase, ...]
    titles: tuple[Phrase, ...]
    sentences: tuple[Phrase, ...]
    tails: tuple[Phrase, ...]
    arguments: tuple[Phrase, ...]
    plurals: tuple[Phrase, ...]


@cache  # tests draw from it a hundred times a run
def read_vocabulary() -> Vocabulary:
    """Read all files of words/."""
    return Vocabulary(
        things=_words("things"),
        places=tuple({at: {"": text} for at, text in one.items()} for one in _read("places")),
        counted=_words("counted"),
        buttons=tuple(_read("buttons")),
        titles=tuple(_read("titles")),
        sentences=tuple(_read("sentences")),
        tails=tuple(_read("tails")),
        arguments=tuple(_read("arguments")),
        plurals=tuple(_read("plurals")),
    )


def _words(name: str) -> tuple[Word, ...]:
    table = _read(name)
    forms: Mapping[str, list[str]] = table["forms"]
    return tuple(
        {at: dict(zip(forms[at], word[at], strict=True)) for at in LOCALES}
        for word in table["things"]
    )


def _read(name: str) -> Any:  # noqa: ANN401 - each file has its own shape
    text = (_FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)
