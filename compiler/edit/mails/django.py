"""Django's template language made Jinja, as far as a mail of plain text needs it."""

import re
from collections.abc import Callable, Iterator, Mapping

from compiler.edit.mails.refused import RefusedMailError

_TOKEN = re.compile(r"(\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\})", re.DOTALL)
_NAME = r"[A-Za-z_][\w.]*"
_VARIABLE = re.compile(rf"\{{\{{\s*({_NAME})\s*\}}\}}")
_BLOCK = re.compile(r"\{%\s*(?:block\s+(?P<name>\w+)|endblock(?:\s+\w+)?)\s*%\}")
_EXTENDS = re.compile(r"\{%\s*extends\s+[\"']([^\"']+)[\"']\s*%\}")
_INCLUDE = re.compile(r"\{%\s*include\s+[\"']([^\"']+)[\"']\s*%\}")
_TRANS = re.compile(
    r"\{%\s*blocktrans(?:late)?(?P<with>[^%]*)%\}(?P<text>.*?)\{%\s*endblocktrans(?:late)?\s*%\}",
    re.DOTALL,
)
_WORD = re.compile(r"\{%\s*trans(?:late)?\s+(?P<quote>[\"'])(?P<text>.*?)(?P=quote)\s*%\}")
_PAIR = re.compile(rf"(\w+)=({_NAME})$")
_SILENT = re.compile(
    r"\{%\s*(?:load\b[^%]*|autoescape\s+\w+|endautoescape)\s*%\}|\{#.*?#\}", re.DOTALL
)
_KNOWN = re.compile(
    rf"\{{%\s*(?:if\s+(?:not\s+)?{_NAME}(?:\s+(?:and|or)\s+(?:not\s+)?{_NAME})*"
    rf"|elif\s+(?:not\s+)?{_NAME}|else|endif|for\s+\w+\s+in\s+{_NAME}|endfor)\s*%\}}"
)
_DEEPEST = 8

Find = Callable[[str], str | None]
"""Returns the text of a template by the name that others call it, None where it is not there."""


def to_jinja(source: str, find: Find) -> str:
    """Return a template of plain text as Jinja. Raises RefusedMailError."""
    whole = _SILENT.sub("", _whole(source, find, _DEEPEST))
    whole = _WORD.sub(lambda word: word["text"], _TRANS.sub(_translated, whole))
    whole = _BLOCK.sub("", whole)
    for token in _TOKEN.findall(whole):
        if not _VARIABLE.fullmatch(token) and not _KNOWN.fullmatch(token):
            raise RefusedMailError(f"`{token}` has no counterpart in Jinja")
    tidy = _VARIABLE.sub(lambda match: f"{{{{ {match[1]} }}}}", whole)
    return re.sub(r"\n{3,}", "\n\n", tidy).strip()


def _whole(source: str, find: Find, depth: int) -> str:
    """Return a template with what it extends around it, and what it includes in it."""
    extended = _EXTENDS.search(source)
    source = _INCLUDE.sub(lambda match: _found(match[1], find, depth), source)
    if extended is None:
        return source
    return _filled(_found(extended[1], find, depth), dict(_blocks(source)))


def _found(name: str, find: Find, depth: int) -> str:
    text = find(name) if depth else None
    if text is None:
        raise RefusedMailError(f"it is a part of `{name}`, which is not among the files")
    return _whole(text, find, depth - 1)


def _blocks(source: str) -> Iterator[tuple[str, str]]:
    """Yield every block by name with what is in it, those in others, too."""
    opened: list[tuple[str, int]] = []
    for tag in _BLOCK.finditer(source):
        if tag["name"] is not None:
            opened.append((tag["name"], tag.end()))
        elif opened:
            name, begin = opened.pop()
            yield name, source[begin : tag.start()]


def _filled(source: str, blocks: Mapping[str, str]) -> str:
    """Return a template with blocks in the place of its own; the tags around them stay."""
    parts: list[str] = []
    depth, at, name = 0, 0, ""
    for tag in _BLOCK.finditer(source):
        opens = tag["name"] is not None
        if opens and not depth:
            parts.append(source[at : tag.end()])
            at, name = tag.end(), tag["name"]
        depth += 1 if opens else -1
        if not opens and not depth:
            others = {key: text for key, text in blocks.items() if key != name}
            parts += [_filled(blocks.get(name, source[at : tag.start()]), others), tag[0]]
            at = tag.end()
    return "".join([*parts, source[at:]])


def _translated(match: re.Match[str]) -> str:
    """Return the text of a translated block, its own names replaced by what they stand for."""
    names: dict[str, str] = {}
    for word in match["with"].split():
        pair = _PAIR.match(word)
        if pair is not None:
            names[pair[1]] = pair[2]
        elif word not in {"with", "trimmed", "and"}:
            raise RefusedMailError(f"`{word}` of `blocktranslate` has no counterpart in Jinja")
    if "{% plural %}" in match["text"]:
        raise RefusedMailError("`{% plural %}` has no counterpart in Jinja")
    return _VARIABLE.sub(lambda one: f"{{{{ {names.get(one[1], one[1])} }}}}", match["text"])
