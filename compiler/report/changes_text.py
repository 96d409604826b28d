"""Changes for people: by entry, then what visitors of which area and language see different."""

import json
from collections.abc import Callable, Iterator, Sequence
from posixpath import commonprefix
from typing import Any

from compiler.base.visible import visible
from compiler.report.console import Console
from compiler.report.words import count, listed, some
from compiler.review.change import Change, Weight, What
from compiler.review.pdfs import PDF_PART
from compiler.review.reaching import Reach
from compiler.review.visible import Seen

_LONGEST = 60
_SENTENCE = 200
_SHARED = 15
"""Signs before the difference of two long texts that are still shown."""
_SIGNS = {What.ADDED: "+", What.REMOVED: "-", What.RENAMED: "→", What.CHANGED: "~"}
_STYLES = {What.ADDED: "good", What.REMOVED: "error", What.RENAMED: "info", What.CHANGED: "info"}


def changes_text(
    changes: Sequence[Change],
    seen: Sequence[Seen],
    console: Console,
    reach: Callable[[Change], Reach | None],
    *,
    breaking: bool,
) -> str:
    """Return all changes as text; one line where nothing changes for anyone.

    ``reach`` tells which areas a change of what all share reaches; said where it is not all.
    """
    if not changes and not seen:
        return "Nothing breaks clients." if breaking else "Nothing changes for anyone."
    blocks = [
        "\n".join(_entity(name, those, console, reach)) for name, those in _by_entity(changes)
    ]
    if seen:
        blocks.append("\n".join(["What visitors will see different:", *_visible(seen)]))
    return "\n\n".join([*blocks, _sum(changes, seen, breaking=breaking)])


def _by_entity(changes: Sequence[Change]) -> list[tuple[str, list[Change]]]:
    found: dict[str, list[Change]] = {}
    for one in changes:
        where = f" in area {one.area}" if one.area else ""
        found.setdefault(f"{one.entity}{where}", []).append(one)
    return list(found.items())


def _entity(
    name: str, changes: list[Change], console: Console, reach: Callable[[Change], Reach | None]
) -> Iterator[str]:
    reaches = [_reached(reach(one)) for one in changes]
    alike = len(set(reaches)) == 1
    yield console.style("strong", visible(name)) + (reaches[0] if alike else "")
    for one, reached in zip(changes, reaches, strict=True):
        sign = console.style(_STYLES[one.what], _SIGNS[one.what])
        yield f"  {sign} {_words(one)}{'' if alike else reached}"
        if one.weight is Weight.BREAKING:
            reason = console.style("error", f"breaks clients: {visible(one.reason or '')}")
            yield f"      {reason} {console.style('faint', f'[{one.rule}]')}"


def _reached(reach: Reach | None) -> str:
    """Say which areas a change reaches, nothing where it is all of them."""
    if reach is None or reach.is_all:
        return ""
    parts = [f"for {visible(some(reach.sees))}" if reach.sees else "for no area"]
    if reach.own:
        verb = "has its own" if len(reach.own) == 1 else "have their own"
        parts.append(f"{visible(some(reach.own))} {verb}")
    return f" ({'; '.join(parts)})"


def _words(change: Change) -> str:
    where = ".".join(filter(None, (change.locale, change.part)))
    if change.what is What.RENAMED:
        return f"renamed to {visible(str(change.after))}"
    values = (change.before, change.after)
    if change.what is What.CHANGED:
        old, new = _from_the_difference(*values)
        longest = _SENTENCE if change.part == PDF_PART else _LONGEST
        return f"{where}: {_value(old, longest)} → {_value(new, longest)}"
    value = next((one for one in values if one is not None), None)
    said = "" if value is None else f": {_value(value)}"
    return " ".join(filter(None, (visible(where), change.what.value))) + said


def _from_the_difference(old: Any, new: Any) -> tuple[Any, Any]:  # noqa: ANN401 - any JSON values
    """Return two texts without the words that both begin with, where they are too long to show."""
    if not (isinstance(old, str) and isinstance(new, str)):
        return old, new
    if max(len(old), len(new)) <= _LONGEST:
        return old, new
    shared = len(commonprefix((old, new)))
    start = old.rfind(" ", 0, max(0, shared - _SHARED)) + 1
    return (f"…{old[start:]}", f"…{new[start:]}") if start else (old, new)


def _value(value: Any, longest: int = _LONGEST) -> str:  # noqa: ANN401 - any JSON value
    text = visible(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    if isinstance(value, str) and len(value) == _DIGEST and value.isalnum():
        return value[:8]
    shown = text if len(text) <= longest else f"{text[:longest]}…"
    return f"“{shown}”" if isinstance(value, str) else shown


_DIGEST = 64


def _visible(seen: Sequence[Seen]) -> Iterator[str]:
    """Yield a line for each area and language, those that see the same together."""
    entries: dict[tuple[str, str | None], dict[str, None]] = {}
    for one in seen:
        entries.setdefault((one.area, one.locale), {})[one.entity] = None
    alike: dict[tuple[str, ...], list[tuple[str, str | None]]] = {}
    for where, those in entries.items():
        alike.setdefault(tuple(those), []).append(where)
    for names, places in alike.items():
        areas = listed(list(dict.fromkeys(area for area, _ in places)))
        tags = listed(list(dict.fromkeys(tag for _, tag in places if tag)))
        in_tags = f", in {tags}" if tags else ""
        yield f"  {visible(areas)}{in_tags}: {visible(some(names))}"


def _sum(changes: Sequence[Change], seen: Sequence[Seen], *, breaking: bool) -> str:
    entries = count(len({(one.area, one.entity) for one in changes}), "entry", "entries")
    broken = sum(one.weight is Weight.BREAKING for one in changes)
    verb = "breaks" if broken == 1 else "break"
    if breaking:
        return f"{count(broken, 'change')} of {entries} {verb} clients."
    sees = "visitors see something different" if seen else "visitors see no difference"
    breaks = f"; {count(broken, 'change')} {verb} clients" if broken else ""
    return f"{entries} changed; {sees}{breaks}."
