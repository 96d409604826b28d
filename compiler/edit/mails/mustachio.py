"""Mustache, Mustachio and the plain part of Handlebars made Jinja."""

import re
from dataclasses import dataclass, field

from compiler.edit.mails.refused import RefusedMailError

_TAG = re.compile(r"\{\{\{\s*(?P<raw>.*?)\s*\}\}\}|\{\{\s*(?P<tag>.*?)\s*\}\}", re.DOTALL)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)*|\.")
_UP = "../"


@dataclass
class _Section:
    """An open section: its name, what ends it, the variable that names are looked up in."""

    name: str
    end: str
    scope: str


@dataclass
class _Converter:
    open: list[_Section] = field(default_factory=list)
    loops: int = 0

    def convert(self, tag: str) -> str:
        """Return the Jinja of one tag."""
        if tag.startswith("!"):
            return ""
        if tag.startswith("#each "):
            return self._each(tag.removeprefix("#each ").strip())
        if tag[:1] in {"#", "^"}:
            return self._section(tag[1:].removeprefix("if ").strip(), negated=tag[0] == "^")
        if tag.startswith("/"):
            return self._close(tag[1:].strip())
        if tag == "else" and self.open:
            return "{% else %}"
        return f"{{{{ {self._variable(tag)} }}}}"

    def _each(self, name: str) -> str:
        if name == "." and not self.open:
            raise RefusedMailError("`{{#each .}}` goes through all values, whatever they are")
        self.loops += 1
        loop = "item" if self.loops == 1 else f"item{self.loops}"
        over = self._variable(name)
        self.open.append(_Section("each", "endfor", loop))
        return f"{{% for {loop} in {over} %}}"

    def _section(self, name: str, *, negated: bool) -> str:
        variable = self._variable(name)
        scope = self.open[-1].scope if negated and self.open else "" if negated else variable
        self.open.append(_Section(name, "endif", scope))
        return f"{{% if {'not ' if negated else ''}{variable} %}}"

    def _close(self, name: str) -> str:
        if not self.open or name not in {self.open[-1].name, "if"}:
            raise RefusedMailError(f"`{{{{/{name}}}}}` closes nothing that is open")
        closed = self.open.pop()
        self.loops -= closed.end == "endfor"
        return f"{{% {closed.end} %}}"

    def _variable(self, name: str) -> str:
        scope = [one.scope for one in self.open]
        while name.startswith(_UP):
            name = name.removeprefix(_UP)
            scope = scope[:-1]
        if not _NAME.fullmatch(name):
            raise RefusedMailError(f"`{{{{{name}}}}}` has no counterpart in Jinja")
        inside = scope[-1] if scope else ""
        if name == ".":
            return inside or "value"
        return f"{inside}.{name}" if inside else name


def to_jinja(source: str) -> str:
    """Return a text with its placeholders as Jinja. Raises RefusedMailError."""
    if "{%" in source:
        raise RefusedMailError("it has `{%`, which would be read as Jinja")
    converter = _Converter()

    def tag(match: re.Match[str]) -> str:
        if match["raw"] is not None or match["tag"].startswith("&"):
            raise RefusedMailError(f"`{match[0]}` is put in without being escaped")
        return converter.convert(match["tag"])

    made = _TAG.sub(tag, source)
    if converter.open:
        raise RefusedMailError(f"`{{{{#{converter.open[-1].name}}}}}` is never closed")
    return made
