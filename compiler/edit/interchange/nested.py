"""Nested keys: leaves of a tree of mappings, and the tree of leaves again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from compiler.base.place import Place, Places
from compiler.edit.interchange.unit import Refusal

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value of a tree: the keys that lead to it, what it is, where it stands."""

    key: Key
    value: Any
    place: Place


def leaves(data: Any, places: Places, key: Key = ()) -> Iterator[Leaf]:  # noqa: ANN401 - any tree
    """Walk a tree of mappings in file order; everything that is no mapping is a leaf."""
    if not isinstance(data, Mapping):
        yield Leaf(key, data, places.key(*key))
        return
    for name, value in data.items():
        yield from leaves(value, places, (*key, str(name)))


def texts_of(found: Iterator[Leaf]) -> tuple[dict[Key, Leaf], list[Refusal]]:
    """Part leaves into texts by key, and what is no text. Null is an empty text."""
    texts: dict[Key, Leaf] = {}
    refused: list[Refusal] = []
    for leaf in found:
        if not leaf.key:
            if leaf.value is not None:
                refused.append(Refusal(leaf.place, "the file", "it is no mapping of keys to texts"))
        elif leaf.value is None:
            texts[leaf.key] = Leaf(leaf.key, "", leaf.place)
        elif isinstance(leaf.value, str):
            texts[leaf.key] = leaf
        else:
            refused.append(Refusal(leaf.place, ".".join(leaf.key), _no_text(leaf.value)))
    return texts, refused


def tree_of(texts: Mapping[Key, str]) -> tuple[dict[str, Any], list[Key]]:
    """Return the tree of texts by key, and the keys for which there is no room in it.

    There is none for ``a.b`` where ``a`` is a text.
    """
    tree: dict[str, Any] = {}
    homeless = []
    for key, text in texts.items():
        node = tree
        for name in key[:-1]:
            below = node.setdefault(name, {})
            if not isinstance(below, dict):
                break
            node = below
        else:
            if key[-1] not in node:
                node[key[-1]] = text
                continue
        homeless.append(key)
    return tree, homeless


def put(tree: dict[str, Any], key: Key, value: Any) -> None:  # noqa: ANN401 - any JSON value
    """Replace the text at a key that the tree has."""
    for name in key[:-1]:
        tree = tree[name]
    tree[key[-1]] = value


_NAMES = {bool: "a switch", int: "a number", float: "a number", list: "a list"}


def _no_text(value: Any) -> str:  # noqa: ANN401 - whatever a file holds
    return f"{_NAMES.get(type(value), 'this')} is no text"
