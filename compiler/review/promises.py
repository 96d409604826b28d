"""History rules about what others rely on: labels, types, channels, variables."""

from collections.abc import Iterator, Mapping
from typing import Any

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.model.entity import Entity
from compiler.model.reference import Kind
from compiler.review.versions import Versions

_RENAMED = (Kind.TEXTS, Kind.TEMPLATES, Kind.LEVELS, Kind.STATUSES, Kind.TRANSLATIONS)
"""Kinds that applications ask for by their labels."""


def changed_level_type(versions: Versions, rule: Rule) -> Iterator[Finding]:
    """A level is of another type than it was.

    **Why** Customers who have it would be companies all at once, or persons.

    **Bad**

    ```yaml
    # it was `type: personal`
    type: business
    ```

    **Good** Another level with the other type.

    **Not flagged** A level that is new.
    """
    for pair in versions.shared(Kind.LEVELS):
        if pair.before is None or pair.now is None:
            continue
        was, now = pair.before.record.type, pair.now.record.type
        if was != now:
            yield rule.at(
                pair.now.places.value("type"),
                f"`{pair.now.reference}` was of type `{was}` and is of type `{now}` now",
                hint=f"write `type: {was}`, and make another level for `{now}`",
                entity=str(pair.now.reference),
            )


def renamed_label(versions: Versions, rule: Rule) -> Iterator[Finding]:
    """An entry has another label than it had.

    **Why** Applications ask for it by the old one, and find nothing once this is published.

    **Bad** `deposit.terms` becomes `deposit.notice`.

    **Good** The new entry beside the old one; the old one is removed when no living version of an
    application asks for it any more.

    **Not flagged** Banners and documents, which are not asked for by label.
    """
    for old, new in versions.renamed.items():
        kind = old.partition("/")[0]
        if kind in _RENAMED:
            yield rule.at(
                _place_of(versions, new),
                f"`{old}` has been renamed to `{new}`",
                hint="keep the old one, too, until no application asks for it",
                entity=old,
            )


def removed_variable(versions: Versions, rule: Rule) -> Iterator[Finding]:
    """A template has lost a variable.

    **Why** The back office passes it and may rely on it; a text that is still to be translated
    cannot use it any more.

    **Bad** `variables.properties.amount` is removed.

    **Good** It stays declared as long as the back office passes it.

    **Not flagged** Templates that were not active.
    """
    for before, now in _templates(versions):
        for name in _variables(before):
            if name not in _variables(now):
                yield rule.at(
                    now.places.key("variables"),
                    f"`{now.reference}` has lost its variable `{name}`",
                    hint="leave it declared; what is not used does no harm",
                    entity=str(now.reference),
                )


def newly_required_variable(versions: Versions, rule: Rule) -> Iterator[Finding]:
    """A template requires a variable that it did not require.

    **Why** The back office does not pass it yet: the message cannot be rendered.

    **Bad** `variables.required` has `amount`, and had not.

    **Good** First the back office passes it, then it is required.

    **Not flagged** Templates that were not active.
    """
    for before, now in _templates(versions):
        for name in _required(now):
            if name not in _required(before):
                yield rule.at(
                    now.places.value("variables", "required"),
                    f"`{now.reference}` requires `{name}`, which it did not",
                    hint="take it out of `required` until the back office passes it",
                    entity=str(now.reference),
                )


def changed_channel(versions: Versions, rule: Rule) -> Iterator[Finding]:
    """A template is of another channel than it was.

    **Why** The back office sends it as before: a mail's body would be a push message.

    **Bad**

    ```yaml
    # it was `channel: email`
    channel: push
    ```

    **Good** Another template for the other channel.

    **Not flagged** Templates that were not active.
    """
    for before, now in _templates(versions):
        if before.record.channel != now.record.channel:
            yield rule.at(
                now.places.value("channel"),
                f"`{now.reference}` was of channel `{before.record.channel}` and is of channel "
                f"`{now.record.channel}` now",
                hint="make another template for the other channel",
                entity=str(now.reference),
            )


def _place_of(versions: Versions, reference: str) -> Place:
    """Return where an entry stands now."""
    kind, _, name = reference.partition("/")
    if kind != Kind.TRANSLATIONS:
        entity: Entity[Any] = getattr(versions.now.shared, kind)[name]
        return entity.places.value()
    namespace, _, label = name.partition(":")
    source = versions.now.languages.source
    return versions.now.shared.catalogues[namespace, source].messages[label].places.label


def _templates(versions: Versions) -> Iterator[tuple[Entity[Any], Entity[Any]]]:
    """Yield templates of both versions that were active."""
    for pair in versions.shared(Kind.TEMPLATES):
        if pair.before is not None and pair.now is not None and pair.before.record.active:
            yield pair.before, pair.now


def _variables(template: Entity[Any]) -> Mapping[str, Any]:
    found = template.record.variables.get("properties")
    return found if isinstance(found, Mapping) else {}


def _required(template: Entity[Any]) -> list[str]:
    found = template.record.variables.get("required")
    return [str(one) for one in found] if isinstance(found, list) else []
