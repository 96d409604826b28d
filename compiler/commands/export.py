"""`export`: hand out catalogues for another tool, or everything as records."""

from dataclasses import replace
from pathlib import Path

from compiler.base.failure import UsageError
from compiler.base.finding import Severity
from compiler.base.suggest import did_you_mean
from compiler.commands.exits import FINE, REFUSED
from compiler.commands.export_rows import hand_out_records
from compiler.commands.interchange import export_report, known_namespace, look_for_extra
from compiler.commands.opening import Project, open_project
from compiler.edit.files import write_files
from compiler.edit.interchange.exporting import plan_export
from compiler.edit.interchange.given import Namespace
from compiler.edit.interchange.open_work import STATES
from compiler.edit.languages_file import PATH as LANGUAGES_PATH
from compiler.edit.languages_file import read_languages
from compiler.read.po import read_po
from compiler.read.po_file import PoFile
from compiler.report.console import Console


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    format: str,  # noqa: A002 - the option's name
    namespace: str | None,
    locale: str | None,
    only: str | None,
    output: str,
) -> int:
    """Write a namespace in another tool's format, or all content as records; return the exit code.

    1 where the format has no words for an entry; all others are written.
    """
    states = _states(only, format)
    opened = open_project(console, project)
    if format == "records":
        if namespace is not None:
            raise UsageError("`--format records` hands out everything and takes no `--namespace`")
        return hand_out_records(console, opened, locale, output)
    look_for_extra(format)
    chosen = _namespace(opened, known_namespace(namespace), locale)
    chosen = replace(chosen, only=states, name=known_namespace(namespace))
    export = plan_export(format, chosen)
    written = write_files(Path(output), export.files)
    console.result(export_report(export, written, output))
    return REFUSED if export.refused else FINE


_BILINGUAL = ("po", "xliff", "xliff-2", "csv")


def _states(only: str | None, form: str) -> tuple[str, ...]:
    if only is None:
        return ()
    if form not in _BILINGUAL:
        raise UsageError(
            f"`{form}` cannot hold an entry without its translation; `--only` goes with"
            " `--format po`, `xliff`, `xliff-2` and `csv`"
        )
    states = tuple(dict.fromkeys(one.strip() for one in only.split(",")))
    for one in states:
        if one not in STATES:
            raise UsageError(f"`{one}` is no state; {did_you_mean(one, STATES)}")
    return states


def _namespace(project: Project, name: str, wanted: str | None) -> Namespace:
    source_locale = read_languages(project.snapshot.read(LANGUAGES_PATH)).source
    catalogues = _catalogues(project, name)
    source = catalogues.get(source_locale)
    if source is None:
        raise UsageError(f"there is no `content/translations/{name}/{source_locale}.po`")
    if wanted is None:
        return Namespace(source_locale, source, catalogues)
    chosen = [tag.strip() for tag in wanted.split(",")]
    for tag in chosen:
        if tag not in catalogues:
            raise UsageError(
                f"`{name}` has no catalogue in `{tag}`; {did_you_mean(tag, catalogues)}"
            )
    return Namespace(source_locale, source, {tag: catalogues[tag] for tag in chosen})


def _catalogues(project: Project, namespace: str) -> dict[str, PoFile]:
    folder = f"content/translations/{namespace}/"
    found = {}
    for entry in project.snapshot.entries():
        if entry.path.startswith(folder) and entry.path.endswith(".po"):
            file = read_po(entry.path, project.snapshot.read(entry.path))
            if any(finding.severity is Severity.ERROR for finding in file.findings):
                raise UsageError(f"`{entry.path}` has errors; `clientarea check` says which")
            found[entry.path.removeprefix(folder).removesuffix(".po")] = file
    return found
