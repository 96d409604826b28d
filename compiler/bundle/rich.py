"""Markdown of one area and language, compiled: what its references name has an address then.

- ``documents/<label>``: the document's own link, or its PDF, relative to the public side.
- ``banners/<label>`` as an image: a `picture` with the image of every slot, likewise relative.
- ``texts/<label>``: stays, for the application that shows texts.

Of what a language does not have, only the words are left.
"""

from dataclasses import replace

from compiler.bundle.assets import AssetCollector
from compiler.bundle.document_files import document_file, is_for, is_there
from compiler.bundle.pictures import pictures_of
from compiler.bundle.shapes.common import RichWords
from compiler.bundle.view import AreaView, own_or_inherited, resolve
from compiler.richtext.allowed import ID_PREFIX
from compiler.richtext.markdown import RichText
from compiler.richtext.references import (
    Picture,
    Reference,
    Resolve,
    Target,
    with_references,
)


def html_and_text(
    markdown: str | None, view: AreaView, locale: str, assets: AssetCollector
) -> RichWords:
    """Return ``html`` and ``text`` of a description, both None where there is none."""
    if not markdown:
        return {"html": None, "text": None}
    rich = compiled_text(markdown, view, locale, assets)
    return {"html": rich.html, "text": rich.text}


def compiled_text(markdown: str, view: AreaView, locale: str, assets: AssetCollector) -> RichText:
    """Compile Markdown for an area and a language."""
    rich = assets.compiled(markdown)
    html = with_references(rich.html, resolver(view, locale, assets))
    return rich if html is rich.html else replace(rich, html=html)


def resolver(view: AreaView, locale: str, assets: AssetCollector) -> Resolve:
    """Return what says what a reference comes to, in an area and a language."""
    makers = {"documents": _document, "banners": _banner, "texts": _text}
    return lambda reference: makers[reference.kind](reference, view, locale, assets)


def _document(
    reference: Reference, view: AreaView, locale: str, assets: AssetCollector
) -> Target | None:
    document = view.layer.documents.get(reference.label)
    if document is None or not is_for(view, document, locale) or not is_there(document, assets):
        return None
    where = document_file(document, assets)
    anchor = "" if reference.anchor is None else f"#{reference.anchor}"
    return Target(f"{where['link'] or where['file']}{anchor}")


def _banner(
    reference: Reference, view: AreaView, locale: str, assets: AssetCollector
) -> Target | None:
    banner = view.layer.banners.get(reference.label)
    own = None if banner is None else own_or_inherited(view, banner.locales, locale)
    if banner is None or own is None or not own.active:
        return None
    return Target(
        pictures=tuple(
            Picture(
                piece.plain.source,
                piece.width,
                piece.height,
                piece.slot.lower,
                tuple((form.media_type, form.srcset) for form in piece.forms),
            )
            for piece in pictures_of(banner, own, assets)
        )
    )


def _text(reference: Reference, view: AreaView, locale: str, _: AssetCollector) -> Target | None:
    text = view.layer.texts.get(reference.label)
    if text is None or not view.shows_text(reference.label):
        return None
    shared = getattr(text.record, "properties", None)
    if not resolve(view, text, locale, properties=shared).has_something:
        return None
    anchor = f"#{ID_PREFIX}{reference.anchor}" if reference.anchor else ""
    return Target(f"{reference.name}{anchor}")
