"""One entry in every language, for people."""

from collections.abc import Iterator

from compiler.base.place import Place
from compiler.base.visible import visible
from compiler.model.languages import Languages
from compiler.query.entries import Entry, State, Version
from compiler.query.parts import Part, is_only_text
from compiler.query.showing import Shown, parent_of, place_of
from compiler.report.console import Console
from compiler.report.findings_text import finding_text
from compiler.report.source import SourceLines

_STYLES = {State.MISSING: "error", State.STALE: "warning", State.UNREVIEWED: "warning"}
_MARGIN = "    "


def show_text(console: Console, one: Shown, languages: Languages, sources: SourceLines) -> str:
    """Return what is known of an entry as text: languages by layer, then the findings."""
    lines = [line for entry in one.layers for line in _entry(console, entry, languages)]
    blocks = ["\n".join(lines), *(finding_text(each, sources, console) for each in one.findings)]
    return "\n\n".join(blocks)


def _entry(console: Console, entry: Entry, languages: Languages) -> Iterator[str]:
    flags = [
        name
        for name, is_set in (("locked", entry.locked), ("inactive", not entry.active))
        if is_set
    ]
    words = [console.style("strong", visible(entry.reference))]
    if entry.area is not None:
        words.append(f"in {visible(entry.area)}")
    if flags:
        words.append(f"({', '.join(flags)})")
    yield f"{_place(console, entry.where())}: {' '.join(words)}"
    for part in entry.parts:
        yield from _part(part)
    for version in entry.versions:
        yield _language(console, entry, version, languages)
        parts = version.parts()
        if is_only_text(parts):
            yield from _lines(parts[0].text, _MARGIN)
        else:
            for part in parts:
                yield from _part(part)


def _language(console: Console, entry: Entry, version: Version, languages: Languages) -> str:
    state = version.state.value
    parent = parent_of(entry, version, languages)
    words = f"{state} from {parent}" if parent is not None else state
    style = _STYLES.get(version.state)
    shown = console.style(style, words) if style is not None else words
    return f"{_place(console, place_of(entry, version))}: {version.locale} ({shown})"


def _part(part: Part) -> Iterator[str]:
    if "\n" in part.text.strip("\n"):
        yield f"{_MARGIN}{visible(part.name)}:"
        yield from _lines(part.text, _MARGIN * 2)
    else:
        yield f"{_MARGIN}{visible(part.name)}: {visible(part.text.strip())}"


def _lines(text: str, margin: str) -> Iterator[str]:
    for line in text.strip("\n").split("\n"):
        yield f"{margin}{visible(line)}".rstrip()


def _place(console: Console, place: Place) -> str:
    return console.style("faint", f"{visible(place.path)}:{place.line}:{place.column}")
