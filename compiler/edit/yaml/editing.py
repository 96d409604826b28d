"""Edits a YAML file: spans are replaced, the result is read again and compared with what was meant.

Pure, from bytes to bytes; whoever writes files does that all at once with `compiler.edit.files`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from compiler.edit.refusal import AbsentError, BrokenFileError, UneditableError
from compiler.edit.yaml.anchors import alias_on, early_alias, moved_anchor
from compiler.edit.yaml.edits import (
    Edit,
    Insert,
    InsertItem,
    Remove,
    Rename,
    Reorder,
    Set,
    Step,
    Value,
)
from compiler.edit.yaml.inserting import insert
from compiler.edit.yaml.meaning import applied, same, value_at
from compiler.edit.yaml.removing import remove
from compiler.edit.yaml.renaming import rename
from compiler.edit.yaml.reordering import reorder
from compiler.edit.yaml.setting import set_value
from compiler.edit.yaml.source import Patches, Source, dotted, patched, read_source
from compiler.edit.yaml.steps import steps_of
from compiler.edit.yaml.values import check_key, check_value
from compiler.read.decoding import BOM, decode
from compiler.read.document import Document


def edit_yaml(path: str, data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return a YAML file with edits made, one after the other; all other bytes stay.

    Raises UneditableError, BrokenFileError, AbsentError and UnwritableError.
    """
    text, problem = decode(path, data)
    if problem is not None:
        raise BrokenFileError(path, problem.place.line, problem.message)
    mark = BOM if data.startswith(BOM.encode()) else ""
    return f"{mark}{edit_yaml_text(path, text, edits)}".encode()


def edit_yaml_text(path: str, text: str, edits: Iterable[Edit], above: int = 0) -> str:
    """Return YAML text with edits made; ``above`` are lines of the file before the text.

    Raises what `edit_yaml` does.
    """
    source = read_source(path, text, above)
    for edit in edits:
        try:
            for step in steps_of(source.data, edit):
                source = _made(source, step)
        except AbsentError as why:
            where = dotted(edit.route) or "the outermost value"
            raise AbsentError(f"`{path}` cannot be edited at `{where}`: {why}") from why
    return source.text


def _check(step: Step) -> None:
    if isinstance(step, Set | Insert | InsertItem):
        check_value(step.value)
    if isinstance(step, Insert | Rename):
        check_key(step.key)


def _made(source: Source, step: Step) -> Source:
    """Return the text with one step made."""
    _check(step)
    wanted = applied(source.data, step)
    if same(wanted, source.data):
        return source
    step = _off_aliases(source, step, wanted)
    source = _prepared(source, step)
    changed = _first(source, _candidates(source, step), wanted)
    if changed is None:
        raise UneditableError(source.path, source.line(step.route))
    return changed


def _prepared(source: Source, step: Step) -> Source:
    """Return a text that says the same, and in which a step touches nobody's anchor."""
    prepared: Source | None = source
    while prepared is not None:
        source = prepared
        alias = early_alias(source, step)
        if alias is not None:
            written_out = set_value(source, Set(alias, value_at(source.data, alias)))
            prepared = _first(source, written_out, source.data)
        else:
            prepared = _first(source, moved_anchor(source, step), source.data)
    return source


def _first(source: Source, candidates: Iterator[Patches], wanted: Value) -> Source | None:
    """Return the text with the first patches that come to what is wanted."""
    tried = (_tried(source, patches, wanted) for patches in candidates)
    return next((changed for changed in tried if changed is not None), None)


def _candidates(source: Source, step: Step) -> Iterator[Patches]:
    match step:
        case Set():
            return set_value(source, step)
        case Insert() | InsertItem():
            return insert(source, step)
        case Remove():
            return remove(source, step)
        case Rename():
            return rename(source, step)
        case Reorder():
            return reorder(source, step)


def _off_aliases(source: Source, step: Step, wanted: Value) -> Step:
    """Return a step that writes out the alias through which another one would lead."""
    within = step.route if isinstance(step, Insert | InsertItem | Reorder) else step.route[:-1]
    alias = alias_on(source, within)
    return step if alias is None else Set(alias, value_at(wanted, alias))


def _tried(source: Source, patches: Patches, wanted: Value) -> Source | None:
    """Return a text with patches, None where that is not what was wanted, or has new faults."""
    text = patched(source.text, patches)
    try:
        changed = read_source(source.path, text, source.above)
    except BrokenFileError:
        return None
    fit = same(changed.data, wanted) and _faults(changed.document) <= _faults(source.document)
    return changed if fit else None


def _faults(document: Document) -> Counter[str]:
    return Counter(finding.rule for finding in document.findings)
