"""`preview`: a static site of all content, in every language, as visitors will see it."""

import datetime as dt
from collections.abc import Iterator

from compiler.adapters.build_folder import PREVIEW, write_out
from compiler.base.failure import UsageError
from compiler.base.finding import Severity
from compiler.commands.exits import FINE
from compiler.commands.opening import open_project
from compiler.commands.previewing import Previewed, Wish, previewed
from compiler.preview.files import Site
from compiler.report.console import Console
from compiler.report.words import count, size

_FOLDER = f"build/{PREVIEW}"
_HOST = "127.0.0.1"
_PORT = 8765


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    base: str | None,
    serve: bool,
    host: str | None,
    port: int | None,
    source_url: str | None,
    gate: str | None,
    today: dt.date | None,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Write the site, or serve it; return the exit code, 0 whatever is wrong with the content."""
    for option, given in (("--host", host), ("--port", port)):
        if given is not None and not serve:
            raise UsageError(f"`{option}` goes with `--serve`; without it nothing listens")
    wish = Wish(base, gate, _address(source_url), live=serve)
    opened = open_project(console, project, today)
    if serve:
        from compiler.commands.preview_live import serve as serve_preview

        where = _HOST if host is None else host
        serve_preview(console, opened, wish, where, _PORT if port is None else port)
    made, written = previewed(opened, wish), _Written()
    write_out(opened.root, written.counted(made.site), PREVIEW)
    if format == "json":
        console.data(_data(made, written))
    else:
        console.result(_text(made, written))
    return FINE


class _Written:
    """How many files were written, and how many bytes."""

    def __init__(self) -> None:
        self.files = 0
        self.bytes = 0

    def counted(self, site: Site) -> Iterator[tuple[str, bytes]]:
        """Yield the files of a site; each is read when it is its turn."""
        for name, read in site.items():
            data = read()
            self.files += 1
            self.bytes += len(data)
            yield name, data


def _address(source_url: str | None) -> str | None:
    if source_url is None:
        return None
    if "{path}" not in source_url or not source_url.startswith(("https://", "http://")):
        raise UsageError(
            "`--source-url` is an address with `{path}` in it:"
            " `https://git.example/acme/content/blob/main/{path}#L{line}`"
        )
    return source_url


def _text(made: Previewed, written: _Written) -> str:
    errors = sum(one.severity is Severity.ERROR for one in made.findings)
    wrong = f"; {count(errors, 'error')} in it, told there" if errors else ""
    return f"{_FOLDER}/index.html: {count(written.files, 'file')}, {size(written.bytes)}{wrong}"


def _data(made: Previewed, written: _Written) -> dict[str, object]:
    outcome = made.judged.outcome
    return {
        "folder": _FOLDER,
        "page": f"{_FOLDER}/index.html",
        "files": written.files,
        "bytes": written.bytes,
        "summary": outcome.counts(outcome.findings).data(),
    }
