"""Rules about keys that only code has, and about those that only content has."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.base.suggest import nearest
from compiler.code.use import Use
from compiler.rules.keys.asked import Verdict
from compiler.rules.keys.declared import Key
from compiler.rules.keys.view import KeyView

_NAMED = 3


def undeclared_key(view: KeyView, rule: Rule) -> Iterator[Finding]:
    """Code asks for a string that nobody has declared.

    **Why** The reader sees the label in place of a text.

    **Bad** ``t('checkout.payNow')``, and no catalogue has `checkout.payNow`.

    **Good** `clientarea keys --add` declares it with the text that stands in the code, or
    `clientarea add translations/portal:checkout.payNow --text "Pay now"`.

    **Not flagged** A key that is put together while the program runs (`computed-key`); one that is
    only asked whether it exists; in a list of keys any but the last; keys of a namespace that code
    works out.
    """
    declared = view.judgement.declared
    for key, uses in view.judgement.undeclared.items():
        near = nearest(key.label, declared.labels.get(key.namespace, []))
        yield rule.at(
            uses[0].place,
            f"`{key.reference}` is not declared, and code asks for it here{_elsewhere(uses)}",
            hint=_hint(view, key, uses, near),
            entity=key.reference,
        )


def _hint(view: KeyView, key: Key, uses: tuple[Use, ...], near: str | None) -> str:
    elsewhere = [
        name
        for name in view.judgement.declared.labels
        if Key(name, key.label) in view.judgement.declared.messages
    ]
    if elsewhere:
        return f"`{elsewhere[0]}` has it: write `{elsewhere[0]}:{key.label}`"
    if near is not None:
        return f"did you mean `{near}`?"
    if any(one.passed.default is not None for one in uses):
        return "`clientarea keys --add` declares it with the text from the code"
    return f'`clientarea add {key.reference} --text "…"` declares it'


def _elsewhere(uses: tuple[Use, ...]) -> str:
    more = len(uses) - 1
    if not more:
        return ""
    return f" and in {more:,} more {'place' if more == 1 else 'places'}"


def unused_key(view: KeyView, rule: Rule) -> Iterator[Finding]:
    """A string that no code asks for.

    **Why** It is translated, reviewed and shipped, and nobody will ever see it.

    **Bad** `checkout.oldPromo` is declared; all code that `code` in `clientarea.yaml` names was
    read, and none of it asks for that.

    **Good** `clientarea keys --remove-unused` takes away what is surely unused; a comment
    `clientarea: uses checkout.*` in the code says what no tool can see.

    **Not flagged** A string that a key may come to which is put together while the program runs;
    one that a consumer's manifest names, or that stands in another string; namespaces of which code
    could not be read (`unread-code`).
    """
    for key in view.judgement.of(Verdict.UNUSED):
        yield rule.at(
            view.judgement.declared.place(key),
            f"no code asks for `{key.label}`",
            hint="`clientarea keys --remove-unused` takes it away",
            entity=key.reference,
        )
