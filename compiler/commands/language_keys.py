"""What the findings of a language depend on, as hashes: one for all of it, one for each part.

The tool, the settings and the gate; every file that is of no one language; its own catalogues and
Markdown files, those of the source, of what it falls back to and of what it was translated from.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from compiler.adapters.tool_state import tool_state
from compiler.base.hashing import canonical_json, sha256
from compiler.commands.language_work import LanguageKeys
from compiler.commands.work import Order
from compiler.load.loading import Loaded
from compiler.model.catalogue import Catalogue
from compiler.model.content import Content
from compiler.model.entity import Entity
from compiler.model.overlay import ENTITY_KINDS
from compiler.model.reference import Kind


@dataclass(frozen=True, slots=True)
class _Files:
    """Files by what they belong to: ``sidecars`` have their language, ``texts`` their label.

    ``origins`` has by language those that something in it says it was made from, ``bound`` the
    labels of texts that name a place in another one; ``all_bound`` says that something else does.
    """

    digests: Mapping[str, str]
    catalogues: tuple[Catalogue, ...]
    sidecars: Mapping[str, str]
    origins: Mapping[str, set[str]]
    texts: Mapping[str, str]
    bound: frozenset[str]
    all_bound: bool

    def of(self, paths: Iterable[str], needed: set[str]) -> dict[str, str]:
        """Return the hashes of those among files that are of no language, or of one needed."""
        return {
            path: self.digests[path]
            for path in paths
            if self.sidecars.get(path) in needed or path not in self.sidecars
        }


def language_keys(
    loaded: Loaded, order: Order, locales: Iterable[str]
) -> Mapping[str, LanguageKeys]:
    """Return the keys of languages by locale."""
    files = _files(loaded)
    of_catalogues = {one.path for one in files.catalogues}
    common = [tool_state(), order.settings.model_dump(mode="json"), order.gate.value]
    texts: dict[str, list[str]] = {}
    for path, label in files.texts.items():
        texts.setdefault(label, []).append(path)
    others = [path for path in files.digests if path not in of_catalogues]
    rest = [path for path in others if path not in files.texts]
    around = [*common, sorted(texts), files.of(rest, set())]
    keys = {}
    for locale in locales:
        chain = loaded.content.languages.chain(locale).all
        needed = {locale, loaded.content.languages.source, *chain}
        named = needed | files.origins.get(locale, set())
        own = {
            one.path: files.digests[one.path] for one in files.catalogues if one.locale in needed
        }
        whole = _hash([*common, locale, own, files.of(others, named)])
        apart = whole if files.all_bound else _hash([*around, locale, own, files.of(rest, named)])
        base = _hash([*around, locale])
        keys[locale] = LanguageKeys(
            whole,
            apart,
            {
                label: None if label in files.bound else _key(base, files.of(paths, named))
                for label, paths in texts.items()
            },
        )
    return keys


def _key(base: str, files: Mapping[str, str]) -> str:
    return sha256(
        "\0".join([base, *(part for one in sorted(files.items()) for part in one)]).encode()
    )


def _hash(value: list[Any]) -> str:
    return sha256(canonical_json(value))


def _files(loaded: Loaded) -> _Files:
    sidecars: dict[str, str] = {}
    origins: dict[str, set[str]] = {}
    texts: dict[str, str] = {}
    bound = set()
    for entity in _entities(loaded.content):
        if entity.kind is Kind.TEXTS:
            texts |= dict.fromkeys(entity.files, entity.label)
        for locale, said in entity.locales.items():
            if said.places.path != entity.places.path:
                sidecars[said.places.path] = locale
            if said.stamp is not None:
                origins.setdefault(locale, set()).add(said.stamp.partition("@")[0])
            if "texts/" in (said.description or "") and "#" in (said.description or ""):
                bound.add(entity.reference)
    return _Files(
        loaded.digests,
        tuple(loaded.content.catalogues()),
        sidecars,
        origins,
        texts,
        frozenset(one.label for one in bound if one.kind is Kind.TEXTS),
        any(one.kind is not Kind.TEXTS for one in bound),
    )


def _entities(content: Content) -> Iterator[Entity[Any]]:
    return (
        one
        for layer in content.layers()
        for kind in ENTITY_KINDS
        for one in getattr(layer, kind).values()
    )
