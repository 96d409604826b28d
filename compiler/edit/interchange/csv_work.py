"""CSV: work for a translator who has a spreadsheet, and sheets with a column a language.

What goes out has a row a text, in ICU, and comes back by the digest of what its translation was;
see `handed`. What spreadsheets would compute is marked as text.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from compiler.base.place import Place
from compiler.edit.catalogue.translation import FUZZY
from compiler.edit.interchange.given import Handed, Namespace, Written, comments_of
from compiler.edit.interchange.handed import digest_of, handed_id, handed_of
from compiler.edit.interchange.locale_path import settle
from compiler.edit.interchange.open_work import STALE, form_sources, state_of
from compiler.edit.interchange.unit import ForeignFile, Refusal, Unit
from compiler.edit.interchange.xliff.units import translation_digest
from compiler.read.decoding import decode
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.rules import INVALID_CSV
from compiler.translate.handoff.csv_file import inert, plain

CSV = "csv"
_COLUMNS = (
    "key", "form", "state", "source", "former_source", "translation", "reviewed", "comment",
    "max_length", "id",
)  # fmt: skip
_LIMIT = "max-length:"
_YES = frozenset({"1", "x", "y", "yes", "true", "ok"})
_ABOUT = frozenset({"comment", "comments", "description", "note", "notes", "context"})
_NO_COLUMNS = "it has neither a column `translation` nor one that names a language"
_WIDER = "this row has more cells than there are columns"
_PARTS = "rows of its plural are missing"

_Row = Mapping[str, str]


def csv_work(namespace: Namespace, handed: Sequence[Handed], locale: str, file: PoFile) -> Written:
    """Return what is to be translated into one language; nobody translates the source."""
    if locale == namespace.source_locale:
        return Written({}, 0)
    entries = {one.msgctxt: one for one in file.entries if not one.obsolete}
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for one in handed:
        for row in _rows(one, entries.get(one.label), form_sources(one.entry, file)):
            writer.writerow([inert(cell) for cell in row])
    return Written({f"{locale}.csv": stream.getvalue().encode("utf-8-sig", "replace")}, len(handed))


def _rows(one: Handed, entry: PoEntry | None, sources: Sequence[str]) -> Iterator[tuple[str, ...]]:
    name = ".".join(one.origin.key)
    texts = () if entry is None else entry.msgstr
    state = state_of(one.entry, entry)
    former = ""
    if entry is not None and state == STALE:
        former = entry.previous_msgid or entry.msgid
    limit = (flag.removeprefix(_LIMIT) for flag in one.entry.flags if flag.startswith(_LIMIT))
    about = (chr(10).join(comments_of(one.entry)), next(limit, ""))
    number = handed_id(name, translation_digest(entry))
    for index, source in enumerate(sources):
        text = texts[index] if index < len(texts) else ""
        form = str(index) if len(sources) > 1 else ""
        yield name, form, state or "", source, former, text, "", *about, number


def read_csv(path: str, data: bytes) -> tuple[ForeignFile, ...]:
    """Read one file: work that comes back, or as many results as it has columns of languages."""
    text, problem = decode(path, data)
    if problem is not None:
        return (ForeignFile(path, findings=(problem,)),)
    first = text.partition("\n")[0]
    sheet = csv.reader(
        io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True
    )
    rows: list[tuple[Place, _Row]] = []
    columns: list[str] = []
    refusals: list[Refusal] = []
    try:
        for cells in sheet:
            place = Place(path, sheet.line_num - sum(one.count("\n") for one in cells))
            if not columns:
                columns = [one.strip() for one in cells]
            elif len(cells) > len(columns):
                refusals.append(Refusal(place, cells[0], _WIDER))
            elif any(cells):
                said = (plain(one) for one in cells)
                rows.append((place, dict(zip(columns, said, strict=False))))
    except csv.Error as failure:
        wrong = INVALID_CSV.at(Place(path, max(sheet.line_num, 1)), f"this is no CSV: {failure}")
        return (ForeignFile(path, findings=(wrong,)),)
    if "translation" in columns and "key" in columns:
        return (_returned(path, rows, refusals),)
    return tuple(_languages(path, columns, rows, refusals))


def _returned(
    path: str, rows: Sequence[tuple[Place, _Row]], refusals: list[Refusal]
) -> ForeignFile:
    grouped: dict[str, list[tuple[Place, _Row]]] = {}
    for place, row in rows:
        grouped.setdefault(row.get("id") or row["key"], []).append((place, row))
    units = []
    for number, group in grouped.items():
        place, row = group[0]
        name, handed = handed_of(row["key"], number)
        texts = tuple(one.get("translation", "") for _, one in group)
        sources = [one.get("source", "") for _, one in group]
        if [one.get("form", "") for _, one in group] != _forms(len(group)):
            refusals.append(Refusal(place, name, _PARTS))
            continue
        read = any(one.get("reviewed", "").strip().casefold() in _YES for _, one in group)
        untouched = handed is not None and handed in (digest_of(texts), digest_of(texts, [FUZZY]))
        units.append(
            Unit(
                place,
                texts if len(texts) > 1 else texts[0],
                (name,),
                source=(sources[0], sources[-1]) if len(texts) > 1 else (sources[0],),
                flags=(FUZZY,) if untouched and not read else (),
                spelt=(None, {}),
                handed=handed,
            )
        )
    return ForeignFile(path, tuple(units), refusals=tuple(refusals))


def _forms(count: int) -> list[str]:
    return [str(index) for index in range(count)] if count > 1 else [""]


def _languages(
    path: str, columns: Sequence[str], rows: Sequence[tuple[Place, _Row]], refusals: list[Refusal]
) -> Iterator[ForeignFile]:
    """Yield a result for each column that names a language; the first column has the keys."""
    locales = {one: locale for one in columns[1:] if (locale := settle(one)) is not None}
    if not locales:
        wrong = INVALID_CSV.at(Place(path), _NO_COLUMNS, hint="write `key,en,de` in the first line")
        yield ForeignFile(path, findings=(wrong,))
        return
    about = [one for one in columns if one.casefold() in _ABOUT]
    for column, locale in locales.items():
        units = [
            Unit(
                place,
                row.get(column, ""),
                (row[columns[0]],),
                comments=tuple(
                    line for one in about for line in row.get(one, "").splitlines() if line
                ),
            )
            for place, row in rows
        ]
        yield ForeignFile(path, tuple(units), refusals=tuple(refusals), root=locale)
        refusals = []
