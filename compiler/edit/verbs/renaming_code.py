"""`rename --code`: the new name of a string or namespace wherever code asks for it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from compiler.base.failure import UsageError
from compiler.base.place import Place
from compiler.code.use import UNKNOWN, Use
from compiler.code.uses import Uses
from compiler.edit.verbs.editor import Deed, Editor, StringOf
from compiler.model.reference import Kind

_SHOWN = 10


class CodeFile(NamedTuple):
    """A file of code: its bytes, and the keys it uses in the ``namespace`` that is its own."""

    path: str
    data: bytes
    namespace: str
    uses: Uses


class _Change(NamedTuple):
    """The bytes ``start:end`` of a file become others."""

    start: int
    end: int
    new: str
    place: Place


def rename_in_code(editor: Editor, old: str, new: str, files: Iterable[CodeFile]) -> str | None:
    """Write the new name of a string or namespace where code names it, by its old reference.

    Return what could not be followed. Raises UsageError for an entry that code does not ask for.
    """
    kind, _, name = old.partition("/")
    if kind != Kind.TRANSLATIONS:
        raise UsageError(f"`--code` is for strings: code does not ask for {kind} by `t`")
    namespace, colon, label = name.partition(":")
    new_name = new.removeprefix(f"{kind}/")
    if not colon:
        _rename_namespace(editor, files, namespace, new_name)
        return None
    new_label = new_name.removeprefix(f"{namespace}:")
    return _rename_label(editor, files, StringOf(namespace, label), new_label)


def _rename_label(editor: Editor, files: Iterable[CodeFile], old: StringOf, new: str) -> str | None:
    changes: dict[str, set[_Change]] = {}
    prefixed: list[Place] = []
    open_keys: list[Place] = []
    data: dict[str, bytes] = {}
    for file in files:
        data[file.path] = file.data
        for use in file.uses.keys:
            if not (_is_of(use, old.namespace, file.namespace) and use.may_be(old.label)):
                continue
            is_known = use.exact and use.namespace != UNKNOWN and use.label == old.label
            if not is_known or use.start == use.end:
                open_keys.append(use.place)
            elif not new.startswith(use.prefix):
                prefixed.append(use.place)
            else:
                change = _Change(use.start, use.end, new[len(use.prefix) :], use.place)
                changes.setdefault(file.path, set()).add(change)
    _write(editor, data, changes, old.reference)
    return "; ".join(_left(old.reference, prefixed, open_keys)) or None


def _rename_namespace(editor: Editor, files: Iterable[CodeFile], old: str, new: str) -> None:
    """Write the new name of a namespace where hooks and keys name it."""
    changes: dict[str, set[_Change]] = {}
    data: dict[str, bytes] = {}
    for file in files:
        data[file.path] = file.data
        found = changes.setdefault(file.path, set())
        for space in file.uses.namespaces:
            if space.name == old and space.start < space.end:
                found.add(_Change(space.start, space.end, new, space.place))
        for use in file.uses.keys:
            head = f"{old}:".encode()
            start = use.start - len(head)
            if start >= 0 and file.data[start : use.start] == head:
                found.add(_Change(start, use.start - 1, new, use.place))
    _write(editor, data, changes, f"translations/{old}")


def _is_of(use: Use, namespace: str, default: str) -> bool:
    """Tell whether a use may be of a namespace; ``default`` is that of its file."""
    return (use.namespace or default) in (namespace, UNKNOWN)


def _write(
    editor: Editor, data: dict[str, bytes], changes: dict[str, set[_Change]], reference: str
) -> None:
    for path, those in sorted(changes.items()):
        text = data[path]
        ordered = sorted(those, reverse=True)
        for one in ordered:
            text = text[: one.start] + one.new.encode() + text[one.end :]
        if ordered:
            editor.draft.put(path, text)
        for one in reversed(ordered):
            editor.done.append(Deed(reference, "renamed in code", one.place))


def _left(reference: str, prefixed: list[Place], open_keys: list[Place]) -> Iterator[str]:
    if prefixed:
        yield (
            f"code asks for `{reference}` under a prefix that the new label has not: "
            f"{_listed(prefixed)}"
        )
    if open_keys:
        yield (
            f"code may ask for `{reference}` by a key that it puts together: {_listed(open_keys)}"
        )


def _listed(places: list[Place]) -> str:
    shown = ", ".join(f"{one.path}:{one.line}" for one in places[:_SHOWN])
    return f"{shown} and {len(places) - _SHOWN} more" if len(places) > _SHOWN else shown
