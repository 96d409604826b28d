"""The table of kinds: which folders content has, what loads them, whether areas may have them too.

A new kind is its model, a file here beside the others, and one line below.
"""

from collections.abc import Callable
from dataclasses import dataclass

from compiler.load.areas import area_hint
from compiler.load.banners import BANNERS
from compiler.load.catalogues import catalogue_hint
from compiler.load.configurations import configuration_hint
from compiler.load.documents import DOCUMENTS
from compiler.load.entity_kind import EntityKind
from compiler.load.levels import LEVELS
from compiler.load.owners import owner_hint
from compiler.load.statuses import STATUSES
from compiler.load.templates import TEMPLATES
from compiler.load.texts import TEXTS
from compiler.model.reference import Kind

ENTITY_KINDS: tuple[EntityKind, ...] = (LEVELS, STATUSES, TEXTS, TEMPLATES, BANNERS, DOCUMENTS)
"""The kinds that are loaded one file an entity, and overlaid by areas."""

CONSUMERS = "consumers"


@dataclass(frozen=True, slots=True)
class FolderForm:
    """A folder of content: its name, what its files look like, whether an area may have one."""

    name: str
    hint: Callable[[str], str]
    in_areas: bool


def _consumer_hint(name: str) -> str:  # noqa: ARG001 - the form is one for all
    return "a consumer is `consumers/<application>/<version>.json`"


FOLDERS: dict[str, FolderForm] = {
    form.name: form
    for form in (
        FolderForm(Kind.CONFIGURATIONS, configuration_hint, in_areas=True),
        *(FolderForm(kind.kind, kind.hint, in_areas=True) for kind in ENTITY_KINDS),
        FolderForm(Kind.TRANSLATIONS, catalogue_hint, in_areas=True),
        FolderForm(Kind.AREAS, area_hint, in_areas=False),
        FolderForm(Kind.OWNERS, owner_hint, in_areas=False),
        FolderForm(CONSUMERS, _consumer_hint, in_areas=False),
    )
}
"""Every folder below content/ by name; those of areas have the same names."""
