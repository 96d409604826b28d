"""Rules about what comes of templates: each rendered in every language, with every sample."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from compiler.base.finding import Finding
from compiler.base.hashing import canonical_json, sha256
from compiler.base.rule import Rule
from compiler.rules.check import Scope
from compiler.rules.json_schema import checker, schema_faults
from compiler.rules.templates.parts import BODY, Part, template_parts
from compiler.templating.escaping import Output
from compiler.templating.foreign import foreign_placeholders
from compiler.templating.samples import made_samples
from compiler.templating.trials import Trial, Trouble, TroubleKind


@dataclass(frozen=True, slots=True)
class Tried:
    """A part that was rendered, and what was wrong with what came of it."""

    part: Part
    troubles: tuple[Trouble, ...]


def failed_rendering(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A template cannot be rendered with a sample: its author's, or one that the compiler made.

    **Why** The mailer could not render it either, and nobody would get the message.

    **Bad**

    ```yaml
    variables: {type: object, properties: {codes: {type: array, items: {type: string}}}}
    locales: {en: {description: "{% for a in codes %}{% for b in codes %}{% for c in codes %}…"}}
    ```

    which takes longer than two seconds where there are many codes.

    **Good**

    ```yaml
    locales: {en: {description: "{{ codes | list }}"}}
    ```

    Rendered are the samples of the template, and samples made from its `variables`: the least,
    nothing optional, empty texts, markup, quotes, writing from right to left, emoji, 10,000
    characters, no items and many. Each rendering has two seconds and 1 GB.

    **Not flagged** What another rule has said of the same text already.
    """
    return _found(scope, rule, TroubleKind.FAILED)


