"""The subjects, preheaders and bodies of templates, and where in a file a piece of one stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from compiler.base.place import Place, Places
from compiler.base.spots import Route
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.ports.snapshot import UnreadableError
from compiler.read.decoding import decode, lines_of
from compiler.read.written_text import place_in_body, place_in_yaml
from compiler.rules.check import Scope
from compiler.templating.issues import REMARKS, Issue
from compiler.templating.reading import Reading, read_template

TITLE, PREHEADER, BODY = "title", "preheader", "description"


@dataclass(frozen=True, eq=False)
class Part:
    """The subject, preheader or body of a template in one language.

    ``effective`` is the template as its area gets it: with channel, variables and samples.
    """

    written: Entity[Any]
    effective: Entity[Any]
    locale: str
    name: str
    text: str
    places: Places
    route: Route

    @property
    def begin(self) -> Place:
        """Where the text stands."""
        return self.places.value(*self.route)

    @cached_property
    def reading(self) -> Reading:
        """The text, read by Jinja."""
        return read_template(self.text)

    @property
    def variables(self) -> Mapping[str, Any]:
        """The JSON Schema of what the template is rendered with."""
        found: Mapping[str, Any] = getattr(self.effective.record, "variables", {})
        return found

    @property
    def authored(self) -> Mapping[str, Mapping[str, Any]]:
        """The samples of the template, by name."""
        found: Mapping[str, Mapping[str, Any]] = getattr(self.effective.record, "samples", {})
        return found

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What is wrong by the text and the schema alone, so that it need not be rendered."""
        return tuple(one for one in self.all_issues if one.kind not in REMARKS)

    @cached_property
    def all_issues(self) -> tuple[Issue, ...]:
        """The same, and what keeps nothing from being rendered."""
        if self.reading.tree is None:
            return ()
        # It imports Jinja, which only content with placeholders has to pay for.
        from compiler.templating.statements import issues_of  # noqa: PLC0415

        return issues_of(self.reading, self.variables)

    def place(self, scope: Scope, offset: int, length: int = 1) -> Place:
        """Return where a piece of the text stands, from an offset on."""
        begin = self.begin
        if begin.path.endswith(".md") and self.name == BODY:
            return place_in_body(begin, self.text, offset, offset + length)
        lines = scope.once(_files).lines(scope, begin.path)
        return place_in_yaml(lines, begin, self.text, offset, offset + length)


class _Files:
    """The lines of files that something was found in, each read once."""

    def __init__(self) -> None:
        self._lines: dict[str, list[str]] = {}

    def lines(self, scope: Scope, path: str) -> list[str]:
        """Return the lines of a file, none where it cannot be read any more."""
        if path not in self._lines:
            try:
                data = scope.content.asset(path)
            except (KeyError, UnreadableError):
                data = b""
            self._lines[path] = lines_of(decode(path, data)[0])
        return self._lines[path]


def _files(_: Scope) -> _Files:
    return _Files()


def template_parts(scope: Scope) -> tuple[Part, ...]:
    """Return every subject and body of every template as it is written."""
    return tuple(
        part
        for area, layer in scope.layers.items()
        for label, written in layer.templates.items()
        for locale, text in written.locales.items()
        for part in parts_of(written, scope.effective[area].templates[label], locale, text)
    )


def parts_of(
    written: Entity[Any], effective: Entity[Any], locale: str, text: Localisation
) -> Iterator[Part]:
    """Yield the subject, preheader and body of a template in one language."""
    preheader = (text.properties or {}).get(PREHEADER)
    said = {
        TITLE: (text.title, (TITLE,)),
        PREHEADER: (preheader if isinstance(preheader, str) else None, ("properties", PREHEADER)),
        BODY: (text.description, (BODY,)),
    }
    for name, (value, route) in said.items():
        if value is not None:
            yield Part(written, effective, locale, name, value, text.places, route)


def templates(scope: Scope) -> Iterator[Entity[Any]]:
    """Yield the templates that are written whole, those of areas last."""
    for template in scope.entities("templates"):
        if hasattr(template.record, "variables"):
            yield template
