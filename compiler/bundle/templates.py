"""templates/<locale>/<first prefix>.json, for the back office: Jinja kept, all else compiled."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from compiler.bundle.agreements import agreement
from compiler.bundle.assets import AssetCollector
from compiler.bundle.encoding import grouped
from compiler.bundle.rich import resolver
from compiler.bundle.shapes import private as shapes
from compiler.bundle.view import AreaView, Resolved, resolve
from compiler.channels.email.compiling import Words, compile_mail
from compiler.channels.email.layout import PREHEADER, layout_html
from compiler.model.content import Layout
from compiler.model.entity import Entity
from compiler.richtext.markdown import RichText
from compiler.richtext.references import with_references
from compiler.templating.brand import branded_html, branded_text
from compiler.templating.template_body import compile_body

_WITH_HTML = {"email", "pdf"}


def template_bundles(
    view: AreaView, locale: str, assets: AssetCollector
) -> Iterator[tuple[str, Any]]:
    """Return logical names and contents; inactive templates are not published."""
    entries: dict[str, shapes.Template] = {}
    for label, template in view.layer.templates.items():
        if template.record.active:
            entry = compiled_template(view, template, locale, assets)
            if entry is not None:
                entries[label] = entry
    for prefix, group in grouped(entries).items():
        yield f"templates/{locale}/{prefix}.json", group


def compiled_template(
    view: AreaView, template: Entity[Any], locale: str, assets: AssetCollector
) -> shapes.Template | None:
    """Return what a bundle says of a template, None where no language of the chain has it.

    Agreements have a ``pdf``, too: what `agreement` returns.
    """
    resolved = resolve(view, template, locale)
    if resolved.description is None:
        return None
    record = template.record
    is_agreement = record.channel == "pdf"
    layout = view.content.layouts.get(record.layout or "")
    compiled = view.once.of(
        ("template", locale),
        (template, layout),
        lambda: _compiled(record, layout, resolved, locale),
    )
    if record.channel == "email":
        brand = view.brand
        compiled = RichText(branded_html(compiled.html, brand), branded_text(compiled.text, brand))
    if is_agreement:
        html = with_references(compiled.html, resolver(view, locale, assets))
        compiled = replace(compiled, html=html)
    entry: shapes.Template = {
        "channel": record.channel,
        "subject": resolved.title,
        "html": compiled.html if record.channel in _WITH_HTML else None,
        "text": compiled.text,
        "variables": record.variables,
        "samples": record.samples,
    }
    if is_agreement:
        entry["pdf"] = agreement(view, layout, resolved, locale, assets)
    return entry


def _compiled(
    record: Any,  # noqa: ANN401
    layout: Layout | None,
    resolved: Resolved,
    locale: str,
) -> RichText:
    """Compile a template as all areas have it, what it takes of their branding not put in yet."""
    body = compile_body(resolved.description or "")
    if record.channel != "email":
        return body
    around = layout_html(layout.path, layout.text).html if layout is not None else None
    preheader = str(resolved.properties.get(PREHEADER) or "")
    mail = compile_mail(Words(resolved.title or "", preheader, body, locale), around)
    return RichText(mail.html, mail.text)
