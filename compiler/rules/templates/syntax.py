"""Rules about the form of templates: what Jinja understands, and what Nunjucks does, too."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.rules.check import Scope
from compiler.rules.templates.issues import found
from compiler.rules.templates.parts import template_parts
from compiler.templating.issues import IssueKind
from compiler.templating.reading import read_template


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
        fault = part.reading.fault
        if fault is not None:
            yield rule.at(
                part.place(scope, fault.offset),
                f"this cannot be understood: {fault.message}",
                hint=fault.hint,
                entity=str(part.written.reference),
                locale=part.locale,
            )
    for layout in scope.content.layouts_with_jinja():
        fault = read_template(layout.text).fault
        if fault is not None:
            before = layout.text[: fault.offset]
            yield rule.at(
                Place(layout.path, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1),
                f"this layout cannot be understood: {fault.message}",
                hint=fault.hint,
            )


def unportable_template(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A template uses something of Jinja that Nunjucks does not have, or renders otherwise.

    **Why** The same template is rendered in Python and in JavaScript, and both have to come to the
    same message. What is left out besides (calls, files, names that begin with `_`) is what a
    template could do harm with.

    **Bad**

    ```yaml
    description: "{% for name, sum in orders.items() %}{{ sum | round(2) }}{% endfor %}"
    ```

    **Good**

    ```yaml
    description: "{% for order in orders %}{{ order.sum | number(2) }}{% endfor %}"
    ```

    [The portable subset](templates.md) is small: `if`, `for`, `set`, a table of filters.

    **Not flagged** Text in a remark, `{# … #}`.
    """
    return found(scope, rule, IssueKind.UNPORTABLE)


def unchecked_address(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A link or an image has an address that is a variable, and the variable may be any text.

    **Why** `javascript:` is a text, too, and so is the address of somebody who is fishing for
    passwords; and what has no `https://` before it leads nowhere in a mail. Escaping helps against
    neither.

    **Bad**

    ```yaml
    variables: {type: object, properties: {url: {type: string}}, required: [url]}
    locales: {en: {description: "[Open the portal]({{ url }})"}}
    ```

    **Good**

    ```yaml
    variables: {type: object, properties: {url: {type: string, format: uri}}, required: [url]}
    ```

    **Not flagged** Variables with a `format`, a `pattern`, an `enum`; those that stand further back
    in an address.
    """
    return found(scope, rule, IssueKind.ADDRESS)


def unescaped_variable(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A variable is printed with `safe`, so that markup in it becomes markup of the message.

    **Why** Somebody signs up as `<img src=…>`, and the mail shows what they want.

    **Bad**

    ```yaml
    description: "Hello {{ name | safe }}"
    ```

    **Good**

    ```yaml
    description: "Hello {{ name }}"
    ```

    **Not flagged** A text that the template itself has in quotes; the slots of layouts.
    """
    return found(scope, rule, IssueKind.UNESCAPED)
