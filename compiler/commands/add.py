"""`add`: new entries, new languages of them, images and PDFs; asks for what is not given."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from compiler.base.failure import UsageError, WorldError
from compiler.commands.answers import answered
from compiler.commands.editing import Asked, editor_on, run_edit
from compiler.commands.exits import FINE, REFUSED
from compiler.edit.adding.adding import Wish, add
from compiler.edit.adding.fields import options_in
from compiler.edit.adding.given import GivenFile
from compiler.edit.adding.questions import questions
from compiler.edit.verbs.editor import Editor
from compiler.read.json_file import read_json
from compiler.report.console import Console
from compiler.report.findings_json import findings_data
from compiler.report.findings_text import finding_text
from compiler.report.source import SourceLines

_STDIN = "-"


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    what: str,
    json: str | None,
    from_: str | None,
    file: Sequence[str],
    locale: str | None,
    slot: str | None,
    overwrite: bool,
    area: str | None,
    dry_run: bool,
    format: str,  # noqa: A002 - the option's name
    words: Sequence[str],
) -> int:
    """Add an entry, or what is given of it; return the exit code."""
    if from_ is not None:
        if json or file or words or locale or slot or overwrite or area:
            raise UsageError("`--from` has the whole record: leave out all but `--dry-run`")
        asked = Asked(project, None, dry_run, format, ("add", what, "--from", from_))
        return _whole(console, asked, what, from_)
    said = b"" if json is None else sys.stdin.buffer.read() if json == _STDIN else _bytes(json)
    files = tuple(_file(path) for path in file)
    options = tuple(options_in(words))
    data = None if json is None else _parsed(json, said)
    wish = Wish(what, options, data, files, locale, slot, overwrite)
    digests = [sha256(one).hexdigest() for one in (said, *(one.data for one in files))]
    command = ("add", what, *words, locale or "", slot or "", *digests)
    asked = Asked(project, area, dry_run, format, command)
    if not (options or files or json) and sys.stdin is not None and sys.stdin.isatty():
        editor = editor_on(console, asked)
        answers = answered(console, questions(editor, what))
        wish = replace(wish, options=answers)

    def plan(editor: Editor) -> None:
        add(editor, wish)

    return run_edit(console, asked, plan)


def _whole(console: Console, asked: Asked, what: str, source: str) -> int:
    """Begin an entry with its whole record; what came of it is JSON in any format."""
    from compiler.commands.whole_record import add_record, handed_in  # judges all content

    said = sys.stdin.buffer.read() if source == _STDIN else _bytes(source)
    handed = handed_in(source, said)
    added = add_record(console, asked, what, handed)
    # JSON may be one line: where a secret is in it, no line of it is shown.
    secret = any(one.hidden for one in added.findings)
    lines: dict[str, bytes] = {} if secret else {handed.name: said}
    sources = SourceLines(lines.get)
    for one in added.findings:
        console.note(finding_text(one, sources, console))
    console.data(
        {
            "entity": added.reference,
            "path": added.path,
            "record": added.record,
            "findings": findings_data(added.findings),
        }
    )
    return REFUSED if added.record is None else FINE


def _parsed(path: str, data: bytes) -> Any:  # noqa: ANN401 - any JSON value
    read = read_json("standard input" if path == _STDIN else path, data)
    for one in read.findings:
        where = f"{one.place.path}:{one.place.line}:{one.place.column}"
        raise UsageError(f"{where}: {one.message}")
    if read.data is None:
        raise UsageError(f"{read.places.path} has no JSON object")
    return read.data


def _file(path: str) -> GivenFile:
    return GivenFile(Path(path).name, _bytes(path))


def _bytes(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except FileNotFoundError as failure:
        raise UsageError(f"there is no file `{path}`") from failure
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        raise WorldError(f"`{path}` cannot be read: {reason}") from failure
