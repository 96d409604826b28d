"""One side of an `s3:` target: objects in a bucket, below a prefix, by the promises of the port.

A create is `If-None-Match: *`, a replace is `If-Match`. What a broken connection or a busy service
cut short is asked again, so that a create may find its own object: who calls looks at it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import obstore
from obstore.exceptions import AlreadyExistsError as ThereError
from obstore.exceptions import PreconditionError

from compiler.adapters.content_encoding import UnreadableCodingError, decoded, encoded
from compiler.adapters.parallel import in_parallel
from compiler.adapters.s3_client import Connection
from compiler.adapters.s3_errors import Failure, code_of, in_words, status_of
from compiler.ports.store import (
    AlreadyExistsError,
    Attributes,
    ChangedError,
    NewObject,
    Stored,
    StoreError,
)

if TYPE_CHECKING:
    from obstore import PutMode

_Answer = TypeVar("_Answer")

_TOGETHER = 32
"""Requests at once. Where cores are shared with others, 16 wait longer; more are no faster, and a
service may slow them down."""

_TRIES = 3
"""How often a request is made that gets no answer, or half of one. The client itself repeats
others: those answered with 5xx, and connections that were closed in time."""

_PART = r"(?!\.{1,2}(?:/|$))[^/\x00-\x1f\x7f]+"
_NAME = re.compile(f"{_PART}(?:/{_PART})*")

_PAGE = 1000


class S3Store:
    """An object store in a bucket."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._store = connection.store

    @property
    def address(self) -> str:
        """``s3://bucket/prefix``."""
        return self._connection.address

    @property
    def endpoint(self) -> str:
        """The service's address."""
        return self._connection.endpoint

    def get(self, name: str) -> Stored | None:
        """Return an object, decoded; the service's ETag, without quotes, is the tag."""
        with in_words("read", self._place(name)):
            return _patiently(lambda: self._get(name))

    def get_all(self, names: Iterable[str]) -> Iterator[tuple[str, Stored | None]]:
        """Read objects, several at a time."""
        return in_parallel(lambda name: (name, self.get(name)), names, _TOGETHER)

    def put(self, name: str, data: bytes, attributes: Attributes) -> None:
        """Write an object, text compressed, with its SHA-256 for the service to check."""
        self._put(name, data, attributes, "overwrite")

    def put_all(self, objects: Iterable[NewObject]) -> Iterator[str]:
        """Write objects, several at a time."""

        def write(new: NewObject) -> str:
            self.put(new.name, new.read(), new.attributes)
            return new.name

        return in_parallel(write, objects, _TOGETHER)

    def create(self, name: str, data: bytes, attributes: Attributes) -> None:
        """Write an object that must not exist yet; of several writers one can."""
        self._put(name, data, attributes, "create")

    def replace(self, name: str, data: bytes, attributes: Attributes, *, tag: str) -> None:
        """Write over the object that was read with ``tag``.

        Ceph takes the tag without quotes only, others might with quotes only: what is refused in
        the one form is tried in the other. Both name the same object, so that neither can harm.
        """
        try:
            self._put(name, data, attributes, {"e_tag": tag})
        except ChangedError:
            self._put(name, data, attributes, {"e_tag": f'"{tag}"'})

    def names(self, prefix: str, after: str = "") -> Iterator[str]:
        """List names in code point order.

        The service itself begins after a name that is one in the folder of the prefix; in which
        order it has folders is its own affair.
        """
        folder = prefix.rpartition("/")[0]
        top = f"{folder}/" if folder else ""
        flat = after.startswith(top) and "/" not in after.removeprefix(top)
        offset = after if flat and after not in {"", top} else None
        with in_words("list", f"{self.address}/{prefix}"):
            found = _patiently(lambda: self._names(folder, offset))
        return iter(sorted(name for name in found if name.startswith(prefix) and name > after))

    def delete(self, names: Iterable[str]) -> None:
        """Remove objects, a thousand a request."""
        listed = list(names)
        for start in range(0, len(listed), _PAGE):
            page = listed[start : start + _PAGE]
            for name in page:
                self._place(name)
            with in_words("remove objects of", self.address):
                _patiently(lambda page=page: obstore.delete(self._store, page))  # type: ignore[misc]

    def _place(self, name: str) -> str:
        if not _NAME.fullmatch(name):
            raise StoreError(f"`{name}` cannot be the name of an object in `{self.address}`")
        return f"{self.address}/{name}"

    def _names(self, folder: str, offset: str | None) -> list[str]:
        pages = obstore.list(self._store, folder or None, offset=offset, chunk_size=_PAGE)
        return [entry["path"] for page in pages for entry in page]

    def _get(self, name: str) -> Stored | None:
        try:
            found = obstore.get(self._store, name)
        except FileNotFoundError as error:
            if code_of(error) == "NoSuchBucket":
                raise
            return None
        data = bytes(found.bytes())
        try:
            plain = decoded(data, found.attributes.get("Content-Encoding"))
        except UnreadableCodingError as error:
            raise StoreError(f"`{self.address}/{name}` cannot be decompressed") from error
        return Stored(plain, (found.meta["e_tag"] or "").strip('"'))

    def _put(self, name: str, data: bytes, attributes: Attributes, mode: "PutMode") -> None:
        body, coding = encoded(data, attributes.content_type)
        told: dict[Any, str] = {
            "Content-Type": attributes.content_type,
            "Cache-Control": attributes.cache_control,
        }
        if coding is not None:
            told["Content-Encoding"] = coding
        with in_words("write", self._place(name)):
            try:
                _patiently(
                    lambda: obstore.put(
                        self._store, name, body, attributes=told, mode=mode, use_multipart=False
                    )
                )
            except Failure as error:
                if mode != "overwrite" and _is_refused(error):
                    taken = mode == "create"
                    raise (AlreadyExistsError if taken else ChangedError)(name) from error
                raise


def _is_refused(error: Exception) -> bool:
    """Tell whether a condition did not hold, in whichever way services say so.

    AWS answers 404 where nothing is that could be replaced, and 409 where two write at once; the
    client takes the former for 412, the latter for a name that is taken.
    """
    known = isinstance(error, (ThereError, PreconditionError))
    return known and code_of(error) != "NoSuchBucket"


def _patiently(ask: Callable[[], _Answer]) -> _Answer:
    """Ask again where there was no answer; each request here may be made twice."""
    for _ in range(_TRIES - 1):
        try:
            return ask()
        except Failure as error:
            if status_of(error) is not None:
                raise
    return ask()
