"""Rules about the syntax and the placeholders of messages."""

from collections.abc import Iterator

from compiler.base.finding import Finding, Note
from compiler.base.rule import Rule
from compiler.base.suggest import nearest
from compiler.rules.check import Scope
from compiler.rules.messages.parsed import (
    GETTEXT_COUNT,
    Names,
    Parsed,
    names,
    parsed_messages,
)
from compiler.rules.wording import listed

_AROUND = 20


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

    **Not flagged** Apostrophes, and tags with attributes, which are taken as HTML.
    """
    for parsed in scope.once(parsed_messages):
        for form in parsed.forms:
            if form.error is not None:
                yield rule.at(
                    form.place,
                    f"{form.error.message}: {_excerpt(form.text, form.error.start)}",
                    hint=form.error.hint,
                    entity=parsed.entity,
                    locale=parsed.locale,
                )


def _excerpt(text: str, start: int) -> str:
    first, last = max(0, start - _AROUND), start + _AROUND
    return f"`{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}`"


def lost_placeholder(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation does not show a placeholder or tag of its source text.

    **Why** The reader misses an amount, a name, or the link to click.

    **Bad**

    ```po
    msgid "You paid {amount}."
    msgstr "Ha pagado."
    ```

    **Good**

    ```po
    msgid "You paid {amount}."
    msgstr "Ha pagado {amount}."
    ```

    **Not flagged** An argument that is misspelt (`added-placeholder`), that the source only chooses
    by (`select`, `plural`), or that another plural form of the same entry shows.
    """
    for parsed, source, own in scope.once(compared):
        misspelt = {meant for _, meant in _added_arguments(parsed, source, own)}
        lost = [f"{{{name}}}" for name in sorted(source.shown - own.arguments - misspelt)]
        lost += [f"<{name}>" for name in sorted(source.tags - own.tags)]
        if lost:
            yield rule.at(
                parsed.forms[0].place,
                f"the translation of `{parsed.entry.label}` lacks {listed(lost)}",
                entity=parsed.entity,
                locale=parsed.locale,
                notes=(Note("the source text", parsed.entry.places.source),),
            )


def added_placeholder(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation has a placeholder or tag that its source text does not have.

    **Why** The application passes no such value: the reader sees a gap, or the label.

    **Bad**

    ```po
    msgid "You paid {amount}."
    msgstr "Ha pagado {importe}."
    ```

    **Good** Names of placeholders stay as they are.

    ```po
    msgid "You paid {amount}."
    msgstr "Ha pagado {amount}."
    ```

    **Not flagged** The same placeholder twice; `{count}` in an entry with gettext plural forms.
    """
    for parsed, source, own in scope.once(compared):
        for name, near in _added_arguments(parsed, source, own):
            yield _added(rule, parsed, f"{{{name}}}", f"{{{near}}}" if near else None)
        for name in sorted(own.tags - source.tags):
            near = nearest(name, source.tags - own.tags)
            yield _added(rule, parsed, f"<{name}>", f"<{near}>" if near else None)


def _added_arguments(parsed: Parsed, source: Names, own: Names) -> Iterator[tuple[str, str | None]]:
    """Yield each argument that only the translation has, with the one that was probably meant."""
    known = set(source.arguments)
    if parsed.entry.source_plural is not None:
        known.add(GETTEXT_COUNT)
    for name in sorted(own.arguments - known):
        yield name, nearest(name, known - own.arguments)


def _added(rule: Rule, parsed: Parsed, name: str, near: str | None) -> Finding:
    return rule.at(
        parsed.forms[0].place,
        f"the translation of `{parsed.entry.label}` has `{name}`, which its source text has not",
        hint=f"did you mean `{near}`?" if near else None,
        entity=parsed.entity,
        locale=parsed.locale,
        notes=(Note("the source text", parsed.entry.places.source),),
    )


def compared(scope: Scope) -> tuple[tuple[Parsed, Names, Names], ...]:
    """Return every translation that can be read, with what its source and it itself name."""
    return tuple(
        (one, names(one.sources), names(one.forms))
        for one in scope.once(parsed_messages)
        if one.sources and one.sound
    )
