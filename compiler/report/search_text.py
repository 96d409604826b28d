"""What a search has found, for people: lines that begin with a place, so that editors open them."""

import re
from collections.abc import Iterator

from compiler.base.place import Place
from compiler.base.visible import visible
from compiler.query.found import Found, found_of
from compiler.query.index import INACTIVE, LOCKED, Index
from compiler.query.searching import Filter, Hit, Match
from compiler.report.console import Console
from compiler.report.source import SourceLines

_LONGEST = 120
_BEFORE = 40
_UNREMARKABLE = ("source", "current")
_SPACE = re.compile(r"\s+")


def hit_lines(
    console: Console, index: Index, hit: Hit, sources: SourceLines, wanted: Filter
) -> Iterator[str]:
    """Yield a line for the entry where its label was found, and one for each text that was."""
    label, place = index.label(hit.entry)
    name = _name(index, hit.entry, label)
    if hit.by_label:
        line = f"{_place(console, place)}: {console.style('strong', name)}"
        yield f"{line} {_languages(index, hit.entry, wanted)}".rstrip()
    for match in hit.matches:
        yield _match(console, index, name, found_of(index, match, sources.lines), match)


def _match(console: Console, index: Index, name: str, found: Found, match: Match) -> str:
    words = [console.style("strong", name)]
    locale = match.field.locale
    if locale is not None:
        words.append(index.locales[locale])
        state = index.state(match.field.entry, locale)
        if state is not None and state not in _UNREMARKABLE:
            words.append(f"({state})")
    if found.part is not None:
        words.append(console.style("faint", found.part))
    return f"{_place(console, found.place)}: {' '.join(words)}: {_snippet(console, found)}"


def _name(index: Index, entry: int, label: str) -> str:
    name = visible(f"{index.kind_names[index.kinds[entry]]}/{label}")
    area = index.area_names[index.areas[entry]]
    return name if area is None else f"{name} in {visible(area)}"


def _languages(index: Index, entry: int, wanted: Filter) -> str:
    """Return the languages of an entry by state: ``en es; stale: pl; missing: ar; locked``."""
    by_state: dict[str, list[str]] = {}
    for locale, state in index.languages(entry).items():
        if not wanted.locales or locale in wanted.locales:
            name = "" if state in _UNREMARKABLE else f"{state}: "
            by_state.setdefault(name, []).append(locale)
    groups = [f"{name}{' '.join(locales)}" for name, locales in sorted(by_state.items())]
    flags = index.flags[entry]
    groups += [name for name, flag in (("locked", LOCKED), ("inactive", INACTIVE)) if flags & flag]
    return "; ".join(groups)


def _snippet(console: Console, found: Found) -> str:
    """Return the text around what was found, on one line, with that marked on a terminal."""
    text, start, end = found.text, found.start, found.end
    first = max(0, start - _BEFORE) if len(text) > _LONGEST else 0
    last = min(len(text), max(first + _LONGEST, start + 1))
    end = min(end, last)
    before, marked, after = text[first:start], text[start:end], text[end:last]
    shown = console.style("match", _shown(marked)) if marked else ""
    head, tail = "…" if first else "", "…" if last < len(text) else ""
    return f"{head}{_shown(before)}{shown}{_shown(after)}{tail}".strip()


def _shown(text: str) -> str:
    return visible(_SPACE.sub(" ", text))


def _place(console: Console, place: Place) -> str:
    return console.style("faint", f"{visible(place.path)}:{place.line}:{place.column}")
