"""`credential new`: a secret that is printed once, and kept by its hash alone."""

import datetime as dt

from compiler.adapters.secret_maker import new_secret
from compiler.base.failure import UsageError
from compiler.base.hashing import sha256
from compiler.commands.editing import Asked, run_edit
from compiler.commands.trying import try_draft
from compiler.edit.credentials.renewing import Wish, renew
from compiler.edit.verbs.editor import Editor
from compiler.report.console import Console
from compiler.wiring import system_clock


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    action: str,  # noqa: ARG001 - there is one as yet
    area: str,
    name: str,
    scopes: str | None,
    expires: str,
    dry_run: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Make a token, or a new secret of an OAuth client; return the exit code."""
    secret = new_secret()
    verifier = f"sha256:{sha256(secret.encode())}"
    wanted = None if scopes is None else [one.strip() for one in scopes.split(",")]
    wish = Wish(area, name, wanted, _day(expires), verifier)
    # With its hash no call is like another: one that was interrupted had printed nothing.
    asked = Asked(project, None, dry_run, format, ("credential", "new", area, name, verifier))

    def plan(editor: Editor) -> str | None:
        renew(editor, wish, system_clock().now().date())
        return try_draft(editor, project)

    told = {} if dry_run else {"secret": secret}
    code = run_edit(console, asked, plan, told)
    if not dry_run and format != "json":
        console.note("This is the only time that it is shown: put it where its user finds it.")
    return code


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"`--expires {text}` is no date: write one such as 2027-01-31") from None
