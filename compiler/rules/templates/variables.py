"""Rules about the variables of templates: declared, used, of which type, in which languages."""

from collections.abc import Iterator, Mapping
from typing import Any

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.model.entity import Entity
from compiler.rules.check import Scope
from compiler.rules.templates.issues import finding_of, found
from compiler.rules.templates.layouts import layout_findings
from compiler.rules.templates.parts import template_parts, templates
from compiler.rules.wording import in_area
from compiler.templating.issues import IssueKind
from compiler.templating.reading import read_template


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

    The keys of objects are looked at as well, as far as their `properties` are declared; and what
    the layout uses, told where the template names it.

    **Not flagged** Names that the template sets itself; the slots of layouts: `body`, `subject`,
    `preheader`, `locale`, `direction`.
    """
    for part in scope.once(template_parts):
        said = set()
        for issue in part.issues:
            if issue.kind is IssueKind.UNDECLARED and issue.message not in said:
                said.add(issue.message)
                message = (
                    f"{issue.message} is not among the variables of `{part.effective.label}`"
                    f"{in_area(part.written.area)}"
                )
                yield finding_of(scope, rule, part, issue, message)
    yield from layout_findings(scope, rule, IssueKind.UNDECLARED)


def unguarded_variable(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A variable that may have no value is used as if it had one.

    **Why** Where it is not handed over, the message cannot be rendered, and nobody gets it.

    **Bad**

    ```yaml
    variables: {type: object, properties: {name: {type: string}}}
    locales: {en: {description: "Hello {{ name }}"}}
    ```

    **Good**

    ```yaml
    variables: {type: object, properties: {name: {type: string}}, required: [name]}
    locales: {en: {description: "Hello {{ name }}"}}
    ```

    or, where it is right that it may be left out, `{% if name %}` around it, or a value instead:

    ```yaml
    locales: {en: {description: "Hello {{ name | default('customer') }}"}}
    ```

    **Not flagged** What an `if`, an `and`, an `or` or `default` has asked about; names that are
    not declared.
    """
    return found(scope, rule, IssueKind.UNGUARDED)


def mistyped_variable(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A variable is of another type than a filter, an operator or a `for` takes.

    **Why** It cannot be rendered, or it comes out as nobody has meant it.

    **Bad**

    ```yaml
    variables: {type: object, properties: {sum: {type: string}}, required: [sum]}
    locales: {en: {description: "You paid {{ sum | money('EUR') }}"}}
    ```

    **Good**

    ```yaml
    variables: {type: object, properties: {sum: {type: number}}, required: [sum]}
    locales: {en: {description: "You paid {{ sum | money('EUR') }}"}}
    ```

    **Not flagged** Variables that the schema says no type of.
    """
    return found(scope, rule, IssueKind.MISTYPED)


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
        used.setdefault(part.written.label, set()).update(part.reading.variables)
        if part.reading.fault is not None:
            broken.add(part.written.label)
    for template in templates(scope):
        known = _declared(template)
        unused = known - used.get(template.label, set()) - _layout_variables(scope, template)
        if unused and used.get(template.label) is not None and template.label not in broken:
            for name in sorted(unused):
                yield rule.at(
                    template.places.key("variables", "properties", name),
                    f"`{name}` is used in no language",
                    entity=str(template.reference),
                )


def _declared(template: Entity[Any]) -> frozenset[str]:
    """Return the names of the variables, none where the schema lists them in another way."""
    variables: Mapping[str, Any] = getattr(template.record, "variables", {})
    if {"$ref", "allOf", "anyOf", "oneOf", "patternProperties"} & set(variables):
        return frozenset()
    properties = variables.get("properties", {})
    return frozenset(properties) if isinstance(properties, Mapping) else frozenset()


def _layout_variables(scope: Scope, template: Entity[Any]) -> frozenset[str]:
    layout = scope.content.layouts.get(template.record.layout or "")
    if layout is None or layout.is_typst:
        return frozenset()
    return read_template(layout.text).variables
