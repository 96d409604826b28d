"""Another label for a string, in all its catalogues; another name for a namespace."""

from collections.abc import Iterator
from posixpath import dirname

from compiler.base.failure import RefusedError, UsageError
from compiler.base.place import Place, Places
from compiler.base.project_file import PROJECT_FILE
from compiler.base.spots import Route
from compiler.edit.po.edits import RenameLabel
from compiler.edit.verbs.editor import Deed, Editor, StringOf
from compiler.edit.verbs.mentions import rename_mentions, rename_waivers
from compiler.edit.yaml.edits import Set
from compiler.load.labels import bad_part, hidden
from compiler.model.catalogue import Catalogue
from compiler.model.reference import Kind
from compiler.settings import Settings


def rename_string(editor: Editor, old: str, new: str) -> None:
    """Give a string the name `ns:label`. Raises UsageError and RefusedError as `rename`."""
    (string,) = editor.chosen([old], (Kind.TRANSLATIONS,), "rename").strings
    namespace, _, label = new.partition(":")
    renamed = StringOf(string.namespace, label)
    if namespace != string.namespace:
        raise UsageError(f"`{old}` stays in its namespace: `{renamed.reference}`")
    if not label or label != label.strip():
        raise UsageError("a label has no white space around it, and is not empty")
    for catalogue in _catalogues(editor, namespace):
        if label in catalogue.messages:
            raise RefusedError(f"there is `{renamed.reference}` already")
        message = catalogue.messages.get(string.label)
        if message is not None:
            editor.draft.edit_catalogue(catalogue.path, RenameLabel(string.label, label))
            editor.say_of(string, f"renamed to `{label}`", message.places.label)
    rename_waivers(editor, old, renamed.reference)


def rename_namespace(editor: Editor, old: str, new: str) -> None:
    """Give a namespace another name. Raises UsageError and RefusedError as `rename`."""
    if bad_part([new]) is not None or hidden([new]):
        raise UsageError(f"`{new}` cannot name a namespace: letters, digits and `-` can")
    names = {
        namespace for layer in editor.scope.layers.values() for namespace, _ in layer.catalogues
    }
    if old not in names:
        raise UsageError(f"there is no namespace `{old}`")
    taken = next((one for one in names if one.casefold() == new.casefold() and one != old), None)
    if taken is not None:
        raise RefusedError(f"there is a namespace `{taken}` already")
    for catalogue in _catalogues(editor, old):
        path = f"{dirname(dirname(catalogue.path))}/{new}/{catalogue.locale}.po"
        editor.draft.move(catalogue.path, path)
        deed = Deed(f"{Kind.TRANSLATIONS}/{old}", f"moved to `{path}`", Place(path))
        editor.done.append(deed)
    rename_mentions(editor, Kind.TRANSLATIONS, old, new)
    _rename_in_settings(editor, old, new)


def _rename_in_settings(editor: Editor, old: str, new: str) -> None:
    """Write the new name of a namespace where settings name it."""
    for route in _named_in_settings(editor.scope.settings, old):
        editor.draft.edit(Places(PROJECT_FILE), Set(route, new))
        reference = f"{Kind.TRANSLATIONS}/{old}"
        editor.done.append(Deed(reference, "renamed in the settings", Place(PROJECT_FILE)))


def _named_in_settings(settings: Settings, name: str) -> Iterator[Route]:
    for index, source in enumerate(settings.code):
        if source.namespace == name:
            yield ("code", index, "namespace")
        for at, one in enumerate(source.fallbacks):
            if one == name:
                yield ("code", index, "fallbacks", at)
    for index, file in enumerate(settings.types):
        for at, one in enumerate(file.namespaces or ()):
            if one == name:
                yield ("types", index, "namespaces", at)


def _catalogues(editor: Editor, namespace: str) -> Iterator[Catalogue]:
    for layer in editor.scope.layers.values():
        for (name, _), catalogue in layer.catalogues.items():
            if name == namespace:
                yield catalogue
