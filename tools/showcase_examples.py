"""Examples of bundles: those of the showcase, with as few entries as show what one looks like."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import UnionType
from typing import (
    Annotated,
    Any,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

import orjson

from compiler.base.hashing import sha256
from compiler.bundle.artifacts import Side
from compiler.bundle.compiling import compile_content
from compiler.bundle.eyes import Eyes
from compiler.bundle.shapes.table import BUNDLES
from compiler.images.direct import DirectWork
from compiler.images.recipe import Cut, Look, Recipe, Rendition
from compiler.images.work import Answer, Order, Read
from compiler.load.loading import load
from compiler.load.project import load_settings
from compiler.ports.pdf_facts import PdfFacts, Pdfs, Thumbnail
from compiler.wiring import work_tree
from tools.openapi import pattern_of

SHOWCASE = Path(__file__).resolve().parent.parent
MOST = 2
"""Entries of a mapping that an example keeps."""

ENOUGH = 200
"""Characters that show something."""

_HEIGHT = 9 / 16


class Sketches:
    """Works on images as `ImageWork`, without making any: the same on every machine."""

    def __init__(self) -> None:
        self._work = DirectWork()

    def done(self, orders: Sequence[Order], read: Read) -> dict[Order, Answer]:
        """Return the answer to each order."""
        return {order: self._one(order, read) for order in orders}

    def data(self, order: Order, read: Read) -> bytes:
        """Return bytes that stand for those that an order would make."""
        del read
        return repr(order).encode()

    def _one(self, order: Order, read: Read) -> Answer:
        task = order.task
        if isinstance(task, Recipe):
            data = self.data(order, read)
            height = round(task.width * _HEIGHT)
            return Rendition(sha256(data), len(data), task.width, height, quality=80, ssim=0.98)
        if isinstance(task, Cut):
            return Look("data:image/webp;base64,UklGRg==", "#2a6f97")
        return self._work.done([order], read)[order]


def sketched_facts(pdfs: Pdfs) -> Mapping[str, PdfFacts]:
    """Return what stands for what PDFs are, by path."""
    page = Thumbnail(b"a first page", 320, 453)
    return {path: PdfFacts(pages=2, language="en", thumbnail=page, text="Text") for path in pdfs}


def examples() -> dict[Side, dict[str, Any]]:
    """Return an example of every bundle that the showcase has, by side and logical name."""
    tree = work_tree(SHOWCASE)
    settings, _ = load_settings(tree)
    if settings is None:
        raise SystemExit("the showcase has no settings")
    eyes = Eyes(sketched_facts, Sketches())
    artifacts = compile_content(load(tree).content, settings, eyes=eyes)
    chosen: dict[Side, dict[str, Any]] = {side: {} for side in Side}
    for form in BUNDLES:
        pattern = re.compile(pattern_of(form.logical))
        found = [
            (name, _short(orjson.loads(bundle.read()), form.shape))
            for area in artifacts.areas.values()
            for name, bundle in area.side(form.side).items()
            if pattern.fullmatch(name)
        ]
        name, value = max(found, key=_worth)
        chosen[form.side][name] = value
    return chosen


def _worth(one: tuple[str, Any]) -> tuple[int, bool, int, str]:
    """Rank an example: one that shows something, of these one in English, the shortest."""
    name, text = one[0], json.dumps(one[1])
    return (min(len(text), ENOUGH), "/en" in name, -len(text), text)


def _short(value: Any, shape: Any) -> Any:
    """Keep the shortest entries of every mapping by labels; what has fields keeps them all."""
    origin, inner = get_origin(shape), get_args(shape)
    if value is None or shape is Any:
        return value
    if is_typeddict(shape):
        hints = get_type_hints(shape, include_extras=True)
        return {key: _short(one, hints[key]) for key, one in value.items()}
    if origin in (Annotated, NotRequired):
        return _short(value, inner[0])
    if origin in (Union, UnionType):
        return _short(value, next(one for one in inner if one is not type(None)))
    if origin is not Mapping:
        return value
    entries = {key: _short(one, inner[1]) for key, one in value.items()}
    shortest = sorted(entries, key=lambda key: (len(json.dumps(entries[key])), key))[:MOST]
    return {key: one for key, one in entries.items() if key in shortest}
