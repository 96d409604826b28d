"""The rule about numbered lists: what is written is what is shown."""

import re
from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.richtext.parts import Part, Sign
from compiler.rules.check import Scope
from compiler.rules.richtext.passages import Passage, passages

_NUMBER = re.compile(rb"(\d{1,9})[.)]")
_STATEMENT = re.compile(r"\{%-?\+?\s*(\w+)")
_EACH_ONE = "begin every item with `-`, or with `{{ loop.index }}.` in place of the number"


def renumbered_item(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An item of a numbered list is shown with another number than it is written with.

    **Why** Lists are numbered anew when they are shown: what says "see point 7" leads nowhere.
    In a template a list within `for` begins anew in each round, so that every item is the first.

    **Bad**

    ```md
    1. Open an account
    3. Pay in
    ```

    **Good**

    ```md
    1. Open an account
    2. Pay in
    ```

    **Not flagged** Lists of which all items have the same number; the number that a list begins
    with; a list within `for` that has more than one item.
    """
    for passage in scope.once(passages):
        numbered = [part for part in passage.outline.of(Sign.LIST) if part.text]
        if not numbered:
            continue
        loops = _loops(passage)
        for one in numbered:
            items = _items(passage, one)
            if len(items) == 1 and any(
                begin < one.start and one.end <= end for begin, end in loops
            ):
                message = (
                    f"every round of `for` begins this list anew: each item is number {one.text}"
                )
                yield passage.finding(rule, _mark(items[0]), message, hint=_EACH_ONE)
            else:
                yield from _jumps(rule, passage, one, items)


def _jumps(
    rule: Rule, passage: Passage, one: Part, items: list[tuple[Part, int]]
) -> Iterator[Finding]:
    """Yield the first item of a list that is shown with another number."""
    written = [number for _, number in items]
    if len(set(written)) == 1:
        return
    for at, (item, number) in enumerate(items):
        shown = int(one.text) + at
        if number != shown:
            yield passage.finding(
                rule,
                _mark((item, number)),
                f"this item is written as {number}, and shown as {shown}",
                hint="number the items one after the other; words between two lists begin another",
            )
            return


def _items(passage: Passage, one: Part) -> list[tuple[Part, int]]:
    """Return the items of a list, each with the number that it is written with."""
    data = passage.markdown.encode()
    found = []
    for item in passage.outline.of(Sign.ITEM):
        if one.start <= item.start < one.end and item.depth == one.depth + 1:
            number = _NUMBER.match(data, item.start)
            if number is not None:
                found.append((item, int(number[1])))
    return found


def _mark(item: tuple[Part, int]) -> tuple[int, int]:
    part, number = item
    return part.start, part.start + len(str(number)) + 1


def _loops(passage: Passage) -> list[tuple[int, int]]:
    """Return from and to which byte each `for` goes that stands in a line of its own."""
    if passage.jinja is None:
        return []
    protected = passage.jinja.protected
    opened: list[int] = []
    found = []
    for token in re.finditer(rf"{protected.mark}B(\d+)Z", passage.markdown):
        statement = _STATEMENT.match(protected.constructs[int(token[1])])
        name = statement[1] if statement else ""
        at = len(passage.markdown[: token.start()].encode())
        if name == "for":
            opened.append(at)
        elif name == "endfor" and opened:
            found.append((opened.pop(), at))
    return found
