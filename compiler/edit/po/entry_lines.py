"""The lines of one entry with some of its parts replaced: all others keep the lines they have."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compiler.edit.po.wrapping import wrapped
from compiler.read.po_file import PoEntry

_KEYWORD = re.compile(
    r'(?P<word>msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]+\])?)[ \t]*"(?:[^"\\]|\\.)*"[ \t]*'
)
_CONTINUED = re.compile(r'[ \t]*"(?:[^"\\]|\\.)*"[ \t]*')
_REMARKS = {".": "extracted", ":": "references", ",": "flags", "=": "flags", "|": "previous"}
_ORDER = (
    *("comments", "extracted", "references", "flags", "previous"),
    *("msgctxt", "msgid", "msgid_plural"),
)


@dataclass(slots=True)
class _Part:
    """Lines that say one thing."""

    name: str
    lines: list[str]


def new_lines(entry: PoEntry, width: int | None) -> list[str]:
    """Return the lines of an entry that is not obsolete."""
    return [line for name in _names(entry) for line in _written(entry, name, width)]


def edited_lines(
    lines: Sequence[str], before: PoEntry, after: PoEntry, width: int | None
) -> list[str]:
    """Return the lines of an entry that says something else now; of what it keeps, as they are."""
    parts = _parts(lines)
    if parts is None:
        return new_lines(after, width)
    edited: list[_Part] = []
    said: set[str] = set()
    for part in parts:
        name = part.name
        if _value(before, name) == _value(after, name):
            edited.append(part)
        elif name not in said and _value(after, name):
            edited.append(_Part(name, _written(after, name, width, _strings(part.lines))))
        said.add(name)
    for name in _names(after):
        if name not in said:
            at = next((i for i, one in enumerate(edited) if _rank(one.name) > _rank(name)), None)
            edited.insert(
                len(edited) if at is None else at, _Part(name, _written(after, name, width))
            )
    return [line for part in edited for line in part.lines]


def _parts(lines: Sequence[str]) -> list[_Part] | None:
    """Return the parts of an entry in file order, None where a line holds more than one."""
    parts: list[_Part] = []
    for line in lines:
        name = _name(line)
        if name is None and (not parts or (line.strip() and not _CONTINUED.fullmatch(line))):
            return None
        if name is None or (parts and parts[-1].name == name and line.startswith("#")):
            parts[-1].lines.append(line)
        else:
            parts.append(_Part(name, [line]))
    return parts


def _name(line: str) -> str | None:
    """Return of what part a line is the beginning."""
    if line.startswith("#"):
        return _REMARKS.get(line[1:2], "comments")
    found = _KEYWORD.fullmatch(line)
    return None if found is None else found["word"]


def _names(entry: PoEntry) -> Iterator[str]:
    """Yield the parts that an entry has, in the usual order."""
    for name in _ORDER:
        if _value(entry, name):
            yield name
    if entry.msgid_plural is None:
        yield "msgstr"
    else:
        yield from (f"msgstr[{index}]" for index in range(len(entry.msgstr)))


def _rank(name: str) -> tuple[int, str]:
    return (_ORDER.index(name), "") if name in _ORDER else (len(_ORDER), name)


def _value(entry: PoEntry, name: str) -> tuple[object, ...]:
    """Return what an entry says in a part, nothing where it has none."""
    if name == "previous":
        said = (entry.previous_msgctxt, entry.previous_msgid, entry.previous_msgid_plural)
        return () if said == (None, None, None) else said
    if name.startswith("msgstr"):
        return _form(entry, name)
    found = getattr(entry, name)
    return found if isinstance(found, tuple) else () if found is None else (found,)


def _form(entry: PoEntry, name: str) -> tuple[str, ...]:
    if name == "msgstr":
        return entry.msgstr[:1] if entry.msgid_plural is None else ()
    index = int(name[len("msgstr[") : -1])
    plural = entry.msgid_plural is not None
    return entry.msgstr[index : index + 1] if plural else ()


def _strings(lines: Sequence[str]) -> list[str]:
    """Return what stands between the quotes of a text that has more than one line."""
    found = [line[line.find('"') + 1 : line.rfind('"')] for line in lines if '"' in line]
    return found[1:] if found and not found[0] else []


def _written(entry: PoEntry, name: str, width: int | None, old: Sequence[str] = ()) -> list[str]:
    match name:
        case "comments":
            return [f"# {line}".rstrip() for line in entry.comments]
        case "extracted":
            return [f"#. {line}".rstrip() for line in entry.extracted]
        case "references":
            return [f"#: {' '.join(entry.references)}"]
        case "flags":
            return [f"#, {', '.join(entry.flags)}"]
        case "previous":
            texts = zip(("msgctxt", "msgid", "msgid_plural"), _value(entry, name), strict=True)
            return [
                line
                for word, text in texts
                if isinstance(text, str)
                for line in wrapped(f"#| {word}", text, width)
            ]
        case _:
            text = _value(entry, name)[0]
            return wrapped(name, str(text), width, old)
