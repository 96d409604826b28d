"""Catalogues written so that an entry which nobody changed keeps the very lines it had.

Tools wrap long texts differently. Whoever writes a whole file anew in his own manner makes every
edit a change of everything; so only entries that say something new are written anew.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from compiler.edit.catalogue.entry import Written, written_of
from compiler.read.po import read_po
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.po_writer import write_po

_TYPE = "Content-Type"
_KEYWORD = re.compile(r"^[ \t]*(?:#~[ \t]*)?(msg[a-z_]+)", re.MULTILINE)
_WHOLE = re.compile(r"(?P<label>msgctxt )?msgid (?:msgid_plural )?(?:msgstr )+")


@dataclass(frozen=True, slots=True)
class Blocks:
    """The lines of entries as files have them, and those of headers, by what they say."""

    entries: Mapping[Written, str] = field(default_factory=dict)
    headers: Mapping[Written, str] = field(default_factory=dict)

    def entry(self, entry: PoEntry) -> str:
        """Return the lines of an entry, without a line end."""
        known = self.entries.get(written_of(entry))
        return known if known is not None else _text(write_po(PoFile("", entries=(entry,))))

    def header(self, file: PoFile) -> str:
        """Return the lines of a header, none where the file has no header."""
        alone = PoFile("", file.header, header_entry=file.header_entry)
        known = self.headers.get(_header_of(file))
        return known if known is not None else _text(write_po(alone))

    def joined(self, other: "Blocks") -> "Blocks":
        """Return the blocks of both; those of ``self`` come first."""
        return Blocks({**other.entries, **self.entries}, {**other.headers, **self.headers})


def blocks_of(file: PoFile, text: str) -> Blocks:
    """Find the lines of each entry in the text (LF) that a catalogue was read from.

    Entries that share a block of lines with others, or have blank lines inside, are left out.
    """
    placed: dict[int, PoEntry] = {entry.place().line: entry for entry in file.entries}
    if file.header_entry is not None:
        placed[file.header_entry.place().line] = file.header_entry
    found: dict[Written, str] = {}
    headers: dict[Written, str] = {}
    for block in _split(text):
        inside = [placed[line] for line in range(block.first, block.last + 1) if line in placed]
        if len(inside) != 1:
            if inside:
                continue
            return Blocks()  # lines that are no entry: this text is not of the usual make
        if not _is_all_of(block.text, inside[0]):
            continue
        if inside[0] is not file.header_entry:
            found[written_of(inside[0])] = block.text
        elif _says_utf_8(file):
            headers[_header_of(file)] = block.text
    return Blocks(found, headers)


def text_of(data: bytes, file: PoFile) -> str | None:
    """Return the text of a catalogue with LF line ends, None where it is not in UTF-8."""
    if "charset=" in file.header.get(_TYPE, "") and not _says_utf_8(file):
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def write_blocks(file: PoFile, blocks: Blocks, before: bytes = b"") -> bytes:
    """Return a catalogue as UTF-8 with LF, entries that have lines already in those.

    ``before`` are the bytes it was read from, if nothing was wrong with them.
    """
    data = join_blocks([blocks.header(file), *map(blocks.entry, file.entries)])
    if data == before:
        return data
    again = read_po(file.path, data)
    same = [*map(written_of, again.entries)] == [*map(written_of, file.entries)]
    return data if same and not again.findings else write_po(file)


def join_blocks(blocks: Iterable[str]) -> bytes:
    """Return blocks of lines as a file, a blank line between them."""
    return ("\n\n".join(filter(None, blocks)) + "\n").encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of a file (numbers from 1) that belong together."""

    first: int
    last: int
    text: str


def _split(text: str) -> Iterator[_Block]:
    """Part a text at blank lines; comments that stand alone belong to what follows."""
    lines: list[str] = []
    first = 1
    for number, line in enumerate([*text.split("\n"), ""], 1):
        blank = not line or line.isspace()
        if not blank:
            lines.append(line)
        elif lines and all(map(_is_remark, lines)):
            lines.append("")
        elif lines:
            yield _Block(first, number - 1, "\n".join(lines))
            lines = []
        if not lines:
            first = number + 1


def _is_all_of(text: str, entry: PoEntry) -> bool:
    """Tell whether a block begins and ends where the entry does: a blank line may be inside it."""
    match = _WHOLE.fullmatch("".join(f"{word} " for word in _KEYWORD.findall(text)))
    return match is not None and (match["label"] is None) is (entry.msgctxt is None)


def _is_remark(line: str) -> bool:
    return not line or (line.startswith("#") and not line.startswith("#~"))


def _header_of(file: PoFile) -> Written:
    entry = file.header_entry or PoEntry("")
    about = (entry.flags, entry.comments, entry.extracted, entry.references)
    return (*about, *file.header.items())


def _says_utf_8(file: PoFile) -> bool:
    named = file.header.get(_TYPE, "").casefold()
    return named.endswith(("charset=utf-8", "charset=utf8"))


def _text(data: bytes) -> str:
    return data.decode("utf-8").rstrip("\n")
