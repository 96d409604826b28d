"""Reads the lines of a gettext catalogue into entries, and says what it could not understand.

Every line is accounted for: it becomes part of an entry, or of a finding. After a line that makes
no sense, reading goes on with the next keyword.
"""

import re
from collections.abc import Iterable

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.read.po_draft import Draft, Part, Piece
from compiler.read.po_remarks import FLAG
from compiler.read.po_strings import unescape
from compiler.read.rules import INVALID_PO

_STRING = r'"(?P<text>[^"\\]*(?:\\.[^"\\]*)*)"'
_WORD = r"(?P<word>msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]{1,3}\])?)"
_REGULAR = re.compile(rf"{_WORD} {_STRING}\Z")
_CONTINUED = re.compile(rf"{_STRING}\Z")
_TOKEN = re.compile(rf"\s*(?:{_STRING}|{_WORD}(?![a-z_\[]))\s*")
_GARBAGE = re.compile(r"\s*(?P<word>\S+)")
_BEGINS = ("msgctxt", "msgid")
_PREVIOUS = ("msgctxt", "msgid", "msgid_plural")


class Scanner:
    """One walk over lines of one catalogue that stand together; ``line`` is the first of them.

    ``drafts`` are what it has found enough of to be entries.
    """

    def __init__(self, path: str, charset: str, line: int = 1) -> None:
        self.findings: list[Finding] = []
        self.drafts: list[Draft] = []
        self._path = path
        self._charset = charset
        self._next_line = line
        self._draft = Draft()
        self._current: str | None = None
        self._earlier: str | None = None
        self._lost = False

    @property
    def between_entries(self) -> bool:
        """Whether the next entry may begin here, and nothing is left over that would join it."""
        return self._draft.complete

    def read(self, lines: Iterable[str]) -> None:
        """Read the lines that come next."""
        number = self._next_line - 1
        for number, line in enumerate(lines, self._next_line):
            if line and not line.isspace():
                self._line(line, number)
        self._next_line = number + 1

    def finish(self) -> None:
        """End the entry that is being read."""
        if self._draft.settle(self._complain):
            self.drafts.append(self._draft)
        self._draft = Draft()
        self._current = self._earlier = None

    def _line(self, line: str, number: int) -> None:
        first = line[0]
        if first == "m" and (match := _REGULAR.match(line)) is not None:
            word, text = match.group("word", "text")
            self._keyword(word, (number, 1, len(word)))
            self._text(text, (number, len(word) + 2, len(text) + 2))
        elif first == '"' and (match := _CONTINUED.match(line)) is not None:
            self._text(match["text"], (number, 1, len(line)))
        elif first == "#":
            self._comment(line, number, 0)
        else:
            indent = len(line) - len(line.lstrip())
            if line.startswith("#", indent):
                self._comment(line, number, indent)
            else:
                self._tokens(line, number, indent)

    def _tokens(self, line: str, number: int, start: int, prefix: str = "") -> None:
        """Read keywords and strings in any arrangement; ``prefix`` is that of previous texts."""
        position = start
        seen = False
        while position < len(line):
            match = _TOKEN.match(line, position)
            if match is None:
                self._garbage(line, number, position, seen=seen)
                return
            seen = match["text"] is not None
            group = "text" if seen else "word"
            column = match.start(group) + (0 if seen else 1)
            part = (number, column, match.end(group) - match.start(group) + (2 if seen else 0))
            if seen:
                self._text(match["text"], part)
            elif not prefix:
                self._keyword(match["word"], part)
            elif match["word"] in _PREVIOUS:
                self._begin(f"previous_{match['word']}", part)
            else:
                self._complain(part, f"`{match['word']}` has no previous text", None)
                self._current, self._lost = None, True
            position = match.end()

    def _keyword(self, word: str, part: Part, *, obsolete: bool = False) -> None:
        draft = self._draft
        if self._begins_another(draft, word, obsolete=obsolete):
            self.finish()
            draft = self._draft
        draft.obsolete = obsolete
        if word not in _BEGINS and not self._expected(draft, word, part):
            self._current, self._lost = None, True
            return
        if word.startswith("msgstr"):
            draft.complete = True
        self._begin(word, part)

    def _begins_another(self, draft: Draft, word: str, *, obsolete: bool) -> bool:
        begun = "msgid" in draft.texts
        if word in _BEGINS and (begun or word in draft.texts):
            return True
        return draft.obsolete != obsolete and (begun or "msgctxt" in draft.texts)

    def _expected(self, draft: Draft, word: str, part: Part) -> bool:
        """Tell whether a keyword other than the first ones may stand here; complain if not."""
        if "msgid" not in draft.texts:
            hint = "see whether a line was lost above it"
            self._complain(part, f"there is no `msgid` above this `{word}`", hint)
        elif word in draft.texts:
            hint = "remove one of the two, or write the `msgid` that is missing between them"
            self._complain(part, f"the entry has a second `{word}` here", hint)
        elif word == "msgid_plural" and draft.complete:
            self._complain(part, "`msgid_plural` stands before `msgstr[0]`", None)
        elif (word.startswith("msgstr") and "msgstr" in draft.texts) or (
            word == "msgstr" and draft.complete
        ):
            message = "an entry has either `msgstr` or `msgstr[0]`, `msgstr[1]`, …"
            self._complain(part, message, "remove the one that is wrong")
        else:
            return True
        return False

    def _begin(self, name: str, part: Part) -> None:
        self._draft.begin(name, part)
        self._current = name
        self._lost = False

    def _text(self, text: str, part: Part) -> None:
        name = self._current
        if name is None:
            if not self._lost:
                message = "this text belongs to no keyword"
                self._complain(part, message, "write `msgid` or `msgstr` before it")
                self._lost = True
            return
        meaning = self._unescaped(text, part) if "\\" in text else text
        self._draft.append(name, Piece(meaning, text, part))

    def _unescaped(self, text: str, part: Part) -> str:
        def complain(offset: int, escape: str) -> None:
            place = (part[0], part[1] + 1 + offset, len(escape))
            message = f"`{escape}` means nothing in a catalogue"
            self._complain(place, message, f"write `\\{escape}` for a backslash")

        return unescape(text, self._charset, complain)

    def _comment(self, line: str, number: int, start: int) -> None:
        kind = line[start + 1 : start + 2]
        if kind == "~":
            self._obsolete(line, number, start + 2)
            return
        if self._draft.complete:
            self.finish()
        if kind == "|":
            self._previous(line, number, start + 2)
            return
        if kind in (",", "="):
            self._flags(line, number, start + 2)
        self._draft.remarks.add(line[start:])

    def _flags(self, line: str, number: int, start: int) -> None:
        """Note where the flags of a line stand."""
        parts = self._draft.parts
        for match in FLAG.finditer(line, start):
            part = (number, match.start() + 1, len(match[0]))
            parts.setdefault("flags", part)
            parts.setdefault(f"flag:{match[0]}", part)

    def _previous(self, line: str, number: int, start: int) -> None:
        self._current = self._earlier
        self._tokens(line, number, start, "previous_")
        self._earlier, self._current, self._lost = self._current, None, False

    def _obsolete(self, line: str, number: int, start: int) -> None:
        if line.startswith("|", start):
            if self._draft.complete:
                self.finish()
            self._previous(line, number, start + 1)
            return
        inner = start + len(line) - start - len(line[start:].lstrip())
        if line.startswith("#", inner):
            self._comment(line, number, inner)
            return
        match = _TOKEN.match(line, inner)
        if match is not None and match["word"] is not None:
            word = match["word"]
            self._keyword(word, (number, match.start("word") + 1, len(word)), obsolete=True)
            inner = match.end()
        self._tokens(line, number, inner)

    def _garbage(self, line: str, number: int, position: int, *, seen: bool) -> None:
        match = _GARBAGE.match(line, position)
        if match is None:
            return
        word, column = match["word"], match.start("word") + 1
        place = (number, column, len(line.rstrip()) - column + 1)
        if word.startswith('"'):
            message = "the text that begins here has no closing quote"
            self._complain(place, message, 'write `"` at its end')
            self._text(line[column:].rstrip().rstrip("\\"), place)
        elif seen:
            hint = 'write a quote inside the text as `\\"`'
            self._complain(place, "the text goes on after its closing quote", hint)
        else:
            hint = "a line is a comment (`#`), a keyword such as `msgid`, or a text in quotes"
            self._complain((number, column, len(word)), f"`{word}` is no keyword", hint)
            self._current, self._lost = None, True

    def _complain(self, part: Part, message: str, hint: str | None) -> None:
        place = Place(self._path, *part)
        self.findings.append(INVALID_PO.at(place, message, hint=hint))
