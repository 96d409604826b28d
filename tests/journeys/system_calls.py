"""The system calls of a process that change the disk, shown to another before they take effect.

Linux only. A filter hands them to a listener (`seccomp_unotify(2)`), those of the children too;
each waits until the listener lets it go on.
"""

import ctypes
import errno
import fcntl
import os
import platform
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar


@dataclass(frozen=True)
class _Call:
    """A system call: which of its arguments are the handle and the path of what it changes."""

    name: str
    handle: int | None = None
    path: int | None = None


_BY_HANDLE = [
    _Call(name, 0)
    for name in (
        *("write", "pwrite64", "writev", "pwritev", "sendfile", "fsync", "fdatasync"),
        *("ftruncate", "fallocate", "fchmod", "fchown"),
    )
]
_BY_PATH = [
    *(_Call(name, None, 0) for name in ("truncate", "rename", "mkdir", "rmdir", "unlink", "chmod")),
    *(_Call(name, None, 1) for name in ("link", "symlink")),
]
_BY_BOTH = [
    *(_Call(name, 0, 1) for name in ("openat", "mkdirat", "unlinkat", "renameat", "renameat2")),
    *(_Call(name, 0, 1) for name in ("fchmodat", "utimensat")),
    _Call("symlinkat", 1, 2),
    _Call("linkat", 2, 3),
]
_OTHER = [_Call("copy_file_range", 2), _Call("exit_group")]
_CALLS = {call.name: call for call in (*_BY_HANDLE, *_BY_PATH, *_BY_BOTH, *_OTHER)}

_X86_64 = {
    1: "write", 18: "pwrite64", 20: "writev", 40: "sendfile", 74: "fsync", 75: "fdatasync",
    76: "truncate", 77: "ftruncate", 82: "rename", 83: "mkdir", 84: "rmdir", 86: "link",
    87: "unlink", 88: "symlink", 90: "chmod", 91: "fchmod", 93: "fchown", 231: "exit_group",
    257: "openat", 258: "mkdirat", 263: "unlinkat", 264: "renameat", 265: "linkat",
    266: "symlinkat", 268: "fchmodat", 280: "utimensat", 285: "fallocate", 296: "pwritev",
    316: "renameat2", 326: "copy_file_range",
}  # fmt: skip
_AARCH64 = {
    34: "mkdirat", 35: "unlinkat", 36: "symlinkat", 37: "linkat", 38: "renameat",
    45: "truncate", 46: "ftruncate", 47: "fallocate", 52: "fchmod", 53: "fchmodat",
    55: "fchown", 56: "openat", 64: "write", 66: "writev", 68: "pwrite64", 70: "pwritev",
    71: "sendfile", 82: "fsync", 83: "fdatasync", 88: "utimensat", 94: "exit_group",
    276: "renameat2", 285: "copy_file_range",
}  # fmt: skip
_NUMBERS = {"x86_64": _X86_64, "aarch64": _AARCH64}
_SECCOMP = {"x86_64": 317, "aarch64": 277}
MACHINES = frozenset(_NUMBERS)

_NO_NEW_PRIVILEGES, _SET_FILTER, _NEW_LISTENER = 38, 1, 8
_LOAD_NUMBER, _IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_NOTIFY, _ALLOW = 0x7FC00000, 0x7FFF0000
_RECEIVE, _SEND, _CONTINUE = 0xC0502100, 0xC0182101, 1
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_HERE = 0xFFFFFF9C
"""The handle that stands for the folder a process is in."""
_LONGEST_PATH = 4096


class _Notice(ctypes.Structure):
    """The kernel's seccomp_notif: who waits, and at which call."""

    _fields_: ClassVar[Any] = (
        ("id", ctypes.c_uint64),
        ("thread", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("number", ctypes.c_int32),
        ("arch", ctypes.c_uint32),
        ("instruction", ctypes.c_uint64),
        ("arguments", ctypes.c_uint64 * 6),
    )


class _Response(ctypes.Structure):
    """The kernel's seccomp_notif_resp."""

    _fields_: ClassVar[Any] = (
        ("id", ctypes.c_uint64),
        ("value", ctypes.c_int64),
        ("error", ctypes.c_int32),
        ("flags", ctypes.c_uint32),
    )


class _Step(ctypes.Structure):
    """One step of a filter of system calls."""

    _fields_: ClassVar[Any] = (
        ("code", ctypes.c_uint16),
        ("then", ctypes.c_uint8),
        ("else_", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    """A filter of system calls."""

    _fields_: ClassVar[Any] = (("length", ctypes.c_uint16), ("steps", ctypes.POINTER(_Step)))


@dataclass(frozen=True)
class Waiting:
    """A call that waits to be let go on, by a thread of a process."""

    id: int
    thread: int
    name: str
    arguments: tuple[int, ...]

    def changes(self, folder: Path) -> bool:
        """Tell whether the call is about to change something in a folder."""
        call = _CALLS[self.name]
        if self.name == "openat" and not self.arguments[2] & _WRITING:
            return False
        return call.name != "exit_group" and self._target(call).is_relative_to(folder.resolve())

    def _target(self, call: _Call) -> Path:
        process = Path(f"/proc/{self.thread}")
        handle = _HERE if call.handle is None else self.arguments[call.handle] & 0xFFFFFFFF
        above = process / ("cwd" if handle == _HERE else f"fd/{handle}")
        if call.path is None:
            return above.resolve()
        return (above.resolve() / self._text(self.arguments[call.path])).resolve()

    def _text(self, address: int) -> str:
        path = f"/proc/{self.thread}/mem"
        with open(path, "rb", buffering=0) as memory:  # noqa: PTH123 - unbuffered
            memory.seek(address)
            return os.fsdecode(memory.read(_LONGEST_PATH).split(b"\0", 1)[0])


def listen() -> int:
    """Have the calls of this process, and of all that it starts, wait for a listener; return it.

    Raises:
        OSError: the kernel does not do that.
    """
    numbers = list(_NUMBERS[platform.machine()])
    jumps = [_Step(_IF_EQUAL, len(numbers) - at, 0, number) for at, number in enumerate(numbers)]
    ends = [_Step(_RETURN, 0, 0, _ALLOW), _Step(_RETURN, 0, 0, _NOTIFY)]
    steps: Sequence[_Step] = [_Step(_LOAD_NUMBER, 0, 0, 0), *jumps, *ends]
    program = _Program(len(steps), (_Step * len(steps))(*steps))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    number = _SECCOMP[platform.machine()]
    listener = int(libc.syscall(number, _SET_FILTER, _NEW_LISTENER, ctypes.byref(program)))
    if listener < 0:
        raise OSError(ctypes.get_errno(), "the system calls of a process cannot be listened to")
    return listener


def receive(listener: int) -> Waiting | None:
    """Return the next call that waits; None where who made it has died meanwhile."""
    notice = _Notice()
    try:
        fcntl.ioctl(listener, _RECEIVE, notice)
    except OSError as failure:
        if failure.errno == errno.ENOENT:
            return None
        raise
    name = _NUMBERS[platform.machine()][notice.number]
    return Waiting(notice.id, notice.thread, name, tuple(notice.arguments))


def let_go_on(listener: int, call: Waiting) -> None:
    """Let a call take effect, unless who made it has died meanwhile."""
    with suppress(FileNotFoundError):
        fcntl.ioctl(listener, _SEND, _Response(call.id, 0, 0, _CONTINUE))
