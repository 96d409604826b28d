"""What `compiler.rules.messages.characters` finds in strings, found in everything else."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.rules.check import Scope
from compiler.rules.messages import characters
from compiler.rules.richtext.written import written


def bidi_control(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """See `compiler.rules.messages.characters.bidi_control`."""
    for said in scope.once(written):
        yield from characters.bidi_controls(said, rule)


def invisible_character(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """See `compiler.rules.messages.characters.invisible_character`."""
    for said in scope.once(written):
        yield from characters.invisible_characters(said, rule)


def control_character(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """See `compiler.rules.messages.characters.control_character`."""
    for said in scope.once(written):
        yield from characters.control_characters(said, rule)


def mojibake(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """See `compiler.rules.messages.characters.mojibake`."""
    for said in scope.once(written):
        yield from characters.misread_letters(said, rule)
