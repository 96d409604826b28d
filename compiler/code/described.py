"""Keys of objects that describe a message, as FormatJS has them: `{ id, defaultMessage }`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compiler.code.call import call_around
from compiler.code.context import Context
from compiler.code.found import Found
from compiler.code.literals import literals
from compiler.code.nodes import pairs
from compiler.code.passing import passed_with_descriptor
from compiler.code.vocabulary import BY_ID

if TYPE_CHECKING:
    from tree_sitter import Node


def described(node: "Node", context: Context) -> Iterator[Found]:
    """Yield the key of an object that has it as its `id` (FormatJS "Message Declaration")."""
    given = dict(pairs(node))
    key = given.get("id")
    call = call_around(node)
    calls = call is not None and call.last in BY_ID and call.given[0] == node
    if key is None:
        return
    is_put_together = key.type in ("template_string", "binary_expression")
    if not (calls or "defaultMessage" in given or _is_in_messages(node)) and not (
        is_put_together and context.formats
    ):
        return
    asks = calls and call is not None and call.last != "defineMessage"
    more = call.given[1:] if calls and call is not None else []
    passed = passed_with_descriptor(node, more, context.dialect, calls=asks)
    for one in literals(key, context.dialect, context.names):
        yield Found(one, passed=passed)


def _is_in_messages(node: "Node") -> bool:
    """Tell whether an object stands in `defineMessages({ title: { … } })`."""
    pair = node.parent
    outer = pair.parent if pair is not None and pair.type == "pair" else None
    call = None if outer is None else call_around(outer)
    return call is not None and call.last == "defineMessages"
