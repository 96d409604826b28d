"""What sanitising takes out of a text, each with its place: never without a word."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from compiler.richtext.allowed import ATTRIBUTES, PROGRAMS, TAGS, is_allowed
from compiler.richtext.html_tags import NOT_ALWAYS_ENDED, VOID, HtmlTag, html_tags, html_text
from compiler.richtext.literals import broken_tags
from compiler.richtext.markdown import compiled, sanitised
from compiler.richtext.outline import Outline

_IGNORED = re.compile("[\x00-\x20]+")
"""What browsers leave out of the scheme of an address."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_RUNNING = frozenset({"javascript", "vbscript", "data"})
_PROGRAM_ATTRIBUTES = re.compile(r"on\w+|srcdoc|formaction|action|srcset|xlink:href")


@dataclass(frozen=True, slots=True)
class Loss:
    """What is removed from ``start`` to ``end`` (bytes): `what`, as it is shown to its author.

    One that ``runs`` could run a program or send something away.
    """

    start: int
    end: int
    what: str
    runs: bool = False
    placed: bool = False


def losses(outline: Outline) -> list[Loss]:
    """Return everything of a text that sanitising removes; addresses only where they can run."""
    if not outline.tags:
        return [*_of_addresses(outline)]
    found = [*_of_addresses(outline), *(loss for tag in outline.tags for loss in _of_tag(tag))]
    if not found:
        found.extend(_misplaced(outline))
    return found


def scheme_of(address: str) -> str | None:
    """Return what an address begins with as browsers read it, None where it has no scheme."""
    match = _SCHEME.match(_IGNORED.sub("", unescape(address)))
    return match[1].lower() if match else None


def runs(scheme: str | None) -> bool:
    """Tell whether an address of this scheme can run a program."""
    return scheme in _RUNNING


def unclosed(outline: Outline) -> Iterator[HtmlTag]:
    """Yield tags that are opened and not closed, and those that are closed and not opened.

    What a broken tag was meant to open may be closed: its author is told of the tag itself.
    """
    broken = [*broken_tags(outline)] if outline.tags else []
    for tag in _unclosed(sorted([*outline.tags, *broken], key=lambda tag: tag.start)):
        if not any(tag is one for one in broken):
            yield tag


def _unclosed(tags: Iterable[HtmlTag]) -> Iterator[HtmlTag]:
    opened: list[HtmlTag] = []
    for tag in tags:
        if tag.name in VOID or tag.name not in TAGS:
            continue
        if not tag.closing:
            opened.append(tag)
            continue
        matching = next((one for one in reversed(opened) if one.name == tag.name), None)
        if matching is None:
            if tag.name not in NOT_ALWAYS_ENDED:
                yield tag
        else:
            inner = opened[opened.index(matching) + 1 :]
            yield from (one for one in inner if one.name not in NOT_ALWAYS_ENDED)
            del opened[opened.index(matching) :]
    yield from (one for one in opened if one.name not in NOT_ALWAYS_ENDED)


def _of_addresses(outline: Outline) -> Iterator[Loss]:
    """Yield the addresses of Markdown's own links and images that can run a program."""
    for part in outline.parts:
        if part.value and not part.in_html and part.sign in ("link", "image"):
            scheme = scheme_of(part.value)
            if runs(scheme):
                yield Loss(part.start, part.end, f"an address with `{scheme}:`", runs=True)


def _of_tag(tag: HtmlTag) -> Iterator[Loss]:
    if tag.name not in TAGS:
        if not tag.closing:
            shown = f"<{tag.name}…>" if tag.name[0] in "!?" else f"<{tag.name}>"
            yield Loss(tag.start, tag.end, f"`{shown}`", runs=tag.name in PROGRAMS)
        return
    for name, value in tag.attributes.items():
        if not is_allowed(tag.name, name):
            runs_program = _PROGRAM_ATTRIBUTES.fullmatch(name) is not None
            yield Loss(tag.start, tag.end, f"the attribute `{name}`", runs=runs_program)
        elif name in ("href", "src") and name in ATTRIBUTES.get(tag.name, ()):
            scheme = scheme_of(value)
            if runs(scheme):
                yield Loss(tag.start, tag.end, f"an address with `{scheme}:`", runs=True)


def _misplaced(outline: Outline) -> Iterator[Loss]:
    """Yield what is removed for where it stands, such as a cell outside of a table."""
    before = compiled(outline.markdown)
    after = sanitised(before)
    lost = _opened(before) - _opened(after)
    for tag in outline.tags:
        if not tag.closing and lost[tag.name] > 0:
            lost[tag.name] -= 1
            yield Loss(tag.start, tag.end, f"`<{tag.name}>`", placed=True)
    if not lost and _words(before) != _words(after):
        first = outline.tags[0]
        yield Loss(first.start, first.end, "a part of the words", placed=True)


def _opened(html: str) -> Counter[str]:
    return Counter(tag.name for tag in html_tags(html) if not tag.closing)


def _words(html: str) -> str:
    return "".join(html_text(html).split())
