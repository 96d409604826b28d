"""Runs a command and kills it at a system call that changes the disk, before or after its effect.

Linux only: a filter of system calls stops the command at those, for the process that traces it.
"""

import ctypes
import os
import platform
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from compiler.cli import main

_TRACEME, _CONT, _TO_EXIT, _OPTIONS, _INFO = 0, 7, 24, 0x4200, 0x420E
_SYSGOOD, _TRACE_SECCOMP = 0x01, 0x80
_SECCOMP_STOP = signal.SIGTRAP | (7 << 8)
_EXIT_STOP = signal.SIGTRAP | 0x80
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD_NUMBER, _IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_TRACE, _ALLOW = 0x7FF00000, 0x7FFF0000
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

_X86 = [
    "1",
    "write",
    "18",
    "pwrite",
    "20",
    "writev",
    "74",
    "fsync",
    "75",
    "fdatasync",
    "76",
    "truncate",
    "77",
    "ftruncate",
    "82",
    "rename",
    "83",
    "mkdir",
    "84",
    "rmdir",
    "86",
    "link",
    "87",
    "unlink",
    "88",
    "symlink",
    "90",
    "chmod",
    "91",
    "fchmod",
    "257",
    "openat",
    "258",
    "mkdirat",
    "263",
    "unlinkat",
    "264",
    "renameat",
    "266",
    "symlinkat",
    "268",
    "fchmodat",
    "316",
    "renameat2",
]
_ARM = [
    "64",
    "write",
    "68",
    "pwrite",
    "66",
    "writev",
    "82",
    "fsync",
    "83",
    "fdatasync",
    "45",
    "truncate",
    "46",
    "ftruncate",
    "34",
    "mkdirat",
    "35",
    "unlinkat",
    "36",
    "symlinkat",
    "38",
    "renameat",
    "276",
    "renameat2",
    "53",
    "fchmodat",
    "52",
    "fchmod",
    "56",
    "openat",
]
_CALLS = {
    machine: dict(zip(map(int, table[::2]), table[1::2], strict=True))
    for machine, table in (("x86_64", _X86), ("aarch64", _ARM))
}
"""The system calls that change the disk, by number."""


class _Info(ctypes.Structure):
    """The kernel's ptrace_syscall_info, as far as a call that is about to be made has it."""

    _fields_: ClassVar[Any] = (
        ("op", ctypes.c_uint8),
        ("arch", ctypes.c_uint32),
        ("instruction", ctypes.c_uint64),
        ("stack", ctypes.c_uint64),
        ("number", ctypes.c_uint64),
        ("arguments", ctypes.c_uint64 * 6),
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
class Outcome:
    """The names of the system calls that changed the disk, and the exit code, negative if killed."""

    calls: tuple[str, ...]
    code: int


def can_trace() -> bool:
    """Tell whether this machine lets a process trace its own child, and filter its calls."""
    if sys.platform != "linux" or platform.machine() not in _CALLS:
        return False
    pid = os.fork()
    if pid == 0:
        try:
            libc = _libc()
            traced = libc.ptrace(_TRACEME, 0, None, None) == 0
            _stop_at_changes(libc)
            os._exit(0 if traced else 1)
        finally:
            os._exit(1)
    return os.waitpid(pid, 0)[1] == 0


def run_traced(
    arguments: Sequence[str], folder: Path, kill_at: int | None = None, *, after: bool = False
) -> Outcome:
    """Run `clientarea` in a folder; kill it at the system call of a number, counted from 0.

    Without ``kill_at`` it runs to its end.
    """
    pid = os.fork()
    if pid == 0:
        _become(arguments, folder)
    libc = _libc()
    _wait_for_stop(pid)
    libc.ptrace(_OPTIONS, pid, None, _SYSGOOD | _TRACE_SECCOMP)
    calls: list[str] = []
    passed = 0
    while True:
        libc.ptrace(_CONT, pid, None, passed)
        _, status = os.waitpid(pid, 0)
        if not os.WIFSTOPPED(status):
            return Outcome(tuple(calls), os.waitstatus_to_exitcode(status))
        stop = status >> 8
        passed = 0 if stop == _SECCOMP_STOP else os.WSTOPSIG(status)
        name = _changing(libc, pid, folder) if stop == _SECCOMP_STOP else None
        if name is None:
            continue
        calls.append(name)
        if len(calls) - 1 == kill_at:
            if after:
                libc.ptrace(_TO_EXIT, pid, None, 0)
                os.waitpid(pid, 0)
            return _killed(pid, calls)


def run_free(arguments: Sequence[str], folder: Path) -> int:
    """Run `clientarea` in a folder, in a process of its own; return its exit code."""
    pid = os.fork()
    if pid == 0:
        _become(arguments, folder, traced=False)
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status)


