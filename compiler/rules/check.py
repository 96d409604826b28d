"""A check: a rule and the function that finds it; and the scope that all of them look at. Pure."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from compiler.base.finding import Finding, Severity
from compiler.base.gate import Gate
from compiler.base.place import Place
from compiler.base.rule import Rule, documented
from compiler.channels.agreements.trials import Press
from compiler.images.direct import DirectWork
from compiler.images.work import ImageWork
from compiler.model.catalogue import Catalogue, Message
from compiler.model.content import Content, Layer
from compiler.model.entity import Entity
from compiler.model.overlay import ENTITY_KINDS, effective_layer
from compiler.ports.pdf_facts import Inspect
from compiler.secrets.clean import CleanFiles, NothingKnown
from compiler.settings import Settings
from compiler.templating.trials import Renderer
from compiler.templating.unbounded import UnboundedRenderer

T = TypeVar("T")


@dataclass(frozen=True)
class Senses:
    """What rules see by: images, PDFs, what comes of templates and agreements, which day it is.

    ``clean`` knows files without secrets. Without ``inspect`` nobody opens a PDF, without ``press``
    nobody prints an agreement, without ``today`` nothing has come to its day.
    """

    images: ImageWork = field(default_factory=DirectWork)
    inspect: Inspect | None = None
    renderer: Renderer = field(default_factory=UnboundedRenderer)
    press: Press | None = None
    today: dt.date | None = None
    clean: CleanFiles = field(default_factory=NothingKnown)


@dataclass(frozen=True, eq=False)
class Scope:
    """What a check looks at: the content, the settings, the gate; and what many of them ask.

    ``area`` stands for the name of an area, or None for the content that all areas share. With
    ``locales_only`` only those languages are looked at, so that the work can be shared out; with
    ``part`` only that part of what is written. ``senses`` tells what lies outside of it.
    """

    content: Content
    settings: Settings
    gate: Gate
    locales_only: frozenset[str] | None = None
    senses: Senses = field(default_factory=Senses)
    part: Mapping[str | None, Layer] | None = None
    _known: dict[Callable[["Scope"], Any], Any] = field(default_factory=dict, init=False)

    def once(self, compute: Callable[["Scope"], T]) -> T:
        """Return what ``compute`` makes of this scope, computed for the first check that asks."""
        if compute not in self._known:
            self._known[compute] = compute(self)
        result: T = self._known[compute]
        return result

    @cached_property
    def layers(self) -> dict[str | None, Layer]:
        """The content as it is written: what all areas share, and what each says differently."""
        return self._written if self.part is None else dict(self.part)

    @cached_property
    def _written(self) -> dict[str | None, Layer]:
        found: dict[str | None, Layer] = {None: self.content.shared}
        found.update({name: area.overlay for name, area in self.content.areas.items()})
        return found

    @cached_property
    def effective(self) -> dict[str | None, Layer]:
        """The content as each area gets it, its differences laid over what is shared."""
        return {area: effective_layer(self.content, area) for area in self._written}

    @cached_property
    def enabled(self) -> frozenset[str]:
        """The locales that a visitor may choose."""
        return frozenset(self.content.languages.enabled)

    def locales(self, area: str | None) -> tuple[str, ...]:
        """Return the active locales of an area that are looked at, in the author's order."""
        active = tuple(
            tag
            for tag in self.content.languages.active
            if self.locales_only is None or tag in self.locales_only
        )
        if area is None:
            return active
        chosen = self.content.areas[area].record.record.content.languages
        return active if chosen is None else tuple(tag for tag in active if tag in chosen)

    def entities(self, *kinds: str) -> Iterator[Entity[Any]]:
        """Yield entities of some or all kinds as they are written: those of areas last."""
        for layer in self.layers.values():
            for kind in kinds or ENTITY_KINDS:
                yield from getattr(layer, kind).values()

    def catalogues(self) -> Iterator[tuple[str | None, Catalogue]]:
        """Yield every catalogue that is looked at as it is written, with its area."""
        for area, layer in self.layers.items():
            for catalogue in layer.catalogues.values():
                if self.locales_only is None or catalogue.locale in self.locales_only:
                    yield area, catalogue

    def labels(self) -> Iterator[tuple[Catalogue, Message]]:
        """Yield each string once for every catalogue of the source locale that declares it."""
        for layer in self.layers.values():
            for catalogue in layer.catalogues.values():
                if catalogue.locale == self.content.languages.source:
                    for message in catalogue.messages.values():
                        yield catalogue, message

    def locale_place(self, locale: str) -> Place:
        """Return where languages.yaml lists an active locale, in `enabled` if it stands there."""
        languages = self.content.languages
        name, listed = (
            ("enabled", languages.enabled)
            if locale in languages.enabled
            else ("active", languages.active)
        )
        return languages.places.value(name, list(listed).index(locale))


CheckFunction = Callable[[Scope, Rule], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule with the function that finds it.

    One ``by_locale`` finds the same whether languages are looked at together or one by one. One
    ``by_text`` that does finds the same whether texts are looked at together, one by one, or apart
    from everything else; one ``by_template`` the same of templates.
    """

    rule: Rule
    run: CheckFunction
    by_locale: bool = False
    by_text: bool = False
    by_template: bool = False

    def findings(self, scope: Scope) -> Iterable[Finding]:
        """Return what the check has to say about a scope."""
        return self.run(scope, self.rule)


def check(rule_id: str, severity: Severity, run: CheckFunction, *, fixable: bool = False) -> Check:
    """Make a line of the table; the page of the rule is the docstring of its function."""
    return Check(documented(rule_id, severity, run, fixable=fixable), run)


def language_check(
    rule_id: str,
    severity: Severity,
    run: CheckFunction,
    *,
    fixable: bool = False,
    by_text: bool = True,
) -> Check:
    """Make a line of the table for a check that looks at one language and the source at a time."""
    rule = documented(rule_id, severity, run, fixable=fixable)
    return Check(rule, run, by_locale=True, by_text=by_text)


def template_check(rule_id: str, severity: Severity, run: CheckFunction) -> Check:
    """Make a line of the table for a check that looks at one template at a time."""
    return Check(documented(rule_id, severity, run), run, by_template=True)


def together(first: CheckFunction, *others: CheckFunction) -> CheckFunction:
    """Return what finds all that several functions find; the page is the first one's docstring."""

    def run(scope: Scope, rule: Rule) -> Iterator[Finding]:
        for one in (first, *others):
            yield from one(scope, rule)

    run.__doc__ = first.__doc__
    return run
