"""Rules about the plural forms that a language has."""

from collections.abc import Callable, Iterable, Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.messages.ast import Plural
from compiler.messages.cldr import (
    CATEGORIES,
    demanded_categories,
    ordinal_categories,
    plural_categories,
    plural_category,
)
from compiler.rules.check import Scope
from compiler.rules.messages.parsed import Form, Parsed, parsed_messages, walk
from compiler.rules.wording import listed


def missing_plural_category(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A plural lacks a form that its language has.

    **Why** The reader gets the form of `other` with a number that it does not agree with.

    **Bad** (Russian has `one`, `few`, `many`, `other`)

    ```po
    msgstr "{count, plural, one {# заказ} other {# заказов}}"
    ```

    **Good**

    ```po
    msgstr "{count, plural, one {# заказ} few {# заказа} many {# заказов} other {# заказа}}"
    ```

    **Not flagged** Forms that no whole number below a million takes, such as `many` in Spanish; a
    form whose only number has a branch of its own (`=1` in English).
    """
    for parsed, form, plural in _plurals(scope):
        if plural.kind != "cardinal":
            continue
        chosen = {branch.selector for branch in plural.branches}
        covered = chosen | set(_exact(parsed.locale, chosen))
        lacking = [one for one in demanded_categories(parsed.locale) if one not in covered]
        if lacking:
            yield _at(
                rule,
                parsed,
                form,
                f"the plural of `{{{plural.name}}}` lacks {listed(lacking)}, "
                f"which `{parsed.locale}` has",
                f"a plural in `{parsed.locale}` has {listed(demanded_categories(parsed.locale))}",
            )


def impossible_plural_category(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A plural has a form that its language does not have, so nobody ever sees it.

    **Why** Whoever wrote it means a number that gets another form.

    **Bad** (English has `one` and `other`)

    ```po
    msgid "{count, plural, zero {No orders} one {# order} other {# orders}}"
    ```

    **Good**

    ```po
    msgid "{count, plural, =0 {No orders} one {# order} other {# orders}}"
    ```

    **Not flagged** Exact numbers such as `=0`.
    """
    for parsed, form, plural in _plurals(scope):
        known = _KINDS[plural.kind](parsed.locale)
        odd = [
            branch.selector
            for branch in plural.branches
            if branch.selector in CATEGORIES and branch.selector not in known
        ]
        if odd:
            exact = "; a number is written `=0`" if "zero" in odd else ""
            yield _at(
                rule,
                parsed,
                form,
                f"`{parsed.locale}` has no plural form {listed(odd)}",
                f"it has {listed(known)}{exact}",
            )


_KINDS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "cardinal": plural_categories,
    "ordinal": ordinal_categories,
}


def _plurals(scope: Scope) -> Iterator[tuple[Parsed, Form, Plural]]:
    for parsed in scope.once(parsed_messages):
        for form in parsed.forms:
            for node, _ in walk(form.tree):
                if isinstance(node, Plural):
                    yield parsed, form, node


_SINGLE = {"zero": 0, "one": 1, "two": 2}
_OTHERS = (*range(3, 130), 1_000, 10_000, 100_000)


def _exact(locale: str, chosen: Iterable[str]) -> Iterator[str]:
    """Yield the categories that hold for one number alone which has a branch of its own."""
    for category, number in _SINGLE.items():
        if f"={number}" in chosen and not any(
            plural_category(locale, other) == category
            for other in (*_SINGLE.values(), *_OTHERS)
            if other != number
        ):
            yield category


def _at(rule: Rule, parsed: Parsed, form: Form, message: str, hint: str) -> Finding:
    return rule.at(form.place, message, hint=hint, entity=parsed.entity, locale=parsed.locale)
