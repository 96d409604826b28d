"""What a document comes to: who may open it, and the PDF of ours or the address that it is."""

import re
from pathlib import PurePosixPath
from typing import Any

from compiler.bundle.assets import AssetCollector, pdf_path
from compiler.bundle.shapes.public import DocumentFile, PdfSeen, Thumbnail
from compiler.bundle.view import AreaView
from compiler.model.entity import Entity
from compiler.ports.pdf_facts import PdfFacts
from compiler.ports.pdf_facts import Thumbnail as PdfThumbnail

_UNFIT = re.compile(r"[^A-Za-z0-9._-]")
_NOTHING_SEEN: PdfSeen = {"pages": None, "language": None, "thumbnail": None, "text_file": None}


def is_for(view: AreaView, document: Entity[Any], locale: str) -> bool:
    """Tell whether a language has an active document: one without ``locales`` is for all."""
    if not document.record.active:
        return False
    source = view.languages.source
    named = set(document.locales) - {source}
    own = (locale, *view.languages.chain(locale).parents)
    return not named or any(one in named or one == source for one in own)


def is_there(document: Entity[Any], assets: AssetCollector) -> bool:
    """Tell whether there is something to open: a link, or a PDF whose bytes are here."""
    path = pdf_path(document)
    return path is None or assets.has(path)


def document_file(document: Entity[Any], assets: AssetCollector) -> DocumentFile:
    """Return its ``link``, or its ``file`` (relative to the public side) with the size in bytes.

    And what was seen in the PDF, where it was opened.
    """
    path = pdf_path(document)
    if path is None:
        return {"link": document.record.link, "file": None, "size": None, **_NOTHING_SEEN}
    name = _UNFIT.sub("-", PurePosixPath(path).name)
    asset, facts = assets.add(path, name), assets.pdf(path)
    seen = _NOTHING_SEEN if facts is None else _seen(PurePosixPath(name).stem, facts, assets)
    return {"link": None, "file": asset.path, "size": asset.size, **seen}


def _seen(stem: str, facts: PdfFacts, assets: AssetCollector) -> PdfSeen:
    """Return what was seen in a PDF; its parts are assets under its own name."""
    picture = facts.thumbnail
    return {
        "pages": facts.pages or None,
        "language": facts.language or None,
        "thumbnail": None if picture is None else _thumbnail(stem, picture, assets),
        "text_file": assets.add_made(f"{stem}.txt", facts.text.encode()).path
        if facts.text
        else None,
    }


def _thumbnail(stem: str, picture: PdfThumbnail, assets: AssetCollector) -> Thumbnail:
    return {
        "src": assets.add_made(f"{stem}.webp", picture.data).path,
        "type": "image/webp",
        "width": picture.width,
        "height": picture.height,
    }
