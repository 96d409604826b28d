"""One layer of content: what all areas share, or what one of them has different."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from compiler.load.catalogues import load_catalogues
from compiler.load.configurations import load_configurations
from compiler.load.entity_kind import LoadedKind, Loading, load_kind
from compiler.load.files import LayerFiles
from compiler.load.table import ENTITY_KINDS
from compiler.model.content import Layer
from compiler.model.reference import Kind


@dataclass(frozen=True, slots=True)
class LoadedLayer:
    """A layer, and by kind what its files declare and what of that could be loaded."""

    layer: Layer
    kinds: Mapping[Kind, LoadedKind]

    def broken(self) -> Iterator[str]:
        """The references of what has files and could not be loaded."""
        for kind, loaded in self.kinds.items():
            for label in loaded.broken:
                yield f"{kind}/{label}"


def load_layer(
    loading: Loading, files: LayerFiles, shared: LoadedLayer | None = None
) -> LoadedLayer:
    """Load one layer; what ``shared`` declares too is overlaid."""
    kinds = {
        kind.kind: load_kind(
            kind,
            files.folder(kind.kind),
            loading,
            None if shared is None else shared.kinds[kind.kind],
        )
        for kind in ENTITY_KINDS
    }
    entities = {kind.value: loaded.entities for kind, loaded in kinds.items()}
    layer = Layer(
        configurations=load_configurations(loading.intake, files.folder(Kind.CONFIGURATIONS)),
        levels=entities["levels"],
        statuses=entities["statuses"],
        texts=entities["texts"],
        templates=entities["templates"],
        banners=entities["banners"],
        documents=entities["documents"],
        catalogues=load_catalogues(loading, files.folder(Kind.TRANSLATIONS)),
    )
    return LoadedLayer(layer, kinds)
