"""The command line: a parser, the table of verbs, and what each kind of failure exits with.

Handlers are imported only when their verb is chosen, so that no verb pays for another.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple, NoReturn, TextIO

from compiler import __version__
from compiler.base.suggest import nearest
from compiler.base.visible import visible_lines
from compiler.commands.exits import BUG, INTERRUPTED, USAGE, WORLD, exit_code_of, sentence_of
from compiler.report.console import Console, standard_console

Arguments = Callable[[argparse.ArgumentParser], None]


class Verb(NamedTuple):
    """A verb of the command line; ``module`` below compiler.commands has its ``run``."""

    name: str
    module: str
    help: str
    arguments: Arguments


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
        # Whoever read our output has seen enough, but perhaps not all: that is no success.
        _leave(console.out)
        return WORLD
    except Exception as failure:  # noqa: BLE001 - the last guard: every failure becomes one sentence
        # Python 3.11 wraps what interrupts the making of a class, as while a module is imported.
        if isinstance(failure.__cause__, KeyboardInterrupt):
            return _interrupted(console)
        return _failed(console, failure)
    return code


def _run(console: Console, argv: list[str]) -> int:
    try:
        arguments = vars(build_parser().parse_args(argv))
    except SystemExit as said:  # the parser has said what there was to say
        return int(said.code or 0)
    verb = VERBS[arguments.pop("verb")]
    handler = import_module(f"compiler.commands.{verb.module}")
    code: int = handler.run(console, **arguments)
    return code


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


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all verbs."""
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
    for verb in VERBS.values():
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


def _format(parser: argparse.ArgumentParser, *more: str) -> None:
    parser.add_argument(
        "--format",
        choices=["text", "json", *more],
        default="text",
        help="for people or for programs",
    )


def _output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--output", metavar="FILE", help="write there instead of to the terminal")


def _gate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--gate",
        choices=["draft", "complete", "reviewed"],
        help="how complete enabled languages must be",
    )


def _strict(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strict", action="store_true", help="warnings refuse the content too")


def _target(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "target", metavar="TARGET", nargs="?", default="local", help="default: local"
    )


def _init(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("directory", metavar="DIR", nargs="?", help="default: this folder")


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", help="only findings in these files or folders"
    )
    parser.add_argument(
        "--rule", action="append", metavar="RULE", help="only this rule; repeatable"
    )
    parser.add_argument("--locale", metavar="L,L", help="only findings of these languages")
    _gate(parser)
    _strict(parser)
    _format(parser)
    _output(parser)


def _build(parser: argparse.ArgumentParser) -> None:
    _gate(parser)
    _strict(parser)
    _format(parser)


def _plan(parser: argparse.ArgumentParser) -> None:
    _target(parser)
    _gate(parser)
    _publish_flags(parser)
    _format(parser)


def _publish_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--staged", action="store_true", help="store the release without making it live"
    )
    parser.add_argument("--allow-older", action="store_true", help="publish over a newer commit")
    parser.add_argument("--allow-dirty", action="store_true", help="publish what is not committed")


def _publish(parser: argparse.ArgumentParser) -> None:
    _plan(parser)


def _releases(parser: argparse.ArgumentParser) -> None:
    _target(parser)
    _format(parser)


def _rollback(parser: argparse.ArgumentParser) -> None:
    _target(parser)
    parser.add_argument(
        "--to",
        metavar="N",
        type=_number,
        required=True,
        help="the number of the release to go back to",
    )
    parser.add_argument(
        "--with-credentials", action="store_true", help="bring back the credentials of then as well"
    )
    parser.add_argument("--reason", metavar="WORDS", help="why; kept in the record")
    _format(parser)


def _resume(parser: argparse.ArgumentParser) -> None:
    _target(parser)
    parser.add_argument(
        "--only-lift", action="store_true", help="lift the hold and change nothing that is live"
    )
    _format(parser)


def _verify(parser: argparse.ArgumentParser) -> None:
    _target(parser)
    parser.add_argument("--repair", action="store_true", help="finish what a dead publisher began")
    parser.add_argument(
        "--rebuild", action="store_true", help="compile the live commit again and compare the id"
    )
    _format(parser)


