"""Compile content: every output of every area, and the assets that they name."""

from collections.abc import Iterator

from compiler.bundle.artifacts import AreaArtifacts, Artifacts, Bundle, Side
from compiler.bundle.assets import AssetCollector
from compiler.bundle.encoding import encode
from compiler.bundle.table import OUTPUTS
from compiler.bundle.view import AreaView, area_views
from compiler.model.content import Content
from compiler.settings import Settings


def compile_content(content: Content, settings: Settings) -> Artifacts:
    """Return the artifacts of all areas: the same bytes for the same content, anywhere."""
    assets = AssetCollector(content)
    areas = {view.name: _area(view, assets) for view in area_views(content, settings)}
    return Artifacts(areas, assets.all())


def _area(view: AreaView, assets: AssetCollector) -> AreaArtifacts:
    sides: dict[Side, dict[str, Bundle]] = {side: {} for side in Side}
    for output in OUTPUTS:
        for name, value in output.produce(view, assets):
            sides[output.side][name] = encode(value)
    return AreaArtifacts(
        public=dict(sorted(sides[Side.PUBLIC].items())),
        private=dict(sorted(sides[Side.PRIVATE].items())),
        languages={
            "source": view.languages.source,
            "enabled": list(view.locales),
            "fallbacks": {
                locale: list(view.languages.chain(locale).all) for locale in view.locales
            },
        },
    )


def artifact_files(artifacts: Artifacts) -> Iterator[tuple[str, bytes]]:
    """Return the files of `build/out`: ``<side>/<area>/<logical name>``, and the assets."""
    for name, area in artifacts.areas.items():
        for side in Side:
            for logical, bundle in area.side(side).items():
                yield f"{side.value}/{name}/{logical}", bundle.data
    for asset in artifacts.assets:
        yield f"{Side.PUBLIC.value}/{asset.path}", asset.read()
