"""Rules about what a format that the project asks for cannot carry."""

from collections.abc import Iterator

from compiler.base.finding import Finding, Note
from compiler.base.rule import Rule
from compiler.messages import i18next
from compiler.messages.expressible import NotExpressible
from compiler.model.catalogue import Message
from compiler.rules.check import Scope
from compiler.rules.messages.parsed import Parsed, parsed_messages

I18NEXT = "i18next"


def inexpressible_message(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A message says what i18next has no form for, and is left out of its bundles.

    **Why** An application that reads the `i18next` bundles shows the label in place of the text.

    **Bad** (i18next has one plural a message)

    ```po
    msgid ""
    "{files, plural, one {# file} other {# files}} in "
    "{folders, plural, one {# folder} other {# folders}}"
    ```

    **Good** Two messages with one plural each; or, where no application reads them,
    `outputs: [icu]` in clientarea.yaml.

    **Not flagged** A translation whose source text is flagged already.
    """
    if I18NEXT not in scope.settings.outputs:
        return
    source = scope.content.languages.source
    flagged: set[str] = set()
    in_order = sorted(scope.once(parsed_messages), key=lambda parsed: parsed.locale != source)
    for parsed in in_order:
        made = _entries(parsed)
        if isinstance(made, NotExpressible) and parsed.entity not in flagged:
            flagged.add(parsed.entity)
            yield rule.at(
                parsed.forms[0].place,
                f"`{parsed.entry.label}` is left out of the i18next bundle: {made.reason}",
                hint="say it in another way, or take `i18next` out of `outputs` in clientarea.yaml",
                entity=parsed.entity,
                locale=parsed.locale,
            )


def clashing_key(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A plural or select of one entry takes the i18next key that is another entry's label.

    **Why** i18next writes the forms of a plural as keys of their own, `items_one`, `items_other`.
    Of two texts with one key only one can be published.

    **Bad**

    ```po
    msgctxt "items"
    msgid "{count, plural, one {# item} other {# items}}"

    msgctxt "items_one"
    msgid "The first item"
    ```

    **Good** Another label: `items_first`.

    **Not flagged** Projects without `i18next` among their `outputs`.
    """
    if I18NEXT not in scope.settings.outputs:
        return
    labels = {
        (catalogue.namespace, message.label): message for catalogue, message in scope.labels()
    }
    source = scope.content.languages.source
    for parsed in scope.once(parsed_messages):
        made = _entries(parsed) if parsed.locale == source else None
        if isinstance(made, dict):
            namespace = parsed.entity.partition("/")[2].partition(":")[0]
            for key in sorted(made.keys() - {parsed.entry.label}):
                other = labels.get((namespace, key))
                if other is not None:
                    yield _clash(rule, parsed, key, other)


def _clash(rule: Rule, parsed: Parsed, key: str, other: Message) -> Finding:
    return rule.at(
        other.places.label,
        f"`{key}` is also the i18next key of a form of `{parsed.entry.label}`",
        hint="give one of them another label",
        entity=parsed.entity.replace(parsed.entry.label, key),
        locale=parsed.locale,
        notes=(Note("the other text", parsed.entry.places.label),),
    )


def _entries(parsed: Parsed) -> dict[str, str] | NotExpressible | None:
    """Return the i18next entries of a message; None for what has gettext forms or is not sound."""
    if len(parsed.forms) != 1 or not parsed.sound or parsed.entry.source_plural is not None:
        return None
    return i18next.entries(parsed.entry.label, parsed.forms[0].tree, parsed.locale)
