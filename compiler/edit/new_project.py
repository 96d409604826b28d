"""The files of a new content repository: enough to pass `check`, and to show the way."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from compiler.base.failure import UsageError
from compiler.edit.catalogue.header import essential_fields
from compiler.edit.files import write_files
from compiler.edit.languages_file import PATH as LANGUAGES_PATH
from compiler.edit.languages_file import new_languages
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.po_writer import write_po

SOURCE = "en"
CATALOGUE_PATH = f"content/translations/common/{SOURCE}.po"


class OccupiedError(UsageError):
    """Files of a new project are there already; ``str()`` names them."""


def new_project_files(schemas: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of a new project by path; ``schemas`` are the JSON Schemas by path."""
    return {
        "clientarea.yaml": _PROJECT.encode(),
        LANGUAGES_PATH: new_languages(SOURCE),
        CATALOGUE_PATH: _catalogue(),
        **schemas,
    }


@dataclass(frozen=True, slots=True)
class Begun:
    """What became of a new project: paths written, and those left as they were."""

    made: tuple[str, ...]
    left: tuple[str, ...]


def make_project(top: Path, own: Mapping[str, bytes], starters: Mapping[str, bytes]) -> Begun:
    """Write a new project; paths are seen from ``top``. Starters that are there are left alone.

    Raises OccupiedError where one of its own files is in the way, and WriteError.
    """
    there = sorted(path for path in own if _is_there(top / path))
    if there:
        names = ", ".join(f"`{path}`" for path in there[:_SHOWN])
        more = f" and {len(there) - _SHOWN} more" if len(there) > _SHOWN else ""
        raise OccupiedError(f"nothing was written: {names}{more} would be overwritten")
    left = tuple(sorted(path for path in starters if _is_there(top / path)))
    new = {path: data for path, data in starters.items() if path not in left}
    return Begun(write_files(top, {**own, **new}).made, left)


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _catalogue() -> bytes:
    header = essential_fields(SOURCE, "nplurals=2; plural=(n != 1);")
    welcome = PoEntry(
        "Welcome, {name}!",
        msgctxt="home.welcome",
        extracted=("Greets a customer on the first page. {name} is the first name.",),
    )
    return write_po(PoFile(CATALOGUE_PATH, header, entries=(welcome,)))


_SHOWN = 5

_PROJECT = """\
# yaml-language-server: $schema=schemas/clientarea.json
version: 1
gate: complete       # an enabled language must not lack an entry
labels: camelCase    # home.welcome

# Where releases go. The target `local` always exists: build/store.
# targets:
#   staging:
#     public: "s3://acme-staging/client-area"
#     private: "s3://acme-staging-back-office/client-area"
#     gate: draft
#   production:
#     public: "s3://acme-cdn/client-area"
#     private: "s3://acme-back-office/client-area"
#     public_url: "https://content.acme.example"
#     gate: reviewed
"""
