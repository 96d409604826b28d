"""`keys`: the keys that code asks for, set against those that are declared."""

from compiler.base.failure import UsageError
from compiler.base.project_file import PROJECT_FILE
from compiler.commands.exits import FINE, REFUSED
from compiler.commands.kept_keys import keep_answer, kept_answer
from compiler.commands.key_answer import VERDICTS, KeyAnswer
from compiler.report.console import Console
from compiler.report.keys_text import keys_text
from compiler.wiring import project_folder, work_tree

_UNLESS_ASKED = ("undeclared", "unused", "undeterminable")


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    verdict: str | None,
    namespace: str | None,
    add: bool,
    remove_unused: bool,
    emit: str | None,
    dry_run: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Print the verdicts, or act by them; return the exit code, 1 where a key is undeclared."""
    if add or remove_unused or emit is not None:
        from compiler.commands.editing import Asked
        from compiler.commands.keys_edited import KeyEdit, edit_keys

        edit = KeyEdit(add, remove_unused, emit)
        if verdict is not None:
            raise UsageError("`--verdict` chooses what is printed; leave it out")
        command = ("keys", *edit.words, namespace or "")
        asked = Asked(project, None, dry_run, format, command)
        return edit_keys(console, edit, asked, namespace)
    if dry_run:
        raise UsageError(
            "`--dry-run` is for `--add`, `--remove-unused`, `--emit`: `keys` alone writes nothing"
        )
    chosen = _UNLESS_ASKED if verdict is None else _chosen(verdict)
    answer = _answer(console, project)
    rows = [
        row for row in answer.rows if row.verdict in chosen and namespace in (None, row.namespace)
    ]
    if format == "json":
        console.data({"summary": answer.counts, "keys": [row.data() for row in rows]})
    else:
        console.result(keys_text(console, rows, answer.counts))
    for note in answer.notes:
        console.note(f"note: {note}")
    return REFUSED if answer.counts["undeclared"] else FINE


def _chosen(given: str) -> tuple[str, ...]:
    chosen = tuple(one.strip() for one in given.split(","))
    for one in chosen:
        if one not in VERDICTS:
            raise UsageError(f"`{one}` is no verdict; there is {', '.join(VERDICTS)}")
    return chosen


def _answer(console: Console, project: str | None) -> KeyAnswer:
    root = project_folder(project, PROJECT_FILE)
    tree = work_tree(root)
    kept = kept_answer(root, tree)
    if kept is not None:
        return kept
    from compiler.commands.code_state import state_of
    from compiler.commands.judging_keys import answer_of, judged_keys  # they import models
    from compiler.commands.opening import open_at

    opened = open_at(console, root, tree)
    judged = judged_keys(opened)
    answer = answer_of(judged)
    keep_answer(root, tree, state_of(judged.code), answer)
    return answer
