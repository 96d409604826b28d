"""What the verbs of releases take on the command line."""

import argparse

from compiler.arguments.options import (
    format_option,
    gate_option,
    profile_option,
    pseudo_option,
    target_argument,
)


def plan(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `plan`."""
    _publishing(parser)
    parser.add_argument(
        "--out", metavar="FILE", help="keep the plan in a file, for `publish --plan`"
    )
    profile_option(parser)


def _publishing(parser: argparse.ArgumentParser) -> None:
    target_argument(parser)
    gate_option(parser)
    pseudo_option(parser)
    _publish_flags(parser)
    format_option(parser)


def _publish_flags(parser: argparse.ArgumentParser) -> None:
    _release_flags(parser)
    parser.add_argument("--allow-dirty", action="store_true", help="publish what is not committed")


def _release_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--staged", action="store_true", help="store the release without making it live"
    )
    parser.add_argument("--allow-older", action="store_true", help="publish over a newer commit")
    parser.add_argument(
        "--yes", action="store_true", help="even if a large share of what is live goes"
    )


def publish(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `publish`."""
    _publishing(parser)
    parser.add_argument(
        "--plan", metavar="FILE", help="do exactly what a plan in a file says, or refuse"
    )
    profile_option(parser)


def promote(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `promote`."""
    parser.add_argument("source", metavar="SOURCE", help="the target whose live release it is")
    parser.add_argument("target", metavar="TARGET", help="the target that it is to go to")
    _release_flags(parser)
    format_option(parser)


def releases(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `releases`."""
    target_argument(parser)
    parser.add_argument(
        "--long", action="store_true", help="say how many files each release has, and their size"
    )
    format_option(parser)


def rollback(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `rollback`."""
    target_argument(parser)
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
    format_option(parser)


def resume(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `resume`."""
    target_argument(parser)
    parser.add_argument(
        "--only-lift", action="store_true", help="lift the hold and change nothing that is live"
    )
    format_option(parser)


def verify(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `verify`."""
    target_argument(parser)
    parser.add_argument(
        "--repair",
        action="store_true",
        help="finish what a dead publisher began; with --rebuild, write again what was lost",
    )
    parser.add_argument(
        "--rebuild", action="store_true", help="compile the live commit again and compare the id"
    )
    format_option(parser)


def gc(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `gc`."""
    target_argument(parser)
    parser.add_argument(
        "--keep",
        metavar="N",
        type=_positive,
        help="how many of the newest releases stay (default: the target's `retention`, 20)",
    )
    parser.add_argument(
        "--days",
        metavar="D",
        type=_positive,
        help="releases younger than this stay as well (default: the target's `retention`, 30)",
    )
    parser.add_argument("--yes", action="store_true", help="delete, and not only say what goes")
    format_option(parser)


def purge(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `purge`."""
    parser.usage = (
        "%(prog)s [-h] --reason WORDS [--now] [--format {text,json}]\n"
        "                        [TARGET] SHA256 [SHA256 ...]"
    )
    parser.add_argument(
        "words",
        nargs="+",
        metavar="[TARGET] SHA256…",
        help="the target (default: local), then the hashes of what is to go",
    )
    parser.add_argument(
        "--reason", metavar="WORDS", required=True, help="why; kept in the record for good"
    )
    parser.add_argument(
        "--now", action="store_true", help="even from under the live release: its links are dead"
    )
    format_option(parser)


def store_test(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `store-test`."""
    target_argument(parser)
    format_option(parser)


def _positive(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"`{text}` is not a number from 1 on")
    return number


def _number(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"`{text}` is not the number of a release")
    return number
