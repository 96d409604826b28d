"""Rules about the source language: what translations are made from must be there."""

from collections.abc import Iterator
from typing import Any

from compiler.base.finding import Finding, Severity
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.model.entity import Entity
from compiler.model.reference import Kind
from compiler.rules.assessment import COUNTED, is_counted, parts
from compiler.rules.check import Scope
from compiler.rules.gates import MISSING_WEIGHT
from compiler.rules.wording import listed


def missing_source(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """There is nothing in the source language to translate from, or to fall back to.

    **Why** A visitor without a translation sees nothing, and translators have nothing to begin
    with.

    **Bad** (`source: en`)

    ```yaml
    locales:
      es: {title: Aviso, description: Lea esto.}
    ```

    **Good**

    ```yaml
    locales:
      en: {title: Notice, description: Read this.}
      es: {title: Aviso, description: Lea esto.}
    ```

    **Not flagged** Banners and documents, which say themselves which languages they have; templates
    that are not active.
    """
    if not scope.content.languages.readable:
        return
    weight = MISSING_WEIGHT[scope.gate]
    for written, effective in _own_entities(scope):
        lacking = _lacks_source(scope, effective)
        if lacking is not None:
            yield rule.at(
                written.places.key("locales"),
                f"`{written.reference}` has {lacking} in `{scope.content.languages.source}`, "
                "the source language",
                entity=str(written.reference),
                locale=scope.content.languages.source,
                severity=weight,
            )
    yield from _sourceless_catalogues(scope, rule, weight)


def _lacks_source(scope: Scope, entity: Entity[Any]) -> str | None:
    source = entity.locales.get(scope.content.languages.source)
    if source is None:
        return "no text"
    unnamed = set(getattr(entity.record, "fields", ())) - set(source.fields or ())
    if unnamed:
        return f"no name for the field {listed(sorted(unnamed))}"
    if entity.kind is Kind.TEMPLATES and not (source.description or "").strip():
        return "no body"
    if entity.kind is Kind.TEXTS and not parts(source):
        return "no text"
    return None


def _sourceless_catalogues(scope: Scope, rule: Rule, weight: Severity) -> Iterator[Finding]:
    source = scope.content.languages.source
    for area, catalogue in scope.catalogues():
        known = scope.effective[area].catalogues
        if (catalogue.namespace, source) not in known and catalogue.messages:
            yield rule.at(
                Place(catalogue.path),
                f"`{catalogue.namespace}` has no catalogue in `{source}`, the source language",
                hint=f"the labels of a namespace are declared in its `{source}.po`",
                entity=f"translations/{catalogue.namespace}",
                locale=catalogue.locale,
                severity=weight,
            )


def missing_title(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A level, status, e-mail or push message has no title in the source language.

    **Why** Levels and statuses are shown by their title; it is the subject of an e-mail and the
    headline of a push message.

    **Bad**

    ```yaml
    locales:
      en: {description: Confirm your phone.}
    ```

    **Good**

    ```yaml
    locales:
      en: {title: Basic, description: Confirm your phone.}
    ```

    **Not flagged** Other languages (`missing-translation`); SMS and PDF templates, texts.
    """
    if not scope.content.languages.readable:
        return
    source = scope.content.languages.source
    for written, effective in _own_entities(scope):
        text = effective.locales.get(source)
        if text is not None and _is_titled(effective) and not (text.title or "").strip():
            yield rule.at(
                text.places.key(),
                f"`{written.reference}` has no title in `{source}`, the source language",
                hint="add `title: …`",
                entity=str(written.reference),
                locale=source,
                severity=MISSING_WEIGHT[scope.gate],
            )


def _is_titled(entity: Entity[Any]) -> bool:
    if entity.kind is Kind.TEMPLATES:
        return entity.record.channel in {"email", "push"}
    return entity.kind in {Kind.LEVELS, Kind.STATUSES}


def _own_entities(scope: Scope) -> Iterator[tuple[Entity[Any], Entity[Any]]]:
    """Yield what gates demand as it is written and as it is got, for areas their own alone."""
    for area, layer in scope.layers.items():
        for kind in COUNTED:
            for label, written in getattr(layer, kind).items():
                shared = None if area is None else getattr(scope.content.shared, kind).get(label)
                effective = getattr(scope.effective[area], kind)[label]
                if shared is None and written.files and is_counted(effective):
                    yield written, effective
