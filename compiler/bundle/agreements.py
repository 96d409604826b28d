"""What the back office prints an agreement from: Typst, its fonts, the pictures in it."""

from compiler.bundle.assets import AssetCollector
from compiler.bundle.rich import resolver
from compiler.bundle.shapes.private import Agreement
from compiler.bundle.view import AreaView, Resolved
from compiler.channels.agreements.document import FONTS, Head, document
from compiler.channels.agreements.markup import compile_markup
from compiler.channels.agreements.references import targets_of
from compiler.model.content import Layout

_FONT_SUFFIXES = {".ttf", ".otf"}


def agreement(
    view: AreaView, layout: Layout | None, said: Resolved, locale: str, assets: AssetCollector
) -> Agreement:
    """Return ``typst``, a document whose Jinja is kept; ``fonts`` and ``files`` it is made of.

    Both are paths of assets, relative to the public side of the store, which is where the document
    looks for its pictures: the fonts are part of a release, so that it prints the same for ever.
    """
    body = said.description or ""
    targets = targets_of(compile_markup(body).references, resolver(view, locale, assets))
    typst = document(
        body,
        Head(said.title or "", locale, _author(view)),
        layout=layout.text if layout is not None and layout.is_typst else None,
        targets=targets,
    )
    return {"typst": typst, "fonts": fonts(assets), "files": sorted(set(targets.pictures.values()))}


def fonts(assets: AssetCollector) -> list[str]:
    """Publish the fonts of agreements, and return what they are called."""
    paths = sorted(path for path in FONTS.iterdir() if path.suffix in _FONT_SUFFIXES)
    return [assets.add_own(path.name, path.read_bytes).path for path in paths]


def _author(view: AreaView) -> str | None:
    """Return who makes an agreement with somebody: the owner of the area."""
    owner = view.area.record.record.owner if view.area is not None else None
    known = view.content.owners.get(owner or "")
    return None if known is None else known.record.name
