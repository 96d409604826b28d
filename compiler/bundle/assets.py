"""Images and PDFs: named by the hash of their bytes, each once however many bundles name it."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from posixpath import dirname, join, splitext
from typing import Any, NamedTuple

from compiler.banners.making import BannerImages
from compiler.banners.variants import Variant
from compiler.base.hashing import sha256
from compiler.bundle.artifacts import ANY_TYPE, MEDIA_TYPES, Asset
from compiler.bundle.eyes import Eyes
from compiler.images.picture import SUFFIXES
from compiler.images.recipe import Rendition
from compiler.images.work import Failure
from compiler.model.content import Content
from compiler.model.entity import Entity
from compiler.ports.pdf_facts import PdfFacts, Pdfs
from compiler.ports.snapshot import UnreadableError
from compiler.richtext.markdown import RichText, rich_text
from compiler.settings import Settings


class Made(NamedTuple):
    """A rendition of an image, and what it is published as."""

    asset: Asset
    rendition: Rendition


class AssetCollector:
    """Takes in the files that bundles name, and hands out what to call them.

    ``banners`` tells what images of banners come to.
    """

    def __init__(self, content: Content, settings: Settings, eyes: Eyes) -> None:
        self._content = content
        self._inspect = eyes.inspect
        self._texts = eyes.texts
        self.banners = BannerImages(content, settings, eyes.images)
        self._by_path: dict[tuple[str, str], Asset] = {}

    def compiled(self, markdown: str) -> RichText:
        """Return what Markdown comes to, wherever it stands."""
        return self._texts.get(markdown) or rich_text(markdown)

    def add(self, path: str, name: str) -> Asset:
        """Publish the file at ``path`` under a file name of its own."""
        if (path, name) not in self._by_path:
            data = self._content.asset(path)
            read = partial(self._content.asset, path)
            self._by_path[path, name] = _asset(name, splitext(path)[1].lower(), data, read)
        return self._by_path[path, name]

    def add_made(self, name: str, data: bytes) -> Asset:
        """Publish bytes that were made of a file, under a name of their own."""
        made = _asset(name, splitext(name)[1].lower(), data, lambda: data)
        return self._by_path.setdefault((made.sha256, name), made)

    def add_own(self, name: str, read: Callable[[], bytes]) -> Asset:
        """Publish a file of this package under its own name."""
        if ("", name) not in self._by_path:
            suffix = splitext(name)[1].lower()
            self._by_path["", name] = _asset(name, suffix, read(), read)
        return self._by_path["", name]

    def add_rendition(self, name: str, variant: Variant) -> Made | None:
        """Publish what is made of an image under a name without suffix; None if nothing can be.

        Its bytes are read when they are asked for.
        """
        made = self.banners.made(variant)
        if isinstance(made, Failure):
            return None
        name += SUFFIXES[variant.recipe.format]
        media_type = MEDIA_TYPES[splitext(name)[1]]
        read = partial(self.banners.data, variant)
        asset = Asset(made.sha256, name, made.size, media_type, read)
        return Made(self._by_path.setdefault((made.sha256, name), asset), made)

    def has(self, path: str) -> bool:
        """Tell whether there is a file at a path that can be read."""
        return _is_there(self._content, path)

    def pdf(self, path: str) -> PdfFacts | None:
        """Return what a document's PDF is; None where nobody has opened it."""
        return self._pdfs.get(path)

    @cached_property
    def _pdfs(self) -> Mapping[str, PdfFacts]:
        return {} if self._inspect is None else self._inspect(_document_files(self._content))

    def all(self) -> list[Asset]:
        """Return every asset once, sorted by its name in the store."""
        by_name = {asset.path: asset for asset in self._by_path.values()}
        return [by_name[name] for name in sorted(by_name)]


def _asset(name: str, suffix: str, data: bytes, read: Callable[[], bytes]) -> Asset:
    return Asset(
        sha256=sha256(data),
        name=name,
        size=len(data),
        media_type=MEDIA_TYPES.get(suffix, ANY_TYPE),
        read=read,
    )


def pdf_path(document: Entity[Any]) -> str | None:
    """Return where the PDF of a document lies, None where it has none."""
    name = getattr(document.record, "file", None)
    return None if name is None else join(dirname(document.places.path), name)


def _document_files(content: Content) -> Pdfs:
    """Return the PDFs of all documents that are there."""
    documents = (one for layer in content.layers() for one in layer.documents.values())
    paths = {path for one in documents if (path := pdf_path(one)) is not None}
    there = sorted(path for path in paths if _is_there(content, path))
    return {path: partial(content.asset, path) for path in there}


def _is_there(content: Content, path: str) -> bool:
    try:
        return bool(content.asset(path))
    except (KeyError, UnreadableError):
        return False
