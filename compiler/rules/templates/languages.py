"""Rules that compare the variables of a template's languages with those of the source."""

from collections.abc import Iterator
from dataclasses import dataclass

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.rules.check import Scope
from compiler.rules.templates.parts import Part, parts_of, template_parts
from compiler.rules.wording import listed


@dataclass(frozen=True, slots=True)
class Compared:
    """The parts of a template in one language, and the variables that the source has in its own."""

    parts: tuple[Part, ...]
    own: frozenset[str]
    source: frozenset[str]

    @property
    def title_or_body(self) -> Part:
        """The part that a lost variable is missed in."""
        return self.parts[-1]


def _compared(scope: Scope) -> tuple[Compared, ...]:
    grouped: dict[tuple[str | None, str, str], list[Part]] = {}
    for part in scope.once(template_parts):
        key = (part.written.area, part.written.label, part.locale)
        grouped.setdefault(key, []).append(part)
    source = scope.content.languages.source
    of_sources: dict[int, list[Part]] = {}
    found = []
    for (area, label, locale), parts in grouped.items():
        origin = scope.effective[area].templates[label].locales.get(source)
        if locale == source or origin is None:
            continue
        of_source = of_sources.get(id(origin))
        if of_source is None:
            of_source = list(parts_of(parts[0].written, parts[0].effective, source, origin))
            of_sources[id(origin)] = of_source
        names = {part.name for part in parts}
        if any(one.reading.fault for one in (*parts, *of_source)):
            continue
        if not {one.name for one in of_source} <= names:
            continue  # what is still to be translated is told by another rule
        found.append(Compared(tuple(parts), _variables(parts), _variables(of_source)))
    return tuple(found)


def _variables(parts: list[Part]) -> frozenset[str]:
    return frozenset(name for part in parts for name in part.reading.variables)


def lost_variable(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation of a template does not use a variable that the source uses.

    **Why** Readers of that language do not get to know the amount, the date, the link.

    **Bad**

    ```yaml
    en: {description: "Your code is {{ code }}"}
    es: {description: "Su código"}
    ```

    **Good**

    ```yaml
    en: {description: "Your code is {{ code }}"}
    es: {description: "Su código es {{ code }}"}
    ```

    **Not flagged** A variable that stands in the subject in one language and in the body in the
    other; languages that are not translated in full.
    """
    for one in scope.once(_compared):
        lost = sorted(one.source - one.own)
        if lost:
            part = one.title_or_body
            yield rule.at(
                part.begin,
                f"{listed(lost)} of the source {'is' if len(lost) == 1 else 'are'} not used here",
                hint=f"write `{{{{ {lost[0]} }}}}` where it belongs",
                entity=str(part.written.reference),
                locale=part.locale,
            )


def added_variable(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation of a template uses a variable that the source does not use.

    **Why** Either the source lacks it, or it was translated from an older text.

    **Bad**

    ```yaml
    en: {description: "Your code is {{ code }}"}
    es: {description: "{{ name }}, su código es {{ code }}"}
    ```

    **Good**

    ```yaml
    en: {description: "{{ name }}, your code is {{ code }}"}
    es: {description: "{{ name }}, su código es {{ code }}"}
    ```

    Where only one language needs it, such as for its genders, say so:
    `# clientarea: ignore added-variable -- Russian has genders`.

    **Not flagged** Variables that are not declared (`undeclared-variable`).
    """
    for one in scope.once(_compared):
        for part in one.parts:
            for name in sorted(part.reading.variables - one.source):
                offset = part.text.find(name)
                undeclared = any(name == issue.name for issue in part.issues)
                if not undeclared:
                    yield rule.at(
                        part.place(scope, max(offset, 0), len(name)),
                        f"`{name}` is used here, and not in the source",
                        entity=str(part.written.reference),
                        locale=part.locale,
                    )
