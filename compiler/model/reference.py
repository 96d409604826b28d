"""Kinds, labels and references: how entities are named."""

from dataclasses import dataclass
from enum import StrEnum


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
    """The name of one entity: ``texts/deposit.termsNotice``, ``translations/portal:checkout.pay``."""

    kind: Kind
    label: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.label}"
