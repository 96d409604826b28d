"""What the public side is made of: content without its private fields and private kinds.

So it is not by care alone that nothing private is published: what makes the public side has never
seen it. What is marked how stands in `model/exposure.py`.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from compiler.model.content import AreaContent, Content, Layer
from compiler.model.entity import Entity
from compiler.model.exposure import withheld
from compiler.model.glossary import Glossary


def public_content(content: Content) -> Content:
    """Return what the public side may be made of."""
    return replace(
        content,
        configurations=withheld(content.configurations),
        shared=_layer(content.shared),
        areas={name: _area(area) for name, area in content.areas.items()},
        owners={},
        glossary=Glossary(),
        layouts={},
        consumers=(),
        files=(),
    )


def _area(area: AreaContent) -> AreaContent:
    record = replace(area.record, record=withheld(area.record.record))
    return AreaContent(record, _layer(area.overlay), withheld(area.configurations))


def _layer(layer: Layer) -> Layer:
    """Return a layer without what only the back office reads."""
    return replace(
        layer,
        configurations={},  # as they are written; what they come to is typed
        levels=_entities(layer.levels),
        statuses=_entities(layer.statuses),
        texts=_entities(layer.texts),
        templates={},
        banners=_entities(layer.banners),
        documents=_entities(layer.documents),
    )


def _entities(entities: Mapping[str, Entity[Any]]) -> dict[str, Entity[Any]]:
    return {label: _entity(entity) for label, entity in entities.items()}


def _entity(entity: Entity[Any]) -> Entity[Any]:
    record = withheld(entity.record)
    return entity if record is entity.record else replace(entity, record=record)
