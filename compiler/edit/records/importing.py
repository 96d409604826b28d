"""What an import of rows would write: pure, from rows and a project's files to files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from compiler.base.failure import UsageError
from compiler.edit import languages_file
from compiler.edit.interchange.labels import in_style
from compiler.edit.interchange.locale_path import settle
from compiler.edit.records.entities_in import Manner, bring_entities
from compiler.edit.records.gathering import Gathered, gather_rows
from compiler.edit.records.project_files import ProjectFiles
from compiler.edit.records.row import Remark, Row
from compiler.edit.records.string_rows import gather_strings
from compiler.edit.records.strings_in import bring_strings
from compiler.edit.records.summary import Summary
from compiler.model.reference import Kind


class NoSourceError(UsageError):
    """Nobody says what the source language is, or two say different things."""


@dataclass(frozen=True, slots=True)
class RecordsOrder:
    """What the user asked for; ``label_style`` is that of the project's settings.

    ``source_locale`` is None where languages.yaml, or a row of it, is to say it. Bodies of texts
    lie ``beside`` their YAML however short they are where they came as files.
    """

    source_locale: str | None = None
    renames: Mapping[str, str] = field(default_factory=dict)
    overwrite: bool = False
    beside: bool = False
    label_style: str = "camelCase"


@dataclass(frozen=True, slots=True)
class RecordsImport:
    """What would be written, by path in the project, and what there is to say about it."""

    files: Mapping[str, bytes]
    summary: Summary
    remarks: Sequence[Remark]


def plan_rows(order: RecordsOrder, rows: Sequence[Row], project: ProjectFiles) -> RecordsImport:
    """Work out an import of rows. Raises NoSourceError, UnusableLanguagesError, UnreadableError."""

    def locale_of(word: str) -> str | None:
        return order.renames.get(word) or settle(word)

    gathered = gather_rows(rows, project.paths, locale_of)
    languages = _languages(order, gathered, project)
    strings = gather_strings(gathered.strings)
    summary = Summary(
        rows=len(rows), repeated=gathered.repeated + strings.repeated, read_as=gathered.read_as
    )
    ranks = {tag: rank for rank, tag in enumerate((languages.source, *languages.active))}
    manner = Manner(order.overwrite, order.beside, ranks)
    entities = bring_entities(gathered.drafts, project, manner, summary)
    brought = bring_strings(strings.sets, project, languages.source, overwrite=order.overwrite)
    summary.strings = brought.counts
    summary.replaced += brought.replaced
    summary.unstyled = _unstyled(order, gathered)
    files = {**entities.files, **brought.files}
    came = sorted({*entities.locales, *brought.counts})
    if came or (files and languages_file.PATH not in {*files, *project.paths}):
        files[languages_file.PATH] = _with_languages(files, project, languages.source, came)
        now = languages_file.read_languages(files[languages_file.PATH]).active
        summary.activated = tuple(tag for tag in now if tag not in _active_before(project))
    remarks = [*gathered.remarks, *strings.remarks, *entities.remarks, *brought.remarks]
    in_order = sorted(remarks, key=lambda one: (one.path, one.number))
    return RecordsImport(files, summary, in_order)


def _languages(
    order: RecordsOrder, gathered: Gathered, project: ProjectFiles
) -> languages_file.LanguagesFile:
    """Return the languages that the project has, or will have when the rows are in it."""
    wanted = order.source_locale
    if languages_file.PATH in project.paths:
        known = languages_file.read_languages(project.read(languages_file.PATH))
        if wanted not in (None, known.source):
            raise NoSourceError(
                f"the source language of this project is `{known.source}`, not `{wanted}`"
            )
        return known
    draft = next(
        (one for one in gathered.drafts if one.path == languages_file.PATH),
        None,
    )
    said = draft.data() if draft is not None else {}
    source, active = said.get("source"), said.get("active")
    if isinstance(source, str) and wanted in (None, source):
        tags = active if isinstance(active, list) else []
        return languages_file.LanguagesFile(source, tuple(str(tag) for tag in tags))
    if wanted is None:
        raise NoSourceError(
            "nobody says which language texts were written in; `--source-locale` does"
        )
    if isinstance(source, str):
        raise NoSourceError(f"the rows name `{source}` as the source language, not `{wanted}`")
    return languages_file.LanguagesFile(wanted, (wanted,))


def _with_languages(
    files: Mapping[str, bytes], project: ProjectFiles, source: str, locales: Sequence[str]
) -> bytes:
    data = files.get(languages_file.PATH)
    if data is None and languages_file.PATH in project.paths:
        data = project.read(languages_file.PATH)
    if data is None:
        return languages_file.new_languages(source, locales)
    return languages_file.with_active(data, locales)


def _active_before(project: ProjectFiles) -> tuple[str, ...]:
    if languages_file.PATH not in project.paths:
        return ()
    return languages_file.read_languages(project.read(languages_file.PATH)).active


def _unstyled(order: RecordsOrder, gathered: Gathered) -> int:
    """Count labels that are not in the style that the project's settings ask for."""
    styled = (Kind.TEXTS, Kind.TEMPLATES)
    labels = {one.label for one in gathered.drafts if one.kind.kind in styled}
    labels |= {row.label.partition(":")[2] for row in gathered.strings if ":" in row.label}
    return sum(not in_style(label, order.label_style) for label in labels)
