"""`types`: typed keys, for TypeScript, i18next, FormatJS and Python."""

from compiler.base.failure import RefusedError, UsageError
from compiler.base.place import Place
from compiler.base.project_file import PROJECT_FILE
from compiler.commands.editing import Asked, editor_on, run_edit
from compiler.commands.exits import FINE, REFUSED
from compiler.edit.types.making import Made, is_ours, made_types
from compiler.edit.verbs.editor import Deed, Editor
from compiler.report.console import Console
from compiler.report.words import count


def run(
    console: Console,
    *,
    project: str | None,
    check: bool,
    dry_run: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Write the files that the settings name; return the exit code.

    With ``check`` 1 where one of them is out of date.
    """
    if check and dry_run:
        raise UsageError("`--check` writes nothing anyway; leave out `--dry-run`")
    asked = Asked(project, None, dry_run, format, ("types",))
    if not check:
        return run_edit(console, asked, _write)
    editor = editor_on(console, asked)
    old = [made.path for made in _made(editor) if _is_old(editor, made)]
    if format == "json":
        console.data({"outdated": old})
    else:
        said = "are out of date: `clientarea types` writes them anew"
        console.result("\n".join([*old, said]) if old else "All files of types are current.")
    return REFUSED if old else FINE


def _made(editor: Editor) -> list[Made]:
    settings = editor.scope.settings
    if not settings.types:
        raise UsageError(f"`types` of {PROJECT_FILE} does not say which files are wanted")
    return list(made_types(editor.scope.content, settings.types))


def _is_old(editor: Editor, made: Made) -> bool:
    before = editor.draft.data(made.path)
    return before is None or before.replace(b"\r\n", b"\n") != made.text.encode()


def _write(editor: Editor) -> None:
    for made in _made(editor):
        before = editor.draft.data(made.path)
        if before is not None and not is_ours(before):
            raise RefusedError(
                f"`{made.path}` was not made by `clientarea types`; remove it first, or name"
                " another file"
            )
        told = f"types of {count(made.number, 'key')}"
        if _is_old(editor, made):
            editor.draft.put(made.path, made.text.encode())
            editor.done.append(Deed("types", f"{told} written", Place(made.path)))
        else:
            editor.leave("types", f"{told} are current", Place(made.path))
