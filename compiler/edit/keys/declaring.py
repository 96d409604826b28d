"""`keys --add`: strings that code asks for, declared with the text and the comment in the code."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from compiler.base.place import Place
from compiler.code.use import Use
from compiler.edit.adding.adding import Wish, add
from compiler.edit.keys.wording import context_above, message_of
from compiler.edit.records.labels import string_problem
from compiler.edit.verbs.editor import Editor
from compiler.rules.keys.asked import Judgement
from compiler.rules.keys.declared import Key

ReadFile = Callable[[str], bytes | None]


class _New(NamedTuple):
    text: str
    comment: str | None
    place: Place


def declare_keys(
    editor: Editor, found: Judgement, read: ReadFile, namespace: str | None = None
) -> tuple[str, ...]:
    """Declare every key that code has a text for; return what has to be done by hand.

    Raises UsageError and RefusedError as `add`.
    """
    left: list[str] = []
    wanted: dict[str, dict[str, dict[str, str]]] = {}
    for key, uses in found.undeclared.items():
        if namespace not in (None, key.namespace):
            continue
        problem = string_problem(f"{key.namespace}:{key.label}")
        new = None if problem is not None else _said(editor, uses, read)
        if problem is not None:
            left.append(f"{_at(uses[0].place)}: {problem[0]}")
        elif new is None:
            left.append(
                f"{_at(uses[0].place)}: code has no text for `{key.reference}`: `clientarea add"
                f' {key.reference} --text "…"`'
            )
        else:
            fields = {"text": new.text, **({"comment": new.comment} if new.comment else {})}
            wanted.setdefault(key.namespace, {})[key.label] = fields
            left += _differing(editor, key, uses, new)
    for name, strings in wanted.items():
        add(editor, Wish(f"translations/{name}", data=strings))
    return tuple(left)


def _said(editor: Editor, uses: Iterable[Use], read: ReadFile) -> _New | None:
    """Return the first text that code has for a key, and the first comment."""
    first: _New | None = None
    for use in uses:
        text = message_of(use.passed, editor.source, use.place)
        if text is None:
            continue
        if first is None:
            first = _New(text, None, use.place)
        comment = use.passed.comment
        if comment is None:
            data = read(use.place.path)
            comment = None if data is None else context_above(data, use.place.line)
        if comment is not None:
            return first._replace(comment=comment)
    return first


def _differing(editor: Editor, key: Key, uses: Iterable[Use], new: _New) -> list[str]:
    """Name the places where code has another text for the same key."""
    return [
        f"{_at(use.place)}: another text for `{key.reference}` than in {_at(new.place)}, which"
        " counts"
        for use in uses
        if message_of(use.passed, editor.source, use.place) not in (None, new.text)
    ]


def _at(place: Place) -> str:
    return f"{place.path}:{place.line}"
