"""Options that several verbs have."""

import argparse


def format_option(parser: argparse.ArgumentParser, *more: str) -> None:
    """Add `--format`: for people, for programs, and ``more``."""
    parser.add_argument(
        "--format",
        choices=["text", "json", *more],
        default="text",
        help="for people or for programs",
    )


def output_option(parser: argparse.ArgumentParser) -> None:
    """Add `--output FILE`."""
    parser.add_argument("--output", metavar="FILE", help="write there instead of to the terminal")


def gate_option(parser: argparse.ArgumentParser) -> None:
    """Add `--gate`."""
    parser.add_argument(
        "--gate",
        choices=["draft", "complete", "reviewed"],
        help="how complete enabled languages must be",
    )


def strict_option(parser: argparse.ArgumentParser) -> None:
    """Add `--strict`."""
    parser.add_argument("--strict", action="store_true", help="warnings refuse the content too")


def target_argument(parser: argparse.ArgumentParser) -> None:
    """Add TARGET, `local` where it is not given."""
    parser.add_argument(
        "target", metavar="TARGET", nargs="?", default="local", help="default: local"
    )
