"""Rules about the schemas of variables and properties, and about samples."""

from collections.abc import Iterator
from typing import Any

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.model.entity import Entity
from compiler.rules.check import Scope
from compiler.rules.json_schema import Violation, schema_faults, violations
from compiler.rules.templates.parts import templates


def invalid_schema(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """The `variables` of a template, or a schema of properties, are no JSON Schema.

    **Why** Samples and properties cannot be checked by it, and no types be made of it.

    **Bad**

    ```yaml
    variables: {type: object, properties: {name: {type: text}}}
    ```

    **Good**

    ```yaml
    variables: {type: object, properties: {name: {type: string}}}
    ```

    References begin with `#`: no address is opened. Patterns look neither ahead nor back and name
    no group again: so none can take for ever, whoever wrote it.

    **Not flagged** Keywords that JSON Schema does not know.
    """
    for template, faults in scope.once(variables_faults):
        for fault in faults:
            yield rule.at(
                template.places.value("variables", *fault.route),
                f"the variables of `{template.label}` are no JSON Schema: {fault.message}",
                entity=str(template.reference),
            )
    for schema in scope.content.properties_schemas.values():
        for fault in schema_faults(schema.schema):
            where = f" at `{'.'.join(map(str, fault.route))}`" if fault.route else ""
            yield rule.at(Place(schema.path), f"this is no JSON Schema{where}: {fault.message}")


def invalid_sample(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A sample of a template is not valid against its `variables`.

    **Why** Samples show what the mailer sends; a wrong one shows a message that never comes.

    **Bad**

    ```yaml
    variables: {type: object, properties: {name: {type: string}}, required: [name]}
    samples: {usual: {name: 5}}
    ```

    **Good**

    ```yaml
    samples: {usual: {name: Ana}}
    ```

    **Not flagged** Templates whose `variables` are no schema (`invalid-schema`).
    """
    for template, faults in scope.once(variables_faults):
        variables = template.record.variables
        if not variables or faults:
            continue
        for name, sample in template.record.samples.items():
            for fault in violations(variables, sample):
                yield rule.at(
                    template.places.value("samples", name, *fault.route),
                    f"the sample `{name}` does not fit the variables: {fault.message}",
                    entity=str(template.reference),
                )


def missing_sample(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A template has variables and no sample of them.

    **Why** Without a sample nobody can look at the message before a customer gets it.

    **Bad**

    ```yaml
    variables: {type: object, properties: {name: {type: string}}}
    ```

    **Good**

    ```yaml
    variables: {type: object, properties: {name: {type: string}}}
    samples: {usual: {name: Ana}}
    ```

    **Not flagged** Templates without variables.
    """
    for template in templates(scope):
        if template.record.variables.get("properties") and not template.record.samples:
            yield rule.at(
                template.places.key("variables"),
                f"`{template.label}` has variables and no sample of them",
                hint="add `samples:` with a name and a value of each variable",
                entity=str(template.reference),
            )


def variables_faults(scope: Scope) -> tuple[tuple[Entity[Any], tuple[Violation, ...]], ...]:
    """Return each template with what keeps its variables from being a JSON Schema."""
    return tuple((one, schema_faults(one.record.variables)) for one in templates(scope))
