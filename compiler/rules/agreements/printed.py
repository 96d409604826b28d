"""What came of printing agreements, asked of a press once for all rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from compiler.base.hashing import sha256
from compiler.channels.agreements.document import Head, document
from compiler.channels.agreements.trials import Agreement, Flaw
from compiler.model.content import Layout
from compiler.model.entity import Entity
from compiler.rules.agreements.drafts import Draft, agreement_of, drafts
from compiler.rules.check import Scope
from compiler.rules.templates.parts import templates


@dataclass(frozen=True, eq=False)
class Flawed:
    """A flaw of an agreement; of a layout alone where there is no ``draft``.

    ``line`` is the line of the document that the flaw is in, empty where it is in none.
    """

    flaw: Flaw
    layout: Layout | None
    line: str
    draft: Draft | None = None


def agreement_templates(scope: Scope) -> Iterator[Entity[Any]]:
    """Yield the templates of the channel `pdf` that are written whole."""
    return (one for one in templates(scope) if one.record.channel == "pdf")


def has_press(scope: Scope) -> bool:
    """Tell whether agreements are printed, or nobody wants them to be."""
    return scope.senses.press is None or scope.once(_flaws) is not None


def printed(scope: Scope) -> tuple[Flawed, ...]:
    """Return what is wrong with agreements once they are printed."""
    asked = scope.once(_asked)
    return tuple(
        Flawed(flaw, draft.layout, _line(one.document, flaw), draft)
        for (draft, one), flaws in zip(asked, scope.once(_flaws) or (), strict=False)
        for flaw in flaws
    )


def flaws_of_layouts(scope: Scope) -> tuple[Flawed, ...]:
    """Return what is wrong with layouts that no agreement is printed with."""
    used = {draft.layout.name for draft, _ in scope.once(_asked) if draft.layout is not None}
    alone = [
        layout
        for layout in scope.content.layouts.values()
        if layout.is_typst and layout.name not in used
    ]
    asked = [_alone(layout, scope.content.languages.source) for layout in alone]
    press = scope.senses.press
    found = press.flaws(asked) if press is not None and asked else None
    return tuple(
        Flawed(flaw, layout, _line(one.document, flaw))
        for layout, one, flaws in zip(alone, asked, found or (), strict=False)
        for flaw in flaws
    )


def _asked(scope: Scope) -> tuple[tuple[Draft, Agreement], ...]:
    found = scope.once(drafts)
    return tuple((draft, agreement_of(scope, draft)) for draft in found)


def _flaws(scope: Scope) -> list[tuple[Flaw, ...]] | None:
    """Return the flaws of each agreement; None where nothing is there to print with."""
    press = scope.senses.press
    if press is None:
        return []
    return press.flaws([one for _, one in scope.once(_asked)])


def _alone(layout: Layout, locale: str) -> Agreement:
    whole = document("", Head("", locale), layout=layout.text)
    return Agreement(whole, "", locale, lambda: {"": {}}, key=sha256(whole.encode()))


def _line(document_: str, flaw: Flaw) -> str:
    lines = document_.split("\n")
    return lines[flaw.line - 1] if 0 < flaw.line <= len(lines) else ""
