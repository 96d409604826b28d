"""The rule about what areas say differently in the source language, and not in the others."""

from collections.abc import Iterator, Mapping
from typing import Any

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.model.catalogue import Catalogue
from compiler.model.content import Layer
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.model.overlay import ENTITY_KINDS
from compiler.rules.check import Scope
from compiler.rules.files import seen_of
from compiler.rules.wording import listed

_TEXT, _IMAGES = "text", "images"
_WORDS = {
    _TEXT: ("a source text", "translation", "translate it for `{area}` too"),
    _IMAGES: ("source images", "ones", "let `{area}` have images of its own there too"),
}
"""What an area has of its own, what it shows of the others, and what to do about it."""


def overridden_source(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An area has a source text of its own and shows the shared translations of another one.

    **Why** Visitors of the area read one thing in the source language and another in theirs.

    **Bad** (`es` is enabled, and there is no `areas/shop/translations/common/es.po`)

    ```po
    # areas/shop/translations/common/en.po
    msgctxt "nav.accounts"
    msgid "My purchases"
    ```

    **Good** The area translates it too.

    ```po
    # areas/shop/translations/common/es.po
    msgctxt "nav.accounts"
    msgid "My purchases"
    msgstr "Mis compras"
    ```

    **Not flagged** Languages that inherit from the source (`en-GB`), or from a parent that the area
    translates; languages in which a banner is not active.
    """
    for area, layer in scope.layers.items():
        if area is not None:
            yield from _overridden_entities(scope, rule, area, layer)
            yield from _overridden_strings(scope, rule, area, layer)


def _overridden_entities(scope: Scope, rule: Rule, area: str, layer: Layer) -> Iterator[Finding]:
    source = scope.content.languages.source
    for kind in ENTITY_KINDS:
        for label, entity in getattr(layer, kind).items():
            base = getattr(scope.content.shared, kind).get(label)
            text = entity.locales.get(source)
            what = None if base is None or text is None else _differs(scope, base, text)
            if base is None or text is None or what is None:
                continue
            others = [one for one, theirs in base.locales.items() if theirs.active]
            left = _left(
                scope, area, [one for one in others if one not in entity.locales], entity.locales
            )
            if left:
                yield _overridden(
                    rule, area, (str(entity.reference), what), text.places.key(), left
                )


def _differs(scope: Scope, base: Entity[Any], text: Localisation) -> str | None:
    """Return what an area has of its own in the source language: its text, or its images."""
    shared = base.locales.get(scope.content.languages.source)
    if shared is None or shared.own() != text.own():
        return _TEXT
    return None if seen_of(scope, shared) == seen_of(scope, text) else _IMAGES


def _overridden_strings(scope: Scope, rule: Rule, area: str, layer: Layer) -> Iterator[Finding]:
    source, shared = scope.content.languages.source, scope.content.shared.catalogues
    for (namespace, locale), catalogue in layer.catalogues.items():
        base = shared.get((namespace, source))
        for label, message in catalogue.messages.items() if locale == source and base else ():
            other = base.messages.get(label) if base is not None else None
            if other is None or other.source_texts == message.source_texts:
                continue
            theirs = _translating(shared, namespace, label)
            ours = _translating(layer.catalogues, namespace, label)
            left = _left(scope, area, [one for one in theirs if one not in ours], ours)
            if left:
                entity = f"translations/{namespace}:{label}"
                yield _overridden(rule, area, (entity, _TEXT), message.places.source, left)


def _translating(
    catalogues: Mapping[tuple[str, str], Catalogue], namespace: str, label: str
) -> dict[str, None]:
    return {
        locale: None
        for (name, locale), catalogue in catalogues.items()
        if name == namespace
        and label in catalogue.messages
        and catalogue.messages[label].translated
    }


def _left(
    scope: Scope, area: str, locales: list[str], translated: Mapping[str, object]
) -> list[str]:
    """Return the enabled languages among ``locales`` that show the text of another source."""
    languages = scope.content.languages
    return [
        locale
        for locale in scope.locales(area)
        if locale in locales
        and locale in scope.enabled
        and locale != languages.source
        and languages.source not in languages.chain(locale).parents
        and not any(parent in translated for parent in languages.chain(locale).parents)
    ]


def _overridden(
    rule: Rule, area: str, what: tuple[str, str], place: Place, locales: list[str]
) -> Finding:
    entity, own = what
    own_one, shared_one, hint = _WORDS[own]
    return rule.at(
        place,
        f"`{area}` has {own_one} of its own for `{entity}` and shows the shared {shared_one} "
        f"in {listed(locales)}",
        hint=hint.format(area=area),
        entity=entity,
    )
