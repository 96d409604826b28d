"""The files of a new content repository: enough to pass `check`, and to show the way."""

from collections.abc import Mapping
from pathlib import Path

from compiler import __version__
from compiler.base.failure import UsageError
from compiler.edit.catalogue.header import essential_fields
from compiler.edit.files import Written, write_files
from compiler.edit.languages_file import PATH as LANGUAGES_PATH
from compiler.edit.languages_file import new_languages
from compiler.load.merge_driver import LINE
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
        ".gitattributes": _ATTRIBUTES.encode(),
        ".pre-commit-config.yaml": _PRE_COMMIT.encode(),
        ".github/workflows/clientarea.yml": _WORKFLOW.replace("@VERSION@", __version__).encode(),
        **schemas,
    }


def make_project(folder: Path, files: Mapping[str, bytes]) -> Written:
    """Write a new project. Raises OccupiedError where a file is in the way, and WriteError."""
    there = sorted(path for path in files if (folder / path).exists())
    if there:
        names = ", ".join(f"`{path}`" for path in there[:_SHOWN])
        more = f" and {len(there) - _SHOWN} more" if len(there) > _SHOWN else ""
        raise OccupiedError(f"nothing was written: {names}{more} would be overwritten")
    return write_files(folder, files)


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
#   production:
#     public: "s3://acme-cdn/client-area"
#     private: "s3://acme-back-office/client-area"
#     public_url: "https://content.acme.example"
#     gate: reviewed
"""

_ATTRIBUTES = f"""\
# One form of line end everywhere, so that a check-out hashes the same on every machine.
* text=auto eol=lf
*.png binary
*.jpg binary
*.webp binary
*.avif binary
*.pdf binary
schemas/** linguist-generated

# Catalogues are merged by entry in clones that ran `clientarea merge-po --install`.
{LINE}
"""

_PRE_COMMIT = """\
# `pre-commit install` checks the content before every commit.
repos:
  - repo: local
    hooks:
      - id: clientarea
        name: clientarea check
        entry: clientarea check
        language: system
        pass_filenames: false
        files: ^(clientarea\\.yaml|waivers\\.yaml|content/)
"""

_WORKFLOW = """\
# GitHub reads this at the top of a repository; where the content is a folder of one, move it there
# and add `--project FOLDER`.
name: Content
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v5
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-python@v6
        with:
          python-version: "3.13"
      - run: pip install clientarea==@VERSION@
      - run: clientarea check
"""
