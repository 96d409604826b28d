"""documents/<locale>.json: label → name, words, and a PDF of ours or an address.

Of a PDF that was opened there are also its pages, its language, a thumbnail of its first page, and
where its text is: an asset beside it, so that only who searches loads it.
"""

from typing import Any

from compiler.bundle.assets import AssetCollector
from compiler.bundle.document_files import document_file, is_for, is_there
from compiler.bundle.rich import html_and_text
from compiler.bundle.shapes.public import Document
from compiler.bundle.view import AreaView, first
from compiler.model.entity import Entity


def document_bundle(view: AreaView, locale: str, assets: AssetCollector) -> dict[str, Document]:
    """Return the active documents that a language has.

    One without ``locales`` is for all languages, else it is for those and the source. One whose
    PDF is not there, which a waiver let pass, is left out.
    """
    return view.once.of(
        ("documents", locale),
        view.referable,
        lambda: {
            label: _document(view, document, locale, assets)
            for label, document in view.layer.documents.items()
            if is_for(view, document, locale) and is_there(document, assets)
        },
    )


def _document(
    view: AreaView, document: Entity[Any], locale: str, assets: AssetCollector
) -> Document:
    record = document.record
    chain = view.chain(locale)
    title, _ = first(document.locales, chain, "title")
    description, _ = first(document.locales, chain, "description")
    return {
        "name": record.name,
        "title": title or record.name,
        **html_and_text(description, view, locale, assets),
        "expires": None if record.expires is None else record.expires.isoformat(),
        **document_file(document, assets),
    }
