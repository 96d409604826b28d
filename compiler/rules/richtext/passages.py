"""Every description as the Markdown that it is: what rules about rich text look at."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from compiler.base.finding import Finding, Note, Severity
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.model.reference import Kind
from compiler.richtext.outline import Outline, outline
from compiler.richtext.parts import Part
from compiler.rules.check import Scope
from compiler.rules.richtext.pieces import DESCRIPTION, Piece, files_of, localised
from compiler.templating.jinja_tokens import Protected, protect


class Jinja(NamedTuple):
    """A Markdown text whose Jinja constructs are tokens; where its characters stood before."""

    protected: Protected
    positions: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Passage:
    """A description in one language; ``source`` is that of the source language, None in itself."""

    piece: Piece
    source: "Passage | None" = None

    @property
    def text(self) -> str:
        """The Markdown as its author wrote it."""
        return self.piece.text

    @cached_property
    def jinja(self) -> Jinja | None:
        """What stands for Jinja, in templates that have any."""
        is_template = self.piece.entity.kind is Kind.TEMPLATES
        return without_jinja(self.text) if is_template and "{" in self.text else None

    @cached_property
    def markdown(self) -> str:
        """The Markdown that is compiled."""
        return self.text if self.jinja is None else self.jinja.protected.markdown

    @cached_property
    def outline(self) -> Outline:
        """What the text is made of."""
        return outline(self.markdown)

    def is_statement(self, start: int, end: int) -> bool:
        """Tell whether a row of a table, from and to a byte, is only a statement of a template."""
        if self.jinja is None:
            return False
        row = self.markdown.encode()[start:end].decode(errors="ignore")
        return self.jinja.protected.statement(row) is not None

    def said(self, text: str) -> str:
        """Return a part of the compiled Markdown as its author wrote it."""
        return text if self.jinja is None else self.jinja.protected.restore_text(text)

    def span(self, part: Part | tuple[int, int]) -> tuple[int, int]:
        """Return the code points of a part, or of a span of bytes."""
        start, end = part if isinstance(part, tuple) else (part.start, part.end)
        span = self.outline.span(start, end)
        if self.jinja is None:
            return span
        positions = self.jinja.positions
        return positions[span[0]], max(positions[span[1] - 1] + 1, positions[span[0]])

    def place(self, part: Part | tuple[int, int]) -> Place:
        """Return where a part stands."""
        return self.piece.place(*self.span(part))

    def finding(
        self,
        rule: Rule,
        part: Part | tuple[int, int] | None,
        message: str,
        *,
        hint: str | None = None,
        severity: Severity | None = None,
        notes: tuple[Note, ...] = (),
    ) -> Finding:
        """Make a finding at a part, or where the text begins."""
        return rule.at(
            self.piece.place() if part is None else self.place(part),
            message,
            hint=hint,
            entity=str(self.piece.entity.reference),
            locale=self.piece.locale,
            severity=severity,
            notes=notes,
        )


def passages(scope: Scope) -> tuple[Passage, ...]:
    """Return every description in Markdown, each beside that of the source language.

    Those of banners are alternative texts of images, and no Markdown.
    """
    files = scope.once(files_of)
    found = []
    sources: dict[int, Passage] = {}
    for entity, locale, text, beside in localised(scope):
        if text.description is None or entity.kind is Kind.BANNERS:
            continue
        source = None
        if beside is not None and beside.description is not None:
            if id(beside) not in sources:
                route = (DESCRIPTION,)
                own = Piece(files, entity, None, beside.places, route, beside.description)
                sources[id(beside)] = Passage(own)
            source = sources[id(beside)]
        piece = Piece(files, entity, locale, text.places, (DESCRIPTION,), text.description)
        found.append(Passage(piece, source))
    return tuple(found)


@lru_cache(maxsize=4_096)
def without_jinja(text: str) -> Jinja:
    """Return a template's Markdown with tokens for Jinja, as it is compiled."""
    protected = protect(text)
    return Jinja(protected, tuple(_positions(text, protected)))


def _positions(text: str, protected: Protected) -> list[int]:
    """Return for each character of the protected Markdown where it stands in the text."""
    positions: list[int] = []
    at = 0
    markdown = protected.markdown
    token = re.compile(rf"{protected.mark}[BRW](\d+)Z")
    while len(positions) < len(markdown):
        found = token.match(markdown, len(positions))
        if found is not None:
            construct = protected.constructs[int(found[1])]
            at = max(text.find(construct, at), at)
            positions.extend([at] * len(found[0]))
            at += len(construct)
            continue
        sign = markdown[len(positions)]
        following = _next(text, at, sign)
        positions.append(min(following, len(text) - 1))
        at = following + 1 if text[following : following + 1] == sign else at
    return positions


_DROPPED = re.compile(r"\{#.*?#\}|[ \t]+", re.DOTALL)


def _next(text: str, at: int, sign: str) -> int:
    """Return where a sign stands next: behind comments, and blanks around a lone statement."""
    while text[at : at + 1] != sign:
        dropped = _DROPPED.match(text, at)
        if dropped is None:
            return at  # a line end that parts a statement from the text around it
        at = dropped.end()
    return at
