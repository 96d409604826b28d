"""ICU JSON: messages by id, flat or nested, as text or as FormatJS and its like extract them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from compiler.base.place import Places
from compiler.edit.interchange.nested import Key, Leaf, put, texts_of, tree_of
from compiler.edit.interchange.unit import ForeignFile, Unit
from compiler.read.document import Document

_TEXT = ("defaultMessage", "string", "message", "translation")
_COMMENT = ("description", "context")
_Said = tuple[dict[Key, tuple[str, ...]], dict[str, None]]


def read_icu_json(document: Document) -> ForeignFile:
    """Read one file of ids and messages; a message is a text or a record that holds one."""
    comments: dict[Key, tuple[str, ...]] = {}
    fields: dict[str, None] = {}
    texts, refused = texts_of(_messages(document.data, document.places, (), (comments, fields)))
    units = [
        Unit(leaf.place, leaf.value, key, comments=comments.get(key, ()))
        for key, leaf in texts.items()
    ]
    return ForeignFile(
        document.places.path, tuple(units), document.findings, tuple(refused), fields=tuple(fields)
    )


def write_icu_json(
    texts: Mapping[Key, str], comments: Mapping[Key, tuple[str, ...]], fields: Sequence[str]
) -> tuple[dict[str, Any], list[Key]]:
    """Return the data of a file, and the keys that have no room in it.

    ``fields`` are the names of message and description where each message is a record.
    """
    tree, homeless = tree_of(texts)
    if fields:
        for key, text in texts.items():
            if key not in homeless:
                description = " ".join(comments.get(key, ()))
                said = {fields[1]: description} if description and len(fields) > 1 else {}
                put(tree, key, said | {fields[0]: text})
    return tree, homeless


def _messages(
    node: Any,  # noqa: ANN401 - whatever a file holds
    places: Places,
    key: Key,
    said: _Said,
) -> Iterator[Leaf]:
    if not isinstance(node, Mapping):
        yield Leaf(key, node, places.key(*key))
        return
    text = next((name for name in _TEXT if isinstance(node.get(name), str)), None)
    if key and text is not None and _is_record(node):
        about = {name: node[name] for name in _COMMENT if isinstance(node.get(name), str)}
        comments, fields = said
        comments[key] = tuple(line for one in about.values() for line in one.splitlines() if line)
        fields |= dict.fromkeys((text, *about))
        yield Leaf(key, node[text], places.key(*key))
        return
    for name, below in node.items():
        yield from _messages(below, places, (*key, str(name)), said)


def _is_record(node: Mapping[str, Any]) -> bool:
    extras = {"file", "start", "end", "id", "line", "col", "developer_comment"}
    return set(node) <= {*_TEXT, *_COMMENT, *extras}
