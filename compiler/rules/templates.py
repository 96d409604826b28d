"""Rules about templates of messages: placeholders, variables, samples."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.base.suggest import did_you_mean
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.rules.check import Scope
from compiler.rules.wording import in_area
from compiler.templating.placeholders import Asked, asked


@dataclass(frozen=True, slots=True)
class Part:
    """The subject or body of a template in one language, and what it asks for.

    ``exact`` where ``place`` is the line of the fault, not that on which the text begins.
    """

    written: Entity[Any]
    effective: Entity[Any]
    locale: str
    place: Place
    asked: Asked
    exact: bool = False


_HINTS = {
    "unexpected end of template, expected 'end of print statement'.": "close it with `}}`",
    "unexpected '}'": "close it with `}}`",
    "unexpected end of template, expected 'end of statement block'.": "close it with `%}`",
}
"""What to do about the commonest faults that Jinja names."""


def invalid_template(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """The subject, body or layout of a template cannot be understood by Jinja.

    **Why** The mailer could not render it, and nobody would get the message.

    **Bad**

    ```yaml
    description: Hello {{ name }, welcome!
    ```

    **Good**

    ```yaml
    description: Hello {{ name }}, welcome!
    ```

    **Not flagged** Single braces, which are plain text.
    """
    for part in scope.once(template_parts):
        if part.asked.fault is not None:
            line = part.asked.line
            within = f" in its line {line}" if line > 1 and not part.exact else ""
            yield rule.at(
                part.place,
                f"this cannot be understood{within}: {part.asked.fault}",
                hint=_HINTS.get(part.asked.fault),
                entity=str(part.written.reference),
                locale=part.locale,
            )
    for layout in scope.content.layouts.values():
        got = asked(layout.text)
        if got.fault is not None:
            yield rule.at(
                Place(layout.path, got.line),
                f"this layout cannot be understood: {got.fault}",
                hint=_HINTS.get(got.fault),
            )


def undeclared_variable(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A template uses a variable that its `variables` do not declare.

    **Why** Nobody passes it, and the customer reads a gap.

    **Bad**

    ```yaml
    variables: {type: object, properties: {first_name: {type: string}}}
    locales: {en: {description: "Hello {{ firstname }}"}}
    ```

    **Good**

    ```yaml
    locales: {en: {description: "Hello {{ first_name }}"}}
    ```

    **Not flagged** Names that the template sets itself; layouts.
    """
    for part in scope.once(template_parts):
        known = _declared(part.effective)
        for name in sorted(part.asked.variables - known if known is not None else ()):
            yield rule.at(
                part.place,
                f"`{name}` is not among the variables of `{part.effective.label}`"
                f"{in_area(part.written.area)}",
                hint=did_you_mean(name, known or ()) or "declare it in `variables`",
                entity=str(part.written.reference),
                locale=part.locale,
            )


def unused_variable(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A declared variable is used in no language of the template.

    **Why** The back office works it out for nothing; or it was forgotten in the text.

    **Bad**

    ```yaml
    variables: {type: object, properties: {name: {type: string}, sum: {type: number}}}
    locales: {en: {description: "Hello {{ name }}"}}
    ```

    **Good**

    ```yaml
    variables: {type: object, properties: {name: {type: string}}}
    locales: {en: {description: "Hello {{ name }}"}}
    ```

    **Not flagged** Variables that one language, an area or the layout uses.
    """
    used: dict[str, set[str]] = {}
    broken = set()
    for part in scope.once(template_parts):
        used.setdefault(part.written.label, set()).update(part.asked.variables)
        if part.asked.fault is not None:
            broken.add(part.written.label)
    for template in templates(scope):
        known = _declared(template) or frozenset()
        unused = known - used.get(template.label, set()) - _layout_variables(scope, template)
        if unused and used.get(template.label) is not None and template.label not in broken:
            for name in sorted(unused):
                yield rule.at(
                    template.places.key("variables", "properties", name),
                    f"`{name}` is used in no language",
                    entity=str(template.reference),
                )


def template_parts(scope: Scope) -> tuple[Part, ...]:
    """Return every subject and body of every template, parsed."""
    return tuple(
        part
        for area, layer in scope.layers.items()
        for label, written in layer.templates.items()
        for locale, text in written.locales.items()
        for part in _parts(written, scope.effective[area].templates[label], locale, text)
    )


def _parts(
    written: Entity[Any], effective: Entity[Any], locale: str, text: Localisation
) -> Iterator[Part]:
    for name, value in (("title", text.title), ("description", text.description)):
        if value is not None:
            got = asked(value)
            place = text.places.value(name)
            exact = place.path.endswith(".md") and name == "description"
            if got.fault is not None and exact:
                place = Place(place.path, place.line + got.line - 1)
            yield Part(written, effective, locale, place, got, exact)


def templates(scope: Scope) -> Iterator[Entity[Any]]:
    """Yield the templates that are written whole, those of areas last."""
    for template in scope.entities("templates"):
        if hasattr(template.record, "variables"):
            yield template


def _declared(template: Entity[Any]) -> frozenset[str] | None:
    """Return the names of the variables, None where the schema lists them in another way."""
    variables: Mapping[str, Any] = getattr(template.record, "variables", {})
    if {"$ref", "allOf", "anyOf", "oneOf", "patternProperties"} & set(variables):
        return None
    properties = variables.get("properties", {})
    return frozenset(properties) if isinstance(properties, Mapping) else None


def _layout_variables(scope: Scope, template: Entity[Any]) -> frozenset[str]:
    layout = scope.content.layouts.get(template.record.layout or "")
    return asked(layout.text).variables if layout is not None else frozenset()
