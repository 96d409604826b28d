"""The files of one entity, written whole: the YAML, and Markdown beside it for long languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compiler.edit.records.kinds import RecordKind
from compiler.edit.records.whole_file import write_whole
from compiler.edit.yaml.whole import whole_yaml
from compiler.load.localising import LOCALES
from compiler.load.sources import MARKDOWN, YAML
from compiler.read.markdown import BODY, read_markdown

Data = Mapping[str, Any]
_FENCE = "---"
_LONG_LINES = 24
_LONG_TEXT = 2000


@dataclass(frozen=True, slots=True)
class EntityForm:
    """Where an entity is written: its kind, and the path of its YAML.

    With ``all_beside`` every language that has a body lies beside it, else only where one is long.
    """

    kind: RecordKind
    path: str
    all_beside: bool = False

    def sidecar(self, locale: str) -> str:
        """Return the path of the Markdown of one language."""
        return f"{self.path.removesuffix(YAML)}.{locale}{MARKDOWN}"


def entity_files(form: EntityForm, data: Data, order: Mapping[str, int]) -> dict[str, bytes]:
    """Return the files of an entity by path; ``order`` is that of languages, others come last.

    Raises UnwritableError where the data would not be read back as it is.
    """
    locales: Mapping[str, Data] = data.get(LOCALES, {})
    tags = sorted(locales, key=lambda tag: (order.get(tag, len(order)), tag))
    beside = _beside(form, locales)
    files = {form.sidecar(tag): beside[tag] for tag in tags if tag in beside}
    inline = {tag: in_order(locales[tag], form.kind.localised_keys) for tag in tags}
    own = in_order({key: data[key] for key in data if key != LOCALES}, form.kind.keys)
    kept = {tag: one for tag, one in inline.items() if tag not in beside}
    whole = own | ({LOCALES: kept} if kept else {})
    return {form.path: write_whole(form.kind, form.path, whole), **files}


def sidecar_file(form: EntityForm, locale: str, localised: Data) -> dict[str, bytes]:
    """Return the Markdown of one language by path; none where it cannot lie beside the YAML."""
    able = _can_lie_beside(form, localised)
    data = _markdown(form, localised) if able else None
    return {} if data is None else {form.sidecar(locale): data}


def body_of(description: str) -> str:
    """Return a description as a file of its own holds it: LF, no blank lines around it."""
    return description.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def _beside(form: EntityForm, locales: Mapping[str, Data]) -> dict[str, bytes]:
    """Return the Markdown of the languages that get a file of their own."""
    bodies = {tag: one for tag, one in locales.items() if _can_lie_beside(form, one)}
    if not (form.all_beside or any(_is_long(one[BODY]) for one in bodies.values())):
        return {}
    made = {tag: _markdown(form, one) for tag, one in bodies.items()}
    return {tag: data for tag, data in made.items() if data is not None}


def _can_lie_beside(form: EntityForm, localised: Data) -> bool:
    words = localised.get(BODY)
    written = isinstance(words, str) and bool(words.strip())
    return form.kind.beside and written


def _is_long(description: str) -> bool:
    return len(description) > _LONG_TEXT or description.count("\n") >= _LONG_LINES


def _markdown(form: EntityForm, localised: Data) -> bytes | None:
    """Return front matter and body, None where reading would not give back the same."""
    front = in_order(
        {key: value for key, value in localised.items() if key != BODY}, form.kind.localised_keys
    )
    body = body_of(localised[BODY])
    fenced = front or body.partition("\n")[0].rstrip() == _FENCE
    head = f"{_FENCE}\n{whole_yaml(front)}{_FENCE}\n" if fenced else ""
    data = f"{head}{body}\n".encode()
    read = read_markdown(form.path, data)
    if read.findings or dict(read.front_matter) != front or read.body.strip("\n") != body:
        return None
    return data


def in_order(data: Data, keys: Sequence[str]) -> dict[str, Any]:
    """Return a mapping in the order of its record's keys; unknown ones come last."""
    ranks = {key: rank for rank, key in enumerate(keys)}
    return {key: data[key] for key in sorted(data, key=lambda key: ranks.get(key, len(ranks)))}
