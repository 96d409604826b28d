"""Rules about plurals: the forms that a language has, and the number in them."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.messages import cldr
from compiler.messages.ast import (
    Argument,
    Formatted,
    Message,
    Number,
    Plural,
    Select,
    Tag,
    Text,
)
from compiler.messages.cldr import CATEGORIES
from compiler.messages.gettext_plurals import COUNT
from compiler.messages.plural_numbers import example_numbers, is_none_or_one, single_number
from compiler.messages.shape import walk
from compiler.rules.check import Scope
from compiler.rules.messages.gettext_forms import GettextForm, gettext_forms
from compiler.rules.messages.pairs import Form, Pair, pairs
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
    empty (`missing-translation`).
    """
    for pair, form, plural in _plurals(scope):
        locale = pair.catalogue.locale
        demanded = _DEMANDED[plural.kind](locale)
        chosen = {branch.selector for branch in plural.branches}
        lacking = [
            name for name in demanded if name not in chosen and not _is_exact(plural, locale, name)
        ]
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

    **Not flagged** Exact numbers such as `=0`; forms that only millions or fractions take, such as
    `many` in Spanish.
    """
    for pair, form, plural in _plurals(scope):
        locale = pair.catalogue.locale
        known = _KINDS[plural.kind](locale)
        odd = [branch for branch in plural.branches if _is_odd(branch.selector, known)]
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


def plural_kind_changed(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation chooses by the same value in another way than its source text.

    **Why** "3rd" and "3 items" are counted differently: with `selectordinal` in place of `plural`
    (or `select`, or another `offset`) the reader gets the wrong form.

    **Bad**

    ```po
    msgid "{place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}"
    msgstr "{place, plural, one {#.} other {#.}}"
    ```

    **Good**

    ```po
    msgid "{place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}"
    msgstr "{place, selectordinal, other {#.}}"
    ```

    **Not flagged** A translation that does without the choice.
    """
    for pair in scope.once(pairs):
        if pair.is_source or not any(form.reading.shape.has_choice for form in pair.forms):
            continue
        wanted = {choice for reading in pair.origin for choice in _choices(reading.tree)}
        kinds: dict[str, set[tuple[str, int]]] = {}
        for one in wanted:
            kinds.setdefault(one.name, set()).add((one.kind, one.offset))
        for form in pair.forms if wanted else ():
            for node in _nodes(form.reading.tree):
                one = _choice_of(node)
                known = kinds.get(one.name)
                if known is not None and (one.kind, one.offset) not in known:
                    yield _changed(rule, pair, form, node, known)


