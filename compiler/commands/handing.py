"""`review` by a file: what is to be reviewed handed out to a translator, and taken back."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from compiler.base.failure import UsageError
from compiler.base.visible import visible
from compiler.commands.editing import Asked, edited
from compiler.commands.exits import FINE, REFUSED
from compiler.commands.reviewing import Decision, Refused, carry_out, review_wish
from compiler.commands.translating import work_ahead
from compiler.edit.files import bytes_of, write_files
from compiler.edit.verbs.editor import Editor
from compiler.report.console import Console
from compiler.report.words import count
from compiler.translate.handoff.csv_file import read_csv, write_csv
from compiler.translate.handoff.returned import Returned, UnreadableHandoffError, gathered
from compiler.translate.handoff.xliff import fits_xliff, read_xliff, write_xliff
from compiler.translate.sheet import SheetRow, row_of

_CSV = ".csv"
_XLIFF = (".xlf", ".xliff")
_Name = tuple[str, str]


def hand_out(console: Console, rows: Sequence[SheetRow], output: str, source: str) -> int:
    """Write rows to a file; return the exit code, 1 where it cannot hold all of them."""
    path = Path(output)
    left: list[SheetRow] = []
    if path.suffix == _CSV:
        data = write_csv(rows)
    elif path.suffix in _XLIFF:
        left = [row for row in rows if not fits_xliff(row)]
        data = write_xliff([row for row in rows if fits_xliff(row)], source)
    else:
        raise UsageError(f"`{output}`: write `FILE.csv`, `FILE.xlf` or `FILE.xliff`")
    write_files(path.parent, {path.name: data})
    for row in left:
        console.result(
            f"{visible(row.reference)} in `{row.locale}` is not in it: it has characters that XML"
            " cannot hold; a file `.csv` can"
        )
    written = count(len(rows) - len(left), "entry", "entries")
    console.result(f"{written} in `{visible(output)}`.")
    return REFUSED if left else FINE


def take_back(console: Console, root: Path, asked: Asked, take: str, locales: Sequence[str]) -> int:
    """Take a file back; return the exit code, 1 where something in it is refused."""
    data = bytes_of(Path(take))
    if data is None:
        raise UsageError(f"there is no file `{take}`")
    read = read_csv if Path(take).suffix == _CSV else read_xliff
    try:
        returned = gathered(read(data))
    except UnreadableHandoffError as failure:
        raise UsageError(f"`{take}` cannot be taken: {failure}") from failure
    taking = _Taking(returned, locales)
    editor = edited(console, root, asked, taking.plan)
    taking.tell(console, editor)
    return REFUSED if taking.refused else FINE


class _Taking:
    """What came back, and what becomes of it: refused, unread, or carried out."""

    def __init__(self, returned: Mapping[_Name, Returned], locales: Sequence[str]) -> None:
        self._returned, self._locales = returned, locales
        self.refused: list[Refused] = []
        self._unread = self._partly = 0

    def plan(self, editor: Editor) -> None:
        """Decide about every entry, and put what is decided on the draft."""
        locales = tuple(dict.fromkeys(one.locale for one in self._returned.values()))
        chosen = frozenset(one.reference for one in self._returned.values())
        tasks = work_ahead(editor.scope, review_wish(editor, chosen, locales)).tasks
        rows = {(one.reference, one.locale): row_of(one) for one in tasks}
        decisions = [
            decision
            for name, one in self._returned.items()
            if (decision := self._decided(name, one, rows.get(name))) is not None
        ]
        self.refused.extend(carry_out(editor, decisions))

    def _decided(self, name: _Name, one: Returned, row: SheetRow | None) -> Decision | None:
        decision = Decision(*name, one.digest, one.texts)
        if one.locale not in self._locales:
            reason = "that language is not among those of `--locale`"
            self.refused.append(Refused(decision, reason))
            return None
        if row is None or row.digest != one.digest:
            return decision  # whoever carries it out says what is wrong with it
        objection = one.objection(row)
        if objection:
            self.refused.append(Refused(decision, objection))
            return None
        if one.is_read(row):
            return decision
        if one.changed(row):
            self._partly += 1
            return decision._replace(read=False)
        self._unread += 1
        return None

    def tell(self, console: Console, editor: Editor) -> None:
        """Say what became of the file."""
        for one in self.refused:
            where = f"{visible(one.decision.reference)} in `{visible(one.decision.locale)}`"
            console.result(f"{where} is not taken: {visible(one.reason)}")
        done = sum(deed.changed for deed in editor.done)
        console.result(f"{count(done, 'entry', 'entries')} taken, {len(self.refused):,} refused.")
        if self._partly:
            words = count(self._partly, "entry", "entries")
            console.result(f"{words} of them still to be reviewed: some texts came back unread.")
        if self._unread:
            words = count(self._unread, "entry", "entries")
            console.result(f"{words} came back unread and unchanged.")
