"""What Jinja cannot understand of a template, in an author's words, where it begins."""

import re
from dataclasses import dataclass

from compiler.templating.fault_words import Said, said, sign_said, stray

_STATEMENT = re.compile(r"\{%[-+]?\s*(?P<word>\w+)?[^%]*?[-+]?%\}|\{#.*?#\}", re.DOTALL)
_OPENED = {"if", "for", "macro", "call", "filter", "block", "with", "autoescape"}
_UNKNOWN = re.compile(r"Encountered unknown tag '(?P<tag>[^']*)'")
_WANTED = re.compile(r"looking for (?:the following tags: )?(?P<tags>.*?)\. The innermost")
_CHARACTER = re.compile(r"unexpected char .* at \d+\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """What is wrong, where (an offset from 0), and what to write."""

    message: str
    offset: int
    hint: str | None = None


def syntax_fault(text: str, message: str, offset: int) -> SyntaxFault:
    """Return a fault of Jinja in other words, and at what has no end where something has none."""
    offset = min(offset, len(text))
    unknown = _UNKNOWN.match(message)
    if unknown is not None:
        return _unknown_tag(unknown["tag"], message, offset)
    if message.startswith("Unexpected end of template"):
        return _unclosed_block(text, message, offset)
    return _unclosed_construct(text, message, offset) or _sign(text, message, offset)


def _unclosed_construct(text: str, message: str, offset: int) -> SyntaxFault | None:
    for sign, end in (("{{", "}}"), ("{%", "%}")):
        begin = text.rfind(sign, 0, offset)
        if begin >= 0 and end not in text[begin:offset] and _begins_another(text, begin, offset):
            return SyntaxFault(f"`{sign}` has no end", begin, f"close it with `{end}`")
    for what, sign, end in (("print statement", "{{", "}}"), ("statement block", "{%", "%}")):
        if "end of template" in message and f"end of {what}" in message:
            begin = text.rfind(sign, 0, offset + 1)
            return SyntaxFault(f"`{sign}` has no end", max(begin, 0), f"close it with `{end}`")
    if message == "Missing end of comment tag":
        return SyntaxFault("`{#` has no end", _open_comment(text), "close it with `#}`")
    return None


def _open_comment(text: str) -> int:
    """Return where the comment begins that nothing closes: the first behind the last closed one."""
    return max(text.find("{#", text.rfind("#}") + 2 if "#}" in text else 0), 0)


def _begins_another(text: str, begin: int, offset: int) -> bool:
    """Tell whether a fault is that another construct begins in one that has no end."""
    return text[offset : offset + 2] in ("{{", "{%") or (
        text[offset : offset + 1] == "%" and text[begin + 2 : offset].rstrip().endswith("{")
    )


def _sign(text: str, message: str, offset: int) -> SyntaxFault:
    if message == "unexpected '}'":
        return SyntaxFault("a single `}` stands here", offset, "close it with `}}`")
    if _CHARACTER.match(message) is None:
        return _placed(said(message, text, offset) or Said(message), offset)
    sign = text[offset : offset + 1]
    if sign in ("'", '"'):
        return SyntaxFault("this text has no end", offset, f"write `{sign}` behind it")
    return _placed(sign_said(sign), offset)


def _placed(words: Said, offset: int) -> SyntaxFault:
    return SyntaxFault(words.message, offset - words.back, words.hint)


def _unknown_tag(tag: str, message: str, offset: int) -> SyntaxFault:
    wanted = _WANTED.search(message)
    if wanted is None:
        if tag.startswith("end"):
            return SyntaxFault(f"`{{% {tag} %}}` ends nothing", offset)
        return _placed(stray(tag), offset)
    ends = [one for one in re.findall(r"'(\w+)'", wanted["tags"]) if one.startswith("end")]
    end = (ends or ["end"])[-1]
    if not tag.startswith("end"):
        return _placed(stray(tag), offset)
    hint = f"write `{{% {end} %}}`" if tag == "end" else None
    return SyntaxFault(f"`{{% {tag} %}}` stands where `{{% {end} %}}` is wanted", offset, hint)


def _unclosed_block(text: str, message: str, offset: int) -> SyntaxFault:
    opened: list[tuple[str, int]] = []
    for found in _STATEMENT.finditer(text):
        word = found["word"] or ""
        if word in _OPENED:
            opened.append((word, found.start()))
        elif word.startswith("end") and opened:
            opened.pop()
    if not opened:
        return SyntaxFault(message, offset)
    word, begin = opened[-1]
    return SyntaxFault(f"`{{% {word} %}}` has no end", begin, f"close it with `{{% end{word} %}}`")
