"""Rules about what languages lack of the source; their weight is the gate's."""

from collections.abc import Iterator

from compiler.base.finding import Finding, Note, Severity
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.model.catalogue import Standing
from compiler.rules.assessment import Assessment, assess_entities, is_clone
from compiler.rules.check import Scope
from compiler.rules.gates import MISSING_WEIGHT, enabled_catalogues, enabled_entities
from compiler.rules.paste import form_count, lines_to_add, message_lines
from compiler.rules.strings import CatalogueAssessment, StringAssessment, assess_strings
from compiler.rules.wording import in_area, listed, many


def missing_translation(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An enabled language lacks an entry, or a part of one, that the source language has.

    **Why** Visitors who chose that language see another one in that place. The gates `complete` and
    `reviewed` refuse it; under `draft` it is a warning, and the fallback is shown.

    **Bad** (`en` and `es` are enabled)

    ```yaml
    locales:
      en: {title: Basic, description: Confirm your phone.}
      es: {title: Básico}
    ```

    **Good**

    ```yaml
    locales:
      en: {title: Basic, description: Confirm your phone.}
      es: {title: Básico, description: Confirme su teléfono.}
    ```

    Also found: a text that is a copy of its source, marked `review: needed` or `fuzzy`, as
    `clientarea clone` makes it.

    **Not flagged** What a regional language inherits from its parent (`es-MX` from `es`); templates
    that are not active; banners and documents, which say themselves which languages they have;
    languages that are not enabled (`incomplete-language` sums them up).
    """
    weight = MISSING_WEIGHT[scope.gate]
    for found in enabled_entities(scope):
        if found.lacks:
            yield _missing_entity(scope, rule, found, weight)
    for catalogue in enabled_catalogues(scope):
        if catalogue.absent:
            yield _missing_catalogue(rule, catalogue, weight)
            continue
        for string in catalogue.of(Standing.MISSING):
            yield _missing_string(rule, catalogue, string, weight)


def _missing_entity(scope: Scope, rule: Rule, found: Assessment, weight: Severity) -> Finding:
    entity, own = found.written, found.own
    where = in_area(entity.area)
    if own is None:
        place = entity.places.key("locales")
        message = f"`{entity.reference}` is not translated into `{found.locale}`{where}"
    else:
        place = own.places.key()
        message = f"`{entity.reference}` lacks {listed(found.lacks)} in `{found.locale}`{where}"
    hint = lines_to_add(scope, found)
    source = entity.locales.get(scope.content.languages.source)
    if own is not None and source is not None and is_clone(own, source):
        message = f"`{entity.reference}` is not translated into `{found.locale}`{where}"
        hint = "it is a copy of the source text: translate it, and remove `review: needed`"
    return rule.at(
        place,
        message,
        hint=hint,
        entity=str(entity.reference),
        locale=found.locale,
        severity=weight,
    )


def _missing_catalogue(rule: Rule, catalogue: CatalogueAssessment, weight: Severity) -> Finding:
    namespace = catalogue.source.namespace
    by_hand = (
        f"copy `{catalogue.source.path}` to `{catalogue.path}`, write `Language: "
        f"{catalogue.locale}` in its header, and the translations into `msgstr`"
    )
    made = f"`clientarea sync` makes `{catalogue.path}`; then write the translations into `msgstr`"
    entries = many(catalogue.total, "entry", "entries")
    return rule.at(
        Place(catalogue.source.path),
        f"`{namespace}` has no catalogue in `{catalogue.locale}`{in_area(catalogue.area)}: "
        f"{entries} not translated",
        hint=made if catalogue.synced else by_hand,
        entity=f"translations/{namespace}",
        locale=catalogue.locale,
        severity=weight,
    )


def _missing_string(
    rule: Rule, catalogue: CatalogueAssessment, string: StringAssessment, weight: Severity
) -> Finding:
    label, own = string.source.label, string.own
    where = in_area(catalogue.area)
    message = f"`{label}` is not translated into `{catalogue.locale}`{where}"
    notes: tuple[Note, ...] = ()
    if own is None:
        place = string.source.places.label
        number = form_count(catalogue.locale, catalogue.plural_forms)
        lead = "`clientarea sync` adds it; by hand, " if catalogue.synced else ""
        hint = f"{lead}add to `{catalogue.path}`\n{message_lines(string.source, number)}"
        notes = (Note("the entry belongs here", Place(catalogue.path)),)
    else:
        empty = [index for index, text in enumerate(own.texts) if not text]
        place = own.places.texts[empty[0]] if empty and own.places.texts else own.places.label
        hint = "write the translation between the quotes"
        if own.is_clone:
            hint = "it is a copy of the source text: translate it, and remove `fuzzy`"
        if own.translated and empty:
            forms = listed(f"msgstr[{index}]" for index in empty)
            message = f"`{label}` lacks the plural form {forms} in `{catalogue.locale}`{where}"
    return rule.at(
        place,
        message,
        hint=hint,
        entity=f"translations/{catalogue.source.namespace}:{label}",
        locale=catalogue.locale,
        severity=weight,
        notes=notes,
    )


def incomplete_language(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """What a language lacks that is active, but not enabled: one remark a language, with counts.

    **Why** Such a language is being translated and is not published; this is how far it is.

    **Bad** A remark, not a fault: `ar` is active and half of the entries are missing.

    **Good** Translate what is missing, then list the language in `enabled`.

    **Not flagged** Enabled languages: there each entry is a finding of its own.
    """
    for locale in scope.locales(None):
        if locale == scope.content.languages.source or locale in scope.enabled:
            continue
        counts, total = _counts(scope, locale)
        behind = [f"{number} {name}" for name, number in counts.items() if number]
        if behind:
            yield rule.at(
                scope.locale_place(locale),
                f"of {many(total, 'entry', 'entries')}, `{locale}` has {listed(behind, quote='')}",
                hint="it is active and not enabled, so nothing of it is published",
                locale=locale,
            )


_WORDS = {
    Standing.MISSING: "missing",
    Standing.STALE: "stale",
    Standing.UNREVIEWED: "unreviewed",
}


def _counts(scope: Scope, locale: str) -> tuple[dict[str, int], int]:
    entities = [one for one in scope.once(assess_entities) if one.locale == locale and one.counted]
    catalogues = [one for one in scope.once(assess_strings) if one.locale == locale]
    counts = {
        word: sum(one.standing is standing for one in entities)
        + sum(len(one.of(standing)) for one in catalogues)
        for standing, word in _WORDS.items()
    }
    return counts, len(entities) + sum(one.assessed for one in catalogues)
