"""What came of templates, kept in `build/.cache` by all that it was made from.

Only `check` and `build` believe it; in continuous integration only where runs share a folder.
"""

from collections.abc import Mapping, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Any

from compiler.commands.kept_head import keep_by_tool, kept_by_tool
from compiler.templating.fault import Fault
from compiler.templating.remembering import RememberingRenderer
from compiler.templating.trials import Job, Renderer, Trial, Trouble, TroubleKind
from compiler.wiring import believes_what_is_kept, template_renderer

_MAGIC, _NAME = b"clientarea renderings 2\n", "renderings"
_MOST = 50_000
"""How many are kept: those of templates that were not looked at now, too."""

_MAGIC_OF_TEXTS, _TEXTS = b"clientarea rendered 1\n", "rendered"
_LONGEST = 10_000_000
"""Characters of texts that are kept: where there are more, what is clean is known by template."""


class KeptRenderings:
    """Renders templates in a worker, and remembers what was wrong with those of the last time.

    Without a ``root`` nothing is looked for, and nothing kept. ``renderer`` renders, a worker where
    it is None.
    """

    def __init__(self, root: Path | None, renderer: Renderer | None = None) -> None:
        self._renderer = renderer
        self._texts: RememberingRenderer | None = None
        self._known_texts: dict[str, str] = {}
        self._root = root if believes_what_is_kept() else None
        self._before: dict[str, list[list[Any]]] = {}
        self._now: dict[str, list[tuple[Any, ...]]] = {}

    def probe(self, trials: Sequence[Trial]) -> list[tuple[Trouble, ...]]:
        """Return for each trial what is wrong with what it comes to."""
        self._before = {} if self._root is None else kept_by_tool(self._root, _NAME, _MAGIC)
        new = [trial for trial in trials if trial.key not in self._before]
        found = dict(zip((one.key for one in new), self._probed(new), strict=True))
        told = [found.get(trial.key) or self._known(trial.key) for trial in trials]
        for trial, troubles in zip(trials, told, strict=True):
            if all(trouble.lasting for trouble in troubles):
                self._now[trial.key] = [astuple(trouble) for trouble in troubles]
        return told

    def render(self, jobs: Sequence[Job]) -> list[str | Fault]:
        """Return for each job its text, or why there is none."""
        return self._render_with().render(jobs) if jobs else []

    def keep(self) -> None:
        """Keep what came of templates, if that is not what is kept."""
        if self._root is not None and self._now.keys() - self._before.keys():
            kept = list({**self._before, **self._now}.items())[-_MOST:]
            keep_by_tool(self._root, _NAME, _MAGIC, dict(kept))
        texts = {} if self._texts is None else _within(self._texts.remembered)
        if self._root is not None and texts and texts.keys() != self._known_texts.keys():
            keep_by_tool(self._root, _TEXTS, _MAGIC_OF_TEXTS, texts)

    def _probed(self, trials: Sequence[Trial]) -> list[tuple[Trouble, ...]]:
        return self._render_with().probe(trials) if trials else []

    def _render_with(self) -> Renderer:
        if self._renderer is not None or self._root is None:
            return self._renderer or template_renderer()
        if self._texts is None:
            self._known_texts = kept_by_tool(self._root, _TEXTS, _MAGIC_OF_TEXTS)
            self._texts = RememberingRenderer(template_renderer(), self._known_texts)
        return self._texts

    def _known(self, key: str) -> tuple[Trouble, ...]:
        return tuple(Trouble(TroubleKind(kind), *rest) for kind, *rest in self._before.get(key, ()))


def _within(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the first of texts, as many as are kept."""
    kept, left = {}, _LONGEST
    for key, text in texts.items():
        left -= len(text)
        if left < 0:
            break
        kept[key] = text
    return kept
