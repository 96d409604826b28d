"""Rules about references: what is named must exist."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import Any

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.base.suggest import did_you_mean
from compiler.model.configuration import Account
from compiler.model.entity import Entity
from compiler.model.status import INIT
from compiler.rules.check import Scope


def unknown_reference(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Something is named that does not exist: an owner, level, status, layout, namespace, field.

    **Why** Whoever reads it would look for it in vain: the back office for the owner, the portal
    for the level.

    **Bad** (there are `levels/basic.yaml` and `levels/verified.yaml`)

    ```yaml
    required_level: verifed
    ```

    **Good**

    ```yaml
    required_level: verified
    ```

    Links and images of texts name `documents/<label>`, `texts/<label>` and `banners/<label>`.

    **Not flagged** The status `init`, which always exists; support desks, which live elsewhere;
    what has a file that cannot be read. A link of a text to a document that is not active, or to a
    banner that is not active in its language, is a warning: only its words are published.
    """
    for named in (*_area_names(scope), *_account_names(scope), *_entity_names(scope)):
        place, what, name, known, entity = named
        if name not in known and f"{_FOLDERS.get(what)}/{name}" not in scope.content.broken:
            yield rule.at(
                place,
                f"there is no {what} `{name}`",
                hint=did_you_mean(name, known),
                entity=entity,
            )


_FOLDERS = {"owner": "owners", "level": "levels", "status": "statuses"}

_Named = tuple[Place, str, str, Iterable[str], str | None]
"""Where something is named, what it is, its name, which there are, and by whom it is named."""


def _area_names(scope: Scope) -> Iterator[_Named]:
    for name, area in scope.content.areas.items():
        record, places, entity = area.record.record, area.record.places, str(area.record.reference)
        if record.owner is not None:
            yield places.value("owner"), "owner", record.owner, scope.content.owners, entity
        namespaces = {namespace for namespace, _ in scope.effective[name].catalogues}
        for index, namespace in enumerate(record.content.namespaces or ()):
            place = places.value("content", "namespaces", index)
            yield place, "namespace", namespace, namespaces, entity


def _account_names(scope: Scope) -> Iterator[_Named]:
    for area, layer in scope.layers.items():
        written = layer.configurations.get("account")
        if written is None:
            continue
        configurations = (
            scope.content.configurations
            if area is None
            else scope.content.areas[area].configurations
        )
        account: Account = configurations.account
        effective = scope.effective[area]
        if "required_level" in written.data and account.required_level is not None:
            place = written.places.value("required_level")
            yield place, "level", account.required_level, effective.levels, None
        if "required_status" in written.data:
            place = written.places.value("required_status")
            yield place, "status", account.required_status, {INIT, *effective.statuses}, None


def _entity_names(scope: Scope) -> Iterator[_Named]:
    for entity in scope.entities("templates"):
        layout = getattr(entity.record, "layout", None)
        if layout is not None:
            place = entity.places.value("layout")
            yield place, "layout", layout, scope.content.layouts, str(entity.reference)
    for area, layer in scope.layers.items():
        for label, entity in layer.levels.items():
            yield from _field_names(entity, scope.effective[area].levels[label])


def _field_names(written: Entity[Any], effective: Entity[Any]) -> Iterator[_Named]:
    known = getattr(effective.record, "fields", {})
    for text in written.locales.values():
        for name in text.fields or ():
            yield text.places.key("fields", name), "field", name, known, str(written.reference)


def unmatched_pattern(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A pattern that chooses the texts of an area matches none.

    **Why** The area lacks the texts that were meant, and nothing else says so.

    **Bad** (the texts are `deposit.termsNotice`, `deposit.cardNotice`)

    ```yaml
    content: {texts: [deposits.*]}
    ```

    **Good**

    ```yaml
    content: {texts: [deposit.*]}
    ```

    **Not flagged** An area without `texts`, which shows all of them.
    """
    for name, area in scope.content.areas.items():
        labels = scope.effective[name].texts
        for index, pattern in enumerate(area.record.record.content.texts or ()):
            if not any(fnmatchcase(label, pattern) for label in labels):
                yield rule.at(
                    area.record.places.value("content", "texts", index),
                    f"no text matches `{pattern}`",
                    hint=did_you_mean(pattern, {f"{one.partition('.')[0]}.*" for one in labels}),
                    entity=str(area.record.reference),
                )


def unpublished_language(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An area chooses a language that is not enabled.

    **Why** Only enabled languages are published, so visitors of the area cannot choose it.

    **Bad** (`enabled: [en, es]`)

    ```yaml
    content: {languages: [en, es, ru]}
    ```

    **Good** Enable the language, or leave it out.

    ```yaml
    content: {languages: [en, es]}
    ```

    **Not flagged** An area without `languages`, which shows all that are enabled.
    """
    languages = scope.content.languages
    for area in scope.content.areas.values() if languages.readable else ():
        for index, locale in enumerate(area.record.record.content.languages or ()):
            if locale not in scope.enabled:
                yield rule.at(
                    area.record.places.value("content", "languages", index),
                    f"`{locale}` is not enabled, so `{area.record.label}` does not show it",
                    hint=f"add `{locale}` to `enabled` in `{languages.places.path}`, "
                    "or take it out here",
                    entity=str(area.record.reference),
                )
