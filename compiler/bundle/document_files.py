"""What a document comes to: who may open it, and the PDF of ours or the address that it is."""

import re
from pathlib import PurePosixPath
from typing import Any

from compiler.bundle.assets import AssetCollector
from compiler.bundle.view import AreaView
from compiler.model.entity import Entity


def is_for(view: AreaView, document: Entity[Any], locale: str) -> bool:
    """Tell whether a language has an active document: one without ``locales`` is for all."""
    if not document.record.active:
        return False
    source = view.languages.source
    named = set(document.locales) - {source}
    own = (locale, *view.languages.chain(locale).parents)
    return not named or any(one in named or one == source for one in own)


def document_file(document: Entity[Any], assets: AssetCollector) -> dict[str, Any]:
    """Return its ``link``, or its ``file`` (relative to the public side) with the size in bytes."""
    record = document.record
    if record.file is None:
        return {"link": record.link, "file": None, "size": None}
    path = str(PurePosixPath(document.places.path).parent / record.file)
    asset = assets.add(path, re.sub(r"[^A-Za-z0-9._-]", "-", PurePosixPath(record.file).name))
    return {"link": None, "file": asset.path, "size": asset.size}
