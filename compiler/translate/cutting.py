"""A text cut into what is asked for, and put together again from the answers: a `Cut`.

What does not come back from the translator by construction cannot be broken by one: syntax of
messages is written anew around the answers, choices with the forms that the language has.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from compiler.translate.fallback_words import (
    FallbackWords,
    fallback_words,
    with_fallback_words,
)
from compiler.translate.fault import AnswerFault
from compiler.translate.markdown import blocks_of, masked_markdown
from compiler.translate.masking import Masked, unmasked


class Syntax(StrEnum):
    """How a text is written."""

    MESSAGE = "message"
    MARKDOWN = "markdown"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Cut:
    """Texts to be asked for, and how their answers become one text.

    ``join`` takes as many answers as there are ``segments``; it raises AnswerFault.
    """

    segments: tuple[Masked, ...]
    join: Callable[[Sequence[str]], str]


class _Part(NamedTuple):
    """A block: what stands around its words, and which answers are of them; no words, no answers.

    ``words`` is the number of the segment, ``within`` those of the words in its Jinja.
    """

    before: str
    after: str = ""
    words: int | None = None
    within: tuple[FallbackWords, ...] = ()


def cut_plain(text: str, note: str = "") -> Cut:
    """Cut a line, or rich text: block by block, everything that is no words masked."""
    asked: list[Masked] = []
    parts: list[_Part] = []
    for before, words in blocks_of(text):
        said = words.rstrip()
        masked = masked_markdown(said, note)
        within = tuple(fallback_words(masked))
        if not (masked.says_something or within):
            parts.append(_Part(before + words))
            continue
        parts.append(_Part(before, words[len(said) :], len(asked), within))
        asked += [masked, *(one.asked() for one in within)]

    def join(answers: Sequence[str]) -> str:
        return "".join(_joined(part, asked, answers) for part in parts)

    return Cut(tuple(asked), join)


def _joined(part: _Part, asked: Sequence[Masked], answers: Sequence[str]) -> str:
    if part.words is None:
        return part.before
    first = part.words + 1
    within = dict(zip(part.within, answers[first : first + len(part.within)], strict=True))
    masked = with_fallback_words(asked[part.words], within)
    return f"{part.before}{_block(masked, answers[part.words])}{part.after}"


def _block(masked: Masked, answer: str) -> str:
    text = unmasked(masked, answer).strip()
    if not text:
        raise AnswerFault("the answer is empty")
    if "\n\n" in text and "\n\n" not in masked.text:
        raise AnswerFault("the answer has more paragraphs than its source text")
    if "\n" in text and "\n" not in masked.text:
        text = " ".join(text.split("\n"))
    return text
