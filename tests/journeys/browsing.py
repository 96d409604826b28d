"""Pages in real Chromium: where it is, folders served to it, previews walked through."""

import json
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import orjson
from typing_extensions import override

from tests.conftest import missing
from tests.node.running import node_command


def chromium_path() -> str:
    """Return where Chromium is; skip where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        missing("no Chromium is on the path (Debian: apt-get install chromium)")
    return path


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files, and says nothing of it."""

    @override
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; what is yielded is its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def visited(address: str, visits: Sequence[dict[str, Any]], seconds: int = 500) -> list[Any]:
    """Walk through a preview; return what each visit read, was told, loaded.

    Chromium is started once a process; each walk has windows of its own.
    """
    asked = json.dumps({"address": address, "visits": visits}).encode()
    walker = _walker()
    timer = threading.Timer(seconds, walker.kill)
    timer.start()
    try:
        assert walker.stdin is not None
        assert walker.stdout is not None
        walker.stdin.write(asked + b"\n")
        walker.stdin.flush()
        answer = walker.stdout.readline()
        assert answer, f"Chromium has ended, or was ended after {seconds} seconds"
    except BaseException:
        walker.kill()  # what it is about to answer would be taken for that to another question
        walker.wait()
        _walker.cache_clear()
        raise
    finally:
        timer.cancel()
    told: dict[str, Any] = json.loads(answer)
    assert "found" in told, told["failure"]
    found: list[Any] = told["found"]
    return found


@cache
def _walker() -> subprocess.Popen[bytes]:
    """Start what walks, with its Chromium; both end once nobody can ask any more."""
    return subprocess.Popen(
        [*node_command("preview.mjs"), chromium_path()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def file_address(folder: Path) -> str:
    """Return the address of a preview that lies on the disk."""
    return (folder / "index.html").as_uri()


_DATA = re.compile(rb"preview\.take\('([^']+)','(.*)'\)\n", re.DOTALL)


def preview_data(folder: Path, name: str = "overview") -> Any:
    """Return what a data file of a preview hands to the page."""
    found = _DATA.fullmatch((folder / "data" / f"{name}.js").read_bytes())
    assert found is not None
    assert found[1].decode() == name
    return orjson.loads(re.sub(rb"\\(['\\])", rb"\1", found[2]))
