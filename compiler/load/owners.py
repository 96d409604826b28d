"""Owners: owners/<owner>.yaml."""

from compiler.load.entity_kind import Loading
from compiler.load.files import Folder
from compiler.load.records import load_records
from compiler.load.sources import flat_sources
from compiler.model.entity import Entity
from compiler.model.owner import Owner
from compiler.model.reference import Kind


def owner_hint(name: str) -> str:  # noqa: ARG001 - the form is one for all
    """Say what a file below owners/ might have been meant for."""
    return "an owner is `owners/<owner>.yaml`"


def load_owners(
    loading: Loading, folder: Folder
) -> tuple[dict[str, Entity[Owner]], dict[str, str]]:
    """Return the owners by label, and the path of every label that has a file."""
    sources = flat_sources(folder, Kind.OWNERS)
    return load_records(loading, sources, Kind.OWNERS, Owner, "an owner")
