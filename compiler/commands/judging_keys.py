"""Keys in code judged, for the verb `keys` and those that edit by it."""

from collections.abc import Iterator
from typing import NamedTuple

from compiler.base.failure import UsageError
from compiler.base.finding import Severity
from compiler.base.project_file import PROJECT_FILE
from compiler.code.code_read import CodeRead
from compiler.commands.code_reading import read_code
from compiler.commands.key_answer import VERDICTS, KeyAnswer, KeyRow
from compiler.commands.opening import Project
from compiler.load.loading import load
from compiler.model.languages import LANGUAGES_FILE
from compiler.report.words import count, listed
from compiler.rules.keys.asked import Judgement, Verdict
from compiler.rules.keys.judging import judge

NO_CODE_HINT = (
    'write there, for example: `code: [{files: ["../app/src/**/*.ts"], functions: [t],'
    " namespace: portal}]`"
)
"""What to write where the settings name no code."""


class JudgedKeys(NamedTuple):
    """The judgement, what was read for it, and how many files of the content have errors."""

    found: Judgement
    code: CodeRead
    broken: int = 0


def judged_keys(project: Project) -> JudgedKeys:
    """Read code and content, and judge. Raises UsageError where code cannot be read."""
    loaded = load(project.snapshot)
    if not loaded.content.languages.readable:
        raise UsageError(f"`{LANGUAGES_FILE}` cannot be used; `clientarea check` says why")
    code = whole_code(project)
    found = judge(loaded.content, code)
    broken = {one.place.path for one in loaded.noticed if one.severity is Severity.ERROR}
    return JudgedKeys(found, code, len(broken | found.declared.broken))


def whole_code(project: Project) -> CodeRead:
    """Return what code uses. Raises UsageError where there is none, or nothing that reads it."""
    if not project.settings.code:
        raise UsageError(f"`code` of {PROJECT_FILE} does not say where code is; {NO_CODE_HINT}")
    code = read_code(project)
    if not code.readable:
        raise UsageError(
            "code is read by tree-sitter, which is not installed here: "
            "`pip install 'clientarea[code]'`"
        )
    return code


def answer_of(judged: JudgedKeys) -> KeyAnswer:
    """Return the verdicts as rows: the undeclared first, each kind in order of the labels."""
    found, code, broken = judged
    rows = sorted(_rows(found), key=lambda row: (VERDICTS.index(row.verdict), row[1:3]))
    counts = {name: sum(row.verdict == name for row in rows) for name in VERDICTS}
    files = len({file.path for source in code.sources for file in source.files})
    notes = [
        f"no file of code matches {listed([f'`{one}`' for one in source.patterns], 'or')}, `code` "
        f"of {PROJECT_FILE}: strings of `{source.namespace}` are not judged"
        for source in code.sources
        if not source.files
    ]
    notes += [
        f"{words}; strings of `{source.namespace}` are not judged"
        for source in code.sources
        for words in source.unread_words
    ]
    if broken:
        verb = "has" if broken == 1 else "have"
        notes.append(
            f"{count(broken, 'file')} {verb} errors, and something of them may be missing here;"
            " `clientarea check` says what"
        )
    return KeyAnswer(tuple(rows), {**counts, "files": files}, tuple(notes))


def _rows(found: Judgement) -> Iterator[KeyRow]:
    for key, uses in found.undeclared.items():
        yield KeyRow(Verdict.UNDECLARED, *key, tuple(use.place for use in uses))
    for key, asked in found.asked.items():
        reasons = [(one.words, one.place) for one in (*asked.sure, *asked.maybe)]
        reasons += [(f"a value of `{use.via}`", use.place) for use in asked.uses if use.via]
        plain = tuple(use.place for use in asked.uses if not use.via)
        yield KeyRow(asked.verdict, *key, plain, tuple(reasons))
