"""documents/<locale>.json: label → name, words, and a PDF of ours or an address.

Of a PDF that was opened there are also its pages, its language, a thumbnail of its first page, and
where its text is: an asset beside it, so that only who searches loads it.
"""

import re
from pathlib import PurePosixPath
from typing import Any

from compiler.bundle.assets import AssetCollector, pdf_path
from compiler.bundle.view import AreaView, first
from compiler.model.entity import Entity
from compiler.ports.pdf_facts import PdfFacts
from compiler.richtext.markdown import rich_text

_UNFIT = re.compile(r"[^A-Za-z0-9._-]")
_NOTHING_SEEN = dict.fromkeys(("pages", "language", "thumbnail", "text_file"))


def document_bundle(view: AreaView, locale: str, assets: AssetCollector) -> dict[str, Any]:
    """Return the active documents that a language has.

    One without ``locales`` is for all languages, else it is for those and the source. One whose
    PDF is not there, which a waiver let pass, is left out.
    """
    return {
        label: _document(view, document, locale, assets)
        for label, document in view.layer.documents.items()
        if document.record.active
        and _is_for(view, document, locale)
        and _is_there(document, assets)
    }


def _is_there(document: Entity[Any], assets: AssetCollector) -> bool:
    path = pdf_path(document)
    return path is None or assets.has(path)


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
    """Return what there is to open, and what was seen in it."""
    path = pdf_path(document)
    if path is None:
        return {"link": document.record.link, "file": None, "size": None, **_NOTHING_SEEN}
    name = _UNFIT.sub("-", PurePosixPath(path).name)
    asset, facts = assets.add(path, name), assets.pdf(path)
    seen = _NOTHING_SEEN if facts is None else _seen(PurePosixPath(name).stem, facts, assets)
    return {"link": None, "file": asset.path, "size": asset.size, **seen}


def _seen(stem: str, facts: PdfFacts, assets: AssetCollector) -> dict[str, Any]:
    """Return what was seen in a PDF; its parts are assets under its own name."""
    picture = facts.thumbnail
    return {
        "pages": facts.pages or None,
        "language": facts.language or None,
        "thumbnail": picture
        and {
            "src": assets.add_made(f"{stem}.webp", picture.data).path,
            "type": "image/webp",
            "width": picture.width,
            "height": picture.height,
        },
        "text_file": assets.add_made(f"{stem}.txt", facts.text.encode()).path
        if facts.text
        else None,
    }
