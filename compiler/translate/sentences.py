"""ICU messages cut into whole sentences: every way through a choice is one of its own.

`You have {n, plural, one {# file} other {# files}}` is asked for as two sentences, and comes back
as a plural of two whole sentences, or of as many as the other language has forms.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from compiler.messages import cldr
from compiler.messages.ast import Message, Node, Plural, Select, Tag
from compiler.messages.icu import parse
from compiler.messages.icu_error import IcuSyntaxError
from compiler.messages.icu_print import quoted
from compiler.messages.plural_numbers import example_numbers, whole_numbers
from compiler.translate.cutting import Cut
from compiler.translate.fault import AnswerFault
from compiler.translate.masking import Masked, Masker, unmasked
from compiler.translate.message_marks import UnpartableError, masked_sentence

_MOST_WAYS = 30
_EXACT = "="
_EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)

Writer = Callable[[Sequence[str]], str]
"""Makes a text of the answers to all sentences."""


@dataclass(slots=True)
class _Work:
    """What a message is being cut into: sentences as ``(text, note)``, all with the same marks."""

    text: str
    locale: str
    note: str
    masker: Masker = field(default_factory=Masker)
    sentences: list[tuple[str, str]] = field(default_factory=list)

    def masked(self, number: int) -> Masked:
        """Return a sentence without the white space around it."""
        text, note = self.sentences[number]
        strict = len(self.sentences) == 1
        return Masked(text.strip(), self.masker.marks, note, strict=strict)


def cut_message(text: str, locale: str, note: str = "") -> Cut:
    """Cut a message, for a language whose plural forms the result has.

    A message that cannot be read, or has too many ways, is asked for as it is written.
    """
    work = _Work(text, locale, note)
    try:
        write = _way(work, parse(text, inline_html=True), note, in_plural=False)
    except (IcuSyntaxError, UnpartableError):
        return _as_written(text, note)
    asked = tuple(work.masked(number) for number in range(len(work.sentences)))
    if not any(one.says_something for one in asked):
        return Cut((), lambda _: text)
    return Cut(asked, write)


def _as_written(text: str, note: str) -> Cut:
    """Ask for a message with its syntax, which only rules can judge then."""
    words = "this is ICU MessageFormat: keep its syntax, arguments and selectors"
    masked = Masked(text, (), _joined(note, words), strict=False)
    return Cut((masked,), lambda answers: _said(answers[0]))


def _said(answer: str) -> str:
    if not answer.strip():
        raise AnswerFault("the answer is empty")
    return answer.strip()


def _way(work: _Work, tree: Message, way: str, *, in_plural: bool) -> Writer:
    """Cut a message on one way through the choices before it; return what writes it again."""
    choice = _first_choice(tree)
    if choice is None:
        return _sentence(work, tree, way, in_plural=in_plural)
    if in_plural:  # `#` is of the nearest plural, and not in a select between
        raise UnpartableError
    plural = isinstance(choice, Plural)
    writers: list[tuple[str, Writer]] = []
    for selector, branch in _wanted(choice, work.locale):
        note = _joined(way, _described(choice, selector, work.locale))
        chosen = _with_choice(tree, choice, branch)
        writers.append((selector, _way(work, chosen, note, in_plural=plural)))
    head = _head(choice)

    def write(answers: Sequence[str]) -> str:
        said = "".join(f" {selector} {{{one(answers)}}}" for selector, one in writers)
        return f"{{{choice.name}, {head}{said}}}"

    return write


def _first_choice(tree: Message) -> Plural | Select | None:
    """Return the first select outside of plurals, or else the first plural."""
    first: Plural | None = None
    for node in tree:
        found = _first_choice(node.children) if isinstance(node, Tag) else node
        if isinstance(found, Select):
            return found
        if isinstance(found, Plural):
            first = first or found
    return first


def _head(choice: Plural | Select) -> str:
    if isinstance(choice, Select):
        return "select,"
    word = "plural" if choice.kind == "cardinal" else "selectordinal"
    return f"{word},{f' offset:{choice.offset}' if choice.offset else ''}"


def _wanted(choice: Plural | Select, locale: str) -> list[tuple[str, Message]]:
    """Return the branches that the translation has: those of a plural are the language's own."""
    there = {one.selector: one.message for one in choice.branches}
    if isinstance(choice, Select):
        return list(there.items())
    demanded = cldr.demanded_categories if choice.kind == "cardinal" else cldr.demanded_ordinals
    exact = [(name, said) for name, said in there.items() if name.startswith(_EXACT)]
    return [*exact, *((name, there.get(name, there["other"])) for name in demanded(locale))]


def _described(choice: Plural | Select, selector: str, locale: str) -> str:
    """Say when a branch is shown, in words for a translator."""
    if isinstance(choice, Select):
        return f"where {choice.name} is {selector}"
    if selector.startswith(_EXACT):
        return f"where {choice.name} is {selector[1:]}"
    kind = "plural" if choice.kind == "cardinal" else "ordinal"
    return form_words(locale, selector, ordinal=kind == "ordinal")


def form_words(locale: str, category: str, *, ordinal: bool = False) -> str:
    """Say which numbers a plural form is for: ``plural form few, for 2, 3, 4, 22``."""
    numbers = whole_numbers(locale, category, ordinal=True) if ordinal else ()
    shown = numbers[:4] if ordinal else example_numbers(locale, category)
    kind = "ordinal" if ordinal else "plural"
    said = f", for {', '.join(map(str, shown))}" if shown else ""
    return f"{kind} form {category}{said}"


def _with_choice(tree: Message, choice: Node, branch: Message) -> Message:
    """Return a message in which a choice is made."""
    made: list[Node] = []
    for node in tree:
        if node is choice:
            made.extend(branch)
        elif isinstance(node, Tag):
            made.append(Tag(node.name, _with_choice(node.children, choice, branch)))
        else:
            made.append(node)
    return tuple(made)


def _sentence(work: _Work, tree: Message, way: str, *, in_plural: bool) -> Writer:
    number = len(work.sentences)
    if number >= _MOST_WAYS:
        raise UnpartableError
    text = masked_sentence(work.masker, tree, work.text)
    work.sentences.append((text, way))
    edges = _EDGES.fullmatch(text)
    before, after = (edges[1], edges[3]) if edges else ("", "")

    def write(answers: Sequence[str]) -> str:
        said = _said(answers[number])
        words = unmasked(
            work.masked(number), said, lambda piece: quoted(piece, in_plural=in_plural)
        )
        return f"{before}{words}{after}"

    return write


def _joined(*words: str) -> str:
    return "; ".join(word for word in words if word)
