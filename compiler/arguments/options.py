"""Options that several verbs have."""

import argparse
import datetime as dt


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


def pseudo_option(parser: argparse.ArgumentParser) -> None:
    """Add `--pseudo`."""
    parser.add_argument(
        "--pseudo",
        action="store_true",
        help="for tests: also in the pseudo-locales en-XA (accented, longer) and ar-XB (mirrored)",
    )


def strict_option(parser: argparse.ArgumentParser) -> None:
    """Add `--strict`."""
    parser.add_argument("--strict", action="store_true", help="warnings refuse the content too")


def profile_option(parser: argparse.ArgumentParser) -> None:
    """Add `--profile`."""
    parser.add_argument(
        "--profile", action="store_true", help="say at the end where the time went, by stage"
    )


def target_argument(parser: argparse.ArgumentParser) -> None:
    """Add TARGET, `local` where it is not given."""
    parser.add_argument(
        "target", metavar="TARGET", nargs="?", default="local", help="default: local"
    )


def today_option(parser: argparse.ArgumentParser) -> None:
    """Add `--today`."""
    parser.add_argument(
        "--today",
        metavar="DATE",
        type=_day,
        help="the day by which waivers and documents are judged, such as 2027-01-31"
        " (default: that of the clock, in UTC)",
    )


def _day(text: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise argparse.ArgumentTypeError(f"`{text}` is not a day such as 2027-01-31")
    return day
