"""What a file of code uses, as a value. Imported by whoever judges: keep it light."""

from typing import NamedTuple

from compiler.code.exports import Import
from compiler.code.use import Directive, NamedSpace, Use


class Uses(NamedTuple):
    """The keys that a file uses, the namespaces that its hooks name, what its comments say.

    ``texts`` are all texts in quotes that could be a key, with the line of the first: one may be
    handed on to where nobody sees it. ``imported`` is what was asked of other files, and what these
    said.
    """

    keys: tuple[Use, ...]
    namespaces: tuple[NamedSpace, ...] = ()
    directives: tuple[Directive, ...] = ()
    texts: tuple[tuple[str, int], ...] = ()
    imported: tuple[tuple[Import, str | None], ...] = ()
