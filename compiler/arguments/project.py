"""What the verbs that check, compile and ask take on the command line."""

import argparse

from compiler.arguments.options import (
    format_option,
    gate_option,
    output_option,
    profile_option,
    pseudo_option,
    strict_option,
    today_option,
)


def init(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `init`."""
    parser.add_argument("directory", metavar="DIR", nargs="?", help="default: this folder")


def check(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `check`."""
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", help="only findings in these files or folders"
    )
    parser.add_argument(
        "--rule", action="append", metavar="RULE", help="only this rule; repeatable"
    )
    parser.add_argument("--locale", metavar="L,L", help="only findings of these languages")
    parser.add_argument(
        "--base",
        metavar="REV",
        help="also find what is taken away since REV (since the last commit in common with it)",
    )
    parser.add_argument(
        "--online",
        action="store_true",
        help="also follow all links, into public networks only: which are dead, which have moved",
    )
    parser.add_argument(
        "--fix", action="store_true", help="mend what needs nobody's judgement; show what is left"
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="with --fix: show the change as a diff, write nothing",
    )
    parser.add_argument(
        "--baseline", metavar="FILE", help="only findings that this file does not know already"
    )
    parser.add_argument(
        "--update-baseline", action="store_true", help="with --baseline: write the findings of now"
    )
    gate_option(parser)
    today_option(parser)
    strict_option(parser)
    format_option(parser, "github", "sarif", "gitlab", "junit")
    output_option(parser)
    profile_option(parser)


def diff(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `diff`."""
    parser.add_argument(
        "base",
        metavar="BASE",
        nargs="?",
        default="HEAD",
        help="a revision (default: HEAD), or a release of a target: `local@3`, `production@live`",
    )
    parser.add_argument(
        "head", metavar="HEAD", nargs="?", help="another one (default: the files as they are)"
    )
    parser.add_argument(
        "--breaking", action="store_true", help="only what breaks applications in use"
    )
    format_option(parser)


def report(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `report`."""
    parser.add_argument(
        "--base",
        metavar="REV",
        required=True,
        help="what the change is set against: the last commit in common with it",
    )
    gate_option(parser)
    today_option(parser)
    output_option(parser)


def preview(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `preview`."""
    parser.add_argument(
        "--base",
        metavar="REV",
        help="also show what changes since REV (since the last commit in common with it)",
    )
    parser.add_argument(
        "--serve",
        action="store_true",
        help="serve it on this machine, and make it anew whenever a file changes; write nothing",
    )
    parser.add_argument(
        "--host",
        help="with --serve: where to listen (default: 127.0.0.1, which only this machine reaches)",
    )
    parser.add_argument("--port", type=int, help="with --serve: the port (default: 8765; 0: any)")
    parser.add_argument(
        "--source-url",
        metavar="URL",
        help="where files can be read, with `{path}` and `{line}` in it; findings link there",
    )
    gate_option(parser)
    today_option(parser)
    format_option(parser)


def build(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `build`."""
    gate_option(parser)
    pseudo_option(parser)
    today_option(parser)
    strict_option(parser)
    format_option(parser)
    profile_option(parser)


def status(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `status`."""
    parser.add_argument(
        "--by",
        choices=["kind", "namespace"],
        default="kind",
        help="what the columns are; namespaces are those of translations",
    )
    parser.add_argument("--locale", metavar="L,L", help="only these languages")
    format_option(parser)


def show(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `show`."""
    parser.add_argument(
        "what",
        metavar="WHAT",
        nargs="+",
        help="references, with `*` for anything: texts/deposit.*, translations/portal:checkout.*",
    )
    parser.add_argument("--locale", metavar="L,L", help="with eml and pdf: only these languages")
    parser.add_argument("--sample", metavar="NAME", help="with eml and pdf: only this sample")
    parser.add_argument("--area", metavar="AREA", help="with eml and pdf: as this area sends it")
    parser.add_argument(
        "--output",
        metavar="PATH",
        help="a file that ends in .eml or .pdf, or a folder for all enabled languages and samples",
    )
    format_option(parser, "eml", "pdf")


def search(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `search`."""
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
    format_option(parser)


def languages(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `languages`."""
    parser.add_argument(
        "words",
        metavar="WORDS",
        nargs="*",
        help="a name in any language, or a tag; default: list all",
    )
    format_option(parser)


def rules(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `rules`."""
    format_option(parser)


def explain(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `explain`."""
    parser.add_argument(
        "rule", metavar="RULE", help="the id of a rule, such as missing-translation"
    )


def schema(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `schema`."""
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 where they are older"
    )
