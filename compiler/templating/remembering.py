"""A renderer that remembers the texts of the last time: most changes are of something else."""

import json
from collections.abc import Mapping, Sequence

from compiler.base.hashing import sha256
from compiler.templating.fault import Fault
from compiler.templating.trials import Job, Renderer, Trial, Trouble

_MOST = 64_000_000
"""Characters of texts that are remembered at most."""


class RememberingRenderer:
    """Renders what it has not rendered in the round before; what failed is tried each time.

    `next_round` forgets what nobody asked for since it was last called. ``known`` are texts that
    were remembered elsewhere.
    """

    def __init__(self, renderer: Renderer, known: Mapping[str, str] | None = None) -> None:
        self._renderer = renderer
        self._before: dict[str, str] = dict(known or {})
        self._now: dict[str, str] = {}
        self._size = 0

    @property
    def remembered(self) -> Mapping[str, str]:
        """The texts that were asked for in this round, by what they were made from."""
        return self._now

    def next_round(self) -> None:
        """Keep what was asked for in this round, for the next."""
        self._before, self._now, self._size = self._now, {}, 0

    def probe(self, trials: Sequence[Trial]) -> list[tuple[Trouble, ...]]:
        """Return for each trial what is wrong with what it comes to."""
        return self._renderer.probe(trials)

    def render(self, jobs: Sequence[Job]) -> list[str | Fault]:
        """Return for each job its text, or why there is none."""
        keys = _keys(jobs)
        known = {**self._before, **self._now}
        new = {key: job for key, job in zip(keys, jobs, strict=True) if key not in known}
        rendered = self._renderer.render(list(new.values())) if new else []
        told: dict[str, str | Fault] = {**known, **dict(zip(new, rendered, strict=True))}
        for key in keys:
            self._remember(key, told[key])
        return [told[key] for key in keys]

    def _remember(self, key: str, text: str | Fault) -> None:
        if isinstance(text, str) and key not in self._now and self._size + len(text) <= _MOST:
            self._now[key] = text
            self._size += len(text)


def _keys(jobs: Sequence[Job]) -> list[str]:
    """Return what jobs are known by; values that several of them have are hashed once."""
    values = {id(job.values): job.values for job in jobs}
    hashes = {number: sha256(json.dumps(one).encode()) for number, one in values.items()}
    return [
        sha256(f"{hashes[id(job.values)]} {job.locale} {job.output}\n{job.template}".encode())
        for job in jobs
    ]