def _libc() -> ctypes.CDLL:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.argtypes = (ctypes.c_long, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
    return libc


def _become(arguments: Sequence[str], folder: Path, *, traced: bool = True) -> None:
    """Let this process be the command; where it is traced, it stops right before it begins."""
    try:
        os.chdir(folder)
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        if traced:
            libc = _libc()
            libc.ptrace(_TRACEME, 0, None, None)
            os.kill(os.getpid(), signal.SIGSTOP)
            _stop_at_changes(libc)
        os._exit(main(list(arguments)))
    finally:
        os._exit(70)


def _stop_at_changes(libc: ctypes.CDLL) -> None:
    """Have the kernel stop this process at the calls of the table, and at no others."""
    numbers = list(_CALLS[platform.machine()])
    jumps = [
        _Step(_IF_EQUAL, len(numbers) - index, 0, number) for index, number in enumerate(numbers)
    ]
    steps = [
        _Step(_LOAD_NUMBER, 0, 0, 0),
        *jumps,
        _Step(_RETURN, 0, 0, _ALLOW),
        _Step(_RETURN, 0, 0, _TRACE),
    ]
    program = _Program(len(steps), (_Step * len(steps))(*steps))
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    assert libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program)) == 0


def _wait_for_stop(pid: int) -> None:
    _, status = os.waitpid(pid, 0)
    assert os.WIFSTOPPED(status), status


def _changing(libc: ctypes.CDLL, pid: int, folder: Path) -> str | None:
    """Return the name of the call that is about to be made, if it changes the folder.

    What is said goes to a file of the test runner, and a module that is imported for the first
    time may be kept compiled: neither is a change of the project.
    """
    info = _Info()
    libc.ptrace(_INFO, pid, ctypes.sizeof(info), ctypes.byref(info))
    name = _CALLS[platform.machine()].get(info.number)
    if name is None or (name == "openat" and not info.arguments[2] & _WRITING):
        return None
    target = _target(pid, name, info.arguments)
    return name if target.resolve().is_relative_to(folder.resolve()) else None


def _target(pid: int, name: str, arguments: Sequence[int]) -> Path:
    """Return the file or folder that a call is about, by the handle or the path it is given."""
    if name in _BY_HANDLE:
        return Path(f"/proc/{pid}/fd/{arguments[0]}")
    above, path = (arguments[0], arguments[1]) if name.endswith(_AT) else (_HERE, arguments[0])
    here = above & _HERE == _HERE
    return Path(f"/proc/{pid}/{'cwd' if here else f'fd/{above}'}").resolve() / _text(pid, path)


_BY_HANDLE = {"write", "writev", "pwrite", "fsync", "fdatasync", "ftruncate", "fchmod"}
_AT = ("at", "at2")
_HERE = 0xFFFFFF9C
"""The handle that stands for the folder a process is in."""


def _text(pid: int, address: int) -> str:
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:  # noqa: PTH123 - unbuffered
        memory.seek(address)
        return os.fsdecode(memory.read(_LONGEST_PATH).split(b"\0", 1)[0])


_LONGEST_PATH = 4096


def _killed(pid: int, calls: list[str]) -> Outcome:
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    return Outcome(tuple(calls), os.waitstatus_to_exitcode(status))
