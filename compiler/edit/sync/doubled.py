"""Entries in which a merge left the lines of both sides, made two entries again: text to text.

A host merges line by line, and people who resolve a conflict on its page often remove only the
markers. What is left has a keyword twice, or the form of a plural where there is none; no reader
can say which is meant, and `uniting` can once they are entries:

    msgctxt "cart.title"        msgctxt "cart.title"
    msgid "Cart"                msgid "Cart"
    msgstr "Cesta"              msgstr "Cesta"
    msgstr "Carrito"
                                msgctxt "cart.title"
                                msgid "Cart"
                                msgstr "Carrito"
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_KEYWORD = re.compile(r"\s*(msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]{1,3}\])?)(?=\s*\")")
_ORDER = ("msgctxt", "msgid", "msgid_plural")


@dataclass(slots=True)
class _Entry:
    """The lines of one entry: comments, and by keyword each text that it has."""

    comments: list[str] = field(default_factory=list)
    texts: dict[str, list[list[str]]] = field(default_factory=dict)
    plain: list[str] = field(default_factory=list)

    @property
    def translated(self) -> bool:
        return any(keyword.startswith("msgstr") for keyword in self.texts)


def without_doubled(text: str) -> str:
    """Return a text (LF) in which no entry has a keyword twice, or one that it cannot have."""
    return "\n\n".join(block for entry in _entries(text) for block in _blocks(entry)) + "\n"


def _entries(text: str) -> Iterator[_Entry]:
    entry = _Entry()
    current: list[str] | None = None
    for line in text.split("\n"):
        if not line or line.isspace():
            continue
        match = _KEYWORD.match(line)
        begins = match is not None and _begins_another(entry, match[1])
        if begins or (entry.translated and line.lstrip().startswith("#")):
            yield entry
            entry, current = _Entry(), None
        entry.plain.append(line)
        if match is not None:
            current = [line]
            entry.texts.setdefault(match[1], []).append(current)
        elif current is None or line.lstrip().startswith("#"):
            entry.comments.append(line)  # a line that means nothing too: it must not vanish
        else:
            current.append(line)
    if entry.plain:
        yield entry


def _begins_another(entry: _Entry, keyword: str) -> bool:
    if keyword == "msgctxt":
        return "msgid" in entry.texts
    return keyword == "msgid" and entry.translated


def _blocks(entry: _Entry) -> Iterator[str]:
    texts = _regular(entry.texts)
    number = max(map(len, texts.values()), default=1)
    if number == 1 and texts.keys() == entry.texts.keys():
        yield "\n".join(entry.plain)
        return
    for index in range(number):
        chosen = {word: found[min(index, len(found) - 1)] for word, found in texts.items()}
        ordered = sorted(chosen, key=lambda word: _ORDER.index(word) if word in _ORDER else 9)
        yield "\n".join([*entry.comments, *(line for word in ordered for line in chosen[word])])


def _regular(texts: dict[str, list[list[str]]]) -> dict[str, list[list[str]]]:
    """Return texts whose `msgstr` fit: `msgstr[0]` and so on where there is a plural, else one."""
    plural = "msgid_plural" in texts
    made: dict[str, list[list[str]]] = {}
    for word, found in texts.items():
        name = word
        if word == "msgstr" and plural:
            name = "msgstr[0]"
        elif word.startswith("msgstr[") and not plural:
            name = "msgstr"
        renamed = [
            [line.replace(word, name, 1) for line in lines[:1]] + lines[1:] for lines in found
        ]
        made.setdefault(name, []).extend(renamed)
    return made
