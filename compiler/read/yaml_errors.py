"""What libyaml says of a file that it cannot parse, in words that help whoever wrote the file."""

import re
from dataclasses import dataclass
from typing import Any

from yaml.error import YAMLError
from yaml.reader import ReaderError

from compiler.base.finding import Finding, Note
from compiler.base.place import Place
from compiler.read.decoding import CONFLICT, CONFLICT_HINT, conflict_marker, lines_of, place_at
from compiler.read.rules import INVALID_YAML, YAML_TAG

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)
_SECOND_COLON = re.compile(
    r"^(?P<lead>\s*(?:- +)*)(?P<key>[^\s:#'\"\[{][^:#]*):[ \t]+(?P<value>\S.*)$"
)


@dataclass(frozen=True, slots=True)
class _Trouble:
    """A failure of the parser: its words, the place it complains of, the place it came from."""

    path: str
    lines: list[str]
    problem: str
    context: str
    at: Place
    origin: Place | None

    @property
    def line(self) -> str:
        """The line at which the parser gave up."""
        return self.lines[self.at.line - 1]

    @property
    def rest(self) -> str:
        """What stands there from the place on."""
        return self.line[self.at.column - 1 :]

    @property
    def ended(self) -> bool:
        """Whether the parser came to the end of the file."""
        return not self.rest.strip() and not any(
            line.strip() for line in self.lines[self.at.line :]
        )


_Answer = tuple[Place, str, str | None]


def explain(path: str, text: str, failure: YAMLError) -> Finding:
    """Return the finding for a failure of the parser."""
    marker = conflict_marker(path, text)
    if marker is not None:
        return INVALID_YAML.at(marker, CONFLICT, hint=CONFLICT_HINT)
    if isinstance(failure, ReaderError):
        return _unprintable(path, text)
    trouble = _trouble(path, text, failure)
    if "tag" in trouble.problem or "tag" in trouble.context:
        place = trouble.origin or trouble.at
        hint = "remove it; put a text that begins with `!` in quotes"
        return YAML_TAG.at(place, "a tag is not allowed: content is plain data", hint=hint)
    for words, answer in _ANSWERS:
        if words in trouble.problem or words in trouble.context:
            place, message, mend = answer(trouble)
            return INVALID_YAML.at(place, message, hint=mend, notes=_notes(trouble, place))
    return INVALID_YAML.at(trouble.at, f"this is not YAML: {trouble.problem}")


def _unprintable(path: str, text: str) -> Finding:
    match = _UNPRINTABLE.search(text)
    if match is None:
        return INVALID_YAML.at(Place(path), "a character is not allowed in YAML")
    return INVALID_YAML.at(
        place_at(path, text, match.start()),
        f"the character U+{ord(match[0]):04X} is not allowed in YAML",
        hint=f'remove it, or write it as an escape in double quotes: `"\\u{ord(match[0]):04x}"`',
    )


def _trouble(path: str, text: str, failure: Any) -> _Trouble:  # noqa: ANN401 - marks are optional
    lines = lines_of(text)
    at = _place(path, lines, failure.problem_mark or failure.context_mark)
    origin = None
    if failure.context_mark is not None:
        origin = _place(path, lines, failure.context_mark)
    return _Trouble(path, lines, failure.problem or "", failure.context or "", at, origin)


def _place(path: str, lines: list[str], mark: Any) -> Place:  # noqa: ANN401
    if mark is None:
        return Place(path)
    line, column = mark.line, mark.column
    while line > 0 and (line >= len(lines) or (not lines[line].strip() and column == 0)):
        line -= 1
        column = len(lines[line].rstrip())
    return Place(path, line + 1, column + 1)


def _notes(trouble: _Trouble, place: Place) -> tuple[Note, ...]:
    far = trouble.origin is not None and trouble.origin.line != place.line
    if far and trouble.origin is not None and "flow" in trouble.context:
        return (Note("it is opened here", trouble.origin),)
    return ()


def _tab(trouble: _Trouble) -> _Answer:
    return trouble.at, "a tab indents this line; YAML is indented by spaces", "replace it by spaces"


def _token(trouble: _Trouble) -> _Answer:
    first = trouble.rest[:1]
    if first == "\t":
        return _tab(trouble)
    value = trouble.rest.rstrip()
    hint = (
        f'put it in quotes: `"{value}"`' if '"' not in value else f"put it in quotes: `'{value}'`"
    )
    return trouble.at, f"a value cannot begin with `{first}`", hint


def _colon(trouble: _Trouble) -> _Answer:
    before = trouble.line[: trouble.at.column - 1]
    match = _SECOND_COLON.match(trouble.line)
    if match is not None and ": " in f"{before} ":
        value = match["value"].rstrip()
        if '"' not in value:
            hint = f'put the value in quotes: `{match["key"]}: "{value}"`'
        else:
            hint = f"put the value in quotes: `{match['key']}: '{value}'`"
        return trouble.at, "a value without quotes cannot hold `: `", hint
    column = len(trouble.line) - len(trouble.line.lstrip()) + 1
    place = Place(trouble.path, trouble.at.line, column, max(trouble.at.column - column, 1))
    message = "a key cannot stand here: the line before it goes on into this one"
    return (
        place,
        message,
        "begin it at the column of the other keys; see that the line before has a `:`",
    )


def _no_colon(trouble: _Trouble) -> _Answer:
    place = trouble.origin or trouble.at
    word = trouble.lines[place.line - 1][place.column - 1 :].strip()
    place = Place(trouble.path, place.line, place.column, max(len(word), 1))
    hint = f"write `{word}: …`; or indent the line, if it goes on from the text above"
    return place, f"`{word}` is no key: a `:` is missing", hint if len(word) < 60 else None  # noqa: PLR2004


