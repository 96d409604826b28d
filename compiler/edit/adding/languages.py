"""Which languages entries may be added in: the active ones."""

from collections.abc import Iterable

from compiler.base.failure import UsageError
from compiler.edit.verbs.editor import Editor
from compiler.rules.wording import listed


def check_languages(editor: Editor, tags: Iterable[str]) -> None:
    """Raise UsageError unless all of them are active."""
    known = dict.fromkeys((editor.source, *editor.active))
    for tag in tags:
        if tag not in known:
            raise UsageError(
                f"`{tag}` is not active here ({listed(list(known))} are): first write it to "
                "`active` in `content/configurations/languages.yaml`"
            )
