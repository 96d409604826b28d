"""documents/<locale>.json: label → name, words, and a PDF of ours or an address."""

import re
from pathlib import PurePosixPath
from typing import Any

from compiler.bundle.assets import AssetCollector
from compiler.bundle.view import AreaView, first
from compiler.model.entity import Entity
from compiler.richtext.markdown import rich_text


def document_bundle(view: AreaView, locale: str, assets: AssetCollector) -> dict[str, Any]:
    """Return the active documents that a language has.

    One without ``locales`` is for all languages, else it is for those and the source.
    """
    return {
        label: _document(view, document, locale, assets)
        for label, document in view.layer.documents.items()
        if document.record.active and _is_for(view, document, locale)
    }


def _is_for(view: AreaView, document: Entity[Any], locale: str) -> bool:
    source = view.languages.source
    named = set(document.locales) - {source}
    own = (locale, *view.languages.chain(locale).parents)
    return not named or any(one in named or one == source for one in own)


def _document(view: AreaView, document: Entity[Any], locale: str, assets: AssetCollector) -> Any:  # noqa: ANN401
    record = document.record
    chain = view.chain(locale)
    title, _ = first(document.locales, chain, "title")
    description, _ = first(document.locales, chain, "description")
    rich = rich_text(description) if description else None
    return {
        "name": record.name,
        "title": title or record.name,
        "html": rich.html if rich else None,
        "text": rich.text if rich else None,
        **_where(document, assets),
    }


def _where(document: Entity[Any], assets: AssetCollector) -> dict[str, Any]:
    record = document.record
    if record.file is None:
        return {"link": record.link, "file": None, "size": None}
    path = str(PurePosixPath(document.places.path).parent / record.file)
    asset = assets.add(path, re.sub(r"[^A-Za-z0-9._-]", "-", PurePosixPath(record.file).name))
    return {"link": None, "file": asset.path, "size": asset.size}
