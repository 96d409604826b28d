"""The table of outputs: what is compiled for an area, on which side it is published."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from compiler.bundle import back_office, directory
from compiler.bundle.artifacts import Side
from compiler.bundle.assets import AssetCollector
from compiler.bundle.banners import banner_bundle
from compiler.bundle.config import private_config, public_config
from compiler.bundle.credentials import credentials_bundle
from compiler.bundle.documents import document_bundle
from compiler.bundle.provenance import provenance_bundle
from compiler.bundle.templates import template_bundles
from compiler.bundle.texts import text_bundles
from compiler.bundle.translations import translation_bundles
from compiler.bundle.view import AreaView

Named = Iterator[tuple[str, Any]]
"""Logical names with what they hold: JSON values."""

Produce = Callable[[AreaView, AssetCollector], Named]


@dataclass(frozen=True, slots=True)
class Output:
    """One output of an area: the side it belongs to, and what makes it."""

    side: Side
    produce: Produce


def _one(name: str, make: Callable[[AreaView], Any]) -> Produce:
    def produce(view: AreaView, _: AssetCollector) -> Named:
        yield name, make(view)

    return produce


def _config(view: AreaView, assets: AssetCollector) -> Named:
    yield "config.json", public_config(view, assets)


def _texts(view: AreaView, assets: AssetCollector) -> Named:
    for locale in view.locales:
        yield from text_bundles(view, locale, assets)


def _private_config(view: AreaView, assets: AssetCollector) -> Named:
    yield "config.json", private_config(view, assets)


def _area(view: AreaView, assets: AssetCollector) -> Named:
    yield "area.json", back_office.area_bundle(view, assets)


def _banners(view: AreaView, assets: AssetCollector) -> Named:
    for locale in view.locales:
        yield f"banners/{locale}.json", banner_bundle(view, locale, assets)


def _documents(view: AreaView, assets: AssetCollector) -> Named:
    for locale in view.locales:
        yield f"documents/{locale}.json", document_bundle(view, locale, assets)


def _templates(view: AreaView, assets: AssetCollector) -> Named:
    for locale in view.locales:
        yield from template_bundles(view, locale, assets)


STRING_OUTPUTS: tuple[Callable[[AreaView, str], Named], ...] = (
    translation_bundles,
    provenance_bundle,
)
"""What is made of the strings of one language, for the public side."""

OUTPUTS = (
    Output(Side.PUBLIC, _config),
    Output(Side.PUBLIC, _texts),
    Output(Side.PUBLIC, _banners),
    Output(Side.PUBLIC, _documents),
    Output(Side.PRIVATE, _area),
    Output(Side.PRIVATE, _private_config),
    Output(Side.PRIVATE, _one("credentials.json", credentials_bundle)),
    Output(Side.PRIVATE, _templates),
)

COMMON_OUTPUTS: tuple[tuple[Side, str, Callable[[Sequence[AreaView]], Any]], ...] = (
    (Side.PRIVATE, "owners.json", directory.owners_table),
    (Side.PRIVATE, "routing.json", directory.routing_table),
)
"""What is made of all areas together, and is the same in each."""
