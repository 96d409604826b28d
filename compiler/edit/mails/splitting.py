"""A whole page of a mail split into what is the same in all of them and what it says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from compiler.channels.email.html_text import html_words
from compiler.channels.email.tags import Tag, tags
from compiler.edit.mails.refused import RefusedMailError
from compiler.richtext.html_names import VOID

_SHARE = 0.6
"""Which part of all words an element must have to be gone into."""

_BOXES = {"html", "body", "center", "table", "tbody", "tr", "td", "div", "main", "section"}
_BOXES |= {"article", "mjml", "mj-body", "mj-wrapper", "mj-section", "mj-column", "mj-group"}
_BOXES |= {"mj-text", "mj-hero"}
_TITLE = re.compile(r"(<(?:mj-)?title\b[^>]*>)(.*?)(</(?:mj-)?title>)", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r"\w+")
_PREHEADER = re.compile(r"\bpreheader\b|\bpreview\b", re.IGNORECASE)

_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


@dataclass
class Box:
    """An element: where its content begins and ends, and what stands in it."""

    tag: Tag
    end: int
    inside: list["Box"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Split:
    """A page around `{{ body }}`, and what was taken out of it."""

    layout: str
    body: str
    title: str = ""
    preheader: str = ""


def split_page(page: str) -> Split:
    """Take the body, title and preheader out of a page. Raises RefusedMailError without words."""
    root = _boxes(page)
    box, hidden = _main(page, root), _preheader(root)
    if box is None:
        raise RefusedMailError("it has no text")
    preheader = ""
    if hidden is not None:
        preheader = " ".join(html_words(page[hidden.tag.end : hidden.end]).text.split())
        if box.tag.end <= hidden.tag.end < box.end:
            rest = split_page(page[: hidden.tag.end] + page[hidden.end :])
            return replace(rest, preheader=preheader)
    pieces = [(box.tag.end, box.end, "{{ body }}")]
    if hidden is not None and preheader:
        pieces.append((hidden.tag.end, hidden.end, "{{ preheader }}"))
    layout = page
    for start, stop, slot in sorted(pieces, reverse=True):
        layout = f"{layout[:start]}{slot}{layout[stop:]}"
    title = _TITLE.search(page)
    said = " ".join(title[2].split()) if title is not None else ""
    layout = _TITLE.sub(r"\1{{ subject }}\3", layout, count=1)
    return Split(layout, page[box.tag.end : box.end], said, preheader)


def _main(page: str, root: Box) -> Box | None:
    """Return the innermost box that has most of the words; of MJML the text that has most."""
    texts = [one for one in _all(root) if one.tag.name == "mj-text"]
    if texts or any(one.tag.name == "mjml" for one in _all(root)):
        return max(texts, key=lambda one: _count(page, one), default=None)
    all_words = _count(page, root)
    best = None
    boxes = [root]
    while boxes and all_words:
        box = max(boxes, key=lambda one: _count(page, one))
        if box is not root and _count(page, box) < _SHARE * all_words:
            break
        if box is not root:
            best = box
        boxes = [one for one in box.inside if one.tag.name in _BOXES and not _is_hidden(one.tag)]
    return best


def _preheader(root: Box) -> Box | None:
    return next((box for box in _all(root) if _is_preheader(box.tag)), None)


def _is_preheader(tag: Tag) -> bool:
    named = _PREHEADER.search(tag.value("class")) is not None
    return named or tag.name == "mj-preview" or (tag.name in {"div", "span"} and _is_hidden(tag))


def _is_hidden(tag: Tag) -> bool:
    return _HIDDEN.search(tag.value("style")) is not None


def _all(root: Box) -> Iterator[Box]:
    """Yield every box, those outside before those inside."""
    waiting = [root]
    while waiting:
        box = waiting.pop()
        yield box
        waiting += reversed(box.inside)


def _count(page: str, box: Box) -> int:
    return len(_WORD.findall(html_words(page[box.tag.end : box.end]).text))


def _boxes(page: str) -> Box:
    """Return the elements of a page as a tree; what is not closed ends with what it stands in."""
    root = Box(Tag("", 0, 0), len(page))
    opened = [root]
    for tag in tags(page):
        if tag.empty or tag.name in VOID:
            continue
        if not tag.closing:
            box = Box(tag, len(page))
            opened[-1].inside.append(box)
            opened.append(box)
        elif any(one.tag.name == tag.name for one in opened[1:]):
            while True:
                closed = opened.pop()
                closed.end = tag.at
                if closed.tag.name == tag.name:
                    break
    return root
