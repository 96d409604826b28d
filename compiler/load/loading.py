"""From files to typed content: a pure function of a snapshot. What files mean is judged later."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from compiler.base.finding import Finding, in_source_order
from compiler.base.project_file import PROJECT_FILE
from compiler.load.areas import load_areas
from compiler.load.catalogues import load_glossary
from compiler.load.configurations import patched_configurations, typed_configurations
from compiler.load.consumers import load_consumers
from compiler.load.entity_kind import Loading
from compiler.load.files import CONTENT, ContentFiles, content_files
from compiler.load.intake import Intake
from compiler.load.labels import clashes
from compiler.load.languages import load_languages
from compiler.load.layers import LoadedLayer, load_layer
from compiler.load.made import Kept, Made
from compiler.load.owners import load_owners
from compiler.load.schemas import outdated
from compiler.load.sources import KnownLocale
from compiler.load.stray import stray_files
from compiler.load.table import CONSUMERS
from compiler.load.templates import load_layouts
from compiler.load.texts import load_properties_schemas
from compiler.load.waivers import WAIVERS_FILE
from compiler.messages.cldr import is_known_locale
from compiler.model.content import AreaContent, Content
from compiler.model.languages import LANGUAGES_FILE, Languages
from compiler.model.reference import Kind
from compiler.ports.file_state import FileState
from compiler.ports.snapshot import EarlierSnapshot, Snapshot
from compiler.read.document import Suppression


@dataclass(frozen=True, slots=True)
class Loaded:
    """Content, what is wrong with its form, and the remarks that silence warnings.

    ``noticed`` is what was wrong with anything but catalogues, which are not read yet. ``digests``
    has the SHA-256 of each file that content was made of, by path. ``shared`` is what was made of
    files that an earlier version has, too, ``made`` of all.
    """

    content: Content
    noticed: tuple[Finding, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)
    shared: Made = field(default_factory=Made)
    made: Made = field(default_factory=Made)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the form of anything, in source order; reads all catalogues."""
        catalogues = self.content.catalogues()
        of_catalogues = (finding for one in catalogues for finding in one.entries.findings)
        return tuple(in_source_order([*self.noticed, *of_catalogues]))


def load(
    snapshot: Snapshot,
    earlier: EarlierSnapshot | None = None,
    kept: Callable[[Languages], Kept] = lambda _: Kept(),
) -> Loaded:
    """Load all content of a snapshot; what cannot be used is a finding and left out.

    With an ``earlier`` one what both have is remembered for `load_earlier`. ``kept`` tells what an
    earlier run with the same languages has made of files: these are then not read again.
    """
    intake = Intake(snapshot, earlier)
    intake.report_unreadable()
    files = content_files(intake.states)
    languages = _languages(intake, files)
    loading = Loading(intake, _known_locales(languages), languages, kept=kept(languages))
    content, layers = _content(loading, files)
    intake.report(_clashes(files, layers))
    intake.report_unopened()
    intake.report(stray_files(files, intake.claimed))
    intake.report(outdated(snapshot, intake.states))
    return Loaded(
        replace(content, asset=_asset(snapshot, intake), files=_written(intake)),
        tuple(in_source_order(intake.findings)),
        tuple(intake.suppressions),
        intake.digests,
        loading.made.of(intake.same),
        loading.made,
    )


def load_earlier(snapshot: Snapshot, later: Loaded) -> Content:
    """Load the content of the snapshot that ``later`` was loaded with, whatever is wrong with it.

    What is made of the same files is not made again: both have the same entities.
    """
    intake = Intake(snapshot)
    files = content_files(intake.states)
    languages = _languages(intake, files)
    known = later.shared if _are_alike(languages, later.content.languages) else Made()
    loading = Loading(intake, _known_locales(languages), languages, known=known)
    content, _ = _content(loading, files)
    return replace(content, asset=_asset(snapshot, intake), files=_written(intake))


