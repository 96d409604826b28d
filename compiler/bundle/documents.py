"""documents/<locale>.json: label → name, words, and a PDF of ours or an address."""

from typing import Any

from compiler.bundle.assets import AssetCollector
from compiler.bundle.document_files import document_file, is_for
from compiler.bundle.rich import html_and_text
from compiler.bundle.view import AreaView, first
from compiler.model.entity import Entity


def document_bundle(view: AreaView, locale: str, assets: AssetCollector) -> dict[str, Any]:
    """Return the active documents that a language has.

    One without ``locales`` is for all languages, else it is for those and the source.
    """
    return {
        label: _document(view, document, locale, assets)
        for label, document in view.layer.documents.items()
        if is_for(view, document, locale)
    }


def _document(view: AreaView, document: Entity[Any], locale: str, assets: AssetCollector) -> Any:  # noqa: ANN401
    record = document.record
    chain = view.chain(locale)
    title, _ = first(document.locales, chain, "title")
    description, _ = first(document.locales, chain, "description")
    return {
        "name": record.name,
        "title": title or record.name,
        **html_and_text(description, view, locale, assets),
        **document_file(document, assets),
    }
