"""What a stale translation of an entity was made from, for who is to mend it."""

from collections.abc import Mapping
from dataclasses import replace

from compiler.base.spots import Route
from compiler.model.localised import Localisation
from compiler.translate.leaves import leaves
from compiler.translate.markdown import blocks_of
from compiler.translate.task import EntityTarget, Task


def with_former_source(task: Task, former: Localisation | None) -> Task:
    """Return an entry that tells what its source said when it was translated, and says no more.

    Of a long text these are the paragraphs that have changed since.
    """
    if former is None or not isinstance(task.target, EntityTarget):
        return task
    before, now = _texts(former), _texts(task.target.source)
    gone = [
        words
        for route, text in before.items()
        for words in _words(text)
        if words not in _words(now.get(route, ""))
    ]
    return replace(task, former_source="\n\n".join(gone))


def _texts(localisation: Localisation) -> Mapping[Route, str]:
    return {route: value for route, value in leaves(localisation).items() if isinstance(value, str)}


def _words(text: str) -> list[str]:
    return [block.words.strip() for block in blocks_of(text) if block.words.strip()]
