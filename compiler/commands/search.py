"""`search`: entries by label or text in any language, with languages and states."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compiler.base.failure import UsageError
from compiler.base.project_file import PROJECT_FILE
from compiler.base.suggest import did_you_mean
from compiler.commands.exits import FINE
from compiler.commands.indexed import index_of
from compiler.ports.snapshot import Snapshot, UnreadableError
from compiler.query.found_entry import FoundEntry, found_entry
from compiler.query.index import Index
from compiler.query.needles import Needle, pattern_needles, word_needles
from compiler.query.searching import FLAGS, Filter, Hit, search
from compiler.report.console import Console
from compiler.report.search_json import hit_data
from compiler.report.search_text import hit_lines
from compiler.report.source import SourceLines
from compiler.wiring import project_folder, work_tree


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    words: Sequence[str],
    regex: bool,
    kind: str | None,
    locale: str | None,
    state: str | None,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Print what is found; return the exit code, which is 0 where nothing is."""
    looked = looked_up(console, project, words, kind, locale, state, regex=regex)
    index, sources = looked.index, looked.sources
    if format == "json":
        console.data([hit_data(one) for one in looked.entries()])
    else:
        none = True
        for hit in looked.hits:
            for line in hit_lines(console, index, hit, sources, looked.wanted):
                console.result(line)
            none = False
        if none:
            console.note(_nothing(words, regex=regex))
    if index.broken:
        from compiler.commands.scoping import errors_remark

        console.note(errors_remark(index.broken))
    return FINE


@dataclass(frozen=True, slots=True)
class Looked:
    """What is found, one after the other, and what it takes to show it."""

    index: Index
    hits: Iterator[Hit]
    wanted: Filter
    sources: SourceLines

    def entries(self) -> Iterator[FoundEntry]:
        """Yield what is found, as values."""
        return (found_entry(self.index, hit, self.sources.lines) for hit in self.hits)


def looked_up(  # noqa: PLR0913 - the options of the verb
    console: Console,
    project: str | None,
    words: Sequence[str],
    kind: str | None,
    locale: str | None,
    state: str | None,
    *,
    regex: bool,
) -> Looked:
    """Look for words in a project. Raises UsageError for a filter that names nothing."""
    needles = _needles(words, regex=regex)
    root = project_folder(project, PROJECT_FILE)
    snapshot = work_tree(root)
    index = index_of(console, root, snapshot)
    wanted = _filter(index, kind, locale, state)
    sources = SourceLines(lambda path: _source(snapshot, path))
    return Looked(index, search(index, needles, wanted), wanted, sources)


def _needles(words: Sequence[str], *, regex: bool) -> list[Needle]:
    needles = pattern_needles(words) if regex else word_needles(words)
    if words and not needles:
        raise UsageError("there is nothing to look for in these words: they have no letter or sign")
    return needles


def _filter(index: Index, kind: str | None, locale: str | None, state: str | None) -> Filter:
    states = [*index.state_names, *(name for name in FLAGS if name not in index.state_names)]
    return Filter(
        kinds=_chosen(kind, index.kind_names, "kind"),
        locales=_chosen(locale, index.locales, "language of this project"),
        states=_chosen(state, states, "state"),
    )


def _chosen(given: str | None, known: Sequence[str], what: str) -> tuple[str, ...]:
    chosen = () if given is None else tuple(one.strip() for one in given.split(","))
    for one in chosen:
        if one not in known:
            raise UsageError(f"`{one}` is no {what}; {did_you_mean(one, known)}")
    return chosen


def _nothing(words: Sequence[str], *, regex: bool) -> str:
    if not regex and any("*" in word for word in words):
        return "Nothing found. A `*` is looked for as it is; `--regex` takes patterns."
    return "Nothing found."


def _source(snapshot: Snapshot, path: str) -> bytes | None:
    try:
        return snapshot.read(path)
    except UnreadableError:
        return None