def leaking_rendering(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """What comes of a template shows what nobody should see: a placeholder, `None`, markup.

    **Why** Customers of large companies have got mails about their `{$ productPaymentCycle}`.

    **Bad**

    ```yaml
    description: Your plan {$ plan } begins today.
    ```

    **Good**

    ```yaml
    description: Your plan {{ plan }} begins today.
    ```

    Placeholders of other systems (`*|NAME|*`, `[[name]]`, `<%= name %>`, `%(name)s`) are found
    before anything is rendered; `{name}`, `%name%` and `$name` where a variable is called so.

    **Not flagged** Words such as `None` and signs such as `{{` that the author's own text or sample
    has.
    """
    yield from _foreign(scope, rule)
    yield from _found(scope, rule, TroubleKind.LEAKED)


def _foreign(scope: Scope, rule: Rule) -> Iterator[Finding]:
    for part in scope.once(template_parts):
        properties = part.variables.get("properties")
        declared = properties if isinstance(properties, Mapping) else {}
        for one in foreign_placeholders(part.text, declared):
            written = part.text[one.begin : one.end]
            words = "customers would read it"
            yield rule.at(
                part.place(scope, one.begin, one.end - one.begin),
                f"`{written}` is no placeholder here: {words}"
                if one.name
                else f"this `{written}` belongs to no placeholder: {words}",
                hint=f"write `{{{{ {one.name} }}}}`" if one.name else "take it out",
                entity=str(part.written.reference),
                locale=part.locale,
            )


def empty_greeting(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """The first line of a template greets nobody where a text of its variables is empty.

    **Why** `Hello ,` tells a customer that nobody knows them.

    **Bad**

    ```yaml
    variables: {type: object, properties: {name: {type: string}}, required: [name]}
    locales: {en: {description: "Hello {{ name }},"}}
    ```

    **Good**

    ```yaml
    variables: {type: object, properties: {name: {type: string, minLength: 1}}, required: [name]}
    locales: {en: {description: "Hello {{ name }},"}}
    ```

    **Not flagged** Gaps further down; greetings with `default("…", true)`.
    """
    return _found(scope, rule, TroubleKind.GREETING)


_WITH_HTML = {"email", "pdf"}
_HINTS = {
    TroubleKind.FAILED: None,
    TroubleKind.LEAKED: None,
    TroubleKind.GREETING: (
        'declare the variable with `minLength: 1`, or write `default("…", true)` behind it'
    ),
}


def _found(scope: Scope, rule: Rule, kind: TroubleKind) -> Iterator[Finding]:
    for tried in scope.once(_tried):
        for trouble in tried.troubles:
            if trouble.kind is kind:
                part = tried.part
                offset, length = _piece(part.text, trouble)
                with_sample = f", with the sample `{trouble.sample}`" if trouble.sample else ""
                yield rule.at(
                    part.place(scope, offset, length) if length else part.begin,
                    f"{trouble.message}{with_sample}",
                    hint=_HINTS[kind],
                    entity=str(part.written.reference),
                    locale=part.locale,
                )


def _piece(text: str, trouble: Trouble) -> tuple[int, int]:
    """Return where in a text the piece begins that is to blame, and its length; 0 without one."""
    found = list(re.finditer(re.escape(trouble.piece), text)) if trouble.piece else []
    if not found:
        return 0, 0
    piece = found[min(trouble.skip, len(found) - 1)]
    return piece.start(), len(trouble.piece)


def _tried(scope: Scope) -> tuple[Tried, ...]:
    """Render every part that nothing is wrong with by its text alone."""
    parts = [
        part
        for part in scope.once(template_parts)
        if "{" in part.text and part.reading.fault is None and not part.issues
    ]
    made = scope.once(samples)
    trials = [_trial(part, made) for part in parts]
    troubles = scope.senses.renderer.probe(trials) if trials else []
    return tuple(Tried(part, one) for part, one in zip(parts, troubles, strict=True))


def _trial(part: Part, made: "Samples") -> Trial:
    # It imports what compiles Markdown, which content without templates does not pay for.
    from compiler.templating.template_body import compile_body  # noqa: PLC0415

    record = part.effective.record
    templates = {Output.TEXT: part.text}
    if part.name == BODY:
        body = compile_body(part.text)
        templates = {Output.TEXT: body.text}
        if record.channel in _WITH_HTML:
            templates[Output.HTML] = body.html
    key = canonical_json([part.text, part.locale, templates, made.key(part)])
    return Trial(part.text, part.locale, templates, partial(made.of, part), sha256(key))


def samples(_: Scope) -> "Samples":
    """Return the samples of all templates."""
    return Samples()


class Samples:
    """The samples of templates; those of one are made once, and only if somebody asks."""

    def __init__(self) -> None:
        self._known: dict[int, Mapping[str, Mapping[str, Any]]] = {}
        self._keys: dict[int, str] = {}

    def of(self, part: Part) -> Mapping[str, Mapping[str, Any]]:
        """Return the samples that a part is rendered with."""
        key = id(part.effective)
        if key not in self._known:
            self._known[key] = all_samples(part.variables, part.authored)
        return self._known[key]

    def key(self, part: Part) -> str:
        """Return a hash of what the samples of a part are made from."""
        key = id(part.effective)
        if key not in self._keys:
            self._keys[key] = sha256(canonical_json([part.variables, part.authored]))
        return self._keys[key]


def all_samples(
    variables: Mapping[str, Any], authored: Mapping[str, Mapping[str, Any]]
) -> dict[str, Mapping[str, Any]]:
    """Return the author's samples that fit the schema, and then those that are made from it."""
    if schema_faults(variables):
        return {}
    check = checker(variables)

    def fits(schema: Mapping[str, Any], value: Any) -> bool:  # noqa: ANN401 - any JSON value
        return not (check(value) if schema is variables else checker(schema)(value))

    good = {name: sample for name, sample in authored.items() if fits(variables, sample)}
    made = made_samples(variables, list(good.values()), fits)
    return {**good, **{name: one for name, one in made.items() if name not in good}}
