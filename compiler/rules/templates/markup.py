"""The rule about statements of templates that tear the markup around them."""

import re
from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.rules.check import Scope
from compiler.rules.templates.parts import BODY, template_parts
from compiler.templating.torn import torn_statements

_WITH_MARKUP = {"email", "pdf"}


def torn_markup(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A statement of a template begins inside of a paragraph or bold words, and ends outside.

    **Why** Where it is passed over or repeated, the message has half of the markup: all that
    follows is bold, or the table falls apart.

    **Bad**

    ```markdown
    {% for order in orders %}{{ order.title }}

    {% endfor %}
    ```

    **Good**

    ```markdown
    {% for order in orders %}

    {{ order.title }}

    {% endfor %}
    ```

    **Not flagged** A statement that begins in one item of a list, row or cell and ends in the next,
    with nothing more in between; one inside of an address.
    """
    for part in scope.once(template_parts):
        channel = getattr(part.effective.record, "channel", None)
        if part.name != BODY or channel not in _WITH_MARKUP or "{%" not in part.text:
            continue
        if part.reading.fault is not None:
            continue
        # It imports what compiles Markdown, which content without templates does not pay for.
        from compiler.templating.template_body import compile_body  # noqa: PLC0415

        for torn in torn_statements(compile_body(part.text).html):
            found = list(re.finditer(re.escape(torn.piece), part.text))
            at = found[min(torn.skip, len(found) - 1)].start() if found else 0
            yield rule.at(
                part.place(scope, at, len(torn.piece)),
                f"`<{torn.element}>` begins or ends inside of this statement, and not both:"
                " without the statement the markup is torn",
                hint=_HINTS.get(torn.element, "put the signs of Markdown inside of it, or outside"),
                entity=str(part.written.reference),
                locale=part.locale,
            )


_BLOCK = "put the statement and its end on lines of their own, with empty lines around them"
_ROW = "put the statement and its end on lines of their own between the rows"
_HINTS = {
    **dict.fromkeys(("p", "ul", "ol", "li", "blockquote", "pre", "h1", "h2", "h3", "h4"), _BLOCK),
    **dict.fromkeys(("td", "th", "tr", "tbody", "thead", "table"), _ROW),
}
