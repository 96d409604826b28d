"""Kinds, labels and references: how entities are named."""

from dataclasses import dataclass
from enum import StrEnum

from typing_extensions import override


class Kind(StrEnum):
    """The kinds of content; the value is the folder's name."""

    AREAS = "areas"
    OWNERS = "owners"
    CONFIGURATIONS = "configurations"
    LEVELS = "levels"
    STATUSES = "statuses"
    LANGUAGES = "languages"
    TRANSLATIONS = "translations"
    TEXTS = "texts"
    TEMPLATES = "templates"
    BANNERS = "banners"
    DOCUMENTS = "documents"


@dataclass(frozen=True, slots=True)
class Reference:
    """The name of an entity: ``texts/deposit.terms``, ``translations/portal:checkout.pay``."""

    kind: Kind
    label: str

    @override
    def __str__(self) -> str:
        return f"{self.kind}/{self.label}"
