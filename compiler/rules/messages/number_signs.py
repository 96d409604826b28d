"""The rule about plural forms that do not show their number."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.messages import cldr
from compiler.messages.ast import Argument, Formatted, Message, Number, Plural, Select, Tag
from compiler.messages.cldr import CATEGORIES
from compiler.messages.gettext_plurals import COUNT
from compiler.messages.plural_numbers import example_numbers, is_none_or_one, single_number
from compiler.rules.check import Scope
from compiler.rules.messages.choices import choices, plurals
from compiler.rules.messages.gettext_forms import GettextForm, gettext_forms
from compiler.rules.messages.pairs import Pair


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
    for pair, form, plural in scope.once(plurals):
        if pair.is_source or plural.kind != "cardinal":
            continue
        shown = {name for reading in pair.origin for name in reading.shape.shown}
        if plural.name not in shown or _shows(form.reading.tree, plural.name):
            continue
        for branch in plural.branches:
            name = branch.selector
            if name in CATEGORIES and name not in cldr.plural_categories(pair.catalogue.locale):
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
        for node in choices(reading.tree)
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
