"""Rules about the syntax of messages: what no runtime could show."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.messages.icu_error import IcuErrorKind, IcuSyntaxError
from compiler.rules.check import Scope
from compiler.rules.messages.pairs import Form, Pair, pairs

_AROUND = 20
TAG_ERRORS = frozenset({IcuErrorKind.UNCLOSED_TAG, IcuErrorKind.UNMATCHED_CLOSING_TAG})
"""What `unclosed-tag` says of messages that cannot be read."""


def invalid_message(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A string is no ICU message: a brace, choice or tag in it is wrong.

    **Why** The application could not show it: in its place stands the label, or an error.

    **Bad**

    ```po
    msgid "You have {count, plural, one {# order} other {# orders}"
    ```

    **Good**

    ```po
    msgid "You have {count, plural, one {# order} other {# orders}}"
    ```

    **Not flagged** Apostrophes; tags with attributes, which are taken as HTML; tags that are not
    closed (`unclosed-tag`).
    """
    for pair, form, error in unreadable(scope):
        if error.kind not in TAG_ERRORS:
            yield syntax_finding(rule, pair, form, error)


def unreadable(scope: Scope) -> Iterator[tuple[Pair, Form, IcuSyntaxError]]:
    """Yield every form that is no message, with the reason."""
    for pair in scope.once(pairs):
        for form in () if pair.sound else pair.forms:
            if form.reading.error is not None:
                yield pair, form, form.reading.error


def syntax_finding(rule: Rule, pair: Pair, form: Form, error: IcuSyntaxError) -> Finding:
    """Make the finding about a text that is no message, at the place of the error."""
    text = form.reading.text
    start = min(error.start, len(text) - 1)
    return pair.finding(
        rule,
        form,
        f"{error.message}: {_excerpt(text, error.start)}",
        span=(start, max(error.end, start + 1)),
        hint=error.hint,
        beside_source=False,
    )


def _excerpt(text: str, start: int) -> str:
    first, last = max(0, start - _AROUND), start + _AROUND
    return f"`{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}`"