def _are_alike(one: Languages, other: Languages) -> bool:
    """Tell whether languages are the same, wherever they stand in their file."""
    return one == replace(other, places=one.places)


def _languages(intake: Intake, files: ContentFiles) -> Languages:
    layers = (files.shared, *files.areas.values())
    names = [name for layer in layers for name in layer.folder(Kind.TRANSLATIONS).files]
    languages = load_languages(intake, names)
    intake.claim(LANGUAGES_FILE)
    return languages


def _known_locales(languages: Languages) -> KnownLocale:
    active = frozenset(languages.active)
    return lambda tag: tag in active or is_known_locale(tag)


def _content(loading: Loading, files: ContentFiles) -> tuple[Content, list[LoadedLayer]]:
    intake, shared_files = loading.intake, files.shared
    shared = load_layer(loading, shared_files)
    configurations, usable = typed_configurations(intake, shared.layer.configurations)
    owners, declared_owners = load_owners(loading, shared_files.folder(Kind.OWNERS))
    records, declared_areas = load_areas(loading, files.areas)
    layers = {name: load_layer(loading, area, shared) for name, area in files.areas.items()}
    patched = {
        name: patched_configurations(intake, configurations, usable, one.layer.configurations)
        for name, one in layers.items()
    }
    all_layers = [shared, *layers.values()]
    content = Content(
        languages=loading.languages,
        configurations=configurations,
        shared=shared.layer,
        areas={
            name: AreaContent(record, layers[name].layer, patched[name])
            for name, record in records.items()
        },
        owners=owners,
        glossary=load_glossary(intake, shared_files.folder(Kind.TRANSLATIONS)),
        layouts=load_layouts(intake, shared_files.folder(Kind.TEMPLATES)),
        properties_schemas=load_properties_schemas(intake, shared_files.folder(Kind.TEXTS)),
        consumers=tuple(load_consumers(intake, shared_files.folder(CONSUMERS))),
        broken=frozenset(
            [
                *(reference for layer in all_layers for reference in layer.broken()),
                *(f"{Kind.OWNERS}/{name}" for name in declared_owners if name not in owners),
                *(f"{Kind.AREAS}/{name}" for name in declared_areas if name not in records),
            ]
        ),
    )
    return content, all_layers


def _clashes(files: ContentFiles, layers: list[LoadedLayer]) -> Iterator[Finding]:
    """Say which labels of one kind differ only in case, in whichever layers they are."""
    declared: dict[Kind, list[tuple[str, str]]] = {}
    for layer in layers:
        for kind, loaded in layer.kinds.items():
            declared.setdefault(kind, []).extend(loaded.declared.items())
    for one in (files.shared, *files.areas.values()):
        folder = one.folder(Kind.TRANSLATIONS)
        namespaces = {name.partition("/")[0]: folder.full(name) for name in reversed(folder.files)}
        declared.setdefault(Kind.TRANSLATIONS, []).extend(sorted(namespaces.items()))
    owners = files.shared.folder(Kind.OWNERS)
    declared[Kind.OWNERS] = [
        (name.removesuffix(".yaml"), owners.full(name)) for name in owners.files
    ]
    declared[Kind.AREAS] = [
        (name, f"{area.path}/{area.loose[0]}") for name, area in files.areas.items() if area.loose
    ]
    for kind, labels in declared.items():
        yield from clashes(kind, labels)


def _written(intake: Intake) -> tuple[str, ...]:
    """Return the paths of what authors write, as far as it can be read."""
    beside = {PROJECT_FILE, WAIVERS_FILE}
    return tuple(
        path
        for path, state in intake.states.items()
        if state is FileState.READABLE and (path in beside or path.startswith(f"{CONTENT}/"))
    )


def _asset(snapshot: Snapshot, intake: Intake) -> Callable[[str], bytes]:
    def asset(path: str) -> bytes:
        """Return the bytes of a file. Raises KeyError where there is none, UnreadableError."""
        if not intake.has(path):
            raise KeyError(path)
        return snapshot.read(path)

    return asset
