"""`rename`: give an entry another label, wherever it is named."""

from collections.abc import Iterator
from pathlib import Path

from compiler.base.failure import UsageError
from compiler.base.project_file import PROJECT_FILE
from compiler.commands.code_reading import vocabulary_of
from compiler.commands.editing import Asked, run_edit
from compiler.edit.verbs.editor import Editor
from compiler.edit.verbs.renaming import is_renamed, rename
from compiler.edit.verbs.renaming_code import CodeFile, rename_in_code
from compiler.model.reference import Kind
from compiler.report.console import Console
from compiler.report.words import listed
from compiler.wiring import code_paths, project_folder


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    old: str,
    new: str,
    code: bool,
    dry_run: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Rename an entry or a namespace; return the exit code."""

    def plan(editor: Editor) -> str | None:
        # Whoever renamed without `--code` is told of it, and calls again with it.
        warnings = [] if code and is_renamed(editor, old, new) else [rename(editor, old, new)]
        sources = editor.scope.settings.code
        if code and not sources:
            raise UsageError(f"`code` of {PROJECT_FILE} does not say where code is")
        if code:
            root = project_folder(project, PROJECT_FILE)
            warnings.append(rename_in_code(editor, old, new, _files(root, editor)))
        elif sources and old.startswith(f"{Kind.TRANSLATIONS}/"):
            warnings.append("code still asks for it by the old name: `--code` renames it there")
        return "; ".join(one for one in warnings if one) or None

    command = ("rename", old, new, *(["--code"] if code else []))
    return run_edit(console, Asked(project, None, dry_run, format, command), plan)


def _files(root: Path, editor: Editor) -> Iterator[CodeFile]:
    """Yield the files of code with the keys they use.

    Raises HistoryError, and UsageError for patterns that match no file: nobody would see that the
    code they were meant for keeps the old name.
    """
    from compiler.code.dialects import SUFFIXES
    from compiler.code.reading import in_utf8, uses_in

    for source in editor.scope.settings.code:
        paths = code_paths(root, source.files, SUFFIXES).paths
        if not paths:
            patterns = listed([f"`{one}`" for one in source.files], "or")
            raise UsageError(f"no file of code matches {patterns}, `code` of {PROJECT_FILE}")
        for path in paths:
            data = editor.draft.data(path)
            if data is not None:
                uses = uses_in(path, data, vocabulary_of(source))
                if uses.keys and in_utf8(data) is not data:
                    raise UsageError(f"`{path}` is written in UTF-16; write it in UTF-8 first")
                yield CodeFile(path, data, source.namespace, uses)
