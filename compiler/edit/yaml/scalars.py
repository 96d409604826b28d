"""How a scalar is written, in the manner of another one where the value allows that."""

import re
from collections.abc import Iterator

from compiler.edit.yaml.block_scalars import folded, lines_of_block, literal
from compiler.edit.yaml.edits import Value
from compiler.edit.yaml.folding import refilled, width_of
from compiler.edit.yaml.slots import Slot, Written
from compiler.read.scalars import UnsafeNumberError, plain
from compiler.read.yaml_nodes import Scalar

_BEGINS = frozenset("-?:,[]{}#&*!|>'\"%@` \t")
_LONGEST_KEY = 100
_BYTE = 0x100
_LINE_END = re.compile(r"\r\n|\r|\n")
_PRINTABLE = "\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_UNPRINTABLE = re.compile(f"[^\t\n{_PRINTABLE}]")
_ESCAPED = re.compile(rf'[^{_PRINTABLE}]|["\\]')
_YAML_1_1 = re.compile(
    r"y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF|=|<<"
    r"|[-+]?0b[01_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_,]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?"
    r"|[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?"
)
_ESCAPES = {
    "\\": "\\\\", '"': '\\"', "\0": "\\0", "\a": "\\a", "\b": "\\b", "\t": "\\t", "\n": "\\n",
    "\v": "\\v", "\f": "\\f", "\r": "\\r", "\x1b": "\\e", "\x85": "\\N", "\u2028": "\\L",
    "\u2029": "\\P",
}  # fmt: skip

Spelling = Iterator[Written]


def spellings(value: Value, slot: Slot, like: Scalar | None = None, raw: str = "") -> Spelling:
    """Yield how a scalar can be written, the best first, the last one always readable.

    It is written as ``like`` is; ``raw`` are the characters of the one it takes the place of.
    """
    if not isinstance(value, str):
        yield Written(_word(value, "" if like is None or like.style else like.value))
        return
    style = _style_like(value, slot, like, raw)
    printable = not _UNPRINTABLE.search(value)
    for one in (style, *_otherwise(value, style, slot)):
        written = _styled(value, one, slot, raw) if printable or one == '"' else None
        if written is not None and (one or _means_itself(value, like)):
            yield written


def _style_like(text: str, slot: Slot, like: Scalar | None, raw: str) -> str:
    """Return the style of another scalar; a short text beside a long one needs no lines."""
    if like is None:
        return ""
    short = not raw and "\n" not in text and len(text) <= slot.style.width
    return "" if like.is_block and short else like.style


def _otherwise(value: str, style: str, slot: Slot) -> tuple[str, ...]:
    """Return the styles to take where the first one does not do."""
    if "\n" in value and style in ("", "'"):
        return ("|", '"')
    return ("'", '"') if slot.style.quote == "'" and style != '"' else ('"',)


def _styled(value: str, style: str, slot: Slot, raw: str) -> Written | None:
    """Return a text in a style, None where that style cannot say it; ``'"'`` always can."""
    if style == "|":
        return literal(value, slot)
    if style == ">":
        return folded(value, slot, lines_of_block(raw) if raw[:1] == ">" else ())
    if style == '"':
        return Written(_wrapped(double_quoted(value), slot, raw))
    if "\n" in value or "\t" in value:
        return None
    if style == "'":
        return Written(_wrapped("'" + value.replace("'", "''") + "'", slot, raw))
    return Written(_wrapped(value, slot, raw)) if plain_fits(value, slot) else None


def plain_fits(text: str, slot: Slot) -> bool:
    """Tell whether a text without line ends can stand without quotes, whatever it means then."""
    if not text or text != text.strip() or text.startswith(("---", "...")):
        return False
    if text[0] in _BEGINS and not (text[0] == "-" and text[1:2] not in ("", " ") and not slot.flow):
        return False
    if ": " in text or " #" in text or text.endswith(":"):
        return False
    if slot.flow and re.search(r"[,\[\]{}?]|:(?![\w/])", text):
        return False
    return not (slot.key and len(text) > _LONGEST_KEY)


def double_quoted(text: str) -> str:
    """Return a text in double quotes, all that cannot be printed as escapes."""
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    known = _ESCAPES.get(character)
    return known or (f"\\x{code:02X}" if code < _BYTE else f"\\u{code:04X}")


def _means_itself(text: str, like: Scalar | None) -> bool:
    """Tell whether a plain text is read as that text, in YAML 1.1 too unless ``like`` is not."""
    if not _is_text(text):
        return False
    if not _YAML_1_1.fullmatch(text):
        return True
    careless = like is not None and not like.style and _YAML_1_1.fullmatch(like.value)
    return bool(careless) and like is not None and _is_text(like.value)


def _is_text(plain_text: str) -> bool:
    try:
        return isinstance(plain(plain_text), str)
    except UnsafeNumberError:
        return False


def _word(value: Value, like: str) -> str:
    """Return a truth value, null or number; words in the case of the one before."""
    if value is None:
        return like if like in ("~", "Null", "NULL") else "null"
    if isinstance(value, bool):
        word = "true" if value else "false"
        known = like in ("True", "False", "TRUE", "FALSE")
        return (word.upper() if like.isupper() else word.title()) if known else word
    text = repr(value)
    if "e" in text and "." not in text:
        return text.replace("e", ".0e")
    return text


def _wrapped(text: str, slot: Slot, raw: str) -> str:
    """Return a text in quotes or plain on as many lines as the one it takes the place of needs."""
    lines = _LINE_END.split(raw)
    old = [line.strip(" \t") for line in lines]
    if len(lines) == 1 or raw[:1] in "|>" or slot.key or not all(old):
        return text
    margin = lines[1][: len(lines[1]) - len(lines[1].lstrip(" \t"))]
    return f"{slot.style.line_end}{margin}".join(refilled(text, old, width_of(old)))
