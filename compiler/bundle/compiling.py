"""Compile content: every output of every area, and the assets that they name."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from compiler.bundle.artifacts import AreaArtifacts, Artifacts, Bundle, Held, Side
from compiler.bundle.assets import AssetCollector
from compiler.bundle.description import description_of
from compiler.bundle.encoding import encode
from compiler.bundle.eyes import Eyes
from compiler.bundle.shapes.common import AreaLanguages
from compiler.bundle.shapes.table import DESCRIPTION
from compiler.bundle.shelf import Keep, Shelf
from compiler.bundle.table import COMMON_OUTPUTS, OUTPUTS, STRING_OUTPUTS
from compiler.bundle.view import AreaView, area_views
from compiler.bundle.withholding import public_content
from compiler.model.content import Content
from compiler.settings import Settings

StringBundles = dict[str, dict[str, Bundle]]
"""By area and logical name: the bundles of strings, all in some languages."""


def compile_content(
    content: Content,
    settings: Settings,
    strings: StringBundles | None = None,
    keep: Keep = Held,
    eyes: Eyes | None = None,
) -> Artifacts:
    """Return the artifacts of all areas: the same bytes for the same content, anywhere.

    ``strings`` are bundles that `compile_strings` has made already; ``keep`` says where the bytes
    of bundles stay until they are asked for. ``eyes`` tell what images and PDFs are.
    """
    assets, shelf = AssetCollector(content, settings, eyes or Eyes()), Shelf(keep)
    views = {
        Side.PUBLIC: _public_views(content, settings),
        Side.PRIVATE: area_views(content, settings),
    }
    made = strings if strings is not None else compile_strings(content, settings)
    common = [
        *(
            (side, name, shelf.put(encode(make(views[side]))))
            for side, name, make in COMMON_OUTPUTS
        ),
        *((side, DESCRIPTION, shelf.put(description_of(side))) for side in Side),
    ]
    areas = {
        view.name: _area(
            {Side.PUBLIC: open_, Side.PRIVATE: view}, assets, shelf, made.get(view.name, {}), common
        )
        for open_, view in zip(*views.values(), strict=True)
    }
    return Artifacts(areas, assets.all())


def compile_strings(
    content: Content, settings: Settings, locales: Collection[str] | None = None
) -> StringBundles:
    """Return the bundles of strings, in every language that is shown or in some of those."""
    shelf = Shelf()
    return {
        view.name: {
            name: _bundle(view, shelf, value)
            for locale in view.locales
            if locales is None or locale in locales
            for output in STRING_OUTPUTS
            for name, value in output(view, locale)
        }
        for view in _public_views(content, settings)
    }


def _bundle(view: AreaView, shelf: Shelf, value: Any) -> Bundle:  # noqa: ANN401 - a JSON value
    """Return the bundle of a value: encoded once, where it was made once for several areas."""
    if not view.once.has_made(value):
        return shelf.put(encode(value))
    return view.once.of("bundle", (value,), lambda: shelf.put(encode(value)))


def _public_views(content: Content, settings: Settings) -> Sequence[AreaView]:
    return area_views(public_content(content), settings, content.look)


def _area(
    views: Mapping[Side, AreaView],
    assets: AssetCollector,
    shelf: Shelf,
    strings: Mapping[str, Bundle],
    common: Sequence[tuple[Side, str, Bundle]],
) -> AreaArtifacts:
    view = views[Side.PUBLIC]
    sides: dict[Side, dict[str, Bundle]] = {side: {} for side in Side}
    for side, name, bundle in common:
        sides[side][name] = bundle
    sides[Side.PUBLIC].update((name, shelf.put(bundle)) for name, bundle in strings.items())
    for output in OUTPUTS:
        for name, value in output.produce(views[output.side], assets):
            sides[output.side][name] = _bundle(views[output.side], shelf, value)
    languages: AreaLanguages = {
        "source": view.languages.source,
        "enabled": list(view.locales),
        "fallbacks": {locale: list(view.languages.chain(locale).all) for locale in view.locales},
    }
    return AreaArtifacts(
        public=dict(sorted(sides[Side.PUBLIC].items())),
        private=dict(sorted(sides[Side.PRIVATE].items())),
        languages=languages,
    )


def artifact_files(artifacts: Artifacts) -> Iterator[tuple[str, bytes]]:
    """Return the files of `build/out`: ``<side>/<area>/<logical name>``, and the assets."""
    for name, area in artifacts.areas.items():
        for side in Side:
            for logical, bundle in area.side(side).items():
                yield f"{side.value}/{name}/{logical}", bundle.read()
    for asset in artifacts.assets:
        yield f"{Side.PUBLIC.value}/{asset.path}", asset.read()
