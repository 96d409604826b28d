"""What the editing verbs take on the command line."""

import argparse

from compiler.arguments.options import format_option


def _editing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--area", metavar="AREA", help="what this area has different, not what all areas share"
    )
    _showing(parser)


def _showing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--dry-run", action="store_true", help="show the change as a diff, and write nothing"
    )
    format_option(parser)


def _what(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what",
        metavar="WHAT",
        nargs="+",
        help="entries such as texts/deposit.terms; `*` stands for anything",
    )


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `add`; its fields are options that only an entry's kind knows."""
    parser.add_argument(
        "what",
        metavar="WHAT",
        help="an entry such as texts/deposit.terms or translations/portal:checkout.pay; its fields "
        "follow as options: --title Terms, --title.es Condiciones, --properties.limit 5",
    )
    parser.add_argument(
        "--json",
        metavar="FILE",
        help="the fields as a JSON object; `-` is standard input. Of translations/NAMESPACE: many "
        "strings, by label",
    )
    parser.add_argument(
        "--from",
        dest="from_",
        metavar="FILE",
        help="a new area or owner with all its fields, as a JSON object; `-` is standard input. "
        "Prints the finished record as JSON",
    )
    parser.add_argument(
        "--file",
        metavar="FILE",
        action="append",
        default=[],
        help="the PDF of a document; images of a banner, named by their slots such as mobile.png",
    )
    parser.add_argument(
        "--locale", metavar="L", help="the language of the fields and images (default: the source)"
    )
    parser.add_argument("--slot", metavar="SLOT", help="the slot that the image is for")
    parser.add_argument(
        "--overwrite", action="store_true", help="put it in the place of what is there"
    )
    _editing(parser)


def config(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `config`."""
    parser.add_argument(
        "area", metavar="AREA", help="an area; `default` stands for what all areas share"
    )
    parser.add_argument(
        "keys",
        metavar="KEY[=VALUE]",
        nargs="*",
        help="values such as clients.accounts_max, sections such as clients, or patterns with `*`; "
        "with =VALUE they are set, with = alone the area has no value of its own any more",
    )
    _showing(parser)


def credential(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `credential`."""
    parser.add_argument(
        "action",
        metavar="new|end",
        choices=["new", "end"],
        help="make a new one, beside which the one before goes on; or end the one before",
    )
    parser.add_argument("area", metavar="AREA", help="whose it is")
    parser.add_argument(
        "name",
        metavar="NAME",
        help="of a token; or the id of an OAuth client of the area, which gets a new secret",
    )
    parser.add_argument(
        "--scopes",
        metavar="S,S",
        help="new: what the token may read, such as templates.read (default: as the one before)",
    )
    parser.add_argument("--expires", metavar="DATE", help="new: the last day, such as 2027-01-31")
    parser.add_argument(
        "--all", action="store_true", help="end: the newest, too, so that nobody is let in by it"
    )
    parser.add_argument(
        "--of",
        choices=["token", "client"],
        help="end: of a token or of an OAuth client, where both have this name",
    )
    _showing(parser)


def saml(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `saml`."""
    parser.add_argument("area", metavar="AREA", help="whose metadata are printed")
    parser.add_argument(
        "name", metavar="NAME", nargs="?", help="which way to sign in, where there are several"
    )


def lock(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `lock`."""
    _switch(parser, "lock")


def unlock(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `unlock`."""
    _switch(parser, "unlock")


def activate(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `activate`."""
    _switch(parser, "activate")
    parser.add_argument("--locale", metavar="L,L", help="banners: only in these languages")


def deactivate(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `deactivate`."""
    _switch(parser, "deactivate")
    parser.add_argument("--locale", metavar="L,L", help="banners: only in these languages")


def _switch(parser: argparse.ArgumentParser, name: str) -> None:
    parser.set_defaults(switch=name)
    _what(parser)
    _editing(parser)


def accept(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `accept`."""
    _what(parser)
    parser.add_argument("--locale", metavar="L,L", help="only in these languages")
    _editing(parser)


def clone(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `clone`."""
    _what(parser)
    parser.add_argument(
        "--from", dest="from_", metavar="L", required=True, help="the language that is copied"
    )
    parser.add_argument(
        "--to", metavar="L,L", required=True, help="the languages that it is copied to"
    )
    _editing(parser)


def translate(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `translate`."""
    parser.add_argument(
        "what",
        metavar="WHAT",
        nargs="*",
        help="entries such as texts/deposit.*; default: all that are missing, stale or a clone",
    )
    parser.add_argument(
        "--from", dest="from_", metavar="L", help="from this language (default: the source)"
    )
    parser.add_argument("--to", metavar="L,L", required=True, help="into these languages")
    parser.add_argument(
        "--integration",
        metavar="NAME",
        help="who translates: a name of `integrations` in clientarea.yaml, `memory` or `pseudo` "
        "(default: the only one)",
    )
    parser.add_argument(
        "--overwrite",
        action="store_true",
        help="what is current, too, in the place of what somebody has written",
    )
    parser.add_argument(
        "--estimate", action="store_true", help="say what it would take, and ask nobody"
    )
    _editing(parser)


def review(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `review`."""
    parser.add_argument(
        "what", metavar="WHAT", nargs="*", help="only these entries, such as texts/deposit.*"
    )
    parser.add_argument("--locale", metavar="L,L", required=True, help="in these languages")
    files = parser.add_mutually_exclusive_group()
    files.add_argument(
        "--output", metavar="FILE", help="hand out a file to a translator: .xlf, .xliff or .csv"
    )
    files.add_argument("--take", metavar="FILE", help="take such a file back")
    parser.add_argument(
        "--integration", metavar="NAME", help="who is asked again (default: the only one)"
    )
    _editing(parser)


def remove(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `remove`."""
    _what(parser)
    parser.add_argument("--locale", metavar="L,L", help="only these languages of them")
    parser.add_argument("--slot", metavar="SLOT,SLOT", help="only these images of banners")
    parser.add_argument("--file", action="store_true", help="only the PDF of documents")
    _editing(parser)


def swap(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `swap`."""
    parser.add_argument(
        "what", metavar="WHAT", nargs="+", help="two documents, or banners with `--slot`"
    )
    parser.add_argument("--slot", metavar="SLOT,SLOT", help="the two slots that swap their images")
    parser.add_argument("--locale", metavar="L,L", help="banners: only in these languages")
    _editing(parser)


def rename(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `rename`."""
    parser.add_argument("old", metavar="OLD", help="an entry such as texts/deposit.terms")
    parser.add_argument("new", metavar="NEW", help="its new label")
    parser.add_argument(
        "--code", action="store_true", help="strings: in code, too, where `code` says it is"
    )
    _showing(parser)


def enable(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `enable`."""
    parser.add_argument("locale", metavar="LOCALE", help="an active language")
    parser.add_argument(
        "--allow-missing",
        action="store_true",
        help="though something is not translated: it is shown in another language",
    )
    _showing(parser)


def disable(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `disable`."""
    parser.add_argument("locale", metavar="LOCALE", help="an enabled language")
    _showing(parser)


def edit(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `edit`."""
    parser.add_argument("what", metavar="WHAT", help="an entry such as texts/deposit.terms")
    parser.add_argument("--locale", metavar="L", help="at this language of it")
