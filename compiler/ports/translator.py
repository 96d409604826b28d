"""Who translates: what is asked, what is answered, and how asking fails. No library in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Question:
    """One text to be translated.

    ``text`` begins with its own mark ``⟦#key⟧``, and has ``⟦1 name⟧`` wherever something stands
    that is not translated; an answer has both. ``note`` says what the text is for (a plural form);
    ``rejected`` is an answer that was not taken, ``problem`` why not.
    """

    key: str
    text: str
    note: str = ""
    former: str = ""
    rejected: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary that occurs, how the language writes it, and a remark."""

    term: str
    wanted: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """An entry with its questions, and what a translator would want to know of it.

    ``neighbours`` and ``similar`` are texts with their translations; ``max_length`` is in code
    points, None where there is no limit.
    """

    name: str
    questions: tuple[Question, ...]
    comments: tuple[str, ...] = ()
    neighbours: tuple[tuple[str, str], ...] = ()
    similar: tuple[tuple[str, str], ...] = ()
    terms: tuple[Term, ...] = ()
    former_source: str = ""
    max_length: int | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked at once: topics of one pair of languages.

    ``id`` is the same for the same request, so that a service can answer it again without charge.
    """

    id: str
    source: str
    target: str
    topics: tuple[Topic, ...]
    style: str = ""

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every text of all topics."""
        return tuple(one for topic in self.topics for one in topic.questions)


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens that were paid for; ``estimated`` where somebody did not say how many."""

    sent: int = 0
    received: int = 0
    estimated: bool = False

    def plus(self, other: "Usage") -> "Usage":
        """Return the sum of two."""
        return Usage(
            self.sent + other.sent,
            self.received + other.received,
            self.estimated or other.estimated,
        )


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: texts by the key of their question, as they are; some may be missing.

    ``fault`` says why an answer could not be read at all, empty where it could.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    usage: Usage = field(default_factory=Usage)
    fault: str = ""


class TranslatorError(Exception):
    """A provider cannot go on; ``str()`` is one sentence for people."""


class BusyError(TranslatorError):
    """A provider asks for patience, or does not answer; worth another try.

    ``seconds`` is how long it wants to be left alone, None where it does not say.
    """

    def __init__(self, words: str, seconds: float | None = None) -> None:
        """``words`` continue the sentence "the provider …"."""
        super().__init__(words)
        self.seconds = seconds


class Translator(Protocol):
    """Translates requests; is called from several threads at once."""

    def translate(self, request: Request) -> Reply:
        """Return the answers of a request.

        Raises BusyError where it is worth trying again, TranslatorError where it is not.
        """
        ...

    def close(self) -> None:
        """Let go of what it holds; nothing is asked after that."""
        ...
