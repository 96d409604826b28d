"""CSV for a translator: a text a row, what spreadsheets would compute marked as text."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from compiler.translate.handoff.returned import Unit, UnreadableHandoffError
from compiler.translate.sheet import SheetRow

_COLUMNS = (
    "entry", "language", "part", "state", "source", "former_source", "translation", "reviewed",
    "comment", "max_length", "key",
)  # fmt: skip
_NEEDED = ("entry", "language", "part", "key", "translation")
_COMPUTED = ("=", "+", "-", "@", "\t", "\r", "'")
_YES = frozenset({"1", "x", "y", "yes", "true", "ok"})


def write_csv(rows: Iterable[SheetRow]) -> bytes:
    """Return rows as CSV in UTF-8, with the mark by which spreadsheets know it."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for row in rows:
        for part in row.parts:
            cells = (
                row.reference,
                row.locale,
                part.name,
                row.state,
                part.source,
                part.former_source,
                part.translation,
                "",
                "\n".join(row.comments),
                "" if row.max_length is None else str(row.max_length),
                row.digest,
            )
            writer.writerow([inert(cell) for cell in cells])
    return stream.getvalue().encode("utf-8-sig")


def read_csv(data: bytes) -> Iterator[Unit]:
    """Yield the texts of a file that came back. Raises UnreadableHandoffError."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise UnreadableHandoffError("it is not in UTF-8; save it as `CSV UTF-8`") from failure
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        missing = [name for name in _COLUMNS if name not in (reader.fieldnames or ())]
        needed = [name for name in _NEEDED if name in missing]
        if needed:
            raise UnreadableHandoffError(f"it has no column `{needed[0]}`")
        for row in reader:
            said = {name: plain(row.get(name) or "") for name in _COLUMNS}
            if any(said.values()):
                yield _unit(said, reader.line_num)
    except csv.Error as failure:
        raise UnreadableHandoffError(f"it is no CSV: {failure}") from failure


def _unit(said: Mapping[str, str], line: int) -> Unit:
    for name in _NEEDED:
        if name != "translation" and not said[name]:
            raise UnreadableHandoffError(f"line {line} has nothing in the column `{name}`")
    done = said["reviewed"].strip().casefold() in _YES
    reference, locale, part, digest, text = (said[name] for name in _NEEDED)
    return Unit(reference, locale, part, digest, text, done)


def inert(cell: str) -> str:
    """Return a cell that no spreadsheet computes."""
    return f"'{cell}" if cell.startswith(_COMPUTED) else cell


def plain(cell: str) -> str:
    """Return what a cell says, without the mark that it is text."""
    unified = cell.replace("\r\n", "\n")
    return unified[1:] if unified[:1] == "'" and unified[1:].startswith(_COMPUTED) else unified
