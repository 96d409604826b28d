import hashlib
from pathlib import Path

import pytest

from compiler.adapters.lfs import LfsStore, Pointer, pointer_of

DATA = b"the bytes of an image"
OID = hashlib.sha256(DATA).hexdigest()
POINTER = (
    f"version https://git-lfs.github.com/spec/v1\noid sha256:{OID}\nsize {len(DATA)}\n".encode()
)


def test_a_pointer() -> None:
    assert pointer_of(POINTER) == Pointer(OID, len(DATA))
    extended = POINTER.replace(b"\noid", b"\next-0-foo sha256:00\noid", 1)
    assert pointer_of(extended) == Pointer(OID, len(DATA))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        DATA,
        POINTER + b"more\n",
        POINTER.replace(b"sha256", b"md5"),
        b"#" + POINTER,
        POINTER * 9,
    ],
)
def test_what_is_no_pointer(data: bytes) -> None:
    assert pointer_of(data) is None


def test_objects_of_the_store(tmp_path: Path) -> None:
    store = LfsStore(tmp_path)
    pointer = Pointer(OID, len(DATA))
    assert (store.has(pointer), store.read(pointer)) == (False, None)
    path = tmp_path / "lfs" / "objects" / OID[:2] / OID[2:4] / OID
    path.parent.mkdir(parents=True)
    path.write_bytes(DATA)
    assert (store.has(pointer), store.read(pointer)) == (True, DATA)
    path.write_bytes(DATA[::-1])
    assert store.read(pointer) is None
    path.write_bytes(b"cut")
    assert not store.has(pointer)


def test_without_git_there_is_no_object() -> None:
    store = LfsStore(None)
    assert not store.has(Pointer(OID, 1))
    assert store.read(Pointer(OID, 1)) is None