def _no_key(trouble: _Trouble) -> _Answer:
    before = trouble.line[: trouble.at.column - 1].rstrip()
    if trouble.rest[:1] in "]}":
        return trouble.at, f"`{trouble.rest[0]}` closes nothing", "remove it"
    if before.endswith("'"):
        hint = "write an apostrophe inside single quotes twice (`''`), or use double quotes"
        return trouble.at, "the text goes on after its closing quote", hint
    if before.endswith('"'):
        hint = 'write a quote inside double quotes as `\\"`, or use single quotes'
        return trouble.at, "the text goes on after its closing quote", hint
    if before.endswith(("]", "}")):
        hint = "put the whole value in quotes, as for a link of Markdown: `'[…](…)'`"
        return trouble.at, f"the text goes on after the `{before[-1]}` that ends its value", hint
    if trouble.rest.startswith(":"):
        return trouble.at, "there is no key before this `:`", None
    message = "this line is indented like none of the lines above it"
    return trouble.at, message, "begin it at the column of the line that it belongs with"


def _no_dash(trouble: _Trouble) -> _Answer:
    message = "this is no item of the list above it: all items begin with `- ` at one column"
    return trouble.at, message, "write `- ` before it, or indent it as the list that it belongs to"


def _quote(trouble: _Trouble) -> _Answer:
    place = trouble.origin or trouble.at
    mark = trouble.lines[place.line - 1][place.column - 1 : place.column]
    return place, f"the text that this `{mark}` opens is never closed", f"write `{mark}` at its end"


def _escape(trouble: _Trouble) -> _Answer:
    found = re.compile(r"\\(?:\\|[^\\])").finditer(trouble.line, max(trouble.at.column - 2, 0))
    written = next((m for m in found if m.start() + 1 >= trouble.at.column - 1), None)
    name = written[0] if written else "\\"
    column = written.start() + 1 if written else trouble.at.column
    place = Place(trouble.path, trouble.at.line, column, len(name))
    hint = f"write `\\{name}` for a backslash, or use single quotes"
    return place, f"`{name}` means nothing in double quotes", hint


def _code(trouble: _Trouble) -> _Answer:
    """Name an escape whose number is none, or that of no character (half of a pair)."""
    begin = trouble.line.rfind("\\", 0, trouble.at.column)
    written = _CODE.match(trouble.line, max(begin, 0))
    name = written[0] if written else "\\"
    place = Place(trouble.path, trouble.at.line, max(begin, 0) + 1, len(name))
    message = f"`{name}` is the code of no character"
    return place, message, "write the character itself, or its code as `\\U0001F600`"


_CODE = re.compile(r"\\[xuU][0-9A-Fa-f]{0,8}")


def _flow(trouble: _Trouble) -> _Answer:
    opening = trouble.origin or trouble.at
    mark = trouble.lines[opening.line - 1][opening.column - 1 : opening.column]
    closing = "}" if mark == "{" else "]"
    if trouble.ended or trouble.at.line != opening.line:
        message = f"the `{mark}` that opens here is not closed, or a `,` is missing below it"
        return opening, message, f"write `{closing}` at its end"
    hint = f"write `,` between two values and `{closing}` at the end; quote a text that holds them"
    return trouble.at, f"`,` or `{closing}` is missing before this", hint


def _content(trouble: _Trouble) -> _Answer:
    if trouble.ended:
        return trouble.at, "the file ends before this is complete", "close it with `]` or `}`"
    first = trouble.rest[:1]
    hint = f"put a text that begins with `{first}` in quotes"
    return trouble.at, f"a value cannot begin with `{first}`", hint


def _star(trouble: _Trouble) -> _Answer:
    place = trouble.origin or trouble.at
    value = trouble.lines[place.line - 1][place.column - 1 :].rstrip()
    message = f"a value without quotes cannot begin with `{value[:1]}`"
    hint = f'put it in quotes: `"{value}"`' if '"' not in value else "put it in quotes"
    return place, message, hint


def _dash(trouble: _Trouble) -> _Answer:
    return (
        trouble.at,
        "a list cannot begin on the line of its key",
        "begin each item on its own line",
    )


def _block(trouble: _Trouble) -> _Answer:
    message = "nothing can stand after `|` or `>` on its line"
    return trouble.at, message, "begin the text on the next line, indented"


def _question(trouble: _Trouble) -> _Answer:
    return trouble.at, "a value without quotes cannot begin with `? `", "put it in quotes"


def _outermost(trouble: _Trouble) -> _Answer:
    return trouble.at, "the file cannot go on after its outermost value has ended", None


def _version(trouble: _Trouble) -> _Answer:
    return trouble.at, "this version of YAML is not known", "remove the line that begins with `%`"


_ANSWERS = (
    ("found a tab character", _tab),
    ("that cannot start any token", _token),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("did not find expected key", _no_key),
    ("did not find expected '-' indicator", _no_dash),
    ("expected <block end>, but found '?'", _no_dash),  # from here on also PyYAML's own words
    ("expected <block end>", _no_key),
    ("unknown escape character", _escape),
    ("Unicode character escape", _code),
    ("expected hexdecimal number", _code),
    ("expected escape sequence", _code),
    ("quoted scalar", _quote),
    ("expected ',' or", _flow),
    ("expected node content", _content),
    ("expected the node content", _content),
    ("scanning an alias", _star),
    ("scanning an anchor", _star),
    ("sequence entries are not allowed", _dash),
    ("expected comment or line break", _block),
    ("expected a comment or a line break", _block),
    ("mapping keys are not allowed", _question),
    ("<document start>", _outermost),
    ("incompatible YAML document", _version),
)
