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
from compiler.richtext.references import undisguised


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

    def joined(self, paths: Iterable[str]) -> "_Joined":
        """Return files with their hashes, parted by language."""
        parts: dict[str | None, list[str]] = {}
        for path in sorted(paths):
            parts.setdefault(self.sidecars.get(path), []).append(f"{path}\0{self.digests[path]}")
        return _Joined({locale: "\0".join(lines) for locale, lines in parts.items()})


@dataclass(frozen=True, slots=True)
class _Joined:
    """Files with their hashes as one text: those of no language (None), and those of each."""

    parts: Mapping[str | None, str]

    def of(self, needed: set[str]) -> str:
        """Return those that are of no language, or of one needed."""
        if len(self.parts) == 1 and None in self.parts:
            return self.parts[None]
        named = [None, *sorted(needed)]
        return "\0\0".join(self.parts.get(locale, "") for locale in named)

    def hashed(self) -> "_Joined":
        """Return the same with a hash in place of each text: for many files of many languages."""
        return _Joined({locale: sha256(_bytes(text)) for locale, text in self.parts.items()})


def language_keys(
    loaded: Loaded, order: Order, locales: Iterable[str]
) -> Mapping[str, LanguageKeys]:
    """Return the keys of languages by locale."""
    files = _files(loaded)
    of_catalogues = {one.path for one in files.catalogues}
    common = [tool_state(), order.settings.model_dump(mode="json"), order.gate.value]
    others = files.joined(files.digests.keys() - of_catalogues).hashed()
    rest = files.joined(files.digests.keys() - of_catalogues - files.texts.keys()).hashed()
    texts = {label: files.joined(paths) for label, paths in _by_label(files.texts).items()}
    around = [*common, sorted(texts), rest.of(set())]
    keys = {}
    for locale in locales:
        chain = loaded.content.languages.chain(locale).all
        needed = {locale, loaded.content.languages.source, *chain}
        named = needed | files.origins.get(locale, set())
        own = {
            one.path: files.digests[one.path] for one in files.catalogues if one.locale in needed
        }
        whole = _hash([*common, locale, own, others.of(named)])
        apart = whole if files.all_bound else _hash([*around, locale, own, rest.of(named)])
        base = _hash([*around, locale])
        keys[locale] = LanguageKeys(
            whole,
            apart,
            {
                label: None if label in files.bound else sha256(_bytes(f"{base}\0{one.of(named)}"))
                for label, one in texts.items()
            },
        )
    return keys


def _by_label(texts: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path, label in texts.items():
        found.setdefault(label, []).append(path)
    return found


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


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
            words = undisguised(said.description or "")
            if "texts/" in words and "#" in words:
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
