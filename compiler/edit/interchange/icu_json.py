"""ICU JSON: messages by id, flat or nested, as text or as FormatJS and its like extract them."""

from collections.abc import Iterator, Mapping
from typing import Any

from compiler.base.place import Places
from compiler.edit.interchange.nested import Key, Leaf, texts_of, tree_of
from compiler.edit.interchange.unit import ForeignFile, Unit
from compiler.read.document import Document

_TEXT = ("defaultMessage", "string", "message", "translation")
_COMMENT = ("description", "context")


def read_icu_json(document: Document) -> ForeignFile:
    """Read one file of ids and messages; a message is a text or a record that holds one."""
    comments: dict[Key, tuple[str, ...]] = {}
    texts, refused = texts_of(_messages(document.data, document.places, (), comments))
    units = [
        Unit(leaf.place, leaf.value, key, comments=comments.get(key, ()))
        for key, leaf in texts.items()
    ]
    return ForeignFile(document.places.path, tuple(units), document.findings, tuple(refused))


def write_icu_json(
    texts: Mapping[Key, str], comments: Mapping[Key, tuple[str, ...]], *, records: bool
) -> tuple[object, list[Key]]:
    """Return the data of a file, and the keys that have no room in it.

    With ``records`` every message is a record with its description, as FormatJS extracts it.
    """
    if not records:
        return tree_of(texts)
    made: dict[str, Any] = {}
    for key, text in texts.items():
        description = "\n".join(comments.get(key, ()))
        made[".".join(key)] = {"defaultMessage": text} | (
            {"description": description} if description else {}
        )
    return made, []


def _messages(
    node: Any,  # noqa: ANN401 - whatever a file holds
    places: Places,
    key: Key,
    comments: dict[Key, tuple[str, ...]],
) -> Iterator[Leaf]:
    if not isinstance(node, Mapping):
        if key or node is not None:
            yield Leaf(key, node, places.key(*key))
        return
    text = next((name for name in _TEXT if isinstance(node.get(name), str)), None)
    if key and text is not None and _is_record(node):
        found = tuple(node[name] for name in _COMMENT if isinstance(node.get(name), str))
        comments[key] = tuple(line for one in found for line in one.splitlines() if line)
        yield Leaf(key, node[text], places.key(*key))
        return
    for name, below in node.items():
        yield from _messages(below, places, (*key, str(name)), comments)


def _is_record(node: Mapping[str, Any]) -> bool:
    extras = {"file", "start", "end", "id", "line", "col", "developer_comment"}
    return set(node) <= {*_TEXT, *_COMMENT, *extras}
