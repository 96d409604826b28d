"""`preview --serve`: the site on this machine, made anew whenever a file changes."""

from pathlib import Path

from compiler.adapters.preview_server import LiveSite, serving
from compiler.adapters.watching import state_of_files, wait_for_change
from compiler.base.visible import visible_lines
from compiler.commands.exits import BUG, exit_code_of, sentence_of
from compiler.commands.opening import Project, open_project
from compiler.commands.previewing import Wish, previewed
from compiler.preview.mails import Messages
from compiler.report.console import Console
from compiler.wiring import agreement_press, template_renderer, work_tree


def serve(console: Console, project: Project, wish: Wish, host: str, port: int) -> None:
    """Serve the preview until somebody interrupts it. Raises UsageError and what `previewed` does.

    Messages that were rendered are remembered: most changes are of other files.
    """
    seen: object = state_of_files(work_tree(project.root))
    messages = Messages(template_renderer(), agreement_press())
    live = LiveSite(previewed(project, wish, messages).site)
    with serving(live, host, port) as address:
        console.result(f"{address} shows {project.root.name or project.root}; Ctrl-C ends it")
        console.out.flush()
        while True:
            seen = wait_for_change(work_tree, project.root, seen)
            _make_anew(console, project.root, wish, messages, live)


def _make_anew(
    console: Console, root: Path, wish: Wish, messages: Messages, live: LiveSite
) -> None:
    """Show the files as they are now, or say why that cannot be: somebody is at work on them."""
    try:
        project = open_project(console, str(root))
        live.show(previewed(project, wish, messages).site)
    except Exception as failure:
        if exit_code_of(failure) == BUG:
            raise
        sentence = visible_lines(sentence_of(failure))
        console.note(sentence)
        live.trouble(sentence)
