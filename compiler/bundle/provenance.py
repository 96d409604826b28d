"""provenance/<locale>.json: what a visitor of a language sees in the words of another one."""

from collections.abc import Iterator
from typing import Any

from compiler.bundle.shapes.public import Provenance
from compiler.bundle.strings import namespaces, resolved_strings
from compiler.bundle.texts import inherited_texts
from compiler.bundle.translations import inherited_translations
from compiler.bundle.view import AreaView


def provenance_bundle(view: AreaView, locale: str) -> Iterator[tuple[str, Any]]:
    """Return what was inherited, by kind and label, and from which locale."""
    strings = tuple(resolved_strings(view, one, locale) for one in namespaces(view))
    content = view.once.of(
        ("provenance", locale),
        (*strings, *view.shown_texts),
        lambda: _provenance(view, locale),
    )
    yield f"provenance/{locale}.json", content


def _provenance(view: AreaView, locale: str) -> Provenance:
    return {
        "translations": inherited_translations(view, locale),
        "texts": inherited_texts(view, locale),
    }
