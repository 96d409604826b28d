"""The command line: a parser, and what each kind of failure exits with.

Handlers are imported only when their verb is chosen, so that no verb pays for another.
"""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any, NoReturn, TextIO

from compiler import __version__
from compiler.base.suggest import nearest
from compiler.base.visible import visible_lines
from compiler.commands.exits import (
    BUG,
    INTERRUPTED,
    PIPE_CLOSED,
    USAGE,
    exit_code_of,
    sentence_of,
)
from compiler.report.console import Console, standard_console
from compiler.verbs import VERBS, Verb


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    _open_closed_streams()
    console = standard_console()
    try:
        code = _run(console, list(sys.argv[1:] if argv is None else argv))
        console.out.flush()
    except KeyboardInterrupt:
        return _interrupted(console)
    except BrokenPipeError:
        # Whoever read our output has seen enough, but perhaps not all: as any program that dies so.
        _leave(console.out)
        return PIPE_CLOSED
    except Exception as failure:  # noqa: BLE001 - the last guard: every failure becomes one sentence
        # Python 3.11 wraps what interrupts the making of a class, as while a module is imported.
        if isinstance(failure.__cause__, KeyboardInterrupt):
            return _interrupted(console)
        return _failed(console, failure)
    return code


def _run(console: Console, argv: list[str]) -> int:
    try:
        verb, given = _parsed(argv)
    except SystemExit as said:  # the parser has said what there was to say
        return int(said.code or 0)
    profiled = given.pop("profile", False)
    handler = import_module(f"compiler.commands.{verb.module}")
    try:
        code: int = handler.run(console, **given)
    finally:  # a run that fails, or takes too long for somebody, has taken its time as well
        if profiled:
            _tell_profile(console)
    return code


def _tell_profile(console: Console) -> None:
    from compiler.adapters.stages import stages, whole_run  # only who asks pays for it
    from compiler.report.profile_text import profile_text

    _say(console, profile_text(stages(), whole_run()))


def _parsed(argv: list[str]) -> tuple[Verb, dict[str, Any]]:
    """Return the verb and what it is given. Raises SystemExit where that cannot be."""
    parser = build_parser(_named_in(argv))
    namespace, words = parser.parse_known_args(argv)
    given = vars(namespace)
    verb = VERBS[given.pop("verb")]
    if verb.fields:
        given["words"] = words
    elif words:
        parser.error(f"unrecognized arguments: {' '.join(words)}")
    return verb, given


def _interrupted(console: Console) -> int:
    _say(console, "Interrupted.")
    return INTERRUPTED


def _failed(console: Console, failure: Exception) -> int:
    code = exit_code_of(failure)
    if code != BUG:
        sentence = visible_lines(sentence_of(failure))
    else:
        from compiler.adapters.bug_log import write_bug_log

        where = write_bug_log()
        sentence = f"this is a bug of ours ({type(failure).__name__}); details: {where}"
    _say(console, f"clientarea: {sentence}")
    try:
        console.out.flush()
    except OSError:
        _leave(console.out)
    return code


def _say(console: Console, sentence: str) -> None:
    try:
        console.note(sentence)
    except OSError:
        _leave(console.err)  # nobody can be told


def _open_closed_streams() -> None:
    """Put nothing in place of a stream that the caller closed; no file may get its number."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))


def _leave(stream: TextIO) -> None:
    """Let what a broken stream still holds go nowhere: Python flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class _Parser(argparse.ArgumentParser):
    """A parser that names the verb that was probably meant, and takes no shortened options."""

    # `override` would have to come from a package: the standard library has it from 3.12 on.
    def error(self, message: str) -> NoReturn:  # type: ignore[explicit-override]
        """Write one sentence and exit with 2."""
        word = message.partition("invalid choice: '")[2].partition("'")[0]
        if word and "argument VERB" in message:
            near = nearest(word, VERBS)
            hint = f"; did you mean `{near}`?" if near else ""
            message = f"there is no verb `{word}`{hint}"
        sys.stderr.write(f"clientarea: {message}\nSee `{self.prog} --help`.\n")
        raise SystemExit(USAGE)


def _named_in(argv: Sequence[str]) -> list[Verb]:
    """Return the verbs that may be meant: to prepare for all takes longer than some of them do."""
    asks_for_help = not {"-h", "--help"}.isdisjoint(argv)
    named = [] if asks_for_help else [VERBS[word] for word in argv if word in VERBS]
    return list(dict.fromkeys(named)) or list(VERBS.values())


def build_parser(known: Iterable[Verb] = tuple(VERBS.values())) -> argparse.ArgumentParser:
    """Return the parser of all verbs, or of some."""
    parser = _Parser(
        prog="clientarea",
        description="Check, compile and publish a repository of Client Area content.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"clientarea {__version__}")
    parser.add_argument(
        "--project", metavar="DIR", help="the project's folder (default: here or above)"
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    for verb in known:
        one = verbs.add_parser(
            verb.name, help=verb.help, description=_sentence(verb.help), allow_abbrev=False
        )
        one.add_argument(
            "--project", metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS
        )
        verb.arguments(one)
    return parser


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
