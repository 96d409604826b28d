"""What `import` and `export` of rows say about their work."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from compiler.base.visible import visible
from compiler.edit.files import Written
from compiler.edit.records.row import Remark
from compiler.edit.records.summary import Summary
from compiler.report.words import count, listed, some


@dataclass(frozen=True, slots=True)
class Tense:
    """How a report speaks: of what was done, or of what would be."""

    brought: str
    wrote: str
    joined: str


_DONE = Tense("Brought in", "Wrote", "joined")
_PLANNED = Tense("Would bring in", "Would write", "would join")


def remark_lines(remarks: Iterable[Remark]) -> Iterator[str]:
    """Yield a line for every different remark, with the first row and the number of others."""
    grouped: dict[tuple[str, str, str | None], list[Remark]] = {}
    for one in remarks:
        grouped.setdefault((one.path, one.message, one.hint), []).append(one)
    for (path, message, hint), group in grouped.items():
        first = group[0]
        row = f" row {first.number:,}" if first.number else ""
        subject = f" ({first.subject})" if first.subject else ""
        more = f" and {len(group) - 1:,} more" if len(group) > 1 else ""
        end = f"; {hint}" if hint else ""
        yield visible(f"{path}{row}{subject}{more}: {message}{end}")


def rows_report(
    summary: Summary,
    written: Written,
    *,
    others: int,
    moved: int,
    dry_run: bool,
    files: bool,
) -> str:
    """Return what came in and what went where, for people; ``files`` are the rows of Markdown."""
    tense = _PLANNED if dry_run else _DONE
    lines = [f"{tense.brought} {count(summary.rows, 'file' if files else 'row')}."]
    lines += _fates(summary)
    lines += _remarks(summary, moved)
    if others:
        lines.append(f"{count(others, 'file')} of other formats passed over.")
    lines += written_lines(written, tense)
    if summary.activated:
        lines.append(f"{listed(summary.activated)} {tense.joined} `active` in languages.yaml.")
    if not dry_run:
        lines.append("Next: `clientarea check`")
    return "\n".join(lines)


def written_lines(written: Written, tense: Tense = _DONE) -> Iterator[str]:
    """Yield how many files are new, changed, unchanged."""
    kinds = (("new", written.made), ("changed", written.changed), ("unchanged", written.same))
    numbers = [f"{len(paths):,} {name}" for name, paths in kinds if paths]
    yield f"{tense.wrote}: {listed(numbers) or 'nothing'}."


def _fates(summary: Summary) -> Iterator[str]:
    width = max((len(kind) for kind in (*summary.fates, "string")), default=0)
    for kind, fates in summary.fates.items():
        parts = [f"{number:,} {fate}" for fate, number in sorted(fates.items())]
        yield f"  {kind.ljust(width)}  {', '.join(parts)}"
    if summary.strings:
        parts = [f"{number:,} {locale}" for locale, number in sorted(summary.strings.items())]
        yield f"  {'string'.ljust(width)}  {', '.join(parts)}"


def _remarks(summary: Summary, moved: int) -> Iterator[str]:
    for word, locale in sorted(summary.read_as.items()):
        yield f"Read `{visible(word)}` as `{locale}`."
    for path, reason in summary.left_out:
        yield f"Left out `{visible(path)}`: {reason}."
    if moved:
        yield f"{count(moved, 'key')} of front matter went to the properties of their language."
    if summary.repeated:
        yield f"{count(summary.repeated, 'value')} had been said by another row already."
    if summary.replaced:
        names = some([f"`{visible(name)}`" for name in summary.replaced])
        yield f"Replaced what this project had: {names}."
    if summary.unstyled:
        labels = count(summary.unstyled, "label")
        yield f"{labels} not in the style of this project; `labels: any` accepts them."


def handed_out(counts: Mapping[str, int]) -> str:
    """Return the numbers of rows by kind."""
    width = max((len(kind) for kind in counts), default=0)
    return "\n".join(f"  {kind.ljust(width)}  {count(n, 'row')}" for kind, n in counts.items())
