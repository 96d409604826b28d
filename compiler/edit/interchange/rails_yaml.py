"""Rails: YAML below the name of its locale, ``%{name}``, plurals as mappings of categories."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from compiler.base.place import Places
from compiler.edit.interchange.nested import Key, Leaf, leaves, texts_of, tree_of
from compiler.edit.interchange.unit import CATEGORIES, ForeignFile, Plural, Refusal, Unit
from compiler.read.document import Document


def read_rails(document: Document, plurals: Collection[Key]) -> tuple[ForeignFile, ...]:
    """Read one file: as many results as it has locales at its root.

    ``plurals`` are the keys that the source locale has as plurals.
    """
    path, findings = document.places.path, document.findings
    if not isinstance(document.data, Mapping):
        refusals = [] if document.data is None else [_no_locale(document.places)]
        return (ForeignFile(path, (), findings, tuple(refusals)),)
    files = []
    for root, tree in document.data.items():
        units, refused = _units(tree, document.places.under(root), plurals)
        files.append(ForeignFile(path, units, findings, tuple(refused), root=str(root)))
        findings = ()
    return tuple(files) or (ForeignFile(path, (), findings),)


def write_rails(entries: Mapping[Key, str | Plural]) -> tuple[dict[str, Any], list[Key]]:
    """Return the tree below the locale's name, and the keys that have no room in it."""
    texts: dict[Key, str] = {}
    for key, text in entries.items():
        if isinstance(text, str):
            texts[key] = text
        else:
            texts |= {(*key, category): form for category, form in text.forms.items()}
    return tree_of(texts)


def _units(
    tree: Any,  # noqa: ANN401 - whatever a file holds
    places: Places,
    plurals: Collection[Key],
) -> tuple[tuple[Unit, ...], list[Refusal]]:
    found = dict(_plurals(tree, places, (), plurals))
    texts, refused = texts_of(
        leaf for leaf in leaves(tree, places) if not leaf.key or leaf.key[:-1] not in found
    )
    units = [Unit(leaf.place, leaf.value, leaf.key) for leaf in texts.values()]
    units += [Unit(leaf.place, leaf.value, leaf.key) for leaf in found.values()]
    return tuple(sorted(units, key=lambda unit: (unit.place, unit.key))), refused


def _plurals(
    node: Any,  # noqa: ANN401 - whatever a file holds
    places: Places,
    key: Key,
    plurals: Collection[Key],
) -> Iterator[tuple[Key, Leaf]]:
    if not isinstance(node, Mapping):
        return
    if key and _is_plural(node, known=key in plurals):
        forms = {name: node[name] or "" for name in CATEGORIES if name in node}
        yield key, Leaf(key, Plural(forms), places.key(*key))
        return
    for name, below in node.items():
        yield from _plurals(below, places, (*key, str(name)), plurals)


def _is_plural(node: Mapping[str, Any], *, known: bool) -> bool:
    return (
        bool(node)
        and set(node) <= set(CATEGORIES)
        and (known or "other" in node)
        and all(value is None or isinstance(value, str) for value in node.values())
    )


def _no_locale(places: Places) -> Refusal:
    return Refusal(places.value(), "the file", "it does not begin with the name of a locale")
