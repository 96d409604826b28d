"""The work on each language, kept in `build/.cache` until something that it depends on changes.

What it depends on: the tool, the settings and the gate, every file that is no catalogue, its own
catalogues, those of the source and those that it falls back to. Only `check` and `build` believe
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
    encode_findings,
    encode_strings,
)
from compiler.load.loading import Loaded

if TYPE_CHECKING:
    from compiler.bundle.compiling import StringBundles


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

    def _read(self, name: str, locale: str) -> bytes | None:
        return read_cache(self.root, name) if locale in self.keys else None


def kept_work(root: Path, loaded: Loaded, order: Order, locales: Iterable[str]) -> KeptWork:
    """Return what may be kept of a project as it was loaded."""
    content, digests = loaded.content, loaded.digests
    catalogues = list(content.catalogues())
    others = digests.keys() - {one.path for one in catalogues}
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
        keys[locale] = sha256(canonical_json([*common, locale, own]))
    return KeptWork(root, keys)
