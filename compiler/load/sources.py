"""Which files make one entity: the YAML, Markdown by language, images by language and slot."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from compiler.base.finding import Finding
from compiler.base.fix import MoveFile
from compiler.base.locale_tag import canonical
from compiler.base.place import Place
from compiler.base.suggest import nearest
from compiler.load.files import Folder
from compiler.load.labels import bad_label, bad_part, hidden, label_of
from compiler.load.rules_files import MISPLACED_LOCALE, ORPHANED_SIDECAR
from compiler.model.reference import Kind

KnownLocale = Callable[[str], bool]
YAML = ".yaml"
MARKDOWN = ".md"


@dataclass(frozen=True, slots=True)
class Source:
    """The files of one entity; ``sidecars`` by locale, ``images`` by locale and slot."""

    label: str
    path: str
    sidecars: Mapping[str, str] = field(default_factory=dict)
    images: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def files(self) -> tuple[str, ...]:
        """Every file of the entity, the YAML first."""
        pictures = [path for slots in self.images.values() for path in slots.values()]
        return (self.path, *self.sidecars.values(), *pictures)

    def beside(self, name: str) -> str:
        """Return the path of a file in the folder of the YAML."""
        return f"{self.path.rpartition('/')[0]}/{name}"


@dataclass(frozen=True, slots=True)
class Sources:
    """The entities of a folder, what is wrong with names; ``claimed`` are files dealt with."""

    sources: tuple[Source, ...] = ()
    findings: tuple[Finding, ...] = ()
    claimed: tuple[str, ...] = ()


def flat_sources(folder: Folder, kind: Kind) -> Sources:
    """Find ``<label>.yaml``; folders below are no business of these kinds."""
    return _yaml_sources(folder, kind, [name for name in folder.files if "/" not in name])


def nested_sources(folder: Folder, kind: Kind) -> Sources:
    """Find ``<prefix>/…/<name>.yaml``."""
    return _yaml_sources(folder, kind, list(folder.files))


def folder_sources(folder: Folder, kind: Kind, file: str) -> Sources:
    """Find ``<label>/<file>``, for kinds whose entities are folders."""
    found: list[Source] = []
    findings: list[Finding] = []
    claimed: list[str] = []
    for name in folder.files:
        label, _, rest = name.partition("/")
        if rest != file or hidden([label]):
            continue
        claimed.append(folder.full(name))
        bad = bad_part([label])
        if bad is not None:
            findings.append(bad_label(folder.full(name), bad, kind))
        else:
            found.append(Source(label, folder.full(name)))
    return Sources(tuple(found), tuple(findings), tuple(claimed))


def _yaml_sources(folder: Folder, kind: Kind, names: list[str]) -> Sources:
    found: list[Source] = []
    findings: list[Finding] = []
    claimed: list[str] = []
    for name in names:
        parts = name.removesuffix(YAML).split("/")
        if not name.endswith(YAML) or hidden(parts):
            continue
        path = folder.full(name)
        claimed.append(path)
        bad = bad_part(parts)
        if bad is None:
            found.append(Source(label_of(parts), path))
        else:
            findings.append(bad_label(path, bad, kind))
    return Sources(tuple(found), tuple(findings), tuple(claimed))


def with_sidecars(folder: Folder, sources: Sources, is_known: KnownLocale) -> Sources:
    """Add ``<name>.<locale>.md`` to the entities that they lie beside."""
    stems = {path.removesuffix(YAML) for path in sources.claimed}
    sidecars: dict[str, dict[str, str]] = {}
    findings = list(sources.findings)
    claimed = list(sources.claimed)
    for path in _markdown(folder):
        claimed.append(path)
        stem, _, tag = path.removesuffix(MARKDOWN).rpartition(".")
        if stem not in stems:
            findings.append(_orphaned(path, stem, stems))
        elif not is_known(tag):
            findings.append(misplaced_locale(path, tag))
        else:
            sidecars.setdefault(f"{stem}{YAML}", {})[tag] = path
    found = tuple(
        Source(source.label, source.path, sidecars.get(source.path, {}))
        for source in sources.sources
    )
    return Sources(found, tuple(findings), tuple(claimed))


def _markdown(folder: Folder) -> Iterator[str]:
    for name in folder.files:
        parts = name.split("/")
        if name.endswith(MARKDOWN) and not hidden(parts) and parts[-1].count(".") > 1:
            yield folder.full(name)


def _orphaned(path: str, stem: str, stems: set[str]) -> Finding:
    name = PurePosixPath(stem).name
    beside = [
        PurePosixPath(one).name
        for one in stems
        if PurePosixPath(one).parent == PurePosixPath(path).parent
    ]
    near = nearest(name, beside)
    meant = f"did you mean `{near}`? Otherwise " if near else ""
    return ORPHANED_SIDECAR.at(
        Place(path),
        f"there is no `{name}.yaml` beside it, so this text belongs to nothing",
        hint=f"{meant}make the file `{stem}.yaml`; it may be empty but for a comment",
    )


def misplaced_locale(path: str, tag: str) -> Finding:
    """Say that a file's name does not name a locale."""
    better = canonical(tag.replace("_", "-"))
    file = PurePosixPath(path).name
    if better is not None and better != tag:
        stem, dot, suffix = file.rpartition(".")
        renamed = f"{stem.removesuffix(tag)}{better}{dot}{suffix}"
        hint = f"rename it to `{renamed}`"
        return MISPLACED_LOCALE.at(
            Place(path),
            f"`{tag}` is not how this locale is written",
            hint=hint,
            locale=better,
            fixes=(MoveFile(path, str(PurePosixPath(path).with_name(renamed))),),
        )
    return MISPLACED_LOCALE.at(
        Place(path),
        f"`{tag}` is no locale",
        hint="name the language as CLDR does, such as `es` or `es-MX`",
    )
