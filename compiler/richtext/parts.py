"""The parts that a text is made of: headings, links, images, lists, tables, code."""

from dataclasses import dataclass
from enum import StrEnum


class Sign(StrEnum):
    """What a part of a text is."""

    HEADING = "heading"
    LINK = "link"
    IMAGE = "image"
    LIST = "list"
    ITEM = "item"
    TABLE = "table"
    CODE = "code"
    CODE_BLOCK = "block of code"


@dataclass(slots=True)
class Part:
    """One part of a text.

    ``value`` is the address of a link or image, what a piece of code says, and the level of a
    heading (``2``); ``text`` what is shown of it: a link's words, an image's alternative text, the
    words of a heading, the language of a block of code, the first number of a list. ``depth``
    counts the lists around an item.
    ``columns`` and ``rows`` are the shape of a table, whose head is no row in Markdown; ``rows`` of
    a list are its items. ``uneven`` has for each row of another length where it begins and ends,
    and how many cells it has.
    """

    sign: Sign
    start: int
    end: int
    value: str = ""
    text: str = ""
    depth: int = 0
    columns: int = 0
    rows: int = 0
    uneven: tuple[tuple[int, int, int], ...] = ()
    in_html: bool = False
