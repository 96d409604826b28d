"""Fixes made in a draft, those of one file after the other; values before whole files."""

from collections.abc import Iterable, Iterator, Sequence

from compiler.base.failure import UsageError
from compiler.base.fix import (
    Fix,
    MoveFile,
    PutValue,
    RemoveFile,
    RemoveSuppression,
    RemoveUse,
    RemoveValue,
    RenameKey,
)
from compiler.base.place import Places
from compiler.edit.draft import Draft
from compiler.edit.fixes.catalogues import TextFix, mend_catalogue
from compiler.edit.fixes.uses import without_use
from compiler.edit.yaml.edits import Edit, Put, Remove, Rename
from compiler.edit.yaml.suppressions import without_suppression

LineFix = RemoveSuppression | RemoveUse
ValueFix = RenameKey | PutValue | RemoveValue
FileFix = RemoveFile | MoveFile


def apply_fixes(draft: Draft, paths: Sequence[str], fixes: Iterable[Fix]) -> frozenset[Fix]:
    """Make fixes; return those that were made. ``paths`` are those of all files of the project.

    What cannot be made is left: a name that is taken, a text that is another by now, a file that
    only its author can change.
    """
    by_path: dict[str, list[Fix]] = {}
    for fix in fixes:
        by_path.setdefault(fix.path, []).append(fix)
    made: set[Fix] = set()
    for path, those in by_path.items():
        texts = [one for one in those if isinstance(one, TextFix)]
        if texts:
            made.update(mend_catalogue(draft, paths, path, texts))
        # Their places are those of the file as it was checked: they come before what moves lines.
        made.update(_silence(draft, [one for one in those if isinstance(one, LineFix)]))
        made.update(_values(draft, [one for one in those if isinstance(one, ValueFix)]))
    for those in by_path.values():
        made.update(one for one in those if isinstance(one, FileFix) and _file(draft, one))
    return frozenset(made)


def _silence(draft: Draft, fixes: Iterable[LineFix]) -> Iterator[Fix]:
    for fix in sorted(fixes, key=lambda fix: (fix.line, fix.column), reverse=True):
        path, data = fix.path, draft.data(fix.path) or b""
        try:
            if isinstance(fix, RemoveUse):
                made = without_use(path, data, fix.line, fix.column, fix.pattern)
            else:
                made = without_suppression(path, data, fix.line, fix.column, fix.rule)
            draft.put(path, made)
        except UsageError:
            continue
        yield fix


def _values(draft: Draft, fixes: Iterable[ValueFix]) -> Iterator[Fix]:
    # Items of a list are addressed by their number: the last goes first.
    for fix in sorted(fixes, key=_position, reverse=True):
        try:
            draft.edit(Places(fix.path), _edit(fix))
        except UsageError:
            continue
        yield fix


def _position(fix: ValueFix) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (0, step) for step in fix.route)


def _edit(fix: ValueFix) -> Edit:
    match fix:
        case RenameKey():
            return Rename(fix.route, fix.key)
        case PutValue():
            return Put(fix.route, fix.value)
        case RemoveValue():
            return Remove(fix.route)


def _file(draft: Draft, fix: FileFix) -> bool:
    if draft.data(fix.path) is None:
        return False
    if isinstance(fix, RemoveFile):
        draft.remove(fix.path)
        return True
    if draft.data(fix.to) is not None:
        return False
    draft.move(fix.path, fix.to)
    return True
