"""Rules about configurations: lengths of sessions."""

from collections.abc import Iterator, Mapping

from compiler.base.finding import Finding
from compiler.base.place import Places
from compiler.base.rule import Rule
from compiler.model.configuration import SESSION_MINUTES, Security
from compiler.rules.check import Scope
from compiler.rules.wording import in_area


def session_default(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A session lasts other than usual: 60 minutes, and a refresh session twice as long.

    **Why** A remark, so that nobody changes it unseen.

    **Bad** A remark, not a fault:

    ```yaml
    security: {session_minutes: 480}
    ```

    **Good** The same, if it is meant; or nothing, which means 60 and 120.

    **Not flagged** A refresh session that is shorter than the session (`short-refresh`).
    """
    for area, places, security in _security(scope):
        session, refresh = security.session_minutes, security.refresh_minutes
        if session != SESSION_MINUTES and places.has("security", "session_minutes"):
            yield rule.at(
                places.value("security", "session_minutes"),
                f"a session lasts {session} minutes{in_area(area)}; {SESSION_MINUTES} is usual",
            )
        written = places.has("security", "refresh_session_minutes")
        if written and refresh >= session and refresh != 2 * session:
            yield rule.at(
                places.value("security", "refresh_session_minutes"),
                f"a refresh session lasts {refresh} minutes{in_area(area)}; usual is twice the "
                f"session, {2 * session}",
            )


def short_refresh(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A refresh session is shorter than the session that it is to prolong.

    **Why** It would have ended when it is needed: everybody is signed out.

    **Bad**

    ```yaml
    security: {session_minutes: 60, refresh_session_minutes: 30}
    ```

    **Good**

    ```yaml
    security: {session_minutes: 60, refresh_session_minutes: 120}
    ```

    **Not flagged** A refresh session as long as the session; where nothing is said, it is twice as
    long.
    """
    for area, places, security in _security(scope):
        session, refresh = security.session_minutes, security.refresh_minutes
        if refresh < session:
            written = places.has("security", "refresh_session_minutes")
            name = "refresh_session_minutes" if written else "session_minutes"
            yield rule.at(
                places.value("security", name),
                f"a refresh session lasts {refresh} minutes{in_area(area)}, less than the session "
                f"({session})",
                hint=f"write `refresh_session_minutes: {2 * session}`, or leave it out",
            )


def _security(scope: Scope) -> Iterator[tuple[str | None, Places, Security]]:
    for area, layer in scope.layers.items():
        written = layer.configurations.get("general")
        if written is None or not isinstance(written.data, Mapping):
            continue
        if written.data.get("security") is not None:
            got = scope.content if area is None else scope.content.areas[area]
            yield area, written.places, got.configurations.general.security
