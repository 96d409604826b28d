"""What a preview is made of: content loaded, judged, and compiled in every active language."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from compiler.adapters.spool import Spool
from compiler.base.finding import Finding
from compiler.base.hashing import canonical_json, sha256
from compiler.bundle.compiling import StringBundles, compile_content, compile_strings
from compiler.bundle.eyes import Eyes
from compiler.bundle.view import area_views
from compiler.commands.code_reading import read_code
from compiler.commands.comparing import judge_versions, load_versions
from compiler.commands.judging import Judged, judge_loaded
from compiler.commands.kept_pdfs import KeptPdfs
from compiler.commands.opening import Project
from compiler.commands.preview_memory import PreviewMemory, StringMemory
from compiler.commands.scoping import scope_on
from compiler.load.loading import Loaded, load
from compiler.load.project import load_settings
from compiler.model.content import Content
from compiler.ports.snapshot import EarlierSnapshot
from compiler.preview.edition import Edition
from compiler.preview.files import Site
from compiler.preview.site import Base, Shown, SiteMaker
from compiler.query.area_values.collecting import area_values
from compiler.query.completeness import completeness
from compiler.query.entries import all_entries
from compiler.rules.check import Senses
from compiler.settings import Settings
from compiler.wiring import history


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be shown, and against which revision. ``live`` is a page that reloads itself."""

    base: str | None = None
    gate: str | None = None
    source_url: str | None = None
    live: bool = False


@dataclass(frozen=True, slots=True)
class Previewed:
    """A site, and what was found to be wrong with what it shows."""

    site: Site
    judged: Judged

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found."""
        return self.judged.verdict.findings


def previewed(project: Project, wish: Wish) -> Previewed:
    """Return the preview of a project's files, whatever is wrong with them.

    Raises UsageError where languages.yaml cannot be used, HistoryError for a base that is not here.
    """
    made = _made(project, wish, PreviewMemory())
    judged = made.judge()
    return Previewed(made.maker.site(judged.verdict.findings), judged)


def previews(project: Project, wish: Wish, memory: PreviewMemory) -> Iterator[Site]:
    """Yield the preview at once with what was found in the one of before, then with what is found.

    What ``memory`` has of that one is not made again. Raises as `previewed`.
    """
    before = memory.findings
    memory.next_round()
    made = _made(project, wish, memory)
    if before is not None:
        yield made.maker.site(before)
    memory.findings = made.judge().verdict.findings
    if memory.findings != before:
        yield made.maker.site(memory.findings)


class _Made(NamedTuple):
    """A site that wants nothing but what is found in its content, which takes longer."""

    maker: SiteMaker
    judge: Callable[[], Judged]


def _made(project: Project, wish: Wish, memory: PreviewMemory) -> _Made:
    pdfs, gate = KeptPdfs(project.root), project.gate(wish.gate)
    base = None
    if wish.base is None:
        loaded = load(project.snapshot, kept=memory.kept)
        judge = partial(judge_loaded, project, loaded, gate, keep=True, renderer=memory.renderer)
        scope_on(project, loaded.content)
    else:
        repository = history(project.root)
        earlier = repository.snapshot(repository.common(wish.base))
        versions, loaded = load_versions(earlier, project.snapshot)
        code = partial(read_code, project)
        judge = partial(judge_versions, project, versions, loaded, gate, code=code)
        scope_on(project, loaded.content)
        base = _base(project, wish.base, earlier, versions.before, pdfs)
    memory.remember(loaded)
    shown = _shown(project, loaded, base, pdfs, memory.strings)
    pdfs.keep()
    shown = replace(shown, source_url=wish.source_url, live=wish.live)
    return _Made(SiteMaker(shown, memory.messages, memory.cells), judge)


def _shown(
    project: Project, loaded: Loaded, base: Base | None, pdfs: KeptPdfs, strings: StringMemory
) -> Shown:
    content = loaded.content
    scope = scope_on(project, content, _senses(project, pdfs))
    languages = content.languages
    locales = tuple(dict.fromkeys((languages.source, *languages.active)))
    entries = tuple(all_entries(scope))
    there = {entry.reference for entry in entries}
    return Shown(
        _edition(
            project, content, project.settings, pdfs, partial(strings.compiled, loaded.digests)
        ),
        entries,
        completeness(scope),
        locales,
        frozenset(languages.enabled),
        sha256(canonical_json(dict(loaded.digests))),
        base and replace(base, gone=[one for one in base.gone if one not in there]),
    )


def _base(
    project: Project, name: str, snapshot: EarlierSnapshot, content: Content, pdfs: KeptPdfs
) -> Base:
    """Return what there was before; ``gone`` are all entries, until somebody looks what is left."""
    settings = load_settings(snapshot)[0] or project.settings
    before = () if not content.languages.readable else all_entries(scope_on(project, content))
    references = tuple(dict.fromkeys(entry.reference for entry in before))
    return Base(name, _edition(project, content, settings, pdfs), references)


def _edition(
    project: Project,
    content: Content,
    settings: Settings,
    pdfs: KeptPdfs,
    strings: Callable[[Content, Settings], StringBundles] = compile_strings,
) -> Edition:
    """Compile content; in languages that nobody can choose yet, too, as it is to be read there."""
    languages = replace(content.languages, enabled=content.languages.active)
    shown = replace(content, languages=languages)
    as_icu = settings.model_copy(update={"outputs": ["icu"]})
    eyes = Eyes(pdfs.inspect, project.images)
    artifacts = compile_content(shown, as_icu, strings(shown, as_icu), Spool().keep, eyes)
    values = {view.name: tuple(area_values(view)) for view in area_views(content, settings)}
    return Edition(artifacts, values)


def _senses(project: Project, pdfs: KeptPdfs) -> Senses:
    return Senses(images=project.images, inspect=pdfs.inspect)
