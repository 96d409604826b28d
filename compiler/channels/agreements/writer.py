"""Typst as it is written, one piece after the other: words in quotes, calls of functions."""

import re
from dataclasses import dataclass, field

from compiler.channels.agreements.literals import construct, fixed
from compiler.templating.jinja_tokens import Protected

_MOST_REFUSED = 100
"""Who has that many things to mend begins with these."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Something of a body that no PDF shows: an ``image``, or ``html``.

    ``piece`` is how it is written, and stands behind ``skip`` others of the same.
    """

    what: str
    piece: str
    skip: int


@dataclass
class Writer:
    """The Typst so far, and the string that is being written."""

    protected: Protected
    out: list[str] = field(default_factory=list)
    run: list[str] = field(default_factory=list)
    begun: bool = False
    """Whether something stands before, in the part that is being written."""

    open_tags: list[str] = field(default_factory=list)
    """Names of HTML tags that are open, and an empty one for each container around them."""

    lists: list[int | None] = field(default_factory=list)
    links: list[tuple[str, list[str]]] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    kept: list[list[str]] = field(default_factory=list)
    code: list[str] | None = None
    alt: list[str] | None = None
    """The words in place of an image, while they are read; ``picture`` is what it shows."""

    picture: str = ""
    references: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    span: tuple[int, int] = (0, 0)
    """Where in the Markdown, in bytes of UTF-8, the event stands that is being taken."""

    def __post_init__(self) -> None:
        self._data = self.protected.markdown.encode()
        self._token = re.compile(rf"{self.protected.mark}([BRW])(\d+)Z")

    @property
    def piece(self) -> str:
        """What is written there; cut out only when somebody asks, as images may lie in images."""
        return self._data[slice(*self.span)].decode()

    def whole(self, text: str) -> str:
        """Return a text with the constructs that its tokens stand for."""
        return self._token.sub(lambda one: self.protected.constructs[int(one[2])], text)

    def write(self, text: str) -> None:
        """Add words; a statement among them stands outside of quotes, a value inside."""
        if self.alt is not None:
            self.alt.append(text)
            return
        for _, shown in self.links:
            shown.append(text)
        begin = 0
        for found in self._token.finditer(text):
            self._words(text[begin : found.start()])
            jinja = self.protected.constructs[int(found[2])]
            if jinja.startswith("{%"):
                self.flush()
                self.out.append(jinja)
            else:
                self.run.append(construct(jinja))
            begin = found.end()
        self._words(text[begin:])

    def _words(self, text: str) -> None:
        if text:
            self.run.append(fixed(text))

    def flush(self) -> None:
        """End the string that is being written."""
        if self.run:
            self.out.append(f'#"{"".join(self.run)}"')
            self.run.clear()
            self.begun = True

    def call(self, typst: str) -> None:
        """Add Typst of our own."""
        self.flush()
        self.out.append(typst)
        self.begun = True

    def block(self, between: str = "\n\n") -> None:
        """Begin a block, apart from what stands before."""
        self.flush()
        if self.begun:
            self.out.append(between)
        self.begun = False

    def enter(self, opening: str) -> None:
        """Begin a container."""
        self.call(opening)
        self.begun = False
        self.open_tags.append("")

    def leave(self, closing: str = "]") -> None:
        """End a container, and the HTML tags that are still open in it."""
        while self.open_tags and self.open_tags.pop():
            self.call("]")
            self.refuse("html")
        self.call(closing)

    def refuse(self, what: str) -> None:
        """Note that something cannot be shown; of very many things the first."""
        if len(self.refused) >= _MOST_REFUSED:
            return
        piece = self.whole(self.piece).strip()
        skip = sum(one.piece == piece for one in self.refused)
        self.refused.append(Refused(what, piece, skip))
