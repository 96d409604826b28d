"""Searching large catalogues: in an index that is kept, after an edit, and for the first time."""

from benchmarks.corpus.vocabulary import LOCALES
from benchmarks.timing import Task, in_turn
from benchmarks.workbench import CLIENTAREA, Result, Workbench, write_corpus

_RARE = "kontoauszug"
_COMMON = "payment"
_PATTERN = r"\bkonto\w+"
_EDITED = "content/translations/portal/de.po"
_GREP = "grep --recursive --ignore-case"


def measure(bench: Workbench) -> Result:
    """Measure a search warm and cold, against grep, which knows no entries and folds no accents."""
    write_corpus(bench.scratch, bench.keys)
    project = bench.scratch / "project"
    search = (CLIENTAREA, "search")
    warm = {
        "a word that is rare": (*search, _RARE),
        "a word that is common": (*search, _COMMON),
        "a pattern": (*search, "--regex", _PATTERN),
        "a state": (*search, "--state", "missing"),
    }
    cold, edited = "a word, for the first time", "a word, after an edit"
    edit = ("sh", "-c", f"echo '# edited' >> {_EDITED}")
    grep = ("grep", "--recursive", "--ignore-case", _RARE, "content")
    runs = in_turn(
        {
            # The first one makes the index, so that the others find it.
            cold: Task({cold: (*search, _RARE)}, project, makes=("build",)),
            f"{edited}, with it": Task({"an edit": edit, edited: (*search, _RARE)}, project),
            **{name: Task({name: command}, project) for name, command in warm.items()},
            _GREP: Task({_GREP: grep}, project),
        },
        bench.rounds,
    )
    del runs[f"{edited}, with it"], runs["an edit"]
    texts = bench.keys * len(LOCALES)
    slowest = max(runs[name].wall for name in warm)
    return Result(
        title=f"Search: {texts:,} texts",
        runs=runs,
        ratios={f"{name} / {_GREP}": runs[name].ratio(runs[_GREP]) for name in list(warm)[:1]},
        remarks=(f"bound of 100,000 texts, warm: 0.5 s; slowest here: {slowest:.3f} s",),
    )
