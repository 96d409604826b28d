"""Translations of rich text whose parts differ from those of their source text."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from compiler.base.finding import Finding, Note, Severity
from compiler.base.rule import Rule
from compiler.model.catalogue import Standing
from compiler.richtext.alignment import Counterpart, counterparts
from compiler.richtext.parts import Part, Sign
from compiler.rules.assessment import assess_entities
from compiler.rules.check import Scope
from compiler.rules.messages.addresses import urls
from compiler.rules.richtext.passages import Passage, passages

_BLOCKS = (Sign.HEADING, Sign.TABLE, Sign.LIST, Sign.CODE_BLOCK)
_NEXT_BLOCK = re.compile(rb"\n\s*\n\s*(?=\S)")
_FIRST_BLOCK = re.compile(rb"\s*(?=\S)")
_WEB = ("http:", "https:", "ftp:")


@dataclass(frozen=True, eq=False)
class Compared:
    """A translation beside its source text."""

    own: Passage
    source: Passage

    @cached_property
    def own_parts(self) -> tuple[Part, ...]:
        """The parts of the translation."""
        return self.own.outline.parts

    @cached_property
    def source_parts(self) -> tuple[Part, ...]:
        """The parts of the source text."""
        return self.source.outline.parts

    def both(self, *signs: Sign) -> tuple[list[Part], list[Part]]:
        """Return the parts of some kinds, of the source and of the translation."""
        return self.source.outline.of(*signs), self.own.outline.of(*signs)

    @cached_property
    def _counterparts(self) -> dict[int, Counterpart]:
        found = counterparts(self.source_parts, self.own_parts, self._kind)
        return {id(part): at for part, at in zip(self.source_parts, found, strict=True)}

    def _kind(self, part: Part) -> Hashable:
        value = "" if part.sign is Sign.CODE_BLOCK else self.comparable(part)
        return part.sign, value, part.depth, part.columns

    def comparable(self, part: Part) -> str:
        """Return what a part comes to in any language, as far as it has to stay the same."""
        if part.sign not in (Sign.LINK, Sign.IMAGE):
            return part.value
        if part.value.startswith("#"):
            return "#"
        if part.value.lower().startswith(_WEB):
            return next(iter(urls(part.value)), part.value)
        return part.value.rstrip("/")

    def lost(self, parts: Iterable[Part]) -> Part | None:
        """Return the first of some parts of the source that the translation seems to lack."""
        return next((part for part in parts if not self._counterparts[id(part)].matches), None)

    def added(self, parts: Iterable[Part]) -> Part | None:
        """Return the first of some parts of the translation that the source seems to lack."""
        known = {one.at for one in self._counterparts.values() if one.matches}
        own = {id(part): index for index, part in enumerate(self.own_parts)}
        return next((part for part in parts if own[id(part)] not in known), None)

    def _where(self, part: Part) -> Part | tuple[int, int] | None:
        at = self._counterparts[id(part)].at
        parts = self.own_parts
        if not parts:
            return None
        there = parts[min(at, len(parts) - 1)]
        return self._block(at, there) if part.sign in _BLOCKS else there

    def _block(self, at: int, there: Part) -> Part | tuple[int, int]:
        """Return the block behind the part before: what has become of a heading or table."""
        data = self.own.markdown.encode()
        begin = self.own_parts[at - 1].end - 1 if at else 0
        found = _NEXT_BLOCK.search(data, max(begin, 0)) if at else _FIRST_BLOCK.match(data)
        is_last = at == len(self.own_parts)
        if found is None or (found.end() > there.start and not is_last):
            return there
        return found.end(), min(data.find(b"\n", found.end()) % (len(data) + 1), len(data))

    def finding(
        self,
        rule: Rule,
        message: str,
        *,
        own: Part | None = None,
        source: Part | None = None,
        hint: str | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """Make a finding at a part of the translation, or where one of the source would stand."""
        at = own if own is not None or source is None else self._where(source)
        note = self.source.place(source) if source is not None else self.source.piece.place()
        notes = (Note("the source text", note),)
        return self.own.finding(rule, at, message, hint=hint, severity=severity, notes=notes)


def compared(scope: Scope) -> tuple[Compared, ...]:
    """Return every translation that says it is of today's source text, or does not say.

    Those whose parts are all alike are left out: no rule would find anything in them.
    """
    behind = {
        (id(one.written), one.locale)
        for one in scope.once(assess_entities)
        if one.currency is Standing.STALE
    }
    return tuple(
        Compared(passage, passage.source)
        for passage in scope.once(passages)
        if passage.source is not None
        and (id(passage.piece.entity), passage.piece.locale) not in behind
        and passage.outline.shape != passage.source.outline.shape
    )


def surplus(these: Iterable[Part], those: Iterable[Part], found: Compared) -> list[Part]:
    """Return the parts whose like is there less often on the other side, the last ones of each."""
    counted = Counter(found.comparable(part) for part in those)
    left = []
    for part in these:
        key = found.comparable(part)
        if counted[key] > 0:
            counted[key] -= 1
        else:
            left.append(part)
    return left


def paired(
    lost: Sequence[Part], added: Sequence[Part]
) -> Iterator[tuple[Part | None, Part | None]]:
    """Yield what was probably put in the place of what, then what remains of either side."""
    for index in range(max(len(lost), len(added))):
        yield (
            lost[index] if index < len(lost) else None,
            added[index] if index < len(added) else None,
        )
