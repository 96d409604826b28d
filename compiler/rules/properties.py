"""Rules about properties that a language has otherwise than its source language."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.base.spots import Route
from compiler.base.suggest import nearest
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.model.overlay import merge_patch
from compiler.rules.check import Scope
from compiler.rules.richtext.pieces import localised


def orphaned_property(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation has a property that the source language does not have.

    **Why** It is misspelt, or left from an older version; the application looks for the other name.

    **Bad**

    ```yaml
    locales:
      en: {properties: {button: Pay}}
      es: {properties: {buton: Pagar}}
    ```

    **Good**

    ```yaml
      es: {properties: {button: Pagar}}
    ```

    **Not flagged** Properties that stand above the languages and hold for all of them.
    """
    for found in scope.once(_differences):
        if found.orphaned is not None:
            near = nearest(found.orphaned, found.known)
            yield rule.at(
                found.text.places.key("properties", *found.route),
                f"`{found.tongue}` has no property `{_named(found.route)}`",
                hint=f"did you mean `{near}`?" if near else None,
                entity=str(found.entity.reference),
                locale=found.locale,
            )


def mistyped_property(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation has a property of another type than the source language.

    **Why** The application expects what the source language has: it stops, or shows `3` steps as
    the letter.

    **Bad**

    ```yaml
    locales:
      en: {properties: {steps: 3, hints: [Sign up, Pay]}}
      es: {properties: {steps: "3", hints: Regístrese}}
    ```

    **Good**

    ```yaml
      es: {properties: {steps: 3, hints: [Regístrese, Pague]}}
    ```

    **Not flagged** Lists of another length; `null`, which takes a property away.
    """
    for found in scope.once(_differences):
        if found.types is not None:
            own, source = found.types
            yield rule.at(
                found.text.places.value("properties", *found.route),
                f"`{_named(found.route)}` is {own} here, and {source} in `{found.tongue}`",
                hint=f"write {source}",
                entity=str(found.entity.reference),
                locale=found.locale,
            )


class _Difference(NamedTuple):
    """A property, by the way to it below `properties`, that the source language has not, or not so.

    ``orphaned`` is the name that is not ``known`` there; ``types`` what the value is, and what it
    is in the source language, ``tongue``.
    """

    entity: Entity[Any]
    locale: str
    text: Localisation
    tongue: str
    route: Route
    orphaned: str | None = None
    known: tuple[str, ...] = ()
    types: tuple[str, str] | None = None


def _differences(scope: Scope) -> tuple[_Difference, ...]:
    languages = scope.content.languages
    if not languages.readable:
        return ()
    found: list[_Difference] = []
    for entity, locale, text, beside in localised(scope):
        if beside is None or not text.properties:
            continue
        effective = getattr(scope.effective[entity.area], entity.kind)[entity.label]
        shared = getattr(effective.record, "properties", None) or {}
        source = merge_patch(shared, beside.properties or {})
        first = _Difference(entity, locale, text, languages.source, ())
        found.extend(_of_mapping(first, text.properties, source))
    return tuple(found)


def _of_mapping(
    at: _Difference, own: Mapping[str, Any], source: Mapping[str, Any]
) -> Iterator[_Difference]:
    for name, value in own.items():
        there = at._replace(route=(*at.route, name))
        if name not in source:
            yield there._replace(orphaned=name, known=tuple(source))
        else:
            yield from _of_value(there, value, source[name])


def _of_value(at: _Difference, own: Any, source: Any) -> Iterator[_Difference]:  # noqa: ANN401
    if own is None or source is None:
        return
    if _type(own) != _type(source):
        yield at._replace(types=(_type(own), _type(source)))
    elif isinstance(own, Mapping):
        yield from _of_mapping(at, own, source)
    elif isinstance(own, Sequence) and not isinstance(own, str):
        # Lists may differ in length: an item is held against the one in its place, or the last.
        for index, item in enumerate(own if source else ()):
            there = at._replace(route=(*at.route, index))
            yield from _of_value(there, item, source[min(index, len(source) - 1)])


def _type(value: Any) -> str:  # noqa: ANN401 - any JSON value but null
    for kind, name in _TYPES:
        if isinstance(value, kind):
            return name
    return "a list"


_TYPES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "true or false"),
    ((int, float), "a number"),
    (str, "a text"),
    (Mapping, "a mapping"),
)
"""In this order: true and false are numbers to Python."""


def _named(route: Route) -> str:
    return ".".join(map(str, route))
