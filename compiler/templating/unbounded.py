"""Renders here, without limits."""

from collections.abc import Sequence

from compiler.templating.fault import Fault
from compiler.templating.trials import Job, Trial, Trouble


class UnboundedRenderer:
    """Renders here, without limits: for content that is one's own."""

    def probe(self, trials: Sequence[Trial]) -> list[tuple[Trouble, ...]]:
        """Return for each trial what `probed` finds."""
        from compiler.templating.probing import probed  # noqa: PLC0415 - it imports Jinja

        return [probed(trial) for trial in trials]

    def render(self, jobs: Sequence[Job]) -> list[str | Fault]:
        """Return for each job what `render` returns."""
        from compiler.templating.rendering import render  # noqa: PLC0415 - it imports Jinja

        return [render(job.template, job.values, job.locale, job.output) for job in jobs]
