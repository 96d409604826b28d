"""The rule about formats of values that no runtime has."""

import re
from collections.abc import Iterator
from dataclasses import replace

from compiler.base.finding import Finding, Severity
from compiler.base.rule import Rule
from compiler.messages.ast import Formatted
from compiler.messages.formats import format_fault
from compiler.messages.reading import Reading
from compiler.messages.shape import walk
from compiler.rules.check import Scope
from compiler.rules.messages.pairs import pairs

_STYLED = re.compile(r",\s*(?:number|date|time)\s*,")


def unknown_format(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A number, date or time has a format that runtimes refuse, or do not know.

    **Why** A runtime throws an error when it comes to such a text, and the screen stays empty; or
    it shows the value as if there were no format.

    **Bad** (`Y` is the year of the week's calendar, and FormatJS throws an error for it)

    ```po
    msgid "Your card expires on {due, date, ::YYYYMMMd}."
    ```

    **Good**

    ```po
    msgid "Your card expires on {due, date, ::yyyyMMMd}."
    ```

    It is an error where a runtime throws one: fields of dates that it does not have, a currency
    that is no code of three letters, units that are not those of ECMA-402. It is a warning where
    the format is passed over: a word of a number's skeleton that does not exist, a style that is
    nearly one that does (`longg`), `currency` without saying which.

    **Not flagged** Styles under other names, which an application may have of its own; currencies
    of three letters that do not exist; a translation with the same format as its source text, where
    it is said once.
    """
    for pair in scope.once(pairs):
        known = {(node.kind, node.style) for one in pair.origin for node in _styled(one)}
        for form in pair.forms:
            for node in _styled(form.reading):
                fault = format_fault(node.kind, node.style)
                if fault is None or (node.kind, node.style) in known:
                    continue
                what = "cannot be shown" if fault.breaks else "may be shown without its format"
                finding = pair.finding(
                    rule,
                    form,
                    f"`{{{node.name}}}` {what}: {fault.what}",
                    span=(node.start, node.end),
                    hint=fault.hint,
                )
                severity = finding.severity if fault.breaks else Severity.WARNING
                yield replace(finding, severity=severity)


def _styled(reading: Reading) -> Iterator[Formatted]:
    """Yield the arguments of a message that have a style."""
    if _STYLED.search(reading.text):
        for node in walk(reading.tree):
            if isinstance(node, Formatted) and node.style is not None:
                yield node
