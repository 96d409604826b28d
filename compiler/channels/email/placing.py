"""Where Jinja stands in a layout, and would be lost: in tags and styles, behind what never ends.

HTML is read and written again when CSS is inlined, and reading mends what is no HTML. So a
statement between attributes comes out as the name of one, in every mail.
"""

import re
from collections.abc import Iterator

from compiler.channels.email.flaw import Flaw, FlawKind
from compiler.channels.email.inlining import lost_jinja
from compiler.channels.email.jinja import masked
from compiler.channels.email.tags import COMMENT, TEXT_ONLY, Tag, tags
from compiler.templating.jinja_tokens import constructs

_COMMENT = re.compile(COMMENT, re.DOTALL)
_CLOSED = re.compile(r"(?:--!?|<!--)>\Z")
_BODY = re.compile(r"\{\{-?\s*body\b")
_IN_TAG = "a tag holds Jinja in the values of its attributes alone: elsewhere it would be lost"
_IN_VALUES = 'write it into a value, such as `style="{% if … %}…{% endif %}"`, or around whole tags'
_LOST = "this would be lost: it stands where HTML has no place for it"


def source_flaws(source: str) -> tuple[Flaw, ...]:
    """Return what is wrong in a layout as it is written, in HTML or MJML, in its order."""
    unended = tuple(_unended(source))
    if unended:
        return unended  # what follows is part of it
    plain = masked(source)
    found = [
        flaw
        for tag in tags(source)
        for flaw in (*_in_tag(source, tag), *_body_in(source, tag), *_quotes(plain, tag))
    ]
    return tuple(sorted(found, key=lambda flaw: flaw.at))


def lost_flaws(source: str, html: str) -> Iterator[Flaw]:
    """Yield the Jinja of a layout that is not in its mails; ``html`` is what it compiles to."""
    written: dict[str, list[int]] = {}
    for at, end in constructs(source):
        written.setdefault(source[at:end], []).append(at)
    for construct, before in lost_jinja(html):
        places = written.get(construct)
        if places:
            at = places[min(before, len(places) - 1)]
            hint = "write it around whole tags or rules, or into the value of an attribute"
            yield Flaw(FlawKind.LAYOUT, _LOST, at, len(construct), hint)


def _unended(source: str) -> Iterator[Flaw]:
    plain = masked(source)
    for comment in _COMMENT.finditer(plain):
        if not _CLOSED.search(comment[0]):
            message = "this comment never ends: mails would have nothing of what follows"
            yield Flaw(FlawKind.LAYOUT, message, comment.start(), 4, "write `-->` where it ends")
            return
    for tag in tags(source):
        ends = TEXT_ONLY.get(tag.name)
        opens = ends is not None and not (tag.closing or tag.empty)
        if ends is not None and opens and ends.search(plain, tag.end) is None:
            message = f"`<{tag.name}>` never ends: all that follows is part of it"
            hint = f"write `</{tag.name}>` where it ends"
            yield Flaw(FlawKind.LAYOUT, message, tag.at, len(tag.name) + 1, hint)
            return


def _in_tag(source: str, tag: Tag) -> Iterator[Flaw]:
    begins = [tag.at + 1] if "{" in tag.name else []
    named = (*tag.attributes.items(), *tag.doubled)
    begins += [attribute.at for name, attribute in named if "{" in name]
    for begin in begins:
        for at, end in constructs(source[begin : tag.end]):
            yield Flaw(FlawKind.LAYOUT, _IN_TAG, begin + at, end - at, _IN_VALUES)
            return


def _body_in(source: str, tag: Tag) -> Iterator[Flaw]:
    """Yield where `{{ body }}` stands in a tag, or in what is not shown as HTML."""
    end, where = tag.end, f"a tag `<{tag.name}>`"
    ends = TEXT_ONLY.get(tag.name)
    if ends is not None and not (tag.closing or tag.empty):
        closing = ends.search(source, tag.end)
        end, where = closing.start() if closing else len(source), f"`<{tag.name}>`"
    body = _BODY.search(source, tag.at, end)
    if body is not None:
        hint = "write `{{ body }}` where a paragraph may stand"
        yield Flaw(
            FlawKind.LAYOUT, f"`body` is HTML, and cannot stand in {where}", body.start(), 2, hint
        )


def _quotes(plain: str, tag: Tag) -> Iterator[Flaw]:
    """Yield the quotes by which MJML, which writes values between `"`, would end one too early."""
    for attribute in tag.attributes.values() if tag.name.startswith("mj") else ():
        if plain[attribute.value_at - 1] == "'":
            at = plain.find('"', attribute.value_at, plain.find("'", attribute.value_at))
            if at >= 0:
                message = 'this `"` would end the value: MJML writes it between such quotes'
                hint = "write `'`, and `\"` around the value"
                yield Flaw(FlawKind.LAYOUT, message, at, 1, hint)
