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
            faults = {
                locale: check(_together(scope, effective, locale))
                for locale in tuple(written.locales) or ("",)
            }
            everywhere = set.intersection(*map(set, faults.values()))
            for locale, fault in ((one, fault) for one in faults for fault in faults[one]):
                speaker = _speaker(scope, written, locale, fault)
                if speaker is None and fault not in everywhere and locale in written.locales:
                    place, speaker = _of_language(written.locales[locale]), locale
                else:
                    place = _place(written, effective, speaker, fault)
                if (place, fault.message) not in said:
                    said.add((place, fault.message))
                    yield rule.at(
                        place,
                        f"this does not fit the schema of `{schema.prefix}`: {fault.message}",
                        hint=f"the schema is `{schema.path}`",
                        entity=str(written.reference),
                        locale=speaker,
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


def _speaker(scope: Scope, entity: Entity[Any], locale: str, fault: Violation) -> str | None:
    """Return which language says itself what is at fault: this one, or one it falls back to."""
    chain = scope.content.languages.chain(locale).all if locale else ()
    for one in (locale, *chain):
        text = entity.locales.get(one)
        if text is not None and fault.route and text.places.has("properties", *fault.route):
            return one
    return None


def _of_language(text: Localisation) -> Place:
    """Return where a language says its properties, or would."""
    return text.places.value("properties") if text.places.has("properties") else text.places.value()


def _place(
    written: Entity[Any], effective: Entity[Any], speaker: str | None, fault: Violation
) -> Place:
    if speaker is not None:
        return written.locales[speaker].places.value("properties", *fault.route)
    if fault.route or effective.places.has("properties"):
        return effective.places.value("properties", *fault.route)
    return effective.places.value()
