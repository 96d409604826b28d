"""i18next: nested JSON, ``{{name}}``, plurals in suffixes of keys (v4, and v3's ``_plural``)."""

from collections.abc import Collection, Mapping
from typing import Any

from compiler.edit.interchange.nested import Key, Leaf, leaves, texts_of, tree_of
from compiler.edit.interchange.unit import CATEGORIES, ForeignFile, Plural, Refusal, Unit
from compiler.read.document import Document

_Groups = dict[tuple[Key, bool], dict[str, Leaf]]


def read_i18next(document: Document, plurals: Collection[Key]) -> ForeignFile:
    """Read one file; ``plurals`` are the keys that the source locale has as plurals.

    A suffix makes a plural only together with ``_other`` and another form, or where the source
    has one: ``gender_other`` beside ``gender_male`` is a context, which stays a key of its own.
    """
    texts, refused = texts_of(leaves(document.data, document.places))
    groups = _groups(texts, plurals)
    grouped = {leaf.key: group for group, forms in groups.items() for leaf in forms.values()}
    units: list[Unit] = []
    done: set[tuple[Key, bool]] = set()
    for key, leaf in texts.items():
        group = grouped.get(key)
        if group is None:
            fallback = groups.get((key, False))
            if fallback is None:
                units.append(Unit(leaf.place, leaf.value, key))
            elif leaf.value not in {form.value for form in fallback.values()}:
                refused.append(Refusal(leaf.place, ".".join(key), "its plural has the same name"))
        elif group not in done:
            done.add(group)
            units.append(_plural(group, groups[group], texts))
    return ForeignFile(document.places.path, tuple(units), document.findings, tuple(refused))


def write_i18next(
    entries: Mapping[Key, str | Plural], alone: Mapping[Key, str]
) -> tuple[dict[str, Any], list[Key]]:
    """Return the tree of a file in JSON v4, and the keys that have no room in it.

    ``alone`` are the texts that plurals have under their key without a suffix.
    """
    texts: dict[Key, str] = {}
    for key, text in entries.items():
        if key in alone:
            texts[key] = alone[key]
        if isinstance(text, str):
            texts[key] = text
            continue
        infix = "_ordinal" if text.ordinal and not key[-1].endswith("_ordinal") else ""
        for category, form in text.forms.items():
            texts[*key[:-1], f"{key[-1]}{infix}_{category}"] = form
    return tree_of(texts)


def _groups(texts: Mapping[Key, Leaf], plurals: Collection[Key]) -> _Groups:
    found: _Groups = {}
    for key, leaf in texts.items():
        base, _, category = key[-1].rpartition("_")
        if base and category in CATEGORIES:
            ordinal = base.endswith("_ordinal") and base != "_ordinal"
            name = base.removesuffix("_ordinal") if ordinal else base
            found.setdefault(((*key[:-1], name), ordinal), {})[category] = leaf
        elif base and category == "plural" and (*key[:-1], base) in texts:
            one = texts[*key[:-1], base]
            found.setdefault(((*key[:-1], base), False), {}).update(one=one, other=leaf)
    return {group: forms for group, forms in found.items() if _is_plural(group[0], forms, plurals)}


def _is_plural(base: Key, forms: Mapping[str, Leaf], plurals: Collection[Key]) -> bool:
    if base in plurals:
        return True
    return "other" in forms and (len(forms) > 1 or "{{count" in forms["other"].value)


def _plural(group: tuple[Key, bool], forms: Mapping[str, Leaf], texts: Mapping[Key, Leaf]) -> Unit:
    base, ordinal = group
    ordered = {name: forms[name].value for name in CATEGORIES if name in forms}
    is_form = ordinal or any(leaf.key == base for leaf in forms.values())
    plain = None if is_form or base not in texts else texts[base].value
    alone = next((name for name in ("other", *ordered) if ordered.get(name) == plain), None)
    taken = ordinal and (base in texts or (*base[:-1], f"{base[-1]}_other") in texts)
    key = (*base[:-1], f"{base[-1]}_ordinal") if taken else base
    return Unit(next(iter(forms.values())).place, Plural(ordered, ordinal), key, alone=alone)
