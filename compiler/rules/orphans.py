"""Rules about translations that nobody will ever see."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.base.suggest import nearest
from compiler.rules.check import Scope
from compiler.rules.wording import in_area


def inactive_locale(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Content is written in a language that languages.yaml does not list as active.

    **Why** It is neither checked for completeness nor published.

    **Bad** (`active: [en, es]`)

    ```yaml
    locales:
      en: {title: Notice}
      pt: {title: Aviso}
    ```

    **Good** Add the language to `active`, or remove the translation.

    ```yaml
    active: [en, es, pt]
    ```

    **Not flagged** Active languages that are not enabled.
    """
    languages = scope.content.languages
    if not languages.readable:
        return
    for entity in scope.entities():
        for locale, text in entity.locales.items():
            if locale not in languages.active:
                where = in_area(entity.area)
                yield rule.at(
                    text.places.key(),
                    f"`{entity.reference}` is written in `{locale}`{where}, which is not active",
                    hint=_hint(scope, locale),
                    entity=str(entity.reference),
                    locale=locale,
                )
    for area, catalogue in scope.catalogues():
        if catalogue.locale not in languages.active:
            yield rule.at(
                Place(catalogue.path),
                f"`{catalogue.namespace}` has a catalogue in `{catalogue.locale}`{in_area(area)}, "
                "which is not active",
                hint=_hint(scope, catalogue.locale),
                entity=f"translations/{catalogue.namespace}",
                locale=catalogue.locale,
            )


def _hint(scope: Scope, locale: str) -> str:
    near = nearest(locale, scope.content.languages.active)
    meant = f"did you mean `{near}`? Otherwise " if near else ""
    return f"{meant}add `{locale}` to `active` in `{scope.content.languages.places.path}`"


def orphaned_entry(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A catalogue translates a label that the source language's catalogue does not have.

    **Why** It is never published: the label was renamed or removed, or is misspelt.

    **Bad** (`en.po` has `action.save`)

    ```po
    msgctxt "action.sav"
    msgid "Save"
    msgstr "Guardar"
    ```

    **Good** The label of the source, or no entry.

    ```po
    msgctxt "action.save"
    msgid "Save"
    msgstr "Guardar"
    ```

    **Not flagged** Catalogues of a namespace without any source (`missing-source`).
    """
    languages = scope.content.languages
    source = languages.source
    for area, catalogue in scope.catalogues():
        remove = _SYNC_REMOVES if catalogue.locale in languages.active else "remove the entry"
        known = scope.effective[area].catalogues.get((catalogue.namespace, source))
        if known is None or catalogue.locale == source:
            continue
        messages, wanted = catalogue.messages, known.messages
        if messages.keys() <= wanted.keys():
            continue
        # Who has misspelt a label lacks the right one.
        lacking = [label for label in wanted if label not in messages]
        for label, message in messages.items():
            if label not in wanted:
                near = nearest(label, lacking)
                yield rule.at(
                    message.places.label,
                    f"`{label}` is not in `{known.path}`",
                    hint=f"did you mean `{near}`?" if near else remove,
                    entity=f"translations/{catalogue.namespace}:{label}",
                    locale=catalogue.locale,
                )


_SYNC_REMOVES = "`clientarea sync` takes it away, and keeps a translation as an obsolete entry"
