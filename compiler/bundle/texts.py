"""texts/<locale>/<first prefix>.json: label → title, html, text, properties."""

from collections.abc import Iterator
from typing import Any

from compiler.bundle.encoding import grouped
from compiler.bundle.view import AreaView, Resolved, resolve
from compiler.richtext.markdown import rich_text


def text_bundles(view: AreaView, locale: str) -> Iterator[tuple[str, Any]]:
    """Return logical names and contents."""
    entries = {}
    for label, text in view.layer.texts.items():
        if view.shows_text(label):
            resolved = resolve(
                view, text, locale, properties=getattr(text.record, "properties", None)
            )
            if resolved.has_something:
                entries[label] = _entry(resolved)
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


def _entry(resolved: Resolved) -> Any:  # noqa: ANN401
    rich = rich_text(resolved.description) if resolved.description else None
    return {
        "title": resolved.title,
        "html": rich.html if rich else None,
        "text": rich.text if rich else None,
        "properties": resolved.properties,
    }
