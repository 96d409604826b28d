"""A text cut into what is asked for, and put together again from the answers: a `Cut`.

What does not come back from the translator by construction cannot be broken by one: syntax of
messages is written anew around the answers, choices with the forms that the language has.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

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


def cut_plain(text: str, note: str = "") -> Cut:
    """Cut a line, or rich text: block by block, everything that is no words masked."""
    blocks = blocks_of(text)
    asked: list[Masked] = []
    around: list[tuple[str, int | None, str]] = []
    for before, words in blocks:
        said = words.rstrip()
        masked = masked_markdown(said, note)
        number = len(asked) if masked.says_something else None
        if number is not None:
            asked.append(masked)
            around.append((before, number, words[len(said) :]))
        else:
            around.append((before + words, None, ""))

    def join(answers: Sequence[str]) -> str:
        parts = []
        for before, number, after in around:
            said = "" if number is None else _block(asked[number], answers[number])
            parts += [before, said, after]
        return "".join(parts)

    return Cut(tuple(asked), join)


def _block(masked: Masked, answer: str) -> str:
    text = unmasked(masked, answer).strip()
    if not text:
        raise AnswerFault("the answer is empty")
    if "\n\n" in text and "\n\n" not in masked.text:
        raise AnswerFault("the answer has more paragraphs than its source text")
    if "\n" in text and "\n" not in masked.text:
        text = " ".join(text.split("\n"))
    return text
