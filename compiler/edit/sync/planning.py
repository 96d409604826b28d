"""What a sync would write: pure, from bytes to bytes, so that a dry run cannot lie."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from compiler.base.finding import Finding
from compiler.edit.sync.catalogue import (
    Ordered,
    Registry,
    new_translation,
    order_source,
    order_translation,
)
from compiler.edit.sync.change import CatalogueChange
from compiler.edit.sync.mending import Broken
from compiler.model.languages import Languages


@dataclass(frozen=True, slots=True)
class Layer:
    """The catalogues of shared content (``area`` None) or of one area.

    ``folder`` is the path of its translations; ``files`` are by namespace and locale.
    """

    area: str | None
    folder: str
    files: Mapping[tuple[str, str], bytes]

    def path(self, namespace: str, locale: str) -> str:
        """Return where a catalogue lies, or would lie."""
        return f"{self.folder}/{namespace}/{locale}.po"


@dataclass(frozen=True, slots=True)
class Sync:
    """What would be written, by path; what becomes of each catalogue that changes.

    ``broken`` are findings about catalogues that cannot be read and stay as they are;
    ``sourceless`` folders of catalogues to which the source language has none.
    """

    files: Mapping[str, bytes]
    changes: tuple[CatalogueChange, ...]
    unchanged: int
    broken: tuple[Finding, ...]
    sourceless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Task:
    """What translations have to agree with, and which labels they must not lack."""

    registry: Registry
    demanded: AbstractSet[str]
    header: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Done:
    """One catalogue, and what became of it."""

    layer: Layer
    namespace: str
    locale: str
    outcome: Ordered | Broken


def plan_sync(layers: Sequence[Layer], languages: Languages, wanted: AbstractSet[str]) -> Sync:
    """Work out a sync of the ``wanted`` locales. The first layer is that of shared content."""
    done: list[_Done] = []
    sourceless: list[str] = []
    shared: dict[str, Ordered | Broken | None] = {}
    for layer in layers:
        for name in sorted({namespace for namespace, _ in layer.files}):
            source = _source(layer, name, languages.source)
            above = None if layer.area is None else shared.get(name)
            if layer.area is None:
                shared[name] = source
            if source is not None:
                done.append(_Done(layer, name, languages.source, source))
            if isinstance(source, Broken) or isinstance(above, Broken):
                continue
            if source is None and above is None:
                sourceless.append(f"{layer.folder}/{name}")
            else:
                done += _translations(layer, name, _task(source, above), languages)
    return _summed(done, wanted, sourceless)


def _source(layer: Layer, namespace: str, locale: str) -> Ordered | Broken | None:
    data = layer.files.get((namespace, locale))
    if data is None:
        return None
    return order_source(layer.path(namespace, locale), data, locale)


def _task(source: Ordered | None, above: Ordered | None) -> _Task:
    """Return what the translations of a layer are held to; ``above`` is the shared source.

    Of an area's overlay only labels that begin there are demanded: an empty entry for any other
    would hide the shared translation.
    """
    own = source.registry() if source is not None else {}
    inherited = above.registry() if above is not None else {}
    rest = {label: entry for label, entry in inherited.items() if label not in own}
    header = source.file.header if source is not None else {}
    return _Task({**own, **rest}, own.keys() - inherited.keys(), header)


def _translations(
    layer: Layer, namespace: str, task: _Task, languages: Languages
) -> Iterator[_Done]:
    for locale in dict.fromkeys(languages.active):
        data = layer.files.get((namespace, locale))
        path = layer.path(namespace, locale)
        # A regional locale holds only what differs from its parent, an overlay from what is shared.
        regional = bool(languages.chain(locale).parents)
        if locale == languages.source:
            continue
        if data is not None:
            demanded = frozenset() if regional else task.demanded
            outcome = order_translation(path, data, locale, task.registry, demanded)
            yield _Done(layer, namespace, locale, outcome)
        elif layer.area is None and not regional and task.registry:
            made = new_translation(path, locale, task.registry, task.header)
            yield _Done(layer, namespace, locale, made)


def _summed(done: Sequence[_Done], wanted: AbstractSet[str], sourceless: Sequence[str]) -> Sync:
    files: dict[str, bytes] = {}
    changes: list[CatalogueChange] = []
    broken: list[Finding] = []
    unchanged = 0
    for one in done:
        outcome, path = one.outcome, one.layer.path(one.namespace, one.locale)
        before = one.layer.files.get((one.namespace, one.locale))
        if isinstance(outcome, Broken):
            broken += outcome.findings
        elif one.locale not in wanted:
            continue
        elif outcome.data == before:
            unchanged += 1
        else:
            files[path] = outcome.data
            about = (path, one.namespace, one.locale, one.layer.area)
            changes.append(CatalogueChange(*about, made=before is None, labels=outcome.labels))
    return Sync(files, tuple(changes), unchanged, tuple(broken), tuple(sourceless))
