"""Runs every check on content and settles what its author silenced, let pass, or set otherwise."""

import datetime as dt
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from compiler.base.finding import Finding, Severity, in_source_order
from compiler.base.gate import Gate
from compiler.base.place import Places
from compiler.base.project_file import PROJECT_FILE
from compiler.base.rule import Rule
from compiler.model.content import Content, Layer
from compiler.model.overlay import ENTITY_KINDS
from compiler.model.reference import Kind
from compiler.model.waiver import Waiver
from compiler.read.document import Suppression
from compiler.read.rules import RULES as READ_RULES
from compiler.rules.check import Check, Scope, Senses
from compiler.rules.discretion import discreet
from compiler.rules.levels import Levels
from compiler.rules.silence import Flag, Silencer, flags_of
from compiler.rules.table import CHECKS
from compiler.rules.waiving import Waiving
from compiler.settings import Settings


@dataclass(frozen=True, slots=True)
class Verdict:
    """All findings in source order; how many entries there are, and how many active locales."""

    findings: tuple[Finding, ...]
    entities: int
    locales: int


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found, nothing weighed or silenced yet, and the flags that ask for silence."""

    findings: tuple[Finding, ...]
    flags: tuple[Flag, ...] = ()


def examine(
    content: Content,
    settings: Settings,
    gate: Gate,
    locales: Collection[str] | None = None,
    senses: Senses | None = None,
) -> Examined:
    """Return what every check finds, and what was wrong with the form of catalogues.

    With ``locales`` only what is found by looking at those languages one by one: a share of the
    work. `examine_rest` is then what remains.
    """
    only = None if locales is None else frozenset(locales)
    scope = Scope(content, settings, gate, only, senses or Senses())
    checks = [check for check in CHECKS if only is None or check.by_locale]
    of_form = _of_form(scope)
    return Examined((*of_form.findings, *_found(scope, checks)), of_form.flags)


def examine_part(
    content: Content,
    settings: Settings,
    gate: Gate,
    locale: str,
    part: Mapping[str | None, Layer],
) -> Examined:
    """Return what is found in a language by looking at a part of what is written, by area.

    The parts are texts and everything else. `examine_whole` is then what remains.
    """
    scope = Scope(content, settings, gate, frozenset([locale]), part=part)
    of_form = _of_form(scope)
    checks = [check for check in CHECKS if check.by_locale and check.by_text]
    return Examined((*of_form.findings, *_found(scope, checks)), of_form.flags)


def examine_whole(content: Content, settings: Settings, gate: Gate, locale: str) -> Examined:
    """Return what those checks of a language find that look at texts and all else together."""
    scope = Scope(content, settings, gate, frozenset([locale]))
    return Examined(tuple(_found(scope, (check for check in CHECKS if check.rule.id in OF_WHOLE))))


OF_WHOLE = frozenset(check.rule.id for check in CHECKS if check.by_locale and not check.by_text)
"""The rules of `examine_whole`."""


def _of_form(scope: Scope) -> Examined:
    """Return what was wrong with the form of catalogues, and their flags."""
    catalogues = [catalogue for _, catalogue in scope.catalogues()]
    source = scope.content.languages.source
    return Examined(
        tuple(finding for one in catalogues for finding in one.entries.findings),
        tuple(flag for one in catalogues for flag in flags_of(one, source)),
    )


def examine_rest(
    content: Content, settings: Settings, gate: Gate, senses: Senses | None = None
) -> Examined:
    """Return what those checks find that look at all languages, or at none, and not by template."""
    checks = [check for check in CHECKS if not check.by_locale and not check.by_template]
    scope = Scope(content, settings, gate, senses=senses or Senses())
    return Examined(tuple(_found(scope, checks)))


def examine_templates(
    content: Content,
    settings: Settings,
    gate: Gate,
    labels: Container[str],
    senses: Senses | None = None,
) -> Examined:
    """Return what those checks find that look at one template at a time, of some of them."""
    part = {
        area: Layer(templates={name: one for name, one in all_.items() if name in labels})
        for area, all_ in _templates(content).items()
    }
    checks = [check for check in CHECKS if check.by_template]
    scope = Scope(content, settings, gate, senses=senses or Senses(), part=part)
    return Examined(tuple(_found(scope, checks)))


def _templates(content: Content) -> dict[str | None, Mapping[str, Any]]:
    found: dict[str | None, Mapping[str, Any]] = {None: content.shared.templates}
    return found | {name: area.overlay.templates for name, area in content.areas.items()}


def _found(scope: Scope, checks: Iterable[Check]) -> Iterator[Finding]:
    return _said_once(one for check in checks for one in check.findings(scope))


@dataclass(frozen=True, slots=True)
class Orders:
    """What the author has ordered: rules set otherwise, warnings silenced, errors let pass.

    ``settings_places`` are those of clientarea.yaml; ``known_rules`` are all rules by id. Those
    ``on_request`` find something only where they were ``asked``: history rules, those about links.
    """

    settings: Settings
    suppressions: Sequence[Suppression]
    flags: Sequence[Flag]
    waivers: Sequence[Waiver]
    today: dt.date
    known_rules: Mapping[str, Rule]
    settings_places: Places = field(default_factory=lambda: Places(PROJECT_FILE))
    on_request: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()


def settle(content: Content, found: Iterable[Finding], orders: Orders) -> Verdict:
    """Return the verdict about content, from what loading and the checks have found.

    In this order: settings change what rules weigh, languages that are not enabled weigh at most a
    warning, comments and flags silence warnings, waivers let errors pass until a day.
    """
    found = discreet(tuple(found))
    levels = Levels(orders.settings.rules, orders.known_rules, orders.settings_places)
    weighed = [_capped(content, one) for one in map(levels.weigh, found) if one is not None]
    unasked = orders.on_request - orders.asked
    silencer = Silencer(
        orders.suppressions, orders.flags, orders.known_rules, unasked | _off(orders.settings)
    )
    heard = [one for one in weighed if not silencer.silences(one)]
    waivable = _WAIVABLE | orders.on_request
    waiving = Waiving(
        orders.waivers,
        orders.today,
        known=orders.known_rules,
        waivable=waivable,
        unasked=unasked,
        met=frozenset((one.rule, one.entity) for one in found),
    )
    passed = [waiving.settle(one) for one in heard]
    said = [*levels.findings(), *silencer.findings(), *waiving.findings()]
    if _has_unread(found, orders.known_rules, waivable):
        said = [replace(one, fixes=()) for one in said]
    about_tool = [one for one in map(levels.weigh, said) if one is not None]
    return Verdict(
        findings=tuple(in_source_order([*passed, *about_tool])),
        entities=count_entries(content),
        locales=len(content.languages.active),
    )


_WAIVABLE = frozenset(check.rule.id for check in CHECKS)
_ALWAYS = frozenset(rule.id for rule in READ_RULES)


def _off(settings: Settings) -> frozenset[str]:
    return frozenset(rule for rule, level in settings.rules.items() if level == "off")


def _has_unread(
    found: Iterable[Finding], known: Mapping[str, Rule], waivable: frozenset[str]
) -> bool:
    """Tell whether a part of the content is not there, and so what there is to say about it."""
    return any(
        one.rule not in waivable and known[one.rule].severity is Severity.ERROR for one in found
    )


def _said_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out what is said again of another form or branch of the same string."""
    said: set[tuple[str, str, str | None, str | None, str]] = set()
    for one in findings:
        key = (one.place.path, one.rule, one.entity, one.locale, one.message)
        if one.entity is None or not one.entity.startswith(_STRINGS) or key not in said:
            said.add(key)
            yield one


_STRINGS = f"{Kind.TRANSLATIONS}/"


def _capped(content: Content, finding: Finding) -> Finding:
    """Make an error in a language that is not enabled a warning; a file must be readable anyway."""
    if finding.severity is not Severity.ERROR or finding.rule in _ALWAYS:
        return finding
    if not content.languages.readable or finding.locale in (None, *content.languages.enabled):
        return finding
    return replace(finding, severity=Severity.WARNING)


def count_entries(content: Content) -> int:
    """Count each entry once, however many areas vary it: a string is one, a text is one."""
    strings = {
        (catalogue.namespace, label)
        for catalogue in content.catalogues()
        if catalogue.locale == content.languages.source
        for label in catalogue.messages
    }
    entities = {
        (kind, label)
        for layer in content.layers()
        for kind in ENTITY_KINDS
        for label in getattr(layer, kind)
    }
    return len(strings) + len(entities) + len(content.areas) + len(content.owners)
