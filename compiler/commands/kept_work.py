"""The work on each language, kept in `build/.cache` until something that it depends on changes.

What it depends on: the tool, the settings and the gate, every file that is of no one language, its
own catalogues and Markdown files, those of the source, of what it falls back to and of what it was
translated from. Only `check` and `build` believe
what is kept; what is published is made anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from compiler.adapters.build_cache import read_cache, write_cache
from compiler.adapters.tool_state import tool_state
from compiler.base.hashing import canonical_json, sha256
from compiler.commands.work import Order, Worked
from compiler.commands.work_format import (
    decode_findings,
    decode_strings,
    decode_texts,
    encode_findings,
    encode_strings,
    encode_texts,
)
from compiler.load.loading import Loaded
from compiler.model.content import Content
from compiler.model.overlay import ENTITY_KINDS

if TYPE_CHECKING:
    from compiler.bundle.compiling import StringBundles
    from compiler.richtext.markdown import RichText


@dataclass(frozen=True, slots=True)
class KeptWork:
    """What is kept of a project; ``keys`` tells by locale what that has to be made from.

    Without keys nothing is looked for, and nothing kept.
    """

    root: Path = Path()
    keys: Mapping[str, str] = field(default_factory=dict)

    def found(self, locale: str) -> Worked | None:
        """Return what was found in a language; None where it is damaged, or of other files."""
        data = self._read(f"findings-{locale}", locale)
        return None if data is None else decode_findings(data, self.keys[locale])

    def strings(self, locale: str) -> "StringBundles | None":
        """Return the compiled strings of a language; None as for what was found."""
        data = self._read(f"strings-{locale}", locale)
        return None if data is None else decode_strings(data, self.keys[locale])

    def put_found(self, locale: str, worked: Worked) -> None:
        """Keep what was found in a language, in place of what was kept of it."""
        if locale in self.keys:
            write_cache(self.root, f"findings-{locale}", encode_findings(self.keys[locale], worked))

    def put_strings(self, locale: str, strings: "StringBundles") -> None:
        """Keep the compiled strings of a language, in place of what was kept of them."""
        if locale in self.keys:
            write_cache(self.root, f"strings-{locale}", encode_strings(self.keys[locale], strings))

    def texts(self, locale: str) -> "dict[str, RichText]":
        """Return the compiled Markdown of a language, by the SHA-256 of the Markdown.

        It depends on nothing but the Markdown and the tool.
        """
        data = self._read(f"texts-{locale}", locale)
        return {} if data is None else decode_texts(data, _key_of_texts())

    def put_texts(self, locale: str, texts: "Mapping[str, RichText]") -> None:
        """Keep the compiled Markdown of a language, in place of what was kept of it."""
        if locale in self.keys:
            write_cache(self.root, f"texts-{locale}", encode_texts(_key_of_texts(), texts))

    def _read(self, name: str, locale: str) -> bytes | None:
        return read_cache(self.root, name) if locale in self.keys else None


def kept_work(root: Path, loaded: Loaded, order: Order, locales: Iterable[str]) -> KeptWork:
    """Return what may be kept of a project as it was loaded."""
    content, digests = loaded.content, loaded.digests
    catalogues = list(content.catalogues())
    sidecars, origins = _sidecars(content)
    others = digests.keys() - {one.path for one in catalogues} - sidecars.keys()
    common = [
        tool_state(),
        order.settings.model_dump(mode="json"),
        order.gate.value,
        {path: digests[path] for path in others},
    ]
    keys = {}
    for locale in locales:
        needed = {locale, content.languages.source, *content.languages.chain(locale).all}
        own = {one.path: digests[one.path] for one in catalogues if one.locale in needed}
        named = needed | origins.get(locale, set())
        beside = {path: digests[path] for path, tag in sidecars.items() if tag in named}
        keys[locale] = sha256(canonical_json([*common, locale, own, beside]))
    return KeptWork(root, keys)


def _sidecars(content: Content) -> tuple[dict[str, str], dict[str, set[str]]]:
    """Return the language of each file that lies beside its entity, by path.

    And by language those that something in it says it was made from.
    """
    sidecars: dict[str, str] = {}
    origins: dict[str, set[str]] = {}
    for layer in content.layers():
        for entity in (one for kind in ENTITY_KINDS for one in getattr(layer, kind).values()):
            for locale, said in entity.locales.items():
                if said.places.path != entity.places.path:
                    sidecars[said.places.path] = locale
                if said.stamp is not None:
                    origins.setdefault(locale, set()).add(said.stamp.partition("@")[0])
    return sidecars, origins


def _key_of_texts() -> str:
    return sha256(canonical_json(tool_state()))
