"""The catalogues of a project by layer, and its languages, for verbs that edit them all."""

from collections.abc import Mapping

from compiler.base.failure import UsageError
from compiler.base.suggest import did_you_mean
from compiler.commands.opening import Project
from compiler.edit.sync.planning import Layer
from compiler.load.files import Folder, content_files
from compiler.load.intake import Intake
from compiler.load.labels import hidden
from compiler.load.languages import load_languages
from compiler.model.languages import LANGUAGES_FILE, Languages
from compiler.model.reference import Kind
from compiler.ports.file_state import FileState

_SUFFIX = ".po"


def languages_of(project: Project) -> Languages:
    """Return the languages. Raises UsageError where languages.yaml cannot be used."""
    languages = load_languages(Intake(project.snapshot), ())
    if not languages.readable:
        raise UsageError(f"`{LANGUAGES_FILE}` cannot be used; `clientarea check` says why")
    return languages


def catalogue_layers(
    project: Project, languages: Languages, namespace: str | None = None
) -> list[Layer]:
    """Return the catalogues in active languages, shared ones first, of one namespace or all.

    Raises UsageError where there is no such namespace.
    """
    readable = [one.path for one in project.snapshot.entries() if one.state is FileState.READABLE]
    files = content_files(readable)
    locales = {languages.source, *languages.active}
    layers = [
        _layer(project, one.folder(Kind.TRANSLATIONS), locales)
        for one in (files.shared, *files.areas.values())
    ]
    if namespace is None:
        return layers
    known = sorted({name for layer in layers for name, _ in layer.files})
    if namespace not in known:
        raise UsageError(f"there is no namespace `{namespace}`; {did_you_mean(namespace, known)}")
    return [Layer(one.area, one.folder, _only(one.files, namespace)) for one in layers]


def _layer(project: Project, folder: Folder, locales: set[str]) -> Layer:
    found = {}
    for name in folder.files:
        namespace, _, file = name.partition("/")
        locale = file.removesuffix(_SUFFIX)
        if file.endswith(_SUFFIX) and locale in locales and not hidden([namespace]):
            found[namespace, locale] = project.snapshot.read(folder.full(name))
    return Layer(folder.area, folder.path, found)


def _only(files: Mapping[tuple[str, str], bytes], namespace: str) -> dict[tuple[str, str], bytes]:
    return {key: data for key, data in files.items() if key[0] == namespace}
