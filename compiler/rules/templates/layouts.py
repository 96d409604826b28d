"""What is wrong with layouts: by themselves, and with the variables of the templates in them."""

from collections.abc import Iterator, Mapping
from typing import Any

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.channels.email.slots import SLOTS
from compiler.model.content import Layout
from compiler.model.entity import Entity
from compiler.read.written_text import place_in_body
from compiler.rules.check import Scope
from compiler.rules.templates.parts import templates
from compiler.templating.brand import unbranded
from compiler.templating.issues import Issue, IssueKind
from compiler.templating.reading import read_template

_OWN = {IssueKind.UNPORTABLE, IssueKind.UNESCAPED}


def layout_findings(scope: Scope, rule: Rule, kind: IssueKind) -> Iterator[Finding]:
    """Yield what is wrong with layouts, where it stands or where a template names its layout."""
    if kind in _OWN:
        for layout in scope.content.layouts_with_jinja():
            for issue in _issues(layout, {"additionalProperties": True}):
                if issue.kind is kind and issue.name not in SLOTS:
                    end = issue.offset + issue.length
                    place = place_in_body(Place(layout.path), layout.text, issue.offset, end)
                    yield rule.at(place, issue.message, hint=issue.hint)
        return
    for template in templates(scope):
        named = scope.content.layouts.get(template.record.layout or "")
        if named is None or named.is_typst:
            continue
        for issue in asked_in_vain(named, template.record.variables):
            if issue.kind is kind:
                yield rule.at(
                    template.places.value("layout"),
                    _words(named, template, issue),
                    hint=issue.hint,
                    entity=str(template.reference),
                )


def _words(layout: Layout, template: Entity[Any], issue: Issue) -> str:
    line = place_in_body(Place(layout.path), layout.text, issue.offset, issue.offset).line
    written = f"{layout.path}:{line}"
    if issue.kind is IssueKind.UNDECLARED:
        missing = f"which is not among the variables of `{template.label}`"
        return f"the layout `{layout.name}` uses {issue.message} ({written}), {missing}"
    return f"in the layout `{layout.name}` ({written}): {issue.message}"


def asked_in_vain(layout: Layout, variables: Mapping[str, Any]) -> tuple[Issue, ...]:
    """Return what a layout asks of a template that it does not have, each variable once.

    Layouts are shared: what a template does not declare may be asked for in `{% if … %}`.
    """
    unknown = {
        issue.name: issue
        for issue in _issues(layout, variables)
        if issue.kind is IssueKind.UNDECLARED
    }
    own = variables.get("properties", {})
    told: dict[tuple[IssueKind, str], Issue] = {}
    if isinstance(own, Mapping):
        optional = {**own, **{name: {} for name in unknown}}
        for issue in _issues(layout, {**variables, "properties": optional}):
            unguarded = issue.kind is IssueKind.UNGUARDED
            one = unknown.get(issue.name, issue) if unguarded else issue
            told.setdefault((one.kind, one.name or one.message), one)
    return tuple(told.values())


def _issues(layout: Layout, variables: Mapping[str, Any]) -> tuple[Issue, ...]:
    """Return what is wrong with a layout; ``variables`` are those of a template, without slots."""
    reading = read_template(unbranded(layout.text))
    if reading.tree is None:
        return ()
    from compiler.templating.statements import issues_of  # noqa: PLC0415 - it imports Jinja

    own = variables.get("properties", {})
    required = variables.get("required", ())
    if not isinstance(own, Mapping) or not isinstance(required, list | tuple):
        return ()  # no schema, which another rule tells
    # What is put in is no text of anybody: branding, too, is read as a slot.
    slots = {slot: {"type": "string", "pattern": "^"} for slot in SLOTS}
    known = {**variables, "properties": {**own, **slots}, "required": [*required, *SLOTS]}
    return issues_of(reading, known)
