"""Texts for Java's MessageFormat made ICU: `{0}` becomes `{arg0}`, a choice becomes a plural.

Apostrophes are read as ICU reads them: two are one, and one quotes only before a brace. Java lets
any single one quote, so that it vanishes with the meaning of all braces behind it; that is never
what an author wanted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from compiler.edit.interchange.java_choice import as_plural
from compiler.messages.icu import parse
from compiler.messages.icu_error import IcuSyntaxError

JAVA = "java"
_NAME = re.compile(r"\d{1,9}|[A-Za-z_]\w*")
_BRACES = r"'|\{[^{}'<>#]*\}|[{}]"
_TAGS = r"</?[^{}'<>#]*>|[<>]"
_SYNTAX = (re.compile(rf"(?:{_BRACES})+"), re.compile(rf"(?:{_BRACES}|{_TAGS})+"))
"""What has to be quoted of a literal: without tags, and where tags cannot be read, with them."""
_SYNTAX_IN_PLURAL = (re.compile(rf"(?:{_BRACES}|#)+"), re.compile(rf"(?:{_BRACES}|{_TAGS}|#)+"))
_FORMATS = ("number", "date", "time")


class NotConvertibleError(ValueError):
    """A text has something that ICU has no words for; ``str()`` is a clause about it."""


@dataclass(frozen=True, slots=True)
class Converted:
    """A text in ICU, and how each of its plain arguments was spelt."""

    icu: str
    placeholders: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Element:
    """What stands between braces: its words between commas, as far as three."""

    written: str
    name: str
    kind: str = ""
    style: str = ""


def from_java(text: str, locale: str) -> Converted:
    """Return a text as ICU. Raises NotConvertibleError."""
    placeholders: dict[str, str] = {}
    return Converted(_converted(text, locale, placeholders, _SYNTAX), placeholders)


def _converted(
    text: str, locale: str, placeholders: dict[str, str], syntaxes: tuple[re.Pattern[str], ...]
) -> str:
    plain, with_tags = syntaxes
    parts = list(_parts(text))
    icu = _joined(parts, locale, placeholders, plain)
    return icu if _readable(icu) else _joined(parts, locale, placeholders, with_tags)


def _joined(
    parts: list[str | _Element],
    locale: str,
    placeholders: dict[str, str],
    syntax: re.Pattern[str],
) -> str:
    made = []
    for index, part in enumerate(parts):
        if isinstance(part, _Element):
            made.append(_element(part, locale, placeholders))
        else:
            made.append(_quoted(part, syntax, last=index == len(parts) - 1))
    return "".join(made)


def _element(element: _Element, locale: str, placeholders: dict[str, str]) -> str:
    name = f"arg{element.name}" if element.name[0].isdigit() else element.name
    if not element.kind:
        placeholders[name] = element.written
        return f"{{{name}}}"
    if element.kind == "choice":
        return _plural(name, element, locale, placeholders)
    if element.kind not in _FORMATS:
        raise NotConvertibleError(f"`{element.written}` has a format that ICU does not know")
    style = f", {element.style.strip()}" if element.style.strip() else ""
    return f"{{{name}, {element.kind}{style}}}"


def _plural(name: str, element: _Element, locale: str, placeholders: dict[str, str]) -> str:
    branches = as_plural(element.style, locale)
    if branches is None:
        raise NotConvertibleError(f"`{element.written}` is no choice that a plural could say")
    made = []
    for selector, pattern in branches:
        text = _converted(pattern, locale, placeholders, _SYNTAX_IN_PLURAL)
        made.append(f"{selector} {{{text}}}")
    return f"{{{name}, plural, {' '.join(made)}}}"


def _parts(text: str) -> Iterator[str | _Element]:
    """Part a text into literals, without their quotation, and what stands in braces."""
    literal = ""
    at = 0
    while at < len(text):
        if text[at] == "'":
            quoted, at = _quotation(text, at)
            literal += quoted
            continue
        end = _closing(text, at) if text[at] == "{" else None
        element = None if end is None else _element_of(text[at:end])
        if element is None or end is None:
            literal += text[at]
            at += 1
            continue
        if literal:
            yield literal
        yield element
        literal, at = "", end
    if literal:
        yield literal


def _quotation(text: str, at: int) -> tuple[str, int]:
    """Return what the apostrophe at a position stands for, and where reading goes on."""
    following = text[at + 1 : at + 2]
    if following == "'":
        return "'", at + 2
    if following not in ("{", "}"):
        return "'", at + 1
    end = at + 1
    while end < len(text):
        if text.startswith("''", end):
            end += 2
        elif text[end] == "'":
            break
        else:
            end += 1
    return text[at + 1 : end].replace("''", "'"), end + 1


def _closing(text: str, at: int) -> int | None:
    """Return the position behind the brace that closes the one at a position."""
    depth = 0
    while at < len(text):
        if text[at] == "'":
            _, at = _quotation(text, at)
            continue
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        at += 1
        if not depth:
            return at
    return None


def _element_of(written: str) -> _Element | None:
    """Return the format element that a text in braces is, None for braces of another meaning."""
    name, _, rest = written[1:-1].partition(",")
    kind, _, style = rest.partition(",")
    if not _NAME.fullmatch(name.strip()):
        return None
    return _Element(written, name.strip(), kind.strip().lower(), style)


def _quoted(literal: str, syntax: re.Pattern[str], *, last: bool) -> str:
    """Quote what ICU would take for its own; an apostrophe that quotes nothing stays single."""

    def quote(match: re.Match[str]) -> str:
        found = match[0]
        if found.strip("'"):
            return "'" + found.replace("'", "''") + "'"
        following = literal[match.end() : match.end() + 1] or ("" if last else "{")
        harmless = found == "'" and following not in ("{", "}", "<", ">", "'", "#")
        return found if harmless else found.replace("'", "''")

    return syntax.sub(quote, literal)


def _readable(icu: str) -> bool:
    try:
        parse(icu, inline_html=True)
    except IcuSyntaxError:
        return False
    return True
