"""What a preview is made of: content loaded, judged, and compiled in every active language."""

from dataclasses import dataclass, replace

from compiler.adapters.spool import Spool
from compiler.base.finding import Finding
from compiler.bundle.compiling import compile_content
from compiler.bundle.eyes import Eyes
from compiler.bundle.view import area_views
from compiler.commands.comparing import judge_versions, load_versions
from compiler.commands.judging import Judged, judge_loaded
from compiler.commands.kept_pdfs import KeptPdfs
from compiler.commands.opening import Project
from compiler.commands.scoping import scope_on
from compiler.load.loading import load
from compiler.load.project import load_settings
from compiler.model.content import Content
from compiler.ports.snapshot import EarlierSnapshot
from compiler.preview.edition import Edition
from compiler.preview.files import Site
from compiler.preview.mails import Messages
from compiler.preview.site import Base, Shown, make_site
from compiler.query.area_values.collecting import area_values
from compiler.query.completeness import completeness
from compiler.query.entries import all_entries
from compiler.rules.check import Senses
from compiler.settings import Settings
from compiler.wiring import agreement_press, history, template_renderer


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


def previewed(project: Project, wish: Wish, messages: Messages | None = None) -> Previewed:
    """Return the preview of a project's files, whatever is wrong with them.

    ``messages`` are those that were rendered before, if any were. Raises UsageError where
    languages.yaml cannot be used, HistoryError for a base that is not here.
    """
    pdfs = KeptPdfs(project.root)
    loaded, base = load(project.snapshot), None
    if wish.base is None:
        scope_on(project, loaded.content)
        judged = judge_loaded(project, loaded, project.gate(wish.gate), keep=True)
    else:
        repository = history(project.root)
        earlier = repository.snapshot(repository.common(wish.base))
        versions, loaded = load_versions(earlier, project.snapshot)
        scope_on(project, loaded.content)
        judged = judge_versions(project, versions, loaded, project.gate(wish.gate))
        base = _base(project, wish.base, earlier, versions.before, pdfs)
    shown = _shown(project, loaded.content, judged, base, pdfs)
    pdfs.keep()
    shown = replace(shown, source_url=wish.source_url, live=wish.live)
    return Previewed(
        make_site(shown, messages or Messages(template_renderer(), agreement_press())), judged
    )


def _shown(
    project: Project, content: Content, judged: Judged, base: Base | None, pdfs: KeptPdfs
) -> Shown:
    scope = scope_on(project, content, _senses(project, pdfs))
    languages = content.languages
    locales = tuple(dict.fromkeys((languages.source, *languages.active)))
    entries = tuple(all_entries(scope))
    there = {entry.reference for entry in entries}
    return Shown(
        _edition(project, content, project.settings, pdfs),
        entries,
        completeness(scope),
        judged.verdict.findings,
        locales,
        frozenset(languages.enabled),
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


def _edition(project: Project, content: Content, settings: Settings, pdfs: KeptPdfs) -> Edition:
    """Compile content; in languages that nobody can choose yet, too, as it is to be read there."""
    languages = replace(content.languages, enabled=content.languages.active)
    shown = replace(content, languages=languages)
    as_icu = settings.model_copy(update={"outputs": ["icu"]})
    eyes = Eyes(pdfs.inspect, project.images)
    artifacts = compile_content(shown, as_icu, keep=Spool().keep, eyes=eyes)
    values = {view.name: tuple(area_values(view)) for view in area_views(content, settings)}
    return Edition(artifacts, values)


def _senses(project: Project, pdfs: KeptPdfs) -> Senses:
    return Senses(images=project.images, inspect=pdfs.inspect)
