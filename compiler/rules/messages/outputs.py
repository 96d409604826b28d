"""Rules about what a format that the project asks for cannot carry."""

from collections.abc import Iterator

from compiler.base.finding import Finding, Note
from compiler.base.rule import Rule
from compiler.messages import i18next
from compiler.messages.expressible import NotExpressible
from compiler.messages.gettext_plurals import SOURCE_FORMS, PluralFormsError
from compiler.messages.reading import read_forms
from compiler.model.catalogue import Message
from compiler.rules.check import Scope
from compiler.rules.messages.pairs import Pair, entity_of, pairs

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
    tongue = scope.content.languages.source
    for pair in scope.once(pairs):
        made = _entries(pair)
        if isinstance(made, NotExpressible) and not _is_sources_fault(pair, tongue):
            yield pair.finding(
                rule,
                pair.forms[0],
                f"`{pair.entry.label}` is left out of the i18next bundle: {made.reason}",
                hint="say it in another way, or take `i18next` out of `outputs` in clientarea.yaml",
                beside_source=False,
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
    sources = [pair for pair in scope.once(pairs) if pair.is_source]
    labels = {
        (catalogue.namespace, message.label): message
        for catalogue, message in (scope.labels() if sources else ())
    }
    for pair in sources:
        made = _entries(pair)
        if isinstance(made, dict):
            for key in sorted(made.keys() - {pair.entry.label}):
                other = labels.get((pair.catalogue.namespace, key))
                if other is not None:
                    yield _clash(rule, pair, key, other)


def _clash(rule: Rule, pair: Pair, key: str, other: Message) -> Finding:
    return rule.at(
        other.places.label,
        f"`{key}` is also the i18next key of a form of `{pair.entry.label}`",
        hint="give one of them another label",
        entity=entity_of(pair.catalogue, other),
        locale=pair.catalogue.locale,
        notes=(Note("the other text", pair.entry.places.label),),
    )


def _is_sources_fault(pair: Pair, tongue: str) -> bool:
    """Tell whether the source text of a translation cannot be expressed either."""
    if pair.is_source or pair.entry.source_plural is not None:
        return False
    source = i18next.entries_of(pair.entry.label, pair.current[0], tongue)
    return isinstance(source, NotExpressible)


def _entries(pair: Pair) -> dict[str, str] | NotExpressible | None:
    """Return the i18next entries of a message; None for one that is not sound."""
    label, locale = pair.entry.label, pair.catalogue.locale
    if not pair.sound:
        return None
    if pair.entry.source_plural is None:
        return i18next.entries_of(label, pair.forms[0].reading, locale)
    texts = pair.entry.source_texts if pair.is_source else pair.entry.texts
    header = SOURCE_FORMS if pair.is_source else pair.catalogue.plural_forms
    try:
        reading = read_forms(locale, texts, header)
    except PluralFormsError:
        return None
    return i18next.entries_of(label, reading, locale)