def _import(parser: argparse.ArgumentParser) -> None:
    _interchange(parser)
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files or folders to bring in")
    parser.add_argument(
        "--source-locale", metavar="L", required=True, help="the language the texts were written in"
    )
    parser.add_argument(
        "--locale-map",
        metavar="A=B",
        action="append",
        default=[],
        help="take the name A for the language B; repeatable",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be written, write nothing"
    )


def _export(parser: argparse.ArgumentParser) -> None:
    _interchange(parser)
    parser.add_argument("--locale", metavar="L,L", help="only these languages")
    parser.add_argument("--output", metavar="DIR", required=True, help="the folder to write to")


def _interchange(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        choices=["po", "i18next", "icu-json", "rails-yaml"],
        required=True,
        help="the format of the files",
    )
    parser.add_argument(
        "--namespace", metavar="NS", required=True, help="the namespace of the strings"
    )


def _sync(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--namespace", metavar="NS", help="only this namespace")
    parser.add_argument("--locale", metavar="L,L", help="only the catalogues of these languages")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be written, write nothing"
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 where there is something to do"
    )
    _format(parser)


def _merge_po(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "versions",
        metavar="VERSION",
        nargs="*",
        help="as Git hands them over: %%O %%A %%B %%L %%P; the merged file takes the place of %%A",
    )
    parser.add_argument(
        "--install", action="store_true", help="write the driver to the configuration of this clone"
    )


def _status(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--by",
        choices=["kind", "namespace"],
        default="kind",
        help="what the columns are; namespaces are those of translations",
    )
    parser.add_argument("--locale", metavar="L,L", help="only these languages")
    _format(parser)


def _show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what",
        metavar="WHAT",
        nargs="+",
        help="references, with `*` for anything: texts/deposit.*, translations/portal:checkout.*",
    )
    _format(parser)


def _search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "words",
        metavar="WORDS",
        nargs="*",
        help="all of them must be found, in one language and the label together; default: list all",
    )
    parser.add_argument("--regex", action="store_true", help="the words are regular expressions")
    parser.add_argument("--kind", metavar="K,K", help="only these kinds, such as texts")
    parser.add_argument(
        "--locale",
        metavar="L,L",
        help="only texts of these languages; with --state, that state in these languages",
    )
    parser.add_argument(
        "--state",
        metavar="S,S",
        help="only what is missing, stale, unreviewed, locked or inactive",
    )
    _format(parser)


def _languages(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "words",
        metavar="WORDS",
        nargs="*",
        help="a name in any language, or a tag; default: list all",
    )
    _format(parser)


def _explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "rule", metavar="RULE", help="the id of a rule, such as missing-translation"
    )


def _schema(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 where they are older"
    )


def _number(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"`{text}` is not the number of a release")
    return number


VERBS = {
    verb.name: verb
    for verb in (
        Verb("init", "init", "begin a content repository that passes `check`", _init),
        Verb(
            "check", "check", "find what is wrong with the content, and say how to mend it", _check
        ),
        Verb("build", "build", "check, then compile into build/out", _build),
        Verb("plan", "plan", "show what `publish` would do", _plan),
        Verb("publish", "publish", "check, compile and make a release live", _publish),
        Verb("releases", "releases", "list the releases of a target", _releases),
        Verb("rollback", "rollback", "make an older release live, and hold the target", _rollback),
        Verb("resume", "resume", "lift the hold of a rollback", _resume),
        Verb("verify", "verify", "check every object that a live release names", _verify),
        Verb("import", "import_", "bring in catalogues of another tool", _import),
        Verb("export", "export", "hand out catalogues for another tool", _export),
        Verb("sync", "sync", "carry source texts through the catalogues of all languages", _sync),
        Verb("merge-po", "merge_po", "merge a catalogue by entry, for Git", _merge_po),
        Verb("status", "status", "show how complete each language is", _status),
        Verb("show", "show", "show an entry in every language, with states and findings", _show),
        Verb("search", "search", "find entries by label or text in any language", _search),
        Verb(
            "languages",
            "languages",
            "find a language of CLDR by any of its names: tag, names, plurals, script, direction",
            _languages,
        ),
        Verb("rules", "rules", "list all rules", _format),
        Verb(
            "explain", "explain", "explain a rule: why, examples, what it does not flag", _explain
        ),
        Verb("schema", "schema", "write the JSON Schemas that editors complete with", _schema),
    )
}
"""Every verb by name."""
