"""`purge`: take content down, whatever names it has, for good."""

from collections.abc import Sequence

from compiler import __version__
from compiler.base.failure import UsageError
from compiler.commands.opening import open_project
from compiler.commands.targets import open_target, say_result, world_of
from compiler.release.layout import is_hash
from compiler.release.purging import PurgeRequest, purge
from compiler.release.target import Target, World
from compiler.report.console import Console
from compiler.settings import LOCAL


def run(
    console: Console,
    *,
    project: str | None,
    words: Sequence[str],
    reason: str,
    now: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Purge hashes from a target, which may be named before them."""
    asked = take_down(console, project, words, reason, now=now)
    result = purge(*asked)
    say_result(console, asked[0], result, format)
    return result.exit_code


def take_down(
    console: Console, project: str | None, words: Sequence[str], reason: str, *, now: bool
) -> tuple[Target, PurgeRequest, World]:
    """Return what is to be purged where. Raises UsageError for words that are no hashes."""
    if not reason.strip():
        raise UsageError("why is it taken down? the record keeps the reason for good")
    name, hashes = _target_and_hashes(words)
    opened = open_project(console, project)
    public_url = opened.target(name).public_url
    request = PurgeRequest(hashes, reason, __version__, now=now, public_url=public_url)
    return open_target(opened, name), request, world_of(opened)


def _target_and_hashes(words: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    first, *rest = words
    name, named = (LOCAL, words) if is_hash(first.lower()) else (first, rest)
    hashes = [one.lower() for one in named]  # as other tools may print them
    if not hashes:
        raise UsageError("what is to go? name it by its SHA-256, 64 hex digits")
    for one in hashes:
        if not is_hash(one):
            raise UsageError(
                f"`{one}` is not a SHA-256 of 64 hex digits; it stands in the name of the object:"
                " `assets/<sha256>/…`, `objects/0/<sha256>.json`"
            )
    return name, tuple(dict.fromkeys(hashes))
