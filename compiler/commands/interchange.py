"""What `import` and `export` say about their work, and what both ask of their arguments."""

import re
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import groupby

from compiler.base.failure import UsageError
from compiler.base.visible import visible
from compiler.edit.files import Written
from compiler.edit.interchange.exporting import Export
from compiler.edit.interchange.summary import Summary
from compiler.edit.interchange.unit import Refusal
from compiler.model.record import NAME
from compiler.report.words import count, listed

_SHOWN = 3
_NAME_LENGTH = 60


def known_namespace(namespace: str | None) -> str:
    """Return a namespace; raise UsageError where it cannot be a folder of catalogues."""
    if namespace is None:
        raise UsageError("`--namespace` must say which namespace the strings are of")
    if not re.fullmatch(NAME, namespace) or namespace.startswith("_"):
        raise UsageError(f"`{namespace}` is no namespace; use letters, digits, `-` and `_`")
    return namespace


def look_for_extra(form: str) -> None:
    """Raise UsageError where a format needs a library that is not installed."""
    if form == "fluent" and find_spec("fluent") is None:
        raise UsageError(
            "`--format fluent` needs the extra `formats`: `pip install 'clientarea[formats]'`"
        )


def import_report(summary: Summary, written: Written, *, others: int, dry_run: bool) -> str:
    """Return what came in and what went where, for people."""
    return "\n".join(_lines(summary, written, others, dry_run=dry_run))


def _lines(summary: Summary, written: Written, others: int, *, dry_run: bool) -> Iterator[str]:
    done = "Would bring" if dry_run else "Brought"
    read = count(len(summary.files), "file")
    yield f"{done} {read} into `{summary.namespace}`."
    yield from _entries(summary)
    width = max((len(one.locale) for one in summary.locales), default=0)
    for one in summary.locales:
        kinds = (
            (one.fuzzy, "of them fuzzy"),
            (one.waiting, "without a text"),
            (one.merged, "merged"),
            (one.refused, "refused"),
        )
        more = "".join(f", {number:,} {words}" for number, words in kinds if number)
        name = one.locale.ljust(width)
        yield f"  {name}  {one.read:,} read: {one.translated:,} translated{more}"
    yield from _remarks(summary, others)
    yield from _written(written, dry_run=dry_run)
    if summary.activated:
        joined = "would join" if dry_run else "joined"
        yield f"{listed(summary.activated)} {joined} `active` in languages.yaml."
    if not dry_run:
        yield "Next: `clientarea check`"


def _entries(summary: Summary) -> Iterator[str]:
    entries = count(summary.entries, "entry", "entries")
    plurals = f", {count(summary.plurals, 'plural')}" if summary.plurals else ""
    yield f"  {entries} in the source language `{summary.source_locale}`{plurals}"
    if summary.merged:
        yield f"  {count(summary.merged, 'entry', 'entries')} merged with an equal one"
    if summary.obsolete:
        yield f"  {count(summary.obsolete, 'obsolete entry', 'obsolete entries')} left behind"


def _remarks(summary: Summary, others: int) -> Iterator[str]:
    for word, locale in summary.read_as:
        yield f"Read `{visible(word)}` as `{locale}`."
    if summary.renamed:
        shown = [f"{_name(name)} is `{label}`" for name, label in summary.renamed]
        yield f"{count(len(shown), 'label')} made to tell entries apart: {_some(shown)}."
    if summary.conflicts:
        yield from _refusals("Differing:", summary.conflicts)
    ordered = sorted(summary.refused, key=lambda item: item[0])
    for locale, group in groupby(ordered, key=lambda item: item[0]):
        yield from _refusals(f"Refused in {locale}:", [refusal for _, refusal in group])
    for path, reason in summary.left_out:
        yield f"Left out `{visible(path)}`: {reason}."
    for path, said in summary.contradictions:
        yield f"`{visible(path)}` names `{visible(said)}` as its language; its path counts."
    yield from _replaced(summary.replaced)
    if summary.stayed:
        stayed = count(summary.stayed, "entry", "entries")
        yield f"{stayed} of the namespace did not come again and stayed as they were."
    if summary.unstyled:
        labels = count(summary.unstyled, "label")
        yield f"{labels} not in the style of this project; `labels: any` accepts them."
    if others:
        yield f"{count(others, 'file')} of other formats passed over."


def _replaced(replaced: Sequence[tuple[str, str]]) -> Iterator[str]:
    for locale, pairs in groupby(replaced, key=lambda pair: pair[0]):
        labels = [_name(label) for _, label in pairs]
        texts = count(len(labels), "text")
        yield f"Replaced in {locale}: {texts} that this project had, {_some(labels)}."


def _refusals(lead: str, refusals: Sequence[Refusal]) -> Iterator[str]:
    by_reason: dict[str, list[Refusal]] = {}
    for refusal in refusals:
        by_reason.setdefault(refusal.reason, []).append(refusal)
    for reason, group in by_reason.items():
        shown = [f"{_name(one.name)} ({one.place.path}:{one.place.line})" for one in group]
        yield f"{lead} {count(len(group), 'entry', 'entries')}, {reason}: {_some(shown)}."


def _written(written: Written, *, dry_run: bool) -> Iterator[str]:
    kinds = (("new", written.made), ("changed", written.changed), ("unchanged", written.same))
    numbers = [f"{len(paths):,} {name}" for name, paths in kinds if paths]
    yield f"{'Would write' if dry_run else 'Wrote'}: {listed(numbers) or 'nothing'}."


def _some(words: Sequence[str]) -> str:
    more = len(words) - _SHOWN
    return f"{', '.join(words[:_SHOWN])}{f', and {more:,} more' if more > 0 else ''}"


def _name(text: str) -> str:
    shown = visible(text)
    return f"`{shown if len(shown) <= _NAME_LENGTH else shown[:_NAME_LENGTH] + '…'}`"


def export_report(export: Export, written: Written, output: str) -> str:
    """Return what was handed out and what the format could not say, for people."""
    lines = [f"{count(len(export.files), 'file')} in `{visible(output)}`."]
    width = max((len(locale) for locale in export.counts), default=0)
    for locale, number in export.counts.items():
        lines.append(f"  {locale.ljust(width)}  {count(number, 'entry', 'entries')}")
    for locale, group in groupby(export.refused, key=lambda item: item[0]):
        by_reason: dict[str, list[str]] = {}
        for _, label, reason in group:
            by_reason.setdefault(reason, []).append(f"`{visible(label)}`")
        for reason, labels in by_reason.items():
            left = count(len(labels), "entry", "entries")
            lines.append(f"Left out of {locale}: {left}, {reason}: {_some(labels)}.")
    return "\n".join([*lines, *_written(written, dry_run=False)])
