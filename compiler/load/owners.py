"""Owners: owners/<owner>.yaml."""

from compiler.load.entity_kind import Loading
from compiler.load.files import Folder
from compiler.load.logos import with_logo
from compiler.load.records import load_records
from compiler.load.sources import flat_sources
from compiler.model.banner import IMAGE_SUFFIXES
from compiler.model.entity import Entity
from compiler.model.owner import Owner
from compiler.model.reference import Kind


def owner_hint(name: str) -> str:
    """Say what a file below owners/ might have been meant for."""
    if name.endswith(IMAGE_SUFFIXES):
        return f"no owner names it; write `branding: {{logo: {name}}}` in `owners/<owner>.yaml`"
    return "an owner is `owners/<owner>.yaml`"


def load_owners(
    loading: Loading, folder: Folder
) -> tuple[dict[str, Entity[Owner]], dict[str, str]]:
    """Return the owners by label, and the path of every label that has a file."""
    sources = flat_sources(folder, Kind.OWNERS)
    found, declared = load_records(loading, sources, Kind.OWNERS, Owner, "an owner")
    files = {source.label: source for source in sources.sources}
    return {name: with_logo(one, files[name], loading) for name, one in found.items()}, declared
