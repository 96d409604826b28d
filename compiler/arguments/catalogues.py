"""What the verbs that carry, bring in and hand out catalogues and records take."""

import argparse

from compiler.arguments.options import format_option


def import_(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `import`."""
    _interchange(parser, "records", "markdown", "mails")
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files or folders to bring in")
    parser.add_argument(
        "--source-locale",
        metavar="L",
        help="the language the texts were written in; default: that of languages.yaml",
    )
    parser.add_argument(
        "--prefix", metavar="P", help="what labels begin with; for markdown and mails"
    )
    parser.add_argument(
        "--overwrite",
        action="store_true",
        help="replace what the project has otherwise; for records, markdown and mails",
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
    parser.add_argument(
        "--only",
        metavar="STATE,STATE",
        help="with `po`, `xliff` and `csv`: only entries that are `missing`, `stale` or"
        " `unreviewed` there, which is what a translator has to do",
    )
    parser.add_argument("--output", metavar="DIR", required=True, help="the folder to write to")


def _interchange(parser: argparse.ArgumentParser, *more: str) -> None:
    parser.add_argument(
        "--format",
        choices=[
            "po",
            "xliff",
            "xliff-2",
            "i18next",
            "icu-json",
            "rails-yaml",
            "android",
            "apple-strings",
            "xcstrings",
            "arb",
            "properties",
            "fluent",
            "csv",
            *more,
        ],
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
        "--install",
        action="store_true",
        help="let Git merge catalogues by entry in this clone, and show them so in a diff",
    )


def diff_po(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `diff-po`."""
    parser.add_argument("file", metavar="FILE", help="a catalogue; Git hands it over")


def keys(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `keys`."""
    parser.add_argument(
        "--verdict",
        metavar="V,V",
        help="undeclared, unused, undeterminable, used (default: all but used)",
    )
    parser.add_argument("--namespace", metavar="NS", help="only strings of this namespace")
    acts = parser.add_mutually_exclusive_group()
    acts.add_argument(
        "--add",
        action="store_true",
        help="declare what is undeclared, with the text and the comment that the code has",
    )
    acts.add_argument(
        "--remove-unused", action="store_true", help="take away what is surely unused"
    )
    acts.add_argument(
        "--emit",
        metavar="APPLICATION/VERSION",
        help="write the manifest of a consumer: what it uses cannot be removed",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="show the change as a diff, and write nothing"
    )
    format_option(parser)


def types(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `types`."""
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 where a file is out of date"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="show the change as a diff, and write nothing"
    )
    format_option(parser)
