"""Rules about the forms of plurals: those that a language has."""

from collections.abc import Callable, Collection, Iterator, Sequence

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.messages import cldr
from compiler.messages.agreement import agrees
from compiler.messages.ast import Plural, Text
from compiler.messages.cldr import CATEGORIES
from compiler.messages.plural_numbers import whole_numbers
from compiler.messages.shape import walk
from compiler.rules.check import Scope
from compiler.rules.messages.choices import PluralIn, plurals
from compiler.rules.messages.copies import copied_entries
from compiler.rules.messages.pairs import Pair
from compiler.rules.messages.uncounted import uncounted
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

    Also found: a translation without the plural that its source has, where the number stands right
    before a word: `{count} заказов`.

    **Not flagged** Forms that no whole number below a million takes, such as `many` in Spanish; a
    form whose only number has a branch of its own (`=1` in English); a number that stands apart
    from words (`Заказов: {count}`, `{count} из {total}`), or leaves them as they are (`{count} gün`
    in Turkish); an `other` without any word (`other {({count})}`); a plural form of gettext that is
    empty (`missing-translation`); `few` and `many` where no number is shown ("Delete cards?"),
    where it stands behind the words and a colon, or where the words stand in a case whose plural is
    the same for all numbers, as "this" in the singular (`tohto`) or a preposition (`из`) tells;
    a copy of the source text (`same-as-source`).
    """
    for pair, form, plural in _own_plurals(scope):
        locale = pair.catalogue.locale
        demanded = _DEMANDED[plural.kind](locale)
        lacking = _lacking(plural, demanded, locale)
        if lacking and not agrees(plural, form.reading.tree, locale):
            lacking = _without_few_and_many(lacking)
        if lacking and not _is_wordless(plural):
            yield pair.finding(
                rule,
                form,
                f"the plural of `{{{plural.name}}}` lacks {listed(lacking)}, which `{locale}` has",
                span=(plural.start, plural.end),
                hint=f"{_KIND_WORDS[plural.kind]} in `{locale}` has {listed(demanded)}",
                beside_source=False,
            )
    for pair, form, span, name in uncounted(scope):
        locale = pair.catalogue.locale
        yield pair.finding(
            rule,
            form,
            f"the source text has a plural of `{{{name}}}`, and this one says the same word for "
            "every number",
            span=span,
            hint=f"a plural in `{locale}` has {listed(cldr.demanded_categories(locale))}",
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

    **Not flagged** A copy of the source text (`same-as-source`); exact numbers such as `=0`; forms
    that only millions or fractions take, such as `many` in Spanish.
    """
    copied = scope.once(copied_entries)
    for pair, form, plural in scope.once(plurals):
        locale = pair.catalogue.locale
        known = _KINDS[plural.kind](locale)
        fine = {*known, *_of_the_source(pair, plural)} if id(pair.entry) in copied else {*known}
        odd = [branch for branch in plural.branches if _is_odd(branch.selector, fine)]
        if odd:
            exact = "; a number is written `=0`" if odd[0].selector == "zero" else ""
            yield pair.finding(
                rule,
                form,
                f"`{locale}` has no {_FORM_WORDS[plural.kind]} form "
                f"{listed(branch.selector for branch in odd)}",
                span=(odd[0].start, odd[0].end),
                hint=f"it has {listed(known)}{exact}",
                beside_source=False,
            )


_DEMANDED: dict[str, Callable[[str], tuple[str, ...]]] = {
    "cardinal": cldr.demanded_categories,
    "ordinal": cldr.demanded_ordinals,
}
_KINDS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "cardinal": cldr.plural_categories,
    "ordinal": cldr.ordinal_categories,
}
_FORM_WORDS = {"cardinal": "plural", "ordinal": "ordinal"}
_KIND_WORDS = {"cardinal": "a plural", "ordinal": "an ordinal"}


def _own_plurals(scope: Scope) -> Iterator[PluralIn]:
    """Yield every plural but those of texts that are still the source text itself."""
    copied = scope.once(copied_entries)
    return (one for one in scope.once(plurals) if id(one.pair.entry) not in copied)


def _lacking(plural: Plural, demanded: Sequence[str], locale: str) -> list[str]:
    chosen = {branch.selector for branch in plural.branches}
    missing = [name for name in demanded if name not in chosen]
    return [name for name in missing if not _is_exact(plural, locale, name)]


def _of_the_source(pair: Pair, plural: Plural) -> frozenset[str]:
    """Return the forms that a plural has in the source text."""
    shapes = [reading.shape.plurals.get(plural.name, ()) for reading in pair.origin]
    return frozenset(selector for found in shapes for selector in found)


def _is_odd(selector: str, known: Collection[str]) -> bool:
    return selector in CATEGORIES and selector not in known


def _is_wordless(plural: Plural) -> bool:
    """Tell whether `other`, which stands in for what is missing, has no word to agree with."""
    other = next((branch for branch in plural.branches if branch.selector == "other"), None)
    nodes = walk(other.message) if other is not None else ()
    texts = (node.value for node in nodes if isinstance(node, Text))
    return not any(map(str.isalpha, "".join(texts)))


def _is_exact(plural: Plural, locale: str, category: str) -> bool:
    """Tell whether the numbers of a category have branches of their own, but perhaps for 0."""
    exact = {branch.selector for branch in plural.branches if branch.selector.startswith("=")}
    if not exact:
        return False
    numbers = whole_numbers(locale, category, ordinal=plural.kind == "ordinal")
    return all(f"={number}" in exact or number == 0 for number in numbers)


def _without_few_and_many(demanded: Sequence[str]) -> list[str]:
    """Return what a plural needs whose words do not agree with a number that is shown."""
    return [name for name in demanded if name not in {"zero", "few", "many"}]
