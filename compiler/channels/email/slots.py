"""What a layout prints that is no variable, such as `{{ body }}`; where it asks for it in vain.

It is put in when a mail is compiled, before anything of Jinja is carried out: so it can be printed,
and neither asked about nor changed.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from compiler.channels.email.flaw import Flaw, FlawKind
from compiler.channels.email.tags import COMMENT
from compiler.templating.brand import unbranded
from compiler.templating.jinja_tokens import constructs
from compiler.templating.reading import read_template

SLOTS = ("body", "subject", "preheader", "locale", "direction", "start", "end")

SLOT = re.compile(rf"\{{\{{-?\s*({'|'.join(SLOTS)})\s*(?:\|\s*safe\s*)?-?\}}\}}")
"""One of them where it is printed; the first group is its name."""

_COMMENT = re.compile(COMMENT, re.DOTALL)
_SIDES = 'write `dir="{{ direction }}"`, or `{{ start }}` and `{{ end }}` for the sides'
_HINTS = {
    "preheader": "write `{{ preheader }}` alone: it is nothing where a language has none",
    "direction": _SIDES,
    "start": _SIDES,
    "end": _SIDES,
}


@lru_cache(maxsize=64)
def slot_flaws(source: str) -> tuple[Flaw, ...]:
    """Return where a layout, in HTML or MJML, puts in its body not once, or asks for a slot."""
    bare = unbranded(source)  # every offset the same
    reading = read_template(bare)
    return () if reading.fault is not None else (*_of_body(bare), *_asked(bare, reading.tree))


def _of_body(source: str) -> Iterator[Flaw]:
    shown = _COMMENT.sub(lambda comment: " " * len(comment[0]), source)
    bodies = [slot for slot in SLOT.finditer(shown) if slot[1] == "body"]
    if not bodies and not re.search(r"\bbody\b", "".join(_inside(shown))):
        message = "this layout has no `{{ body }}`: its mails would not say what they are about"
        yield Flaw(FlawKind.LAYOUT, message, 0, 1, "write `{{ body }}` where it belongs")
    for again in bodies[1:]:
        message = "this layout has `{{ body }}` already"
        yield Flaw(FlawKind.LAYOUT, message, again.start(), len(again[0]), "take one of them out")


def _inside(source: str) -> Iterator[str]:
    return (source[begin:end] for begin, end in constructs(source))


def _asked(source: str, tree: Any) -> Iterator[Flaw]:  # noqa: ANN401 - a node of Jinja, or none
    printed = [range(*slot.span()) for slot in SLOT.finditer(source)]
    for name in _names(tree):
        if not any(name.lineno in span for span in printed):
            yield Flaw(
                FlawKind.LAYOUT,
                f"`{name.name}` can only be printed: it is put in before anything is asked",
                name.lineno,
                len(name.name),
                _HINTS.get(name.name, f"write `{{{{ {name.name} }}}}`"),
            )


def _names(tree: Any) -> list[Any]:  # noqa: ANN401 - a node of Jinja, or none
    """Return the slots that are read, in the order of the text; not names that the layout sets."""
    if tree is None:
        return []
    from jinja2 import nodes  # noqa: PLC0415 - wanted only by content with layouts

    names = [name for name in tree.find_all(nodes.Name) if name.name in SLOTS]
    own = {name.name for name in names if name.ctx == "store"}
    return sorted((one for one in names if one.name not in own), key=lambda one: one.lineno)
