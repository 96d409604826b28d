"""texts/<locale>/<first prefix>.json: label → title, html, text, properties."""

from collections.abc import Iterator
from typing import Any

from compiler.bundle.assets import AssetCollector
from compiler.bundle.encoding import grouped
from compiler.bundle.rich import html_and_text
from compiler.bundle.shapes.common import Words
from compiler.bundle.view import AreaView, resolve


def text_bundles(view: AreaView, locale: str, assets: AssetCollector) -> Iterator[tuple[str, Any]]:
    """Return logical names and contents."""
    yield from view.once.all_of(
        ("texts", locale), view.referable, lambda: _text_bundles(view, locale, assets)
    )


def _text_bundles(view: AreaView, locale: str, assets: AssetCollector) -> Iterator[tuple[str, Any]]:
    entries: dict[str, Words] = {}
    for label, text in view.layer.texts.items():
        if view.shows_text(label):
            resolved = resolve(
                view, text, locale, properties=getattr(text.record, "properties", None)
            )
            if resolved.has_something:
                entries[label] = {
                    "title": resolved.title,
                    **html_and_text(resolved.description, view, locale, assets),
                    "properties": resolved.properties,
                }
    for prefix, group in grouped(entries).items():
        yield f"texts/{locale}/{prefix}.json", group


def inherited_texts(view: AreaView, locale: str) -> dict[str, Any]:
    """Return which parts of which texts come from another locale."""
    inherited = {}
    for label, text in view.layer.texts.items():
        if view.shows_text(label):
            parts = resolve(view, text, locale).inherited
            if parts:
                inherited[label] = dict(parts)
    return inherited
