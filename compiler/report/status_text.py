"""The completeness matrix for people: a table where it fits, a list where it does not."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from compiler.base.visible import visible
from compiler.query.completeness import Completeness, Row, Tally
from compiler.report.columns import padded
from compiler.report.console import Console

_GAP = "  "
_ALL = "all"
_NONE = "-"
Cells = Callable[[Row], Mapping[str, Tally]]

COLUMNS: Mapping[str, Cells] = {
    "kind": lambda row: row.kinds,
    "namespace": lambda row: row.namespaces,
}
"""What the columns of the matrix may be."""


def status_text(console: Console, found: Completeness, by: str, columns: int) -> str:
    """Return the matrix as text of at most so many columns, if that can be."""
    cells = COLUMNS[by]
    rows = (found.source, *found.rows)
    names = [*dict.fromkeys(name for row in rows for name in cells(row))]
    table = _table(found, names, cells)
    if max(map(len, table)) > columns:
        return "\n".join(_list(console, found, cells))
    return "\n".join(
        [table[0], *(_styled(console, *pair) for pair in zip(table[1:], rows, strict=True))]
    )


def _table(found: Completeness, names: Sequence[str], cells: Cells) -> list[str]:
    shown = [_ALL, *map(visible, names)]
    head = ["", *shown, ""]
    total = _total(found.source, cells)
    body = [["", *_numbers(found.source, total, names, cells), "entries in the source"]]
    for row in found.rows:
        one = _total(row, cells)
        body.append(["", *_percents(row, one, names, cells), _remarks(row, one)])
    for line, row in zip(body, (found.source, *found.rows), strict=True):
        line[0] = row.locale
    widths = [max(map(len, column)) for column in zip(head, *body, strict=True)]
    return [_line(line, widths) for line in (head, *body)]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *middle, last = cells
    numbers = [
        padded(cell, columns, right=True)
        for cell, columns in zip(middle, widths[1:-1], strict=True)
    ]
    return _GAP.join([padded(first, widths[0]), *numbers, last]).rstrip()


def _numbers(row: Row, total: Tally, names: Sequence[str], cells: Cells) -> list[str]:
    found = cells(row)
    return [f"{one.total:,}" for one in (total, *(found.get(name, Tally()) for name in names))]


def _percents(row: Row, total: Tally, names: Sequence[str], cells: Cells) -> list[str]:
    found = cells(row)
    return [_percent(total), *(_percent(found.get(name, Tally())) for name in names)]


def _percent(tally: Tally) -> str:
    return f"{tally.percent(tally.translated)}%" if tally.total else _NONE


def _total(row: Row, cells: Cells) -> Tally:
    total = Tally()
    for one in cells(row).values():
        total = total.plus(one)
    return total


def _remarks(row: Row, tally: Tally) -> str:
    words = [*_behind(tally), *([] if row.enabled else ["not enabled"])]
    return ", ".join(words)


def _behind(tally: Tally) -> Iterator[str]:
    numbers = (
        (tally.missing, "missing"),
        (tally.stale, "stale"),
        (tally.unreviewed, "unreviewed"),
    )
    return (f"{number:,} {word}" for number, word in numbers if number)


def _list(console: Console, found: Completeness, cells: Cells) -> Iterator[str]:
    """Yield a line for each language, and below it one for each column that is behind."""
    rows = (found.source, *found.rows)
    size = max(len(row.locale) for row in rows)
    source = _total(found.source, cells)
    yield f"{found.source.locale.ljust(size)}  {source.total:,} entries in the source"
    for row in found.rows:
        total = _total(row, cells)
        line = f"{row.locale.ljust(size)}  {_percent(total).rjust(4)}  {_remarks(row, total)}"
        yield _styled(console, line.rstrip(), row)
        for name, tally in cells(row).items():
            behind = ", ".join(_behind(tally))
            if behind:
                yield f"{' ' * size}  {_percent(tally).rjust(4)}  {visible(name)}: {behind}"


def _styled(console: Console, line: str, row: Row) -> str:
    return line if row.enabled else console.style("faint", line)
