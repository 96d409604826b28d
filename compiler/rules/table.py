"""The table of checks: every rule of this room, with the function that finds it."""

from compiler.base.finding import Severity
from compiler.base.rule import Rule
from compiler.rules import (
    about,
    areas,
    assets,
    banners,
    completeness,
    configuration,
    currency,
    documents,
    labels,
    languages,
    orphans,
    overlays,
    references,
    samples,
    sources,
    templates,
    texts,
)
from compiler.rules.check import Check, check
from compiler.rules.messages import outputs, plurals, syntax

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

CHECKS: tuple[Check, ...] = (
    check("label-style", _WARNING, labels.label_style),
    check("similar-labels", _WARNING, labels.similar_labels),
    check("unknown-locale", _ERROR, languages.unknown_locale),
    check("source-not-active", _ERROR, languages.source_not_active),
    check("enabled-not-active", _ERROR, languages.enabled_not_active),
    check("nothing-enabled", _WARNING, languages.nothing_enabled),
    check("duplicate-locale", _WARNING, languages.duplicate_locale),
    check("inactive-fallback", _WARNING, languages.inactive_fallback),
    check("inactive-locale", _WARNING, orphans.inactive_locale),
    check("missing-translation", _ERROR, completeness.missing_translation),
    check("incomplete-language", _INFO, completeness.incomplete_language),
    check("missing-source", _ERROR, sources.missing_source),
    check("missing-title", _ERROR, sources.missing_title),
    check("orphaned-entry", _WARNING, orphans.orphaned_entry),
    check("stale", _WARNING, currency.stale),
    check("fuzzy", _WARNING, currency.fuzzy),
    check("unreviewed", _WARNING, currency.unreviewed),
    check("unstamped", _INFO, currency.unstamped),
    check("unknown-reference", _ERROR, references.unknown_reference),
    check("unmatched-pattern", _WARNING, references.unmatched_pattern),
    check("unpublished-language", _WARNING, references.unpublished_language),
    check("invalid-message", _ERROR, syntax.invalid_message),
    check("lost-placeholder", _WARNING, syntax.lost_placeholder),
    check("added-placeholder", _ERROR, syntax.added_placeholder),
    check("missing-plural-category", _WARNING, plurals.missing_plural_category),
    check("impossible-plural-category", _WARNING, plurals.impossible_plural_category),
    check("inexpressible-message", _WARNING, outputs.inexpressible_message),
    check("clashing-key", _ERROR, outputs.clashing_key),
    check("invalid-properties", _ERROR, texts.invalid_properties),
    check("orphaned-property", _WARNING, orphans.orphaned_property),
    check("invalid-schema", _ERROR, samples.invalid_schema),
    check("invalid-sample", _ERROR, samples.invalid_sample),
    check("missing-sample", _WARNING, samples.missing_sample),
    check("invalid-template", _ERROR, templates.invalid_template),
    check("undeclared-variable", _ERROR, templates.undeclared_variable),
    check("unused-variable", _WARNING, templates.unused_variable),
    check("missing-slot", _ERROR, banners.missing_slot),
    check("unreadable-image", _ERROR, banners.unreadable_image),
    check("narrow-banner", _ERROR, banners.narrow_banner),
    check("inactive-banner", _INFO, banners.inactive_banner),
    check("document-source", _ERROR, documents.document_source),
    check("not-a-pdf", _ERROR, documents.not_a_pdf),
    check("duplicate-name", _ERROR, documents.duplicate_name),
    check("missing-file", _ERROR, assets.missing_file),
    check("over-budget", _WARNING, assets.over_budget),
    check("session-default", _INFO, configuration.session_default),
    check("short-refresh", _ERROR, configuration.short_refresh),
    check("empty-overlay", _WARNING, overlays.empty_overlay),
    check("overridden-source", _WARNING, overlays.overridden_source),
    check("shared-address", _WARNING, areas.shared_address),
    check("duplicate-credential", _ERROR, areas.duplicate_credential),
)

RULES: tuple[Rule, ...] = (*(one.rule for one in CHECKS), *about.RULES)
"""Every rule of this room."""
