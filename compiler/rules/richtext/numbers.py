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
        lists = _numbered(passage)
        loops = _loops(passage) if lists else []
        for one, items in lists:
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


def _numbered(passage: Passage) -> list[tuple[Part, list[tuple[Part, int]]]]:
    """Return the numbered lists, each with its items and the numbers written there."""
    if not any(part.text for part in passage.outline.of(Sign.LIST)):
        return []
    data = passage.markdown.encode()
    found: list[tuple[Part, list[tuple[Part, int]]]] = []
    open_at: dict[int, list[tuple[Part, int]]] = {}
    for part in passage.outline.of(Sign.LIST, Sign.ITEM):
        if part.sign is Sign.LIST:
            items: list[tuple[Part, int]] = []
            open_at[part.depth] = items
            if part.text and not part.in_html:
                found.append((part, items))
        else:
            number = _NUMBER.match(data, part.start)
            if number is not None and part.depth - 1 in open_at:
                open_at[part.depth - 1].append((part, int(number[1])))
    return [(one, items) for one, items in found if items]


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
    at = last = 0
    for token in re.finditer(rf"{protected.mark}B(\d+)Z", passage.markdown):
        at += len(passage.markdown[last : token.start()].encode())
        last = token.start()
        statement = _STATEMENT.match(protected.constructs[int(token[1])])
        name = statement[1] if statement else ""
        if name == "for":
            opened.append(at)
        elif name == "endfor" and opened:
            found.append((opened.pop(), at))
    return found
