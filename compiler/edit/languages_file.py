"""languages.yaml: begun for a new project, and languages added to it with its comments kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from compiler.base.failure import UsageError

PATH = "content/configurations/languages.yaml"
SCHEMA_LINE = "# yaml-language-server: $schema=../../schemas/languages.json"
_WIDEST = 90


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
    flow = f" [{', '.join(listed)}]"
    block = "".join(f"\n  - {tag}" for tag in listed)
    text = (
        f"{SCHEMA_LINE}\nsource: {source}\n"
        f"# Being translated.\nactive:{flow if len(flow) < _WIDEST else block}\n"
        f"# A visitor may choose these.\nenabled: [{source}]\n"
    )
    return text.encode()


def read_languages(data: bytes) -> LanguagesFile:
    """Return the source and the active languages. Raises UnusableLanguagesError."""
    tree = _tree(data)
    active = tree.get("active") or []
    if not isinstance(tree.get("source"), str) or not isinstance(active, list):
        raise UnusableLanguagesError(f"`{PATH}` names no source language; `check` says more")
    return LanguagesFile(tree["source"], tuple(str(tag) for tag in active))


def with_active(data: bytes, locales: Sequence[str]) -> bytes:
    """Return the file with ``locales`` added to ``active``, every other character as it was.

    Raises UnusableLanguagesError.
    """
    known = read_languages(data)
    new = [tag for tag in locales if tag not in known.active]
    if not new:
        return data
    text = data.decode("utf-8")
    at, inserted = _insertion(text, new)
    changed = (text[:at] + inserted + text[at:]).encode()
    if read_languages(changed) != LanguagesFile(known.source, (*known.active, *new)):
        raise UnusableLanguagesError(
            f"`active` of `{PATH}` is written in a way only you can change"
        )
    return changed


def _insertion(text: str, new: Sequence[str]) -> tuple[int, str]:
    """Return what to write into the text, and at which character."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    found = next((pair for pair in _root(text).value if pair[0].value == "active"), None)
    if found is None:
        glue = "" if text.endswith("\n") else line_end
        return len(text), f"{glue}active: [{', '.join(new)}]{line_end}"
    key, node = found
    if not isinstance(node.value, list):
        return text.index(":", key.end_mark.index) + 1, f" [{', '.join(new)}]"
    if node.flow_style and node.value:
        return node.value[-1].end_mark.index, "".join(f", {tag}" for tag in new)
    if node.flow_style:
        return node.start_mark.index + 1, ", ".join(new)
    margin = " " * node.start_mark.column
    after = text.find("\n", node.value[-1].end_mark.index)
    lines = "".join(f"{margin}- {tag}{line_end}" for tag in new)
    return (after + 1, lines) if after >= 0 else (len(text), line_end + lines)


def _root(text: str) -> Any:  # noqa: ANN401 - a node of ruamel's
    return _yaml().compose(text)


def _tree(data: bytes) -> Any:  # noqa: ANN401 - ruamel's mapping
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415 - only where a file is edited

    try:
        tree = _yaml().load(data.decode("utf-8"))
    except (YAMLError, UnicodeDecodeError) as failure:
        raise UnusableLanguagesError(f"`{PATH}` cannot be read; `check` says where") from failure
    if not isinstance(tree, dict):
        raise UnusableLanguagesError(f"`{PATH}` is no mapping; `check` says more")
    return tree


def _yaml() -> Any:  # noqa: ANN401 - ruamel's class has no types worth naming
    from ruamel.yaml import YAML  # noqa: PLC0415 - only where a file is edited

    return YAML()
