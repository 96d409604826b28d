"""The portable subset of Jinja: what Jinja2 and Nunjucks understand, and render the same.

Explicit tables: what is not in them is refused, with what to write instead where that is known.
`docs/templates.md` shows them, and a test compares the two.
"""

from dataclasses import dataclass
from enum import Flag, auto

from compiler.templating.formats import DATE_STYLES, LIST_STYLES, MOST_DECIMALS, TIME_STYLES


class Kind(Flag):
    """What a value may be; several joined with ``|`` where it may be one of them."""

    TEXT = auto()
    NUMBER = auto()
    TRUTH = auto()
    LIST = auto()
    OBJECT = auto()
    NULL = auto()
    SCALAR = TEXT | NUMBER | TRUTH
    ANY = TEXT | NUMBER | TRUTH | LIST | OBJECT | NULL


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a filter; ``choices`` where only some constants are allowed."""

    kind: Kind
    required: bool = False
    choices: tuple[str | int | bool, ...] = ()


@dataclass(frozen=True, slots=True)
class FilterEntry:
    """A filter: what it takes and gives; ``gives`` is None where that is what a list holds."""

    takes: Kind
    gives: Kind | None
    arguments: tuple[Argument, ...] = ()


_DECIMALS = Argument(Kind.NUMBER, choices=tuple(range(MOST_DECIMALS + 1)))

FILTERS: dict[str, FilterEntry] = {
    "abs": FilterEntry(Kind.NUMBER, Kind.NUMBER),
    "capitalize": FilterEntry(Kind.TEXT, Kind.TEXT),
    "date": FilterEntry(Kind.TEXT, Kind.TEXT, (Argument(Kind.TEXT, choices=DATE_STYLES),)),
    "default": FilterEntry(
        Kind.ANY, Kind.ANY, (Argument(Kind.ANY, required=True), Argument(Kind.TRUTH))
    ),
    "first": FilterEntry(Kind.LIST, None),
    "join": FilterEntry(Kind.LIST, Kind.TEXT, (Argument(Kind.TEXT), Argument(Kind.TEXT))),
    "last": FilterEntry(Kind.LIST, None),
    "length": FilterEntry(Kind.TEXT | Kind.LIST | Kind.OBJECT, Kind.NUMBER),
    "list": FilterEntry(Kind.LIST, Kind.TEXT, (Argument(Kind.TEXT, choices=LIST_STYLES),)),
    "lower": FilterEntry(Kind.TEXT, Kind.TEXT),
    "money": FilterEntry(Kind.NUMBER, Kind.TEXT, (Argument(Kind.TEXT, required=True),)),
    "number": FilterEntry(Kind.NUMBER, Kind.TEXT, (_DECIMALS,)),
    "percent": FilterEntry(Kind.NUMBER, Kind.TEXT, (_DECIMALS,)),
    "replace": FilterEntry(
        Kind.TEXT,
        Kind.TEXT,
        (Argument(Kind.TEXT, required=True), Argument(Kind.TEXT, required=True)),
    ),
    "time": FilterEntry(Kind.TEXT, Kind.TEXT, (Argument(Kind.TEXT, choices=TIME_STYLES),)),
    "trim": FilterEntry(Kind.TEXT, Kind.TEXT),
    "upper": FilterEntry(Kind.TEXT, Kind.TEXT),
    "urlencode": FilterEntry(Kind.SCALAR, Kind.TEXT),
}

FILTERS_INSTEAD = {
    "count": "write `length`",
    "d": "write `default`",
    "e": "leave it out: values are escaped already",
    "escape": "leave it out: values are escaped already",
    "float": "declare the variable as a number",
    "forceescape": "leave it out: values are escaped already",
    "format": "write the text with `{{ … }}` in it, and `number` for numbers",
    "int": "declare the variable as an integer",
    "nl2br": "give a list of lines, and repeat over it with `for`",
    "round": "write `number(2)`, which follows the language",
    "string": "leave it out: what is printed is a text",
    "title": "write `capitalize`, or the text as it should be",
    "tojson": "name the values one by one",
    "truncate": "shorten it before it is handed over",
}
"""What to write in place of filters that others know from elsewhere."""

TESTS = frozenset({"defined", "undefined", "none"})
COMPARISONS = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">="}
COMPARISONS |= {"in": "in", "notin": "not in"}
ARITHMETIC = {"Add": "+", "Sub": "-", "Mul": "*"}
RESERVED_NAMES = frozenset({"self", "super", "caller", "varargs", "kwargs"})

STATEMENTS_INSTEAD = {
    "include": "write its text here, or in the layout",
    "import": "macros are not portable: write the text here",
    "from": "macros are not portable: write the text here",
    "extends": "name the layout in `layout:`",
    "block": "name the layout in `layout:`",
    "macro": "write the text where it is wanted",
    "call": "write the text where it is wanted",
    "filter": "put the filter behind each value",
    "with": "write `{% set name = … %}`",
    "autoescape": "values are escaped already",
    "raw": "write braces as `{{ '{{' }}`",
    "trans": "each language has a text of its own",
    "do": "a template only shows values",
    "elseif": "write `elif`",
    "elsif": "write `elif`",
    "unless": "write `{% if not … %}`",
    "break": "choose what to repeat before it is handed over",
    "continue": "choose what to repeat before it is handed over",
}
"""What to do in place of statements of Jinja that are not in the subset."""
