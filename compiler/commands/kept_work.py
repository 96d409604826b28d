"""The work on each language, kept in `build/.cache` until something that it depends on changes.

Only `check` and `build` believe what is kept; what is published is made anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from compiler.adapters.build_cache import forget_cache, read_cache, write_cache
from compiler.adapters.cache_place import place_of
from compiler.adapters.tool_state import tool_state
from compiler.base.hashing import canonical_json, sha256
from compiler.commands.language_keys import language_keys
from compiler.commands.language_work import LanguageFindings, LanguageKeys
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

if TYPE_CHECKING:
    from compiler.bundle.compiling import StringBundles
    from compiler.richtext.markdown import RichText


@dataclass(frozen=True, slots=True)
class KeptWork:
    """What is kept of a project; ``keys`` tells by locale what that has to be made from.

    Without keys nothing is looked for, and nothing kept.
    """

    root: Path = Path()
    keys: Mapping[str, LanguageKeys] = field(default_factory=dict)

    def key(self, locale: str) -> LanguageKeys:
        """Return the key of a language: one that nothing has, where nothing is kept."""
        return self.keys.get(locale, LanguageKeys("", ""))

    def found(self, locale: str) -> Worked | None:
        """Return what was found in a language; None where it is damaged, or of other files."""
        before = self.found_before(locale)
        return before.worked if before and before.keys.whole == self.keys[locale].whole else None

    def found_before(self, locale: str) -> LanguageFindings | None:
        """Return what was found in a language, be it of other files; None where it is damaged."""
        data = self._read(f"findings-{locale}", locale)
        return None if data is None else decode_findings(data)

    def is_new(self, locale: str) -> bool:
        """Tell whether a language can be kept, and nothing is kept of it yet."""
        name = f"findings-{locale}"
        can_be = locale in self.keys and place_of(self.root, name) is not None
        return can_be and self._read(name, locale) is None

    def strings(self, locale: str) -> "StringBundles | None":
        """Return the compiled strings of a language; None as for what was found."""
        data = self._read(f"strings-{locale}", locale)
        return None if data is None else decode_strings(data, self.keys[locale].whole)

    def put_found(self, locale: str, found: LanguageFindings) -> None:
        """Keep what was found in a language, in place of what was kept of it."""
        if locale in self.keys:
            write_cache(self.root, f"findings-{locale}", encode_findings(found))

    def put_strings(self, locale: str, strings: "StringBundles") -> None:
        """Keep the compiled strings of a language, in place of what was kept of them."""
        if locale in self.keys:
            key = self.keys[locale].whole
            write_cache(self.root, f"strings-{locale}", encode_strings(key, strings))

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

    def forget_former(self) -> None:
        """Remove what is kept of languages that the project does not have any more."""
        for begin in ("findings-", "strings-", "texts-") if self.keys else ():
            forget_cache(self.root, begin, {f"{begin}{locale}" for locale in self.keys})

    def _read(self, name: str, locale: str) -> bytes | None:
        return read_cache(self.root, name) if locale in self.keys else None


def kept_work(root: Path, loaded: Loaded, order: Order, locales: Iterable[str]) -> KeptWork:
    """Return what may be kept of a project as it was loaded."""
    return KeptWork(root, language_keys(loaded, order, locales))


def _key_of_texts() -> str:
    return sha256(canonical_json(tool_state()))