def lost_number_sign(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A form of a plural does not show its number, though it holds for more than one number.

    **Why** In Russian `one` is 1, 21, 31 and so on: a text that says "one" or "1" there is wrong
    for 21.

    **Bad**

    ```po
    msgstr "{count, plural, one {Один заказ} few {# заказа} many {# заказов} other {# заказа}}"
    ```

    **Good**

    ```po
    msgstr "{count, plural, one {# заказ} few {# заказа} many {# заказов} other {# заказа}}"
    ```

    **Not flagged** A form that is one number exactly (`one` in English, `=1`, `zero` in Arabic), or
    0 and 1 (`one` in French) where the source text does not show the number for 1 either; a form
    whose numbers have branches of their own; a form that the language does not have
    (`impossible-plural-category`); a source text that does not show the number at all; a message
    that shows it outside of the plural.
    """
    for pair, form, plural in _plurals(scope):
        if pair.is_source or plural.kind != "cardinal":
            continue
        shown = {name for reading in pair.origin for name in reading.shape.shown}
        if plural.name not in shown or _shows(form.reading.tree, plural.name):
            continue
        for branch in plural.branches:
            name = branch.selector
            if _is_odd(name, cldr.plural_categories(pair.catalogue.locale)):
                continue
            if _shows(branch.message, plural.name) or _is_single(plural, pair, name):
                continue
            if not (is_none_or_one(pair.catalogue.locale, name) and _names_one(pair, plural.name)):
                yield pair.finding(
                    rule,
                    form,
                    f"the form `{name}` does not show the number, and holds for several numbers",
                    span=(branch.start, branch.end),
                    hint=f"{_numbers_of(pair.catalogue.locale, name)}; write `#` for the number",
                )
    for one in scope.once(gettext_forms):
        if one.lacks_number:
            yield _numberless(rule, one)


class _Choice(NamedTuple):
    name: str
    kind: str
    offset: int


_DEMANDED: dict[str, Callable[[str], tuple[str, ...]]] = {
    "cardinal": cldr.demanded_categories,
    "ordinal": cldr.demanded_ordinals,
}
_KINDS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "cardinal": cldr.plural_categories,
    "ordinal": cldr.ordinal_categories,
}
_CATEGORY: dict[str, Callable[[str, int], str]] = {
    "cardinal": cldr.plural_category,
    "ordinal": cldr.ordinal_category,
}
_FORM_WORDS = {"cardinal": "plural", "ordinal": "ordinal"}
_KIND_WORDS = {"cardinal": "a plural", "ordinal": "an ordinal"}
_TYPE_WORDS = {"cardinal": "`plural`", "ordinal": "`selectordinal`", "select": "`select`"}
_SINGLE = {"zero": 0, "one": 1, "two": 2}


def _is_odd(selector: str, known: Sequence[str]) -> bool:
    return selector in CATEGORIES and selector not in known


def _plurals(scope: Scope) -> Iterator[tuple[Pair, Form, Plural]]:
    for pair in scope.once(pairs):
        for form in pair.forms:
            if form.reading.shape.plurals:
                for node in _nodes(form.reading.tree):
                    if isinstance(node, Plural):
                        yield pair, form, node


def _nodes(message: Message) -> Iterator[Plural | Select]:
    """Yield every choice, outer ones first."""
    for node in message:
        match node:
            case Plural() | Select():
                yield node
                for branch in node.branches:
                    yield from _nodes(branch.message)
            case Tag():
                yield from _nodes(node.children)
            case _:
                pass


def _choices(message: Message) -> Iterator[_Choice]:
    return map(_choice_of, _nodes(message))


def _choice_of(node: Plural | Select) -> _Choice:
    if isinstance(node, Plural):
        return _Choice(node.name, node.kind, node.offset)
    return _Choice(node.name, "select", 0)


def _changed(
    rule: Rule, pair: Pair, form: Form, node: Plural | Select, known: set[tuple[str, int]]
) -> Finding:
    own, (kind, offset) = _choice_of(node), min(known)
    if own.kind == kind:
        said = f"`offset:{own.offset}` and its source text `offset:{offset}`"
    else:
        said = f"{_TYPE_WORDS[own.kind]} and its source text {_TYPE_WORDS[kind]}"
    return pair.finding(
        rule,
        form,
        f"the translation of `{pair.entry.label}` chooses by `{{{own.name}}}` with {said}",
        span=(node.start, node.end),
        hint="choose as the source text does",
    )


def _is_wordless(plural: Plural) -> bool:
    """Tell whether `other`, which stands in for what is missing, has no word to agree with."""
    other = next((branch for branch in plural.branches if branch.selector == "other"), None)
    nodes = walk(other.message) if other is not None else ()
    texts = (node.value for node, _ in nodes if isinstance(node, Text))
    return not any(map(str.isalpha, "".join(texts)))


def _is_exact(plural: Plural, locale: str, category: str) -> bool:
    """Tell whether a category is one number alone, which has a branch of its own."""
    number = _SINGLE.get(category)
    if number is None or all(branch.selector != f"={number}" for branch in plural.branches):
        return False
    return single_number(locale, category, ordinal=plural.kind == "ordinal") == number


def _is_single(plural: Plural, pair: Pair, selector: str) -> bool:
    """Tell whether a branch is taken for one number at most, the exact ones taken away."""
    if selector.startswith("="):
        return True
    exact = _exact_numbers({branch.selector for branch in plural.branches})
    locale = pair.catalogue.locale
    return any(
        single_number(locale, selector, without=without) is not None
        for without in (frozenset[int](), exact)
    )


def _names_one(pair: Pair, name: str) -> bool:
    """Tell whether the source text does without the number where it is 1."""
    return any(
        branch.selector in {"one", "=1"} and not _shows(branch.message, name)
        for reading in pair.origin
        for node in _nodes(reading.tree)
        if isinstance(node, Plural) and node.name == name
        for branch in node.branches
    )


def _exact_numbers(selectors: set[str]) -> frozenset[int]:
    return frozenset(int(one[1:]) for one in selectors if one.startswith("="))


def _shows(message: Message, name: str) -> bool:
    """Tell whether a branch shows the number, on every way through it."""
    return any(_shows_here(node, name) for node in message)


def _shows_here(node: object, name: str) -> bool:
    match node:
        case Number():
            return True
        case Argument() | Formatted():
            return node.name == name
        case Tag():
            return _shows(node.children, name)
        case Plural() | Select():
            return all(_shows(branch.message, name) for branch in node.branches)
        case _:
            return False


def _numbers_of(locale: str, category: str) -> str:
    examples = example_numbers(locale, category)
    numbers = f"{', '.join(map(str, examples))}, …" if examples else "every fraction"
    return f"in `{locale}`, `{category}` is {numbers}"


def _numberless(rule: Rule, one: GettextForm) -> Finding:
    numbers = ", ".join(map(str, one.numbers))
    return one.pair.finding(
        rule,
        one.form,
        f"`msgstr[{one.form.number}]` does not show the number, and holds for several numbers",
        hint=f"it is used for {numbers}, …; write `{{{COUNT}}}` for the number",
    )
