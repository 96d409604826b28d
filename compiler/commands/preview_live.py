"""`preview --serve`: the site on this machine, made anew whenever a file changes."""

from pathlib import Path

from compiler.adapters.preview_server import LiveSite, serving
from compiler.adapters.watching import state_of_files, wait_for_change
from compiler.base.visible import visible_lines
from compiler.commands.exits import BUG, exit_code_of, sentence_of
from compiler.commands.opening import Project, open_project
from compiler.commands.preview_memory import PreviewMemory
from compiler.commands.previewing import Wish, previews
from compiler.report.console import Console
from compiler.wiring import work_tree


def serve(console: Console, project: Project, wish: Wish, host: str, port: int) -> None:
    """Serve the preview until somebody interrupts it. Raises UsageError and what `previewed` does.

    What was made of files that are what they were is remembered.
    """
    seen: object = state_of_files(work_tree(project.root))
    memory = PreviewMemory()
    first, *_ = previews(project, wish, memory)
    live = LiveSite(first)
    with serving(live, host, port) as address:
        console.result(f"{address} shows {project.root.name or project.root}; Ctrl-C ends it")
        console.out.flush()
        while True:
            seen = wait_for_change(work_tree, project.root, seen)
            trouble = _make_anew(console, project.root, wish, memory, live)
            # Whoever is still writing is told nothing: what comes of it is looked at next.
            if trouble and state_of_files(work_tree(project.root)) == seen:
                console.note(trouble)
                live.trouble(trouble)


def _make_anew(
    console: Console, root: Path, wish: Wish, memory: PreviewMemory, live: LiveSite
) -> str | None:
    """Show the files as they are now; return why that cannot be, if it cannot."""
    try:
        for site in previews(open_project(console, str(root)), wish, memory):
            live.show(site)
    except Exception as failure:
        if exit_code_of(failure) == BUG:
            raise
        return visible_lines(sentence_of(failure))
    return None
