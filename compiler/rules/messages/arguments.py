"""Rules about the values that the application puts into a message."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from compiler.base.finding import Finding
from compiler.base.fix import Fix, ReplaceText
from compiler.base.rule import Rule
from compiler.base.suggest import is_slip, nearest
from compiler.messages.ast import Argument, Formatted, Plural, Select
from compiler.messages.shape import walk
from compiler.rules.check import Scope
from compiler.rules.messages.comparing import compared
from compiler.rules.messages.pairs import Form, Pair
from compiler.rules.wording import listed


def lost_placeholder(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation does not show a placeholder of its source text.

    **Why** The reader misses an amount, a name, a date.

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

    Also found: a placeholder that every branch of the source shows, and only some branches of the
    translation.

    **Not flagged** A placeholder under another name (`renamed-placeholder`); one that the source
    only chooses by (`select`, `plural`); the number of a plural (`lost-number-sign`); a value that
    the translation chooses by and spells out (`USD {dólares} other {{currency}}`).
    """
    for found in scope.once(compared):
        lost = found.lost - {meant for _, meant in found.renamed}
        label = found.pair.entry.label
        if lost:
            names = listed(f"{{{name}}}" for name in sorted(lost))
            message = f"the translation of `{label}` lacks {names}"
            hint = _quotation(found.pair, lost)
            yield found.pair.finding(rule, found.pair.forms[0], message, hint=hint)
        for name in sorted(found.partly):
            message = f"the translation of `{label}` lacks `{{{name}}}` in some of its branches"
            hint = "the source text shows it in every one"
            yield found.pair.finding(rule, _form_without(found.pair, name), message, hint=hint)


def _quotation(pair: Pair, lost: Iterable[str]) -> str | None:
    """Say of an apostrophe before a placeholder that it makes it text: French `l'{name}`."""
    for name in sorted(lost):
        if any(f"'{{{name}" in form.reading.text for form in pair.forms):
            return f"an apostrophe makes `{{{name}}}` behind it text: write `''{{{name}}}`"
    return None


def renamed_placeholder(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation has a placeholder under another name than its source text.

    **Why** The application passes a value under the source's name: the reader sees a gap, or the
    label in place of the text.

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

    **Not flagged** A name that only the translation has while none of the source's is missing
    (`added-placeholder`).
    """
    for found in scope.once(compared):
        for name, meant in found.renamed:
            message = (
                f"the translation of `{found.pair.entry.label}` has `{{{name}}}` "
                f"where its source text has `{{{meant}}}`"
            )
            finding = _at_argument(rule, found.pair, name, message, f"write `{{{meant}}}`")
            is_sure = is_slip(name, meant) or (len(found.lost), len(found.added)) == (1, 1)
            fixes = tuple(_renaming(found.pair, name, meant)) if is_sure else ()
            yield replace(finding, fixes=fixes)


def _renaming(pair: Pair, name: str, meant: str) -> Iterator[Fix]:
    """Yield what writes the source's name wherever a translation has another."""
    path, label = pair.catalogue.path, pair.entry.label
    for form in pair.forms:
        for node in walk(form.reading.tree):
            if isinstance(node, Argument | Formatted | Plural | Select) and node.name == name:
                start = form.reading.text.index(name, node.start)
                yield ReplaceText(path, label, form.number, start, start + len(name), name, meant)


def added_placeholder(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation has a placeholder that its source text does not have.

    **Why** The application passes no such value: the reader sees a gap, or the label.

    **Bad**

    ```po
    msgid "You paid."
    msgstr "Ha pagado {amount}."
    ```

    **Good**

    ```po
    msgid "You paid."
    msgstr "Ha pagado."
    ```

    **Not flagged** The same placeholder twice; `{count}` in an entry with gettext plural forms; a
    placeholder under another name (`renamed-placeholder`).
    """
    for found in scope.once(compared):
        elsewhere = {name for name, _ in found.renamed}
        for name in sorted(found.added - elsewhere):
            near = nearest(name, found.current)
            stale = name in found.source.arguments
            message = (
                f"the translation of `{found.pair.entry.label}` has `{{{name}}}`, "
                f"which its source text {'no longer has' if stale else 'has not'}"
            )
            hint = f"did you mean `{{{near}}}`?" if near else None
            yield _at_argument(rule, found.pair, name, message, hint)


def changed_argument_type(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation uses a placeholder as another kind of value than its source text.

    **Why** A text formatted as a number is "NaN", a date formatted as a number a long row of
    digits, an amount in another currency is wrong.

    **Bad**

    ```po
    msgid "You paid {amount, number, ::currency/EUR}."
    msgstr "Ha pagado {amount, number, ::currency/USD}."
    ```

    **Good**

    ```po
    msgid "You paid {amount, number, ::currency/EUR}."
    msgstr "Ha pagado {amount, number, ::currency/EUR}."
    ```

    **Not flagged** Another style of a date, a time or a number, other than of a percentage; a
    number shown as it is or by `#` where the source has a plural of it; a plural or select that
    only the translation has, or has not.
    """
    for found in scope.once(compared):
        for name in sorted(found.own.arguments & found.source.arguments):
            theirs, ours = found.source.kinds[name], found.own.kinds[name]
            wrong = _incompatible(theirs, ours)
            if wrong:
                message = (
                    f"the translation of `{found.pair.entry.label}` has `{{{name}}}` "
                    f"as {_word(wrong)}, its source text as {_described(theirs)}"
                )
                yield _at_argument(rule, found.pair, name, message, None)


_CHOICES = frozenset({"plural", "selectordinal", "select"})
_COUNTED = frozenset({"plural", "selectordinal", "number"})
_WORDS = {
    "plain": "a text",
    "number": "a number",
    "percentage": "a percentage",
    "date": "a date",
    "time": "a time",
    "plural": "the number of a plural",
    "selectordinal": "the number of an ordinal",
    "select": "a choice",
}


def _incompatible(theirs: frozenset[str], ours: frozenset[str]) -> str | None:
    """Return the kind of the translation that the source's value cannot be shown as."""
    counts = bool(theirs & _COUNTED)
    for kind in sorted(ours - _CHOICES - theirs):
        if counts and kind == "number":
            continue
        if kind == "plain" and (theirs & _CHOICES):
            continue
        if not theirs - _CHOICES and not counts:
            continue  # the source only chooses by it
        return kind
    return None


def _described(kinds: frozenset[str]) -> str:
    return " and ".join(_word(kind) for kind in sorted(kinds))


def _word(kind: str) -> str:
    currency = kind.removeprefix("number ")
    return _WORDS[kind] if currency == kind else f"an amount in {currency}"


def _form_without(pair: Pair, name: str) -> Form:
    """Return the first form that does not show an argument in every branch."""
    lacking = (form for form in pair.forms if name not in form.reading.shape.always)
    return next(lacking, pair.forms[0])


def _at_argument(rule: Rule, pair: Pair, name: str, message: str, hint: str | None) -> Finding:
    form, span = _argument_span(pair, name)
    return pair.finding(rule, form, message, span=span, hint=hint)


def _argument_span(pair: Pair, name: str) -> tuple[Form, tuple[int, int] | None]:
    """Return where an argument is first named: in which form, from where to where."""
    for form in pair.forms:
        for node in walk(form.reading.tree):
            if isinstance(node, Argument | Formatted | Plural | Select) and node.name == name:
                return form, (node.start, node.end)
    return pair.forms[0], None
