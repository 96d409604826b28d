"""The texts of an entry in the editor of `$VISUAL` or `$EDITOR`, as one file."""

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from compiler.base.failure import UsageError, WorldError
from compiler.commands.edit import editor_command, run_editor
from compiler.translate.sheet import SheetRow

_HEAD = "Lines that begin with `#:` are not taken. Below each `#: [name]` stands one text."
_NAME = re.compile(r"#: \[(.+)\]")


def edited_texts(row: SheetRow) -> Mapping[str, str]:
    """Return the texts of an entry that somebody has changed, by part.

    Raises UsageError where nothing is changed or a text is gone, and WorldError.
    """
    lines = [f"#: {_HEAD}"]
    for part in row.parts:
        lines += [f"#: {line}" for line in part.source.strip("\n").split("\n")]
        lines += [f"#: [{part.name}]", part.translation.strip("\n"), ""]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{row.locale}.md"
        path.write_text("\n".join(lines), encoding="utf-8")
        run_editor(editor_command(), str(path), len(lines))
        try:
            said = path.read_bytes()
        except OSError as failure:
            raise WorldError("the editor has left no file") from failure
    try:
        return _texts(said.decode("utf-8-sig"), row)
    except UnicodeDecodeError as failure:
        raise WorldError("the editor has left a file that is not in UTF-8") from failure


def _texts(said: str, row: SheetRow) -> Mapping[str, str]:
    found: dict[str, list[str]] = {}
    name = ""
    for line in said.replace("\r\n", "\n").split("\n"):
        heading = _NAME.fullmatch(line.rstrip())
        if heading is not None:
            name = heading[1]
        elif name and not line.startswith("#:"):
            found.setdefault(name, []).append(line)
    texts = {}
    for part in row.parts:
        text = "\n".join(found.get(part.name, [])).strip("\n")
        if text == part.translation.strip("\n"):
            continue
        if not text.strip():
            raise UsageError(f"the text `{part.name}` came back empty: nothing is written")
        texts[part.name] = text
    if not texts:
        raise UsageError("nothing was changed: `a` accepts it as it is, `s` leaves it")
    return texts
