"""Entries that went and came again under another label: found by what they say."""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import Any

from compiler.base.hashing import canonical_json
from compiler.model.content import Layer
from compiler.model.entity import Entity
from compiler.model.fingerprint import fingerprint
from compiler.model.reference import Kind

_SILENT = ""
"""What an entity without a text says: nothing by which it could be known again."""


def renamed_entities(
    before: Mapping[str, Entity[Any]], now: Mapping[str, Entity[Any]]
) -> dict[str, str]:
    """Return references that went, each with the one that says the same and is new.

    Only where there is no doubt: one went, and one came, that say it.
    """
    gone = {str(one.reference): _said(one) for one in before.values() if one.label not in now}
    come = {str(one.reference): _said(one) for one in now.values() if one.label not in before}
    return _matched(gone, come)


def renamed_strings(before: Layer, now: Layer, source: str) -> dict[str, str]:
    """Return the same for strings, by their texts in every language."""
    gone, come = _strings(before, source), _strings(now, source)
    return _matched(
        {name: said for name, said in gone.items() if name not in come},
        {name: said for name, said in come.items() if name not in gone},
    )


def _matched(gone: Mapping[str, Hashable], come: Mapping[str, Hashable]) -> dict[str, str]:
    went, came = Counter(gone.values()), Counter(come.values())
    names = {said: name for name, said in come.items()}
    return {
        name: names[said]
        for name, said in gone.items()
        if said != _SILENT and went[said] == 1 and came.get(said) == 1
    }


def _said(entity: Entity[Any]) -> str:
    """Return what an entity says in all languages, and what its record has; empty for nothing."""
    texts = {tag: fingerprint(text.own()) for tag, text in entity.locales.items()}
    if not texts:
        return _SILENT
    record = entity.record.model_dump(mode="json", exclude={"locales"})
    return canonical_json([texts, record]).decode()


def _strings(layer: Layer, source: str) -> dict[str, Hashable]:
    said: dict[str, list[Hashable]] = {}
    for (namespace, locale), catalogue in layer.catalogues.items():
        for label, message in catalogue.messages.items():
            name = f"{Kind.TRANSLATIONS}/{namespace}:{label}"
            texts = message.source_texts if locale == source else message.texts
            if any(texts):
                said.setdefault(name, []).append((locale, texts))
    return {name: tuple(sorted(those, key=repr)) for name, those in said.items()}
