"""Rules about addresses, which must be the same in every language."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.rules.check import Scope
from compiler.rules.messages.addresses import emails, secured, urls
from compiler.rules.messages.written import Written, written_addresses
from compiler.rules.wording import listed


def changed_url(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation leads to another web address than its source text, or to none.

    **Why** The link is broken, or leads to somebody else.

    **Bad**

    ```po
    msgid "See https://acme.example/help."
    msgstr "Véase https://acme.exmple/help."
    ```

    **Good**

    ```po
    msgid "See https://acme.example/help."
    msgstr "Véase https://acme.example/help."
    ```

    **Not flagged** Addresses that differ only in the language they name
    (`https://acme.example/en/help` and `https://acme.example/es/help`, `en.` and `es.`,
    `?lang=es`), or in a slash or full stop at the end; `https` in place of `http`.
    In texts links and images are compared, wherever they lead.
    """
    for one in scope.once(written_addresses):
        own = urls(one.text)
        yield from _changed(rule, one, "address", secured(urls(one.source), own), own)


def changed_email(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation has another e-mail address than its source text, or none.

    **Why** Mails of customers go nowhere, or to somebody else.

    **Bad**

    ```po
    msgid "Write to help@acme.example."
    msgstr "Escriba a hepl@acme.example."
    ```

    **Good**

    ```po
    msgid "Write to help@acme.example."
    msgstr "Escriba a help@acme.example."
    ```

    **Not flagged** Capitals.
    """
    for one in scope.once(written_addresses):
        yield from _changed(rule, one, "e-mail address", emails(one.source), emails(one.text))


def _changed(
    rule: Rule, one: Written, what: str, source: dict[str, tuple[int, int]],
    own: dict[str, tuple[int, int]],
) -> Iterator[Finding]:  # fmt: skip
    lost = [one.source[slice(*span)] for key, span in source.items() if key not in own]
    added = [span for key, span in own.items() if key not in source]
    if added:
        for span in added:
            shown = one.text[slice(*span)]
            hint = f"the source text has {listed(lost)}" if lost else None
            message = f"the {what} `{shown}` is not in the source text"
            yield one.finding(rule, message, span=span, hint=hint)
    elif lost:
        yield one.finding(rule, f"the translation lacks the {what} {listed(lost)}")
