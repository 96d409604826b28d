"""Whether translations hold: the rules of `check`, run on a content that has nothing else in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from compiler.base.finding import Finding, Severity
from compiler.base.place import Places
from compiler.base.spots import Route
from compiler.base.values import with_value
from compiler.model.catalogue import Catalogue, CatalogueEntries, Message
from compiler.model.content import Content, Layer
from compiler.model.entity import Entity
from compiler.model.languages import Languages
from compiler.model.localised import Localisation
from compiler.read.po_file import PoEntry
from compiler.rules.check import Check, Scope, Senses
from compiler.rules.levels import Levels
from compiler.rules.table import CHECKS
from compiler.translate.task import EntityTarget, StringTarget, Task

_STANDING = frozenset(
    {
        "missing-translation",
        "incomplete-language",
        "orphaned-entry",
        "stale",
        "fuzzy",
        "unreviewed",
        "unstamped",
        "unknown-anchor",
        "plural-forms-header",
        "clashing-key",
    }
)
"""Rules by language that do not judge the words: how an entry stands, what is around it."""

_RENDERED = frozenset(
    {
        "invalid-template",
        "unportable-template",
        "unescaped-variable",
        "undeclared-variable",
        "failed-rendering",
        "leaking-rendering",
        "lost-variable",
        "added-variable",
        "broken-line",
        "invalid-properties",
        "missing-title",
    }
)
"""Rules that judge a translation, too, but look at all languages together."""

MATTERS_OF_STYLE = frozenset(
    {
        "end-punctuation",
        "double-space",
        "outer-whitespace",
        "repeated-word",
        "inconsistent-translation",
        "reused-translation",
        "unbalanced-quotes",
        "inexpressible-message",
        "skipped-heading",
        "literal-markup",
        "removed-markup",
        "missing-alt",
        "needless-unicode",
        "glossary-term",
        "changed-line-breaks",
        "changed-list",
    }
)
"""Warnings that a second answer may mend, and with which a translation is taken in the end."""

JUDGES: tuple[Check, ...] = tuple(
    check
    for check in CHECKS
    if (check.by_locale and check.rule.id not in _STANDING) or check.rule.id in _RENDERED
)


@dataclass(frozen=True, slots=True)
class Made:
    """A translation put together: of a string its texts, of an entity its values by route."""

    task: Task
    texts: tuple[str, ...] = ()
    values: Mapping[Route, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges translations; ``senses`` render templates, ``only_errors`` lets warnings pass."""

    scope: Scope
    senses: Senses = field(default_factory=Senses)
    only_errors: bool = False

    def findings(self, made: Sequence[Made]) -> dict[str, list[Finding]]:
        """Return what speaks against translations, by the name of their task.

        Those of different languages are judged apart, as each has a content of its own.
        """
        found: dict[str, list[Finding]] = {one.task.name: [] for one in made}
        for locale in dict.fromkeys(one.task.locale for one in made):
            for some in _apart([one for one in made if one.task.locale == locale]):
                for finding in self._found(locale, some):
                    name = f"{finding.entity}@{finding.locale}"
                    if name in found:
                        found[name].append(finding)
        return found

    def _found(self, locale: str, made: Sequence[Made]) -> Iterable[Finding]:
        content = _content(self.scope.content, locale, made)
        scope = Scope(content, self.scope.settings, self.scope.gate, senses=self.senses)
        known = {check.rule.id: check.rule for check in CHECKS}
        levels = Levels(self.scope.settings.rules, known, Places(""))
        for check in JUDGES:
            for one in check.findings(scope):
                weighed = levels.weigh(one)
                if weighed is not None and self._speaks_against(weighed):
                    yield weighed

    def _speaks_against(self, finding: Finding) -> bool:
        if finding.severity is Severity.ERROR:
            return True
        return finding.severity is Severity.WARNING and not self.only_errors


def is_style(findings: Iterable[Finding]) -> bool:
    """Tell whether findings are such that a translation is taken nevertheless."""
    return all(
        one.severity is not Severity.ERROR and one.rule in MATTERS_OF_STYLE for one in findings
    )


def _apart(made: Sequence[Made]) -> list[list[Made]]:
    """Part translations so that no two are of one entry: an area may have another of a name."""
    groups: list[list[Made]] = []
    for one in made:
        for group in groups:
            if all(other.task.name != one.task.name for other in group):
                group.append(one)
                break
        else:
            groups.append([one])
    return groups


def _content(content: Content, locale: str, made: Sequence[Made]) -> Content:
    source = content.languages.source
    languages = Languages(
        source=source,
        active=(source, locale),
        enabled=(source, locale),
        chains={tag: content.languages.chain(tag) for tag in (source, locale)},
        places=content.languages.places,
    )
    catalogues: dict[tuple[str, str], Catalogue] = {}
    entities: dict[str, dict[str, Entity[Any]]] = {}
    strings: dict[str, list[Made]] = {}
    for one in made:
        target = one.task.target
        if isinstance(target, StringTarget):
            strings.setdefault(target.namespace, []).append(one)
        else:
            entity = _entity(target, source, locale, one.values)
            entities.setdefault(str(entity.kind), {})[entity.label] = entity
    for namespace, some in strings.items():
        catalogues[namespace, source] = _catalogue(namespace, source, some, of_source=True)
        catalogues[namespace, locale] = _catalogue(namespace, locale, some, of_source=False)
    kinds: dict[str, Any] = entities
    shared = replace(Layer(), catalogues=catalogues, **kinds)
    return replace(content, languages=languages, shared=shared, areas={}, consumers=())


def _catalogue(namespace: str, locale: str, made: Sequence[Made], *, of_source: bool) -> Catalogue:
    messages = {}
    header = None
    for one in made:
        target = one.task.target
        if not isinstance(target, StringTarget):
            continue
        header = target.plural_forms
        source = target.source
        messages[source.label] = source if of_source else _message(target, one.texts)
    entries = CatalogueEntries(messages, None if of_source else header)
    return Catalogue(namespace, locale, f"{namespace}/{locale}.po", lambda: entries)


def _message(target: StringTarget, texts: tuple[str, ...]) -> Message:
    source = target.source
    flags = source.flags if target.own is None else target.own.flags - {"fuzzy"}
    return Message(
        source.label,
        source.source,
        texts,
        PoEntry(source.source, texts, source.label, source.source_plural),
        source.source_plural,
        flags,
    )


def _entity(
    target: EntityTarget, source: str, locale: str, values: Mapping[Route, Any]
) -> Entity[Any]:
    base = target.effective
    made = localisation_of(target.own, values)
    return replace(base, area=None, locales={source: base.locales[source], locale: made})


def localisation_of(own: Localisation | None, values: Mapping[Route, Any]) -> Localisation:
    """Return what a language says with values put in their places."""
    data: dict[str, Any] = {}
    if own is not None:
        data = {**own.own(), "descriptions": dict(own.descriptions)}
    for route, value in values.items():
        data = with_value(data, route, value)
    return Localisation(
        Places("") if own is None else own.places,
        title=data.get("title"),
        description=data.get("description"),
        properties=data.get("properties"),
        fields=data.get("fields"),
        descriptions=data.get("descriptions") or {},
    )
