"""`rename`: another label for an entry, in its files, in areas, and wherever it is named."""

from compiler.base.failure import UsageError
from compiler.edit.verbs.editor import Editor
from compiler.edit.verbs.mentions import selection_changes
from compiler.edit.verbs.renaming_entities import rename_entity
from compiler.edit.verbs.renaming_strings import rename_namespace, rename_string
from compiler.model.reference import Kind

_BREAKING = (Kind.TEXTS, Kind.TEMPLATES, Kind.LEVELS, Kind.STATUSES, Kind.TRANSLATIONS)


def rename(editor: Editor, old: str, new: str) -> str | None:
    """Give an entry (`texts/a.b`, `translations/ns:label`) or a namespace another name.

    Return a warning where applications ask for it by the old one, or an area shows it no more or
    from now on. Raises UsageError for a name that
    cannot be one, RefusedError for one that is taken.
    """
    kind, name, label = _names(old, new)
    if kind == Kind.TRANSLATIONS and ":" not in name:
        rename_namespace(editor, name, label)
    elif kind == Kind.TRANSLATIONS:
        rename_string(editor, old, label)
    else:
        rename_entity(editor, old, label)
    warnings = list(selection_changes(editor, Kind(kind), name, label))
    if kind in _BREAKING:
        warnings.append(
            f"this is breaking: applications that ask for `{name}` find nothing any more; where "
            "they cannot change at the same time, add the new entry now and remove the old later"
        )
    return "; ".join(warnings) or None


def is_renamed(editor: Editor, old: str, new: str) -> bool:
    """Tell whether an entry has its new name already, and nothing has the old one.

    Raises UsageError as `rename`.
    """
    kind, _, label = _names(old, new)
    return editor.knows(f"{kind}/{label}") and not editor.knows(old)


def _names(old: str, new: str) -> tuple[str, str, str]:
    """Return the kind, the name that is meant and the one to give."""
    kind, slash, name = old.partition("/")
    label = new.removeprefix(f"{kind}/")
    if "*" in old or not slash:
        raise UsageError("one entry is renamed at a time, and is named by its kind and label")
    if "/" in label:
        raise UsageError(f"`{old}` stays one of {kind}; its new name is `{kind}/…`")
    if kind == Kind.TRANSLATIONS and ":" in name and ":" not in label:
        label = f"{name.partition(':')[0]}:{label}"
    if name == label:
        raise UsageError(f"`{old}` has that name already")
    return kind, name, label
