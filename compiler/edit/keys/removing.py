"""`keys --remove-unused`: strings taken away that surely nobody asks for."""

from compiler.edit.verbs.editor import Editor
from compiler.edit.verbs.removing import remove
from compiler.rules.keys.asked import Judgement, Verdict


def remove_unused(
    editor: Editor, found: Judgement, namespace: str | None = None
) -> tuple[str, ...]:
    """Remove the strings that are unused; return what has to be done by hand."""
    unused = [one for one in found.of(Verdict.UNUSED) if namespace in (None, one.namespace)]
    shared = [one.reference for one in unused if editor.knows(one.reference)]
    if shared:
        remove(editor, shared)
    return tuple(
        f"`{one.reference}` is unused, and only an area declares it: `clientarea remove --area`"
        for one in unused
        if not editor.knows(one.reference)
    )
