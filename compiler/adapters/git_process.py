"""Runs Git so that nothing in a repository can make it do more than answer.

No hooks, file-system monitor, prompts, pagers, replaced objects or transfers; no locks taken;
messages in English. Environment that points Git elsewhere is not handed on.
"""

import os
import re
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

from compiler.ports.history import HistoryError

_OPTIONS = (
    "--no-pager",
    "--no-replace-objects",
    "--literal-pathspecs",
    "-c", f"core.hooksPath={os.devnull}",
    "-c", "core.fsmonitor=false",
    "-c", "core.quotePath=false",
    "-c", "core.askPass=",
    "-c", "credential.helper=",
    "-c", "protocol.allow=never",
    "-c", "diff.external=",
    "-c", "submodule.recurse=false",
)  # fmt: skip
_SETTINGS = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
}
_KEPT = (
    "GIT_CONFIG_COUNT",
    "GIT_CONFIG_KEY_",
    "GIT_CONFIG_VALUE_",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_PARAMETERS",
    "GIT_EXEC_PATH",
)
"""Where the operator configures Git itself."""
_DISTRUSTED = re.compile(r"ownership in repository at '(.+)'")


@dataclass(frozen=True, slots=True)
class Answer:
    """What Git said: its exit code and the bytes it wrote."""

    code: int
    output: bytes
    complaint: str

    @property
    def line(self) -> str:
        """The output as one line of text."""
        return self.output.decode("utf-8", "surrogateescape").strip()


def ask(folder: Path, *arguments: str, given: bytes = b"") -> Answer:
    """Run Git in a folder. Raises HistoryError where Git is not installed."""
    command = ["git", "-C", str(folder), *_OPTIONS, *arguments]
    try:
        done = subprocess.run(
            command, input=given, capture_output=True, check=False, env=_environment()
        )
    except FileNotFoundError as failure:
        message = f"`{folder}` lies in a Git repository, and Git is not installed here"
        raise HistoryError(message) from failure
    except OSError as failure:
        raise HistoryError(f"Git cannot be run: {(failure.strerror or '').lower()}") from failure
    return Answer(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace").strip())


def demand(folder: Path, *arguments: str, given: bytes = b"") -> Answer:
    """Run Git and expect success. Raises HistoryError with what Git said."""
    answer = ask(folder, *arguments, given=given)
    if answer.code != 0:
        raise refusal(folder, answer)
    return answer


def refusal(folder: Path, answer: Answer) -> HistoryError:
    """Return Git's own words as one sentence."""
    if "dubious ownership" in answer.complaint:
        named = _DISTRUSTED.search(answer.complaint)
        top = named[1] if named else str(folder)
        return HistoryError(
            f"Git does not trust `{top}`, which belongs to another user;"
            f" `git config --global --add safe.directory {shlex.quote(top)}` tells it to"
        )
    lines = [line for line in answer.complaint.splitlines() if line.strip()]
    said = lines[0].removeprefix("fatal: ").removeprefix("error: ") if lines else "no reason given"
    return HistoryError(f"Git failed in `{folder}`: {said}")


def _environment() -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(_KEPT)
    }
    return kept | _SETTINGS
