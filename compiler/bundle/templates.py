"""templates/<locale>/<first prefix>.json, for the back office: Jinja kept, all else compiled."""

from collections.abc import Iterator
from typing import Any

from compiler.bundle.encoding import grouped
from compiler.bundle.view import AreaView, Resolved, resolve
from compiler.channels.email.compiling import Words, compile_mail
from compiler.channels.email.layout import PREHEADER, layout_html
from compiler.model.entity import Entity
from compiler.richtext.markdown import RichText
from compiler.templating.template_body import apply_layout, compile_body

_WITH_HTML = {"email", "pdf"}


def template_bundles(view: AreaView, locale: str) -> Iterator[tuple[str, Any]]:
    """Return logical names and contents; inactive templates are not published."""
    entries = {}
    for label, template in view.layer.templates.items():
        if template.record.active:
            entry = compiled_template(view, template, locale)
            if entry is not None:
                entries[label] = entry
    for prefix, group in grouped(entries).items():
        yield f"templates/{locale}/{prefix}.json", group


def compiled_template(view: AreaView, template: Entity[Any], locale: str) -> Any:  # noqa: ANN401
    """Return what a bundle says of a template, None where no language of the chain has it."""
    resolved = resolve(view, template, locale)
    if resolved.description is None:
        return None
    record = template.record
    compiled = _compiled(view, record, resolved, locale)
    return {
        "channel": record.channel,
        "subject": resolved.title,
        "html": compiled.html if record.channel in _WITH_HTML else None,
        "text": compiled.text,
        "variables": record.variables,
        "samples": record.samples,
    }


def _compiled(view: AreaView, record: Any, resolved: Resolved, locale: str) -> RichText:  # noqa: ANN401
    body = compile_body(resolved.description or "")
    layout = view.content.layouts.get(record.layout) if record.layout else None
    subject = resolved.title or ""
    if record.channel == "email":
        around = layout_html(layout.path, layout.text).html if layout is not None else None
        preheader = str(resolved.properties.get(PREHEADER) or "")
        return compile_mail(Words(subject, preheader, body, locale), around)
    if layout is None:
        return body
    html = apply_layout(layout.text, body=body.html, subject=subject, locale=locale)
    return RichText(html, body.text)
