"""`sync`: carry the source texts through the catalogues of all languages."""

from compiler.commands.catalogues import catalogue_layers, languages_of
from compiler.commands.exits import FINE, REFUSED
from compiler.commands.locales import chosen_locales
from compiler.commands.opening import open_project
from compiler.commands.sync_report import sync_data, sync_text
from compiler.edit.files import compare, write_files
from compiler.edit.sync.planning import plan_sync
from compiler.model.languages import Languages
from compiler.report.console import Console
from compiler.report.findings_text import finding_text
from compiler.report.source import SourceLines


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    namespace: str | None,
    locale: str | None,
    dry_run: bool,
    check: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Bring the catalogues in step with their sources; return the exit code.

    1 where a catalogue cannot be read, though all others are synced; with ``check`` also where
    there is something to do.
    """
    opened = open_project(console, project)
    languages = languages_of(opened)
    layers = catalogue_layers(opened, languages, namespace)
    plan = plan_sync(layers, languages, _wanted(languages, locale))
    write = compare if dry_run or check else write_files
    write(opened.root, plan.files)
    if format == "json":
        console.data(sync_data(plan))
    else:
        sources = SourceLines(opened.source)
        for finding in plan.broken:
            console.note(finding_text(finding, sources, console))
        console.result(sync_text(plan, done=not (dry_run or check)))
    return REFUSED if plan.broken or (check and plan.files) else FINE


def _wanted(languages: Languages, given: str | None) -> frozenset[str]:
    known = {languages.source, *languages.active}
    if given is None:
        return frozenset(known)
    return chosen_locales(given, known)
