"""Runs a command and kills it right before a system call that changes the disk.

What lies on the disk changes at those calls alone: killed before one is killed after the last one.
"""

import os
import platform
import select
import signal
import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from compiler.cli import main
from tests.journeys.system_calls import MACHINES, Waiting, let_go_on, listen, receive


@dataclass(frozen=True)
class Outcome:
    """The names of the system calls that changed the disk, and the exit code, negative if killed."""

    calls: tuple[str, ...]
    code: int


def can_listen() -> bool:
    """Tell whether this machine lets a process listen to the system calls of its child."""
    if sys.platform != "linux" or platform.machine() not in MACHINES:
        return False
    pid = os.fork()
    if pid == 0:
        with suppress(OSError):
            listen()
            os.kill(os.getpid(), signal.SIGKILL)  # the call to exit would wait for ever
        os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL


def run_watched(arguments: Sequence[str], folder: Path, kill_at: int | None = None) -> Outcome:
    """Run `clientarea` in a folder; kill it at the change of a number, counted from 0.

    The number after that of the last change is the moment at which it ends. Without ``kill_at`` it
    runs to its end. The changes of its children count as its own.
    """
    here, there = socket.socketpair()
    with here, there:
        pid = os.fork()
        if pid == 0:
            _become(arguments, folder, there)
        there.close()
        _, [listener], _, _ = socket.recv_fds(here, 1, 1)
    calls: list[str] = []
    with os.fdopen(listener), os.fdopen(os.pidfd_open(pid)) as process:
        try:
            for call in _waiting(listener, process.fileno()):
                ends = call.name == "exit_group" and call.thread == pid
                changes = call.changes(folder)
                if (ends or changes) and len(calls) == kill_at:
                    break
                calls += [call.name] if changes else []
                let_go_on(listener, call)
        finally:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            _, status = os.waitpid(pid, 0)
    return Outcome(tuple(calls), os.waitstatus_to_exitcode(status))


def run_free(arguments: Sequence[str], folder: Path) -> int:
    """Run `clientarea` in a folder, in a process of its own; return its exit code."""
    pid = os.fork()
    if pid == 0:
        _become(arguments, folder)
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status)


def _waiting(listener: int, process: int) -> Iterator[Waiting]:
    """Yield the calls that wait to be let go on, until the process has ended."""
    poll = select.poll()
    poll.register(listener, select.POLLIN)
    poll.register(process, select.POLLIN)
    while process not in (ready := dict(poll.poll())):
        call = receive(listener) if ready[listener] & select.POLLIN else None
        if call is not None:
            yield call


def _become(arguments: Sequence[str], folder: Path, watcher: socket.socket | None = None) -> None:
    """Let this process be the command; where it is watched, from here on."""
    try:
        os.chdir(folder)
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        if watcher is not None:
            listener = listen()
            socket.send_fds(watcher, [b"."], [listener])
            os.close(listener)
        os._exit(main(list(arguments)))
    finally:
        os._exit(70)
