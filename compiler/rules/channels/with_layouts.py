"""The rule about mails that their layout keeps from being rendered."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.model.content import Layout
from compiler.rules.channels.layouts import place_in_layout
from compiler.rules.channels.messages import Message, failures, given_words, jobs_of_body
from compiler.rules.check import Scope
from compiler.rules.templates.layouts import asked_in_vain
from compiler.templating.fault import Fault, FaultKind
from compiler.templating.issues import REMARKS
from compiler.templating.jinja_tokens import constructs

_ABSENT = "declare the variable there and require it, or put `{% if … %}` around it"
_WRONG = "mend the sample, or say in `variables` what the value has to be"


def failing_layout(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A mail cannot be rendered because of what its layout asks for.

    **Why** The mailer could not render it either, and nobody would get the message.

    **Bad**

    ```html
    <!-- a layout; the sample of a template has `due: soon` -->
    <p>{{ due | date }}</p>
    ```

    **Good**

    ```html
    <!-- the sample has `due: 2026-01-02` -->
    <p>{{ due | date }}</p>
    ```

    A layout has `body`, `subject`, `preheader`, `locale`, `direction`, `start` and `end` (the sides
    on which a line begins and ends: `left` and `right`), and the variables of the template.

    **Not flagged** What is wrong with the body (`failed-rendering`); variables that a template does
    not declare, or may leave out (`undeclared-variable`, `unguarded-variable`).
    """
    told = set()
    for message, sample, part, fault in failures(scope):
        layout, label = message.layout, message.effective.label
        spans = constructs(part)
        begin, end = next((one for one in spans if one[1] > fault.offset), (0, 0))
        written = part[begin:end]
        if layout is None or (label, written) in told:
            continue
        if not _is_told(scope, message, layout, sample, fault):
            told.add((label, written))
            at = layout.text.find(written) if written else -1
            place = place_in_layout(layout, at, len(written))
            yield rule.at(
                place if at >= 0 else message.effective.places.value("layout"),
                f"{given_words(message, sample)}`{label}` cannot be rendered with"
                f" {'this layout' if at >= 0 else f'the layout `{layout.name}`'}: {fault.message}",
                hint=_ABSENT if fault.kind is FaultKind.ABSENT else _WRONG,
            )


def _is_told(scope: Scope, message: Message, layout: Layout, sample: str, fault: Fault) -> bool:
    """Tell whether another rule says it: of what the layout asks for, or of the body alone."""
    variables = message.effective.record.variables
    in_vain = [one for one in asked_in_vain(layout, variables) if one.kind not in REMARKS]
    if fault.kind is FaultKind.ABSENT and in_vain:
        return True
    jobs = list(jobs_of_body(message, sample))
    return any(isinstance(one, Fault) for one in scope.senses.renderer.render(jobs))
