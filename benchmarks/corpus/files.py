"""A project of many small files, as editors make them: entities of several kinds, catalogues."""

import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from PIL import Image

from benchmarks.corpus.strings import Entry
from benchmarks.corpus.vocabulary import LOCALES, SOURCE, Phrase
from benchmarks.corpus.writing import catalogue
from compiler.model.banner import SLOTS
from compiler.model.fingerprint import fingerprint

_IN_A_CATALOGUE = 10
_GROUP = 40
"""How many texts or templates share a folder."""

_BANNERS = 10
_SUBJECT = 78
"""Characters of the longest subject of an e-mail that mail programs show."""

Files = Mapping[str, bytes]


def write_files(folder: Path, entries: Sequence[Entry], count: int) -> None:
    """Write a content repository of about ``count`` files, all languages enabled.

    Of seven things in a row three are texts with every language inline, one has them beside it, two
    are templates and one is a level. Fewer are banners, and every twentieth file is a catalogue.
    """
    files = dict(_settings())
    strings = iter(_endless(entries))
    source = iter(_endless([entry for entry in entries if _is_markdown(entry)]))
    short = iter(_endless([entry for entry in entries if _is_subject(entry)]))
    number = 0
    while len(files) < count:
        for make in _KINDS:
            files.update(make(number, next(short if make is _template else source)))
        number += 1
        if number % len(LOCALES) == 0:
            files.update(_catalogues(number, [next(strings) for _ in range(_IN_A_CATALOGUE)]))
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _endless(entries: Sequence[Entry]) -> Iterator[Entry]:
    while True:
        yield from entries


def _is_markdown(entry: Entry) -> bool:
    """Tell whether a string could be a title and a long text: tags of our own are no HTML."""
    return "<" not in entry.texts[SOURCE]


def _is_subject(entry: Entry) -> bool:
    return _is_markdown(entry) and all(len(text) <= _SUBJECT for text in entry.texts.values())


def _settings() -> Iterator[tuple[str, bytes]]:
    languages = f"[{', '.join(LOCALES)}]"
    text = f"source: {SOURCE}\nactive: {languages}\nenabled: {languages}\n"
    yield "clientarea.yaml", b"version: 1\n"
    yield "content/configurations/languages.yaml", text.encode()


def _text(number: int, entry: Entry) -> Files:
    head = f"locked: false\nproperties: {{group: {number % _GROUP}}}\n"
    return {_path("texts", number, entry): _yaml(head, entry.texts)}


def _long_text(number: int, entry: Entry) -> Files:
    stem = _path("texts", number, entry).removesuffix(".yaml") + "Long"
    stamp = f"from: {SOURCE}@{_stamp(entry.texts[SOURCE], entry.texts[SOURCE])}\n"
    files = {f"{stem}.yaml": b"locked: false\n"}
    for locale, text in entry.texts.items():
        front = f"---\ntitle: {_quoted(text)}\n{'' if locale == SOURCE else stamp}---\n"
        files[f"{stem}.{locale}.md"] = f"{front}\n{text}\n".encode()
    return files


def _template(number: int, entry: Entry) -> Files:
    head = f"channel: email\nactive: {'true' if number % 2 else 'false'}\n"
    texts = {locale: _plain(text) for locale, text in entry.texts.items()}
    return {_path("templates", number, entry): _yaml(head, texts)}


def _level(number: int, entry: Entry) -> Files:
    name = f"{entry.label.replace('.', '-')}-{number}"
    head = f"type: personal\nproperties: {{daily_limit: {number}}}\n"
    return {f"content/levels/{name}.yaml": _yaml(head, entry.texts)}


def _banner(number: int, entry: Entry) -> Files:
    if number % _BANNERS:
        return {}
    folder = f"content/banners/{entry.label.replace('.', '-')}-{number}"
    text = _quoted(entry.texts[SOURCE])
    said = ", ".join(f"{slot.name}: {text}" for slot in SLOTS)
    head = f"locales:\n  {SOURCE}:\n    active: true\n    descriptions: {{{said}}}\n"
    return {
        f"{folder}/banner.yaml": head.encode(),
        **{f"{folder}/{SOURCE}/{slot.name}.png": _image(slot.upper, number) for slot in SLOTS},
    }


def _catalogues(number: int, entries: Sequence[Entry]) -> Files:
    folder = f"content/translations/portal{number}"
    unique = {entry.label: entry for entry in entries}.values()
    return {f"{folder}/{locale}.po": catalogue(locale, unique).encode() for locale in LOCALES}


_KINDS: tuple[Callable[[int, Entry], Files], ...] = (
    *([_text] * 3),
    _long_text,
    *([_template] * 2),
    _level,
    _banner,
)


def _path(kind: str, number: int, entry: Entry) -> str:
    first, second, third = entry.label.split(".")
    return f"content/{kind}/{first}{number // _GROUP}/{second}/{third}{number}.yaml"


def _yaml(head: str, texts: Phrase) -> bytes:
    stamp = f"    from: {SOURCE}@{_stamp(texts[SOURCE], texts[SOURCE])}\n"
    blocks = [
        f"  {locale}:\n{'' if locale == SOURCE else stamp}"
        f"    title: {_quoted(text)}\n    description: {_quoted(text)}\n"
        for locale, text in texts.items()
    ]
    return f"{head}locales:\n{''.join(blocks)}".encode()


def _stamp(title: str, description: str) -> str:
    return fingerprint({"title": title, "description": description})


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _plain(text: str) -> str:
    """Return a text without what would be a variable of a template."""
    return text.replace("{", "(").replace("}", ")")


def _image(width: int, number: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, 200), (number % 256, 90, number // 256)).save(file, "PNG")
    return file.getvalue()
