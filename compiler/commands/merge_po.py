"""`merge-po`: the Git merge driver for catalogues, and how a clone comes to it."""

from collections.abc import Sequence
from pathlib import Path

from compiler.base.failure import UsageError
from compiler.base.project_file import PROJECT_FILE
from compiler.base.visible import visible
from compiler.commands.exits import FINE, REFUSED
from compiler.edit.merging.driver import USUAL_SIZE, merge_catalogues
from compiler.report.console import Console
from compiler.report.words import count, some

_FILES = 3
_ALL = 5
_LARGEST_SIZE = 1000


def run(console: Console, *, project: str | None, versions: Sequence[str], install: bool) -> int:
    """Merge a catalogue in place of our version, or install the driver; return the exit code.

    1 where entries are in conflict, as Git expects it of a driver.
    """
    if install:
        if versions:
            raise UsageError("`--install` takes no files")
        return _install(console, project)
    if not _FILES <= len(versions) <= _ALL:
        raise UsageError("`merge-po` takes the files `%O %A %B`, and `%L` and `%P` after them")
    base, ours, theirs = map(Path, versions[:_FILES])
    size = _size(versions[_FILES]) if len(versions) > _FILES else USUAL_SIZE
    shown = visible(versions[-1] if len(versions) == _ALL else str(ours))
    merged = merge_catalogues(base.read_bytes(), ours.read_bytes(), theirs.read_bytes(), size)
    if merged is None:
        from compiler.adapters.git_merge_file import merge_by_line

        console.note(f"{shown}: cannot be merged by entry; merged line by line")
        return FINE if merge_by_line(base, ours, theirs, size) else REFUSED
    # Git's own temporary file: it is read once, and only after this program has ended.
    ours.write_bytes(merged.data)
    if not merged.conflicts:
        return FINE
    console.note(f"{shown}: {_conflicts(merged.conflicts)}")
    return REFUSED


def _conflicts(labels: Sequence[str]) -> str:
    names = [f"`{visible(label)}`" for label in labels]
    return f"{count(len(labels), 'entry', 'entries')} in conflict: {some(names)}"


def _size(text: str) -> int:
    size = int(text) if text.isascii() and text.isdigit() else 0
    if not 1 <= size <= _LARGEST_SIZE:
        raise UsageError(f"`{text}` is no length of a conflict marker")
    return size


def _install(console: Console, project: str | None) -> int:
    from compiler.load.merge_driver import DRIVER, LINE, TITLE, names_driver
    from compiler.wiring import clone_of, project_folder

    root = project_folder(project, PROJECT_FILE)
    clone = clone_of(root)
    if clone is None:
        raise UsageError(f"`{root}` is in no Git work tree")
    clone.set_merge_driver(DRIVER, TITLE)
    clone.set_diff_driver(DRIVER)
    console.result(f"Git knows the merge driver `{DRIVER}` in this clone now.")
    if not any(map(names_driver, clone.attributes())):
        console.result(f"Add this line to `.gitattributes`, so that catalogues use it:\n{LINE}")
    return FINE
