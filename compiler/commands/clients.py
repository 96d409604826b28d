"""The applications that read what a project publishes, as release verbs ask of them."""

from compiler.commands.opening import Project
from compiler.ports.clients import Effect


class ProjectClients:
    """What reaches them is worked out where it is asked for; two commits are compared once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._known: dict[tuple[str, str | None], Effect] = {}

    def effect(self, before: str, now: str | None) -> Effect:
        """Return what reaches applications between two commits. Raises HistoryError."""
        from compiler.commands.effects import effect_between  # most releases do not get here

        if (before, now) not in self._known:
            self._known[before, now] = effect_between(self._project, before, now)
        return self._known[before, now]
