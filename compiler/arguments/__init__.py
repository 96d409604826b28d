"""What each verb takes on the command line. Knows nothing of what a verb does with it."""

import argparse

from compiler.arguments.options import (
    format_option,
    gate_option,
    output_option,
    strict_option,
    target_argument,
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
    gate_option(parser)
    strict_option(parser)
    format_option(parser)
    output_option(parser)


def build(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `build`."""
    gate_option(parser)
    strict_option(parser)
    format_option(parser)


def plan(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `plan`."""
    target_argument(parser)
    gate_option(parser)
    _publish_flags(parser)
    format_option(parser)


def _publish_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--staged", action="store_true", help="store the release without making it live"
    )
    parser.add_argument("--allow-older", action="store_true", help="publish over a newer commit")
    parser.add_argument("--allow-dirty", action="store_true", help="publish what is not committed")


def publish(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `publish`."""
    plan(parser)


def releases(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `releases`."""
    target_argument(parser)
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
    parser.add_argument("--repair", action="store_true", help="finish what a dead publisher began")
    parser.add_argument(
        "--rebuild", action="store_true", help="compile the live commit again and compare the id"
    )
    format_option(parser)


def import_(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `import`."""
    _interchange(parser, "properties", "records", "markdown")
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files or folders to bring in")
    parser.add_argument(
        "--source-locale",
        metavar="L",
        help="the language the texts were written in; default: that of languages.yaml",
    )
    parser.add_argument(
        "--prefix", metavar="P", help="what labels of texts begin with; for markdown"
    )
    parser.add_argument(
        "--overwrite",
        action="store_true",
        help="replace what the project has otherwise; for records and markdown",
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


def export(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `export`."""
    _interchange(parser, "records")
    parser.add_argument("--locale", metavar="L,L", help="only these languages")
    parser.add_argument("--output", metavar="DIR", required=True, help="the folder to write to")


def _interchange(parser: argparse.ArgumentParser, *more: str) -> None:
    parser.add_argument(
        "--format",
        choices=["po", "i18next", "icu-json", "rails-yaml", *more],
        required=True,
        help="the format of the files",
    )
    parser.add_argument(
        "--namespace", metavar="NS", help="the namespace of the strings; all formats of catalogues"
    )


def sync(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `sync`."""
    parser.add_argument("--namespace", metavar="NS", help="only this namespace")
    parser.add_argument("--locale", metavar="L,L", help="only the catalogues of these languages")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be written, write nothing"
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 where there is something to do"
    )
    format_option(parser)


def merge_po(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `merge-po`."""
    parser.add_argument(
        "versions",
        metavar="VERSION",
        nargs="*",
        help="as Git hands them over: %%O %%A %%B %%L %%P; the merged file takes the place of %%A",
    )
    parser.add_argument(
        "--install", action="store_true", help="write the driver to the configuration of this clone"
    )


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
    format_option(parser)


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


def _number(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"`{text}` is not the number of a release")
    return number
