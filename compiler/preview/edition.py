"""One version of all content, compiled: what areas publish, by area, language and kind. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import orjson

from compiler.bundle.artifacts import Artifacts, Asset, Bundle
from compiler.query.area_values.value import AreaValue

Bundles = Mapping[str, Bundle]
"""Bundles by logical name."""

_FOLDERS = {
    "translations": "translations/icu/{locale}/",
    "texts": "texts/{locale}/",
    "templates": "templates/{locale}/",
    "banners": "banners/{locale}.json",
    "documents": "documents/{locale}.json",
    "levels": "config.json",
    "statuses": "config.json",
}
KINDS = tuple(_FOLDERS)
"""The kinds that visitors and customers see, in the order of their lists."""

_PRIVATE = "templates"


@dataclass(frozen=True, eq=False)
class Edition:
    """What is published, and the values that each area gets.

    Bundles are parsed once, however many areas have them.
    """

    artifacts: Artifacts
    values: Mapping[str, Sequence[AreaValue]] = field(default_factory=dict)
    _parsed: dict[str, Any] = field(default_factory=dict, init=False)

    def area(self, name: str) -> "AreaEdition | None":
        """Return what an area publishes, None where there is no such area."""
        return AreaEdition(self, name) if name in self.artifacts.areas else None

    def parsed(self, bundle: Bundle) -> Any:  # noqa: ANN401 - any JSON value
        """Return the value in a bundle."""
        if bundle.sha256 not in self._parsed:
            self._parsed[bundle.sha256] = orjson.loads(bundle.read())
        return self._parsed[bundle.sha256]


@dataclass(frozen=True, eq=False)
class AreaEdition:
    """What one area publishes."""

    edition: Edition
    name: str

    @cached_property
    def locales(self) -> tuple[str, ...]:
        """The languages in which it does."""
        return tuple(self.edition.artifacts.areas[self.name].languages["enabled"])

    def bundles(self, kind: str, locale: str) -> dict[str, Bundle]:
        """Return the bundles in which a kind stands in a language, by logical name."""
        area = self.edition.artifacts.areas[self.name]
        side = area.private if kind == _PRIVATE else area.public
        wanted = _FOLDERS[kind].format(locale=locale)
        return {
            name: bundle
            for name, bundle in side.items()
            if (name.startswith(wanted) if wanted.endswith("/") else name == wanted)
        }

    def entries(self, kind: str, locale: str) -> Iterator[tuple[str, Any]]:
        """Yield the labels of a kind with what is published of each in a language."""
        for name, bundle in self.bundles(kind, locale).items():
            value = self.edition.parsed(bundle)
            if kind == "translations":
                namespace = name.rpartition("/")[2].removesuffix(".json")
                yield from ((f"{namespace}:{label}", one) for label, one in value.items())
            elif kind in {"levels", "statuses"}:
                yield from value[kind].items()
            else:
                yield from value.items()

    @cached_property
    def logo(self) -> Asset | None:
        """Its logo, which its mails may show."""
        bundle = self.edition.artifacts.areas[self.name].private.get("area.json")
        record = {} if bundle is None else self.edition.parsed(bundle)
        path = record.get("branding", {}).get("logo")
        assets = self.edition.artifacts.assets
        return next((one for one in assets if one.path == path), None)

    def origins(self, locale: str) -> Mapping[str, Mapping[str, Any]]:
        """Return what is shown in the words of another language, by kind and label."""
        name = f"provenance/{locale}.json"
        bundle = self.edition.artifacts.areas[self.name].public.get(name)
        return {} if bundle is None else self.edition.parsed(bundle)
