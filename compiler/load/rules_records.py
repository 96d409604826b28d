"""The rules about records: their keys and values, their languages, the entries of catalogues."""

from inspect import cleandoc

from compiler.base.finding import Severity
from compiler.base.rule import Rule


def _error(rule_id: str, doc: str, *, fixable: bool = False) -> Rule:
    return Rule(rule_id, Severity.ERROR, cleandoc(doc), fixable)


UNKNOWN_KEY = _error(
    "unknown-key",
    """A key that nothing in this place has.

    **Why** A misspelt key says nothing: the setting keeps its default, the text stays unwritten.

    **Bad**
    ```yaml
    lockd: false
    ```
    **Good**
    ```yaml
    locked: false
    ```
    **Not flagged** Keys inside `properties`, `variables` and `samples`; those are the author's.
    """,
    fixable=True,
)

MISSING_KEY = _error(
    "missing-key",
    """A key that must be there and is not.

    **Why** Nothing sensible can stand in its place.

    **Bad**
    ```yaml
    properties: {daily_limit: 1000}
    ```
    **Good**
    ```yaml
    type: personal
    properties: {daily_limit: 1000}
    ```
    **Not flagged** Keys with a default.
    """,
)

INVALID_VALUE = _error(
    "invalid-value",
    """A value that its key cannot have.

    **Why** Values are taken as they are written and never guessed: `"5"` is a text, 5 is a number,
    `yes` is a word.

    **Bad**
    ```yaml
    locked: yes
    ```
    **Good**
    ```yaml
    locked: true
    ```
    **Not flagged** What a value means; that is said by rules of its kind.
    """,
    fixable=True,
)

OVERLAY_FORBIDDEN_KEY = _error(
    "overlay-forbidden-key",
    """An area says something differently that holds for all areas.

    **Why** An area may have its own words, and switch an entity on or off. What an entity is (its
    type, its channel, its variables, whether it is locked) is the same everywhere, and which
    languages an area shows stands in its record.

    **Bad**
    ```yaml
    # areas/shop/templates/account/welcome.yaml
    channel: push
    ```
    **Good**
    ```yaml
    # areas/shop/templates/account/welcome.yaml
    active: false
    ```
    **Not flagged** Entities that only the area has; they are written whole.
    """,
)

DUPLICATE_LOCALISATION = _error(
    "duplicate-localisation",
    """One language of an entity that is written in two places.

    **Why** Only one of them can be shown, and the other one would be edited in vain.

    **Bad**
    ```
    texts/terms.yaml      locales: {es: {title: Términos}}
    texts/terms.es.md     title: Condiciones
    ```
    **Good** Keep one of the two.

    **Not flagged** Different languages in different places.
    """,
)

MISSING_LANGUAGES = _error(
    "missing-languages",
    """There is no usable `content/configurations/languages.yaml`.

    **Why** Without it nobody knows which language is the source and which are to be complete, so
    no translation can be judged.

    **Good**
    ```yaml
    source: en
    active: [en, es]
    enabled: [en]
    ```
    **Not flagged** Lists that are empty; only `source` must be there.
    """,
)

FALLBACK_CYCLE = _error(
    "fallback-cycle",
    """Languages that fall back to each other in a circle.

    **Why** A text that all of them lack would be looked for without end.

    **Bad**
    ```yaml
    fallbacks: {es-MX: es, es: es-MX}
    ```
    **Good**
    ```yaml
    fallbacks: {es-MX: es}
    ```
    **Not flagged** The source language, where every chain ends.
    """,
)

MISSING_LABEL = _error(
    "missing-label",
    """An entry of a catalogue without a label.

    **Why** `msgctxt` is the name by which code asks for the string.

    **Bad**
    ```po
    msgid "Pay now"
    msgstr "Pagar"
    ```
    **Good**
    ```po
    msgctxt "checkout.payButton"
    msgid "Pay now"
    msgstr "Pagar"
    ```
    **Not flagged** The header, and obsolete entries (`#~`).
    """,
)

DUPLICATE_LABEL = _error(
    "duplicate-label",
    """A label that a catalogue has twice.

    **Why** gettext takes entries with different source texts for different ones; code asks by the
    label alone, and would get one of them by chance.

    **Bad**
    ```po
    msgctxt "pay"
    msgid "Pay"

    msgctxt "pay"
    msgid "Pay now"
    ```
    **Good** Remove one of them, or give it a label of its own.

    **Not flagged** The same label in another namespace.
    """,
)

TRANSLATED_SOURCE = Rule(
    "translated-source",
    Severity.WARNING,
    cleandoc(
        """A translation in the catalogue of the source language.

        **Why** The source text is `msgid`; a `msgstr` beside it is shown to nobody, and whoever
        edits it changes nothing.

        **Bad**
        ```po
        msgctxt "pay"
        msgid "Pay"
        msgstr "Pay now"
        ```
        **Good**
        ```po
        msgctxt "pay"
        msgid "Pay now"
        msgstr ""
        ```
        **Not flagged** A `msgstr` that says the same as its `msgid`.
        """
    ),
)

LANGUAGE_HEADER = Rule(
    "language-header",
    Severity.WARNING,
    cleandoc(
        """The header of a catalogue names another language than its file.

        **Why** Translators' tools go by the header: they offer the wrong language's plural forms
        and spelling.

        **Bad** `Language: de` in `translations/portal/es.po`

        **Good** `Language: es`

        **Not flagged** A header without `Language`, and `pt_BR` for `pt-BR`.
        """
    ),
)

RULES = (
    UNKNOWN_KEY,
    MISSING_KEY,
    INVALID_VALUE,
    OVERLAY_FORBIDDEN_KEY,
    DUPLICATE_LOCALISATION,
    MISSING_LANGUAGES,
    FALLBACK_CYCLE,
    MISSING_LABEL,
    DUPLICATE_LABEL,
    TRANSLATED_SOURCE,
    LANGUAGE_HEADER,
)
