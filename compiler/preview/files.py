"""The files of a preview: data that a page loads by name, frames with what strangers wrote.

Data is JSON inside of a script, since a page that was opened from a disk may load nothing else.
Names are made of the content's hash, or of all that it is made of: equal data is one file, however
many areas show it.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

import orjson

from compiler.base.hashing import sha256

Site = Mapping[str, Callable[[], bytes]]
"""The bytes of every file, by its path in the site."""

FRAME_POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; font-src 'none';"
    " form-action 'none'; base-uri 'none'"
)
"""What a frame may do: show its own words and pictures of the site, run and fetch nothing."""

_ASSET = re.compile(rb"assets/[0-9a-f]{64}/[A-Za-z0-9._-]{1,100}")

_LEADING_AWAY = re.compile("http-equiv", re.IGNORECASE)

_NAME = 16
"""Hex digits of a hash in a file's name: 64 bits, enough to tell a million files apart."""


class Files:
    """Takes in the files of a site, each once, and hands out their names."""

    def __init__(self) -> None:
        self._files: dict[str, Callable[[], bytes]] = {}
        self._assets: set[str] = set()

    def data(self, value: Any) -> str:  # noqa: ANN401 - any JSON value
        """Put in a JSON value; return the name that the page loads it by."""
        encoded = orjson.dumps(value)
        name = sha256(encoded)[:_NAME]
        self._put(f"data/{name}.js", data_script(name, encoded))
        return name

    def named(self, name: str, value: Any) -> None:  # noqa: ANN401 - any JSON value
        """Put in a JSON value under a name of its own, which the page knows; the last one stays."""
        self._files.pop(f"data/{name}.js", None)
        self._put(f"data/{name}.js", data_script(name, orjson.dumps(value)))

    def later(self, made_of: Any, make: Callable[[], Any]) -> str:  # noqa: ANN401 - JSON values
        """Put in a JSON value that is made once it is read, known by all that it is made of."""
        name = sha256(orjson.dumps(made_of))[:_NAME]
        self.file(f"data/{name}.js", lambda: data_script(name, orjson.dumps(make())))
        return name

    def frame(self, html: str) -> str:
        """Put in a page that a stranger wrote; return its path.

        What limits it stands before everything else, so that nothing in it can come first. No
        policy keeps a page from leading elsewhere by itself, so that is taken out of it.
        """
        page = (
            '<!doctype html><meta http-equiv="Content-Security-Policy"'
            f' content="{FRAME_POLICY}"><meta charset="utf-8"><base target="_blank">'
            f"{_LEADING_AWAY.sub('data-http-equiv', html)}"
        ).encode()
        path = f"frames/{sha256(page)[:_NAME]}.html"
        self._put(path, page)
        return path

    def picture(self, data: bytes) -> str:
        """Put in a picture that was drawn for the preview, in WebP; return its path."""
        path = f"pictures/{sha256(data)[:_NAME]}.webp"
        self._put(path, data)
        return path

    def file(self, path: str, read: Callable[[], bytes]) -> None:
        """Put in a file as it is, read when it is wanted."""
        self._files.setdefault(path, read)

    def named_assets(self) -> set[str]:
        """Return the paths of all assets that the files of before name."""
        return set(self._assets)

    def site(self) -> Site:
        """Return all files, in the order of their paths."""
        return dict(sorted(self._files.items()))

    def _put(self, path: str, data: bytes) -> None:
        if path not in self._files:
            self._files[path] = lambda: data
            self._assets.update(one.decode() for one in _ASSET.findall(data))


def data_script(name: str, encoded: bytes) -> bytes:
    """Return JSON as a script that hands it to the page: as a text, which is parsed faster."""
    quoted = encoded.replace(b"\\", b"\\\\").replace(b"'", b"\\'")
    return b"preview.take('%s','%s')\n" % (name.encode(), quoted)
