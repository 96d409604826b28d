"""languages.yaml: begun for a new project, and languages added to it with all else kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from compiler.base.failure import UsageError
from compiler.edit.yaml.editing import edit_yaml
from compiler.edit.yaml.edits import Put, Set
from compiler.read.yaml import read_yaml

PATH = "content/configurations/languages.yaml"
SCHEMA_LINE = "# yaml-language-server: $schema=../../schemas/languages.json"
_NEW = f"""{SCHEMA_LINE}
source:
# Being translated.
active:
# A visitor may choose these.
enabled:
"""


class UnusableLanguagesError(UsageError):
    """languages.yaml is not what it should be; ``str()`` says so in one sentence."""


@dataclass(frozen=True, slots=True)
class LanguagesFile:
    """What an edit needs to know of languages.yaml."""

    source: str
    active: tuple[str, ...]


def new_languages(source: str, active: Sequence[str] = ()) -> bytes:
    """Return a languages.yaml whose source is enabled and ``active`` being translated."""
    listed = [source, *(tag for tag in active if tag != source)]
    # The long list last: lists that come after it would be written as it is.
    edits = (Set(("source",), source), Set(("enabled",), [source]), Set(("active",), listed))
    return edit_yaml(PATH, _NEW.encode(), edits)


def read_languages(data: bytes) -> LanguagesFile:
    """Return the source and the active languages. Raises UnusableLanguagesError."""
    document = read_yaml(PATH, data)
    tree = document.data
    if tree is None and document.findings:
        raise UnusableLanguagesError(f"`{PATH}` cannot be read; `check` says where")
    if not isinstance(tree, dict):
        raise UnusableLanguagesError(f"`{PATH}` is no mapping; `check` says more")
    active = tree.get("active") or []
    if not isinstance(tree.get("source"), str) or not isinstance(active, list):
        raise UnusableLanguagesError(f"`{PATH}` names no source language; `check` says more")
    return LanguagesFile(tree["source"], tuple(str(tag) for tag in active))


def with_active(data: bytes, locales: Sequence[str]) -> bytes:
    """Return the file with ``locales`` added to ``active``, every other character as it was.

    Raises UnusableLanguagesError, and UneditableError where only the author can add them.
    """
    known = read_languages(data)
    new = [tag for tag in locales if tag not in known.active]
    listed = read_yaml(PATH, data).data.get("active") or []
    return edit_yaml(PATH, data, [Put(("active",), [*listed, *new])] if new else [])
