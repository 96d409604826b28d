"""What became of the PDF of a document: the words that differ, or why they cannot be told."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from posixpath import dirname
from typing import Any, NamedTuple

from compiler.base.hashing import sha256
from compiler.model.content import Content
from compiler.model.entity import Entity
from compiler.model.reference import Kind
from compiler.ports.pdf import PdfText
from compiler.review.beside import bytes_beside
from compiler.review.change import Change, What
from compiler.review.versions import Pair, Versions

PdfTexts = Mapping[str, PdfText]
"""What PDFs say, by SHA-256."""

PDF_PART = "pdf"

_AROUND = 5
"""Words that are told on either side of a difference."""
_MOST_PASSAGES = 100
_MOST_WORDS = 30_000
_MOST_PAIRS = 3_000_000
"""Beyond so many, words that stand everywhere are no beginning of a passage: it takes too long."""
_HYPHEN = re.compile("(?:\ufffe|\u00ad|\u0002)[\r\n]*")
"""What PDFium gives for a hyphen at which a word was broken."""


class _Passage(NamedTuple):
    """Some words that differ, with those around them, and the page, from 1, on which they are."""

    page: int
    before: str
    after: str


class _Words(NamedTuple):
    """The words of a PDF, and the page of each."""

    words: list[str]
    pages: list[int]


def differing_pdfs(versions: Versions) -> dict[str, bytes]:
    """Return the PDFs of documents that have another one now, before and after, by SHA-256."""
    found: dict[str, bytes] = {}
    for pair in versions.pairs(Kind.DOCUMENTS):
        was, now = _files(versions, pair)
        if was is not None and now is not None and was != now:
            found |= {sha256(was): was, sha256(now): now}
    return found


def pdf_changes(versions: Versions, pair: Pair, texts: PdfTexts) -> Iterator[Change]:
    """Yield that the PDF of a document is another one, then each passage that differs.

    A PDF of which there is no text among ``texts`` is told by its bytes.
    """
    if pair.now is None or not (_name(pair.before) and _name(pair.now)):
        return
    was, now = _files(versions, pair)
    if was == now:
        return
    before, after = _text(was, texts), _text(now, texts)
    passages, said = _compared(before, after)
    told = _described(was, before), f"{_described(now, after)}; {said}"
    entity = str(pair.now.reference)
    yield Change(entity, What.CHANGED, pair.area, None, PDF_PART, *told)
    for page, old, new in passages[:_MOST_PASSAGES]:
        part = f"{PDF_PART}.pages.{page}"
        yield Change(entity, What.CHANGED, pair.area, None, part, old, new)


def _name(document: Entity[Any] | None) -> str | None:
    return getattr(document.record, "file", None) if document is not None else None


def _files(versions: Versions, pair: Pair) -> tuple[bytes | None, bytes | None]:
    return _bytes(versions.before, pair.before), _bytes(versions.now, pair.now)


def _bytes(content: Content, document: Entity[Any] | None) -> bytes | None:
    name = _name(document)
    if document is None or name is None:
        return None
    return bytes_beside(content, f"{dirname(document.places.path)}/{name}")


def _text(data: bytes | None, texts: PdfTexts) -> PdfText:
    if data is None:
        return PdfText(trouble="cannot be read")
    return texts.get(sha256(data), PdfText(trouble="has not been read"))


def _described(data: bytes | None, text: PdfText) -> str:
    """Return what a PDF is: `2 pages, 35.1 KB`."""
    if data is None:
        return "unreadable"
    kilobytes = f"{len(data) / 1000:.1f} KB"
    if text.trouble is not None:
        return kilobytes
    pages = len(text.pages)
    return f"{pages} {'page' if pages == 1 else 'pages'}, {kilobytes}"


def _compared(before: PdfText, now: PdfText) -> tuple[list[_Passage], str]:
    """Return the passages that differ, and what there is to say of all."""
    for when, one in (("now", now), ("before", before)):
        if one.trouble is not None:
            return [], f"its bytes differ, words are not compared: the PDF {when} {one.trouble}"
    ours, theirs = _words(before), _words(now)
    if max(len(ours.words), len(theirs.words)) > _MOST_WORDS:
        return [], f"its bytes differ, more than {_MOST_WORDS:,} words are not compared"
    passages = list(_passages(ours, theirs))
    if not passages:
        return [], "its bytes differ, its words do not"
    number = f"{len(passages):,} passages differ" if len(passages) > 1 else "1 passage differs"
    more = len(passages) - _MOST_PASSAGES
    return passages, f"{number}, {_MOST_PASSAGES:,} of them told" if more > 0 else number


def _words(text: PdfText) -> _Words:
    by_page = [_HYPHEN.sub("", page).split() for page in text.pages]
    pages = [number for number, words in enumerate(by_page, 1) for _ in words]
    return _Words([word for words in by_page for word in words], pages)


def _passages(ours: _Words, theirs: _Words) -> Iterator[_Passage]:
    """Yield what differs, in order; what stands close together is one passage."""
    often = _pairs(ours.words, theirs.words) > _MOST_PAIRS
    matcher = SequenceMatcher(None, ours.words, theirs.words, autojunk=often)
    for group in matcher.get_grouped_opcodes(_AROUND):
        first = next(one for one in group if one[0] != "equal")
        _, begin, _, start, end = first
        page = theirs.pages[start] if end > start else ours.pages[begin]
        old = ours.words[group[0][1] : group[-1][2]]
        new = theirs.words[group[0][3] : group[-1][4]]
        yield _Passage(page, " ".join(old), " ".join(new))


def _pairs(ours: list[str], theirs: list[str]) -> int:
    """Return how many pairs of equal words there are: what comparing costs."""
    counts = Counter(theirs)
    return sum(number * counts[word] for word, number in Counter(ours).items())
