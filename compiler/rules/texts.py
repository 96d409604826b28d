"""Rules about the properties of texts and other localised content."""

from collections.abc import Callable, Iterator
from typing import Any

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.model.content import PropertiesSchema
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.model.overlay import merge_patch
from compiler.rules.check import Scope
from compiler.rules.json_schema import Violation, checker, schema_faults


def invalid_properties(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """The properties of a text do not fit the schema of their prefix.

    **Why** The application relies on that schema: an icon it does not know, a number as text.

    **Bad** (`texts/_schemas/deposit.json` allows the icons `bank` and `card`)

    ```yaml
    # texts/deposit/termsNotice.yaml
    properties: {icon: banc}
    ```

    **Good**

    ```yaml
    properties: {icon: bank}
    ```

    **Not flagged** Texts below a prefix without a schema. The properties of a language are taken
    together with those of the whole text.
    """
    said: set[tuple[Place, str]] = set()
    for area, layer in scope.layers.items():
        for label, written in layer.texts.items():
            schema = _schema(scope, label)
            if schema is None:
                continue
            check = scope.once(_checkers)[schema.prefix]
            effective = scope.effective[area].texts[label]
            for locale in tuple(written.locales) or ("",):
                properties = _together(scope, effective, locale)
                for fault in check(properties):
                    place = _place(written, effective, locale, fault)
                    if (place, fault.message) not in said:
                        said.add((place, fault.message))
                        yield rule.at(
                            place,
                            f"this does not fit the schema of `{schema.prefix}`: {fault.message}",
                            hint=f"the schema is `{schema.path}`",
                            entity=str(written.reference),
                            locale=locale if place.path and _own(written, locale, fault) else None,
                        )


def _checkers(scope: Scope) -> dict[str, Callable[[Any], tuple[Violation, ...]]]:
    """Return a check for each prefix; a schema that is none itself checks nothing."""
    return {
        prefix: (lambda _: ()) if schema_faults(one.schema) else checker(one.schema)
        for prefix, one in scope.content.properties_schemas.items()
    }


def _schema(scope: Scope, label: str) -> PropertiesSchema | None:
    """Return the schema of the longest prefix of a label."""
    prefix = label
    while prefix:
        if prefix in scope.content.properties_schemas:
            return scope.content.properties_schemas[prefix]
        prefix = prefix.rpartition(".")[0]
    return None


def _together(scope: Scope, entity: Entity[Any], locale: str) -> Any:  # noqa: ANN401 - any JSON value
    """Return the properties a visitor gets: the text's own, then those of each language down."""
    chain = scope.content.languages.chain(locale).all if locale else ()
    properties: Any = getattr(entity.record, "properties", None) or {}
    for one in (*reversed(chain), locale):
        text = entity.locales.get(one)
        if text is not None and text.properties is not None:
            properties = merge_patch(properties, text.properties)
    return properties


def _own(entity: Entity[Any], locale: str, fault: Violation) -> Localisation | None:
    """Return the language where it says itself what is at fault."""
    text = entity.locales.get(locale)
    if text is None or not fault.route or not text.places.has("properties", *fault.route):
        return None
    return text


def _place(written: Entity[Any], effective: Entity[Any], locale: str, fault: Violation) -> Place:
    text = _own(written, locale, fault)
    if text is not None:
        return text.places.value("properties", *fault.route)
    if fault.route or effective.places.has("properties"):
        return effective.places.value("properties", *fault.route)
    return effective.places.value()
