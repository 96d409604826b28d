"""Shapes of what every visitor may read."""

from collections.abc import Mapping, Sequence
from typing import Annotated, TypedDict

from compiler.bundle.shapes.common import (
    AssetPath,
    Branding,
    Properties,
    RichWords,
    Settings,
)


class PublicConfig(Settings):
    """How an area behaves and looks."""

    branding: Branding


class Source(TypedDict):
    """A `<source>`: of several in their order a browser takes the first that it can show."""

    media: str | None
    type: str
    srcset: Annotated[str, "Relative to the public side."]
    width: int
    height: int


class Image(TypedDict):
    """An `<img>`."""

    src: AssetPath
    srcset: Annotated[str, "Relative to the public side."]
    width: int
    height: int
    alt: Annotated[str | None, "Empty for a picture that has nothing to tell."]


class Picture(TypedDict):
    """A `<picture>`."""

    sources: Sequence[Source]
    img: Image


class Slot(TypedDict):
    """What a banner shows at one range of widths, for programs without `<picture>`."""

    media: str
    src: AssetPath
    type: str
    width: int
    height: int
    alt: Annotated[str | None, "Empty for a picture that has nothing to tell."]
    placeholder: Annotated[str, "A `data:` address of a blurred image."]
    color: Annotated[str, "`#rrggbb`."]


class Banner(TypedDict):
    """A banner that is active in a language."""

    title: str | None
    properties: Properties
    slots: Annotated[Mapping[str, Slot], "By name: `mobile`, `tablet`, `desktop`, `wide`."]
    picture: Picture | None


class Thumbnail(TypedDict):
    """The first page of a PDF."""

    src: AssetPath
    type: str
    width: int
    height: int


class PdfSeen(TypedDict):
    """What was seen in a PDF; null where there is none, or nobody opened it."""

    pages: int | None
    language: str | None
    thumbnail: Thumbnail | None
    text_file: AssetPath | None


class DocumentFile(PdfSeen):
    """What there is to open: a link, or a PDF, and what was seen in it."""

    link: str | None
    file: AssetPath | None
    size: Annotated[int | None, "Bytes."]


class Document(RichWords, DocumentFile):
    """A document that a language has."""

    name: str
    title: str
    expires: Annotated[str | None, "A day, such as `2027-01-31`."]


class Provenance(TypedDict):
    """What a visitor of a language sees in the words of another one."""

    translations: Annotated[Mapping[str, str], "`namespace:label` → locale."]
    texts: Annotated[Mapping[str, Mapping[str, str]], "Label → part → locale."]
