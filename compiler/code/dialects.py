"""The languages that code may be written in: by suffix the grammar, and how it names things."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from compiler.base.failure import UsageError

if TYPE_CHECKING:
    from tree_sitter import Parser, Query


class ParserMissingError(UsageError):
    """What reads the language is not installed; ``str()`` says what to install."""


@dataclass(frozen=True, slots=True, eq=False)
class Dialect:
    """One grammar: the module that has it, its function, and its names for what is looked at.

    ``strings`` are nodes of text, ``parts`` the nodes of plain text in them; any other named node
    in one is put in while the program runs. ``sum`` is a node of two texts put together by a sign,
    ``joined`` of texts that stand one behind the other. Of ``choices`` one of the last two values
    is taken, of ``choices_in_between`` the first or the last, of ``cases`` the last of any child.
    ``wrappers`` say nothing themselves.
    With ``dollar`` a name behind `$` is put in, too. ``last`` says that a wrapper may have a name
    before what it wraps. ``query`` names the nodes that are looked at; of elements only those with
    the names that are asked for.
    """

    module: str
    grammar: str
    call: str
    strings: frozenset[str]
    parts: frozenset[str]
    sum: str = "binary_expression"
    joined: frozenset[str] = frozenset()
    choices: frozenset[str] = frozenset()
    choices_in_between: frozenset[str] = frozenset()
    cases: frozenset[str] = frozenset()
    wrappers: frozenset[str] = frozenset()
    dollar: bool = False
    last: bool = False
    query: str = "({call}) @call"


_SCRIPT_QUERY = """
(call_expression) @call
(variable_declarator value: [(call_expression) (await_expression)]) @bound
(variable_declarator value: (member_expression object: (call_expression))) @bound
(variable_declarator name: (identifier) value: [(identifier) (member_expression)]) @alias
((variable_declarator name: (identifier) value: (call_expression
  function: (member_expression property: (property_identifier) @bind))) @alias
 (#eq? @bind "bind"))
((pair_pattern key: (property_identifier) @t value: (identifier)) @renamed (#eq? @t "t"))
(object (pair key: _ @key (#any-of? @key "id" "'id'" "\\"id\\""))) @object
"""
_JSX_QUERY = """
([(jsx_self_closing_element name: _ @name) (jsx_opening_element name: _ @name)] @element
 (#any-of? @name {elements}))
"""

_MENTIONS = """
([(identifier) (property_identifier) (shorthand_property_identifier)
  (shorthand_property_identifier_pattern)] @name (#any-of? @name {names}))
"""


def _script(module: str, grammar: str) -> Dialect:
    return Dialect(
        module,
        grammar,
        "call_expression",
        frozenset({"string", "template_string"}),
        frozenset({"string_fragment"}),
        query=_SCRIPT_QUERY if grammar == "language_typescript" else _SCRIPT_QUERY + _JSX_QUERY,
        choices=frozenset({"ternary_expression"}),
        wrappers=frozenset(
            {
                "parenthesized_expression",
                "as_expression",
                "satisfies_expression",
                "non_null_expression",
                "jsx_expression",
            }
        ),
    )


JAVASCRIPT = _script("tree_sitter_javascript", "language")
TYPESCRIPT = _script("tree_sitter_typescript", "language_typescript")
TSX = _script("tree_sitter_typescript", "language_tsx")
SCRIPTS = (JAVASCRIPT, TYPESCRIPT, TSX)
PYTHON = Dialect(
    "tree_sitter_python",
    "language",
    "call",
    frozenset({"string"}),
    frozenset({"string_content", "string_start", "string_end"}),
    sum="binary_operator",
    joined=frozenset({"concatenated_string"}),
    choices_in_between=frozenset({"conditional_expression"}),
    wrappers=frozenset({"parenthesized_expression"}),
    query="(call) @call (assignment left: (identifier) right: (identifier)) @alias",
)
KOTLIN = Dialect(
    "tree_sitter_kotlin",
    "language",
    "call_expression",
    frozenset({"string_literal"}),
    frozenset({"string_content"}),
    choices=frozenset({"if_expression"}),
    cases=frozenset({"when_expression"}),
    wrappers=frozenset({"parenthesized_expression", "value_argument"}),
    dollar=True,
    last=True,
    query="(call_expression) @call (navigation_expression) @path",
)
SWIFT = Dialect(
    "tree_sitter_swift",
    "language",
    "call_expression",
    frozenset({"line_string_literal"}),
    frozenset({"line_str_text"}),
    sum="additive_expression",
    choices=frozenset({"ternary_expression"}),
    wrappers=frozenset({"value_argument", "tuple_expression"}),
)

DIALECTS: Mapping[str, Dialect] = {
    ".js": JAVASCRIPT,
    ".jsx": JAVASCRIPT,
    ".mjs": JAVASCRIPT,
    ".cjs": JAVASCRIPT,
    ".ts": TYPESCRIPT,
    ".mts": TYPESCRIPT,
    ".cts": TYPESCRIPT,
    ".tsx": TSX,
    ".py": PYTHON,
    ".kt": KOTLIN,
    ".kts": KOTLIN,
    ".swift": SWIFT,
}
"""Languages that are one grammar as a whole."""

MARKUP = {".vue": ("tree_sitter_html", "language"), ".svelte": ("tree_sitter_svelte", "language")}
"""Languages of tags, with script in between."""

SUFFIXES = frozenset({*DIALECTS, *MARKUP})


@cache
def query_of(dialect: Dialect, elements: frozenset[str]) -> "Query":
    """Return the query of a language, whose parser is there, for elements of these names."""
    from tree_sitter import Query  # noqa: PLC0415 - an extra, and costly

    language = parser_of(dialect).language
    if language is None:
        raise AssertionError(dialect)
    names = " ".join(json.dumps(one) for one in sorted(elements))
    query = dialect.query.replace("{call}", dialect.call).replace("{elements}", names)
    return Query(language, query)


@lru_cache(64)
def mentions_query(dialect: Dialect, names: frozenset[str]) -> "Query":
    """Return the query of a language, whose parser is there, for names wherever they stand."""
    from tree_sitter import Query  # noqa: PLC0415 - an extra, and costly

    language = parser_of(dialect).language
    if language is None:
        raise AssertionError(dialect)
    words = " ".join(json.dumps(one) for one in sorted(names))
    return Query(language, _MENTIONS.replace("{names}", words))


def parser_of(dialect: Dialect) -> "Parser":
    """Return the parser of a language. Raises ParserMissingError where it is not installed."""
    return grammar_parser(dialect.module, dialect.grammar)


@cache
def grammar_parser(module: str, grammar: str) -> "Parser":
    """Return a parser. Raises ParserMissingError where it is not installed."""
    try:
        from tree_sitter import Language, Parser  # noqa: PLC0415 - an extra, and costly

        pointer: object = getattr(import_module(module), grammar)()
        language = Language(pointer)
    except ImportError as failure:
        raise ParserMissingError(
            "code is read by tree-sitter, which is not installed here: "
            "`pip install 'clientarea[code]'`"
        ) from failure
    return Parser(language)
