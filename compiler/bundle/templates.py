"""templates/<locale>/<first prefix>.json, for the back office: Jinja kept, all else compiled."""

from collections.abc import Iterator
from typing import Any

from compiler.bundle.encoding import grouped
from compiler.bundle.view import AreaView, resolve
from compiler.model.entity import Entity
from compiler.templating.template_body import apply_layout, compile_body

_WITH_HTML = {"email", "pdf"}


def template_bundles(view: AreaView, locale: str) -> Iterator[tuple[str, Any]]:
    """Return logical names and contents; inactive templates are not published."""
    entries = {}
    for label, template in view.layer.templates.items():
        if template.record.active:
            entry = _entry(view, template, locale)
            if entry is not None:
                entries[label] = entry
    for prefix, group in grouped(entries).items():
        yield f"templates/{locale}/{prefix}.json", group


def _entry(view: AreaView, template: Entity[Any], locale: str) -> Any:  # noqa: ANN401
    resolved = resolve(view, template, locale)
    if resolved.description is None:
        return None
    record = template.record
    body = compile_body(resolved.description)
    html = body.html
    layout = view.content.layouts.get(record.layout) if record.layout else None
    if layout is not None:
        html = apply_layout(layout.text, body=html, subject=resolved.title or "", locale=locale)
    return {
        "channel": record.channel,
        "subject": resolved.title,
        "html": html if record.channel in _WITH_HTML else None,
        "text": body.text,
        "variables": record.variables,
        "samples": record.samples,
    }
