"""History rules about what is gone."""

from collections.abc import Iterator
from typing import Any

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.model.consumer import USED_KINDS
from compiler.model.entity import Entity
from compiler.model.reference import Kind
from compiler.model.status import INIT
from compiler.review.asked import asked_for_by_code
from compiler.review.versions import Versions


def deleted_locked_text(versions: Versions, rule: Rule) -> Iterator[Finding]:
    """A text went that was locked.

    **Why** Somebody locked it so that it stays: contracts, mails and apps lead to it.

    **Bad** `content/texts/legal/terms.yaml` is removed, and was not unlocked before.

    **Good** `locked: false` in one pull request; the removal in a later one.

    **Not flagged** A text that was unlocked already; one that was renamed (`renamed-label`).
    """
    for text in _gone(versions, Kind.TEXTS):
        if getattr(text.record, "locked", False):
            yield _about(
                rule,
                text,
                f"`{text.reference}` was locked and is gone",
                f"put it back; `clientarea unlock {text.reference}` first, and remove it later",
            )


def deleted_active_template(versions: Versions, rule: Rule) -> Iterator[Finding]:
    """A template went that was active.

    **Why** The back office may send it at any moment, and would send nothing.

    **Bad** `content/templates/account/welcome.yaml` is removed, and was `active: true`.

    **Good** `active: false` in one pull request; the removal in a later one.

    **Not flagged** A template that was not active; one that was renamed (`renamed-label`).
    """
    yield from _deleted_active(versions, rule, Kind.TEMPLATES)


def deleted_active_document(versions: Versions, rule: Rule) -> Iterator[Finding]:
    """A document went that was active.

    **Why** Visitors have its address in mails and bookmarks.

    **Bad** `content/documents/fees.yaml` is removed, and was `active: true`.

    **Good** `active: false` in one pull request; the removal in a later one.

    **Not flagged** A document that was not active.
    """
    yield from _deleted_active(versions, rule, Kind.DOCUMENTS)


def deleted_default_status(versions: Versions, rule: Rule) -> Iterator[Finding]:
    """The status of new customers went.

    **Why** Every new customer has the status `init`.

    **Bad** `content/statuses/init.yaml` is removed.

    **Good** Its texts may change, its label stays.

    **Not flagged** Any other status.
    """
    for status in _gone(versions, Kind.STATUSES):
        if status.label == INIT:
            message = f"`{status.reference}` is the status of every new customer and is gone"
            yield _about(rule, status, message, "put it back: its texts may change")


def disabled_language(versions: Versions, rule: Rule) -> Iterator[Finding]:
    """A language that visitors could choose is not enabled any more.

    **Why** Who has chosen it reads another one tomorrow, without a word.

    **Bad**

    ```yaml
    enabled: [en]  # it was [en, es]
    ```

    **Good** It stays enabled; what it lacks is shown in the language that it falls back to.

    **Not flagged** A language that was active only.
    """
    before, now = versions.before.languages, versions.now.languages
    for locale in before.enabled:
        if locale not in now.enabled and before.readable and now.readable:
            yield rule.at(
                now.places.key("enabled"),
                f"visitors could choose `{locale}` and cannot any more",
                hint=f"put `{locale}` back into `enabled`, or let it pass by a waiver",
                entity=f"{Kind.LANGUAGES}/{locale}",
            )


def removed_consumed_key(versions: Versions, rule: Rule) -> Iterator[Finding]:
    """A string went that a living version of an application asks for.

    **Why** Who has that version installed reads the label in place of the text.

    **Bad** `content/consumers/shop/4.2.json` names `checkout.pay`, and no catalogue has it now.

    **Good** The string stays until that version is gone; its file in `content/consumers/` goes with
    it.

    **Not flagged** A string that was not there before either.
    """
    for consumer in versions.now.consumers:
        for namespace, labels in consumer.keys.items():
            for index, label in enumerate(labels):
                name = f"{Kind.TRANSLATIONS}/{namespace}:{label}"
                if name in versions.gone_strings:
                    yield rule.at(
                        consumer.places.value("keys", namespace, index),
                        f"`{name}` is gone, and version {consumer.version} of "
                        f"`{consumer.application}` asks for it",
                        hint="put it back until that version is gone",
                        entity=name,
                    )


def deleted_used_entry(versions: Versions, rule: Rule) -> Iterator[Finding]:
    """An entry went that an application asks for: a living version of it, or its code.

    A text, template, level, status, banner or document that a file in `content/consumers/` names;
    a string that the code asks for which `code` of `clientarea.yaml` names, also where it was
    renamed. Code is read only where a string went, and by `clientarea[code]`.

    **Why** Who uses that application sees the label, or nothing, in its place.

    **Bad** `content/consumers/shop/4.2.json` names `texts/legal.terms`, which is removed;
    `src/pay.ts` has `t("checkout.pay")`, which is removed.

    **Good** It stays until that version is gone; its file in `content/consumers/` goes with it. A
    string goes with or after the last line of code that asks for it; `clientarea rename --code`
    renames it there, too.

    **Not flagged** An entry that was not there before either; strings that only a consumer names
    (`removed-consumed-key`); keys that code puts together (`deleted-computed-key`).
    """
    yield from asked_for_by_code(versions, rule)
    gone = {str(one.reference) for kind in _USED for one in _gone(versions, kind)}
    for consumer in versions.now.consumers:
        for index, name in enumerate(consumer.entries):
            if name in gone:
                yield rule.at(
                    consumer.places.value("entries", index),
                    f"`{name}` is gone, and version {consumer.version} of "
                    f"`{consumer.application}` asks for it",
                    hint="put it back until that version is gone",
                    entity=name,
                )


_USED = tuple(map(Kind, USED_KINDS))


def _gone(versions: Versions, kind: Kind) -> Iterator[Entity[Any]]:
    """Yield shared entities of a kind that went, those aside that were only renamed."""
    for pair in versions.shared(kind):
        gone = pair.before
        if gone is None or pair.now is not None or gone.places.path in versions.paths:
            continue
        if str(gone.reference) not in versions.renamed:
            yield gone


def _deleted_active(versions: Versions, rule: Rule, kind: Kind) -> Iterator[Finding]:
    for entity in _gone(versions, kind):
        if getattr(entity.record, "active", False):
            yield _about(
                rule,
                entity,
                f"`{entity.reference}` was active and is gone",
                f"put it back; `clientarea deactivate {entity.reference}` first, and remove it "
                "later",
            )


def _about(rule: Rule, gone: Entity[Any], message: str, hint: str) -> Finding:
    """Make a finding at a file that is gone."""
    reference = str(gone.reference)
    return rule.at(Place(gone.places.path), message, hint=hint, entity=reference)
