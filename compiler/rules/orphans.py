"""Rules about translations that nobody will ever see."""

from collections.abc import Iterator, Mapping
from typing import Any

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.base.suggest import nearest
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.model.overlay import ENTITY_KINDS
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
        # Who has misspelt a label lacks the right one.
        lacking = [label for label in known.messages if label not in catalogue.messages]
        for label, message in catalogue.messages.items():
            if label not in known.messages:
                near = nearest(label, lacking)
                yield rule.at(
                    message.places.label,
                    f"`{label}` is not in `{known.path}`",
                    hint=f"did you mean `{near}`?" if near else remove,
                    entity=f"translations/{catalogue.namespace}:{label}",
                    locale=catalogue.locale,
                )


_SYNC_REMOVES = "`clientarea sync` takes it away, and keeps a translation as an obsolete entry"


def orphaned_property(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation has a property that the source language does not have.

    **Why** It is misspelt, or left from an older version; the application looks for the other name.

    **Bad**

    ```yaml
    locales:
      en: {properties: {button: Pay}}
      es: {properties: {buton: Pagar}}
    ```

    **Good**

    ```yaml
      es: {properties: {button: Pagar}}
    ```

    **Not flagged** Properties that stand above the languages and hold for all of them.
    """
    languages = scope.content.languages
    for area, layer in scope.layers.items():
        for kind in ENTITY_KINDS:
            for label, written in getattr(layer, kind).items():
                effective = getattr(scope.effective[area], kind)[label]
                source = effective.locales.get(languages.source)
                if source is not None and languages.readable:
                    yield from _orphaned(rule, written, source, languages.source, effective)


def _orphaned(
    rule: Rule, written: Entity[Any], source: Localisation, tongue: str, effective: Entity[Any]
) -> Iterator[Finding]:
    shared: Mapping[str, Any] = getattr(effective.record, "properties", None) or {}
    known = {*(source.properties or ()), *shared}
    for locale, text in written.locales.items():
        for name in text.properties or () if locale != tongue else ():
            if name not in known:
                near = nearest(name, known)
                yield rule.at(
                    text.places.key("properties", name),
                    f"`{tongue}` has no property `{name}`",
                    hint=f"did you mean `{near}`?" if near else None,
                    entity=str(written.reference),
                    locale=locale,
                )
