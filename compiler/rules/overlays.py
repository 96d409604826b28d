"""Rules about what areas say differently: that it is something else."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from compiler.base.finding import Finding, Note
from compiler.base.fix import Fix, RemoveEntry, RemoveFile, RemoveValue
from compiler.base.place import Place, Places
from compiler.base.rule import Rule
from compiler.model.catalogue import Catalogue, Message
from compiler.model.content import Layer
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.model.overlay import ENTITY_KINDS
from compiler.rules.check import Scope
from compiler.rules.files import seen_of

_NOWHERE = Places("")


def empty_overlay(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An area says the same as the content that all areas share.

    **Why** It changes nothing today, and tomorrow keeps the area from what is changed for all.

    **Bad** (`configurations/general.yaml` says the same)

    ```yaml
    # areas/shop/configurations/general.yaml
    security: {session_minutes: 60}
    ```

    **Good** Only what differs, or no file.

    ```yaml
    security: {session_minutes: 30}
    ```

    **Not flagged** A file that changes one thing and repeats another; a translation of a source
    text that the area has changed: the same words are right for both.
    """
    languages = scope.content.languages
    for area, layer in scope.layers.items() if languages.readable else ():
        if area is not None:
            yield from _same_configurations(scope, rule, area, layer)
            for kind in ENTITY_KINDS:
                for label, entity in getattr(layer, kind).items():
                    base = getattr(scope.content.shared, kind).get(label)
                    if base is not None:
                        yield from _same_entity(scope, rule, area, base, entity)
            for key, catalogue in layer.catalogues.items():
                shared = scope.content.shared.catalogues.get(key)
                if shared is not None:
                    yield from _same_strings(rule, area, shared, catalogue)


def _same_configurations(scope: Scope, rule: Rule, area: str, layer: Layer) -> Iterator[Finding]:
    for name, written in layer.configurations.items():
        shared = scope.content.shared.configurations.get(name)
        typed = getattr(scope.content.configurations, name)
        got = {} if typed is None else typed.model_dump(mode="json", by_alias=True)
        if _says_nothing_new(written.data, {} if shared is None else shared.data, got):
            yield rule.at(
                Place(written.places.path),
                f"`{area}` says the same as `configurations/{name}.yaml`",
                hint="remove the file, or what is the same in it",
                fixes=(RemoveFile(written.places.path),),
            )


def _says_nothing_new(patch: Any, base: Any, got: Any) -> bool:  # noqa: ANN401 - any JSON values
    """Tell whether a patch changes nothing in what all get, written or by default."""
    if not isinstance(patch, Mapping):
        return bool(patch == (got if base is None else base))
    within = [one if isinstance(one, Mapping) else {} for one in (base, got)]
    return all(
        (value is None and within[0].get(key) is None)
        or (
            value is not None
            and (key in within[0] or key in within[1])
            and _says_nothing_new(value, within[0].get(key), within[1].get(key))
        )
        for key, value in patch.items()
    )


def _same_entity(
    scope: Scope, rule: Rule, area: str, base: Entity[Any], entity: Entity[Any]
) -> Iterator[Finding]:
    active = getattr(entity.record, "active", None)
    if not entity.locales and active in (None, getattr(base.record, "active", None)):
        yield rule.at(
            Place(entity.places.path),
            f"`{area}` says nothing different about `{entity.reference}`",
            hint="remove the file, or write what differs",
            entity=str(entity.reference),
            fixes=(RemoveFile(entity.places.path),),
        )
    source = scope.content.languages.source
    own_source = entity.locales.get(source)
    if own_source is not None and not _same(scope, own_source, base.locales.get(source)):
        return
    for locale, text in entity.locales.items():
        shared = base.locales.get(locale)
        if shared is not None and _same(scope, text, shared):
            yield rule.at(
                text.places.key(),
                f"`{area}` says the same as the shared `{entity.reference}` in `{locale}`",
                hint="remove it, so that the area follows what is shared",
                entity=str(entity.reference),
                fixes=_without(text),
                locale=locale,
                notes=(Note("the shared text", shared.places.key()),),
            )


def _same(scope: Scope, text: Localisation, shared: Localisation | None) -> bool:
    return (
        shared is not None
        and _words_alone(text) == _words_alone(shared)
        and seen_of(scope, text) == seen_of(scope, shared)
    )


def _words_alone(text: Localisation) -> Localisation:
    """Return what a language says, without where it stands, how it came to be, and its images."""
    return replace(text, places=_NOWHERE, stamp=None, review_needed=False, images={}, master=None)


def _without(text: Localisation) -> tuple[Fix, ...]:
    """Return what takes a language away; of one with images somebody has to look at these."""
    places = text.places
    if text.pictures:
        return ()
    if not places.prefix:
        return (RemoveFile(places.path),)
    return (RemoveValue(places.path, places.prefix),)


def _same_strings(
    rule: Rule, area: str, shared: Catalogue, catalogue: Catalogue
) -> Iterator[Finding]:
    for label, message in catalogue.messages.items():
        other = shared.messages.get(label)
        if other is not None and _words(message) == _words(other):
            yield rule.at(
                message.places.label,
                f"`{area}` says the same as the shared `{label}` in `{catalogue.locale}`",
                hint="remove the entry, so that the area follows what is shared",
                fixes=(RemoveEntry(catalogue.path, label),),
                entity=f"translations/{catalogue.namespace}:{label}",
                locale=catalogue.locale,
                notes=(Note("the shared entry", other.places.label),),
            )


def _words(message: Message) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return message.source_texts, message.texts if message.translated else ()
