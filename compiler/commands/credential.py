"""`credential`: a secret printed once and kept by its hash alone; or taken away again."""

import datetime as dt
from dataclasses import replace

from compiler.adapters.secret_maker import new_secret
from compiler.base.failure import UsageError
from compiler.base.hashing import sha256
from compiler.commands.editing import Asked, run_edit
from compiler.commands.exits import FINE
from compiler.commands.trying import try_draft
from compiler.edit.credentials.ending import Ending, Sort, end
from compiler.edit.credentials.renewing import Wish, renew
from compiler.edit.verbs.editor import Editor
from compiler.report.console import Console
from compiler.wiring import system_clock


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    action: str,
    area: str,
    name: str,
    scopes: str | None,
    expires: str | None,
    of: Sort | None,
    all: bool,  # noqa: A002 - the option's name
    dry_run: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Make a token or a new secret of an OAuth client, or end old ones; return the exit code."""
    if action == "end":
        if scopes is not None or expires is not None:
            raise UsageError("`--scopes` and `--expires` are for `credential new`")
        ending = Ending(area, name, of, every=all)
        return _end(console, ending, project, dry_run=dry_run, format_=format)
    if of is not None or all:
        raise UsageError("`--of` and `--all` are for `credential end`")
    if expires is None:
        raise UsageError("say with `--expires` until which day it holds, such as 2027-01-31")
    wanted = None if scopes is None else [one.strip() for one in scopes.split(",")]
    wish = Wish(area, name, wanted, _day(expires), "")
    return _new(console, wish, project, dry_run=dry_run, format_=format)


def _new(console: Console, wish: Wish, project: str | None, *, dry_run: bool, format_: str) -> int:
    secret = new_secret()
    verifier = f"sha256:{sha256(secret.encode())}"
    made = replace(wish, verifier=verifier)
    # With its hash no call is like another: one that was interrupted had printed nothing.
    command = ("credential", "new", wish.area, wish.name, verifier)
    asked = Asked(project, None, dry_run, format_, command)

    def plan(editor: Editor) -> str | None:
        renew(editor, made, system_clock().now().date())
        return try_draft(editor, project)

    told = {} if dry_run else {"secret": secret}
    code = run_edit(console, asked, plan, told)
    if not dry_run and format_ != "json":
        console.note("This is the only time that it is shown: put it where its user finds it.")
    return code


def _end(
    console: Console, ending: Ending, project: str | None, *, dry_run: bool, format_: str
) -> int:
    command = ("credential", "end", ending.area, ending.name, *(["--all"] if ending.every else []))
    asked = Asked(project, None, dry_run, format_, command)

    def plan(editor: Editor) -> str | None:
        end(editor, ending)
        return try_draft(editor, project)

    code = run_edit(console, asked, plan)
    if code == FINE and not dry_run and format_ != "json":
        console.note("It is let in until this is published; no rollback brings it back.")
    return code


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"`--expires {text}` is no date: write one such as 2027-01-31") from None
