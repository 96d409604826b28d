"""Agreements as they are printed: each template of the channel `pdf` in each language, compiled."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from compiler.base.finding import Finding
from compiler.base.hashing import canonical_json, sha256
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.channels.agreements.document import Head, document
from compiler.channels.agreements.markup import Body, compile_markup
from compiler.channels.agreements.printed_text import printed_text
from compiler.channels.agreements.references import Targets, targets_of
from compiler.channels.agreements.trials import Agreement
from compiler.model.banner import SLOTS
from compiler.model.content import Layout
from compiler.model.entity import Entity
from compiler.richtext.references import Picture, Reference, Target
from compiler.rules.check import Scope
from compiler.rules.files import file_bytes
from compiler.rules.templates.parts import BODY, TITLE, Part, template_parts
from compiler.rules.templates.rendered import Samples, samples


@dataclass(frozen=True, eq=False)
class Draft:
    """An agreement in one language: ``title`` and ``body`` as written, what its body refers to.

    ``layout`` is None where the template names none.
    """

    body: Part
    title: Part | None
    layout: Layout | None
    markup: Body
    targets: Targets
    files: Mapping[str, Callable[[], bytes]]

    @property
    def effective(self) -> Entity[Any]:
        """The template as its area gets it."""
        return self.body.effective

    def finding(self, rule: Rule, place: Place, message: str, hint: str | None = None) -> Finding:
        """Return a finding about the agreement."""
        entity = str(self.body.written.reference)
        return rule.at(place, message, hint=hint, entity=entity, locale=self.body.locale)


def drafts(scope: Scope) -> tuple[Draft, ...]:
    """Return the agreements that nothing is wrong with by their text alone."""
    grouped: dict[tuple[str | None, str, str], dict[str, Part]] = {}
    for part in scope.once(template_parts):
        if getattr(part.effective.record, "channel", None) == "pdf":
            key = (part.written.area, part.written.label, part.locale)
            grouped.setdefault(key, {})[part.name] = part
    return tuple(_drafts(scope, grouped.values()))


def _drafts(scope: Scope, several: Any) -> Iterator[Draft]:  # noqa: ANN401 - mappings of parts
    for parts in several:
        body = parts.get(BODY)
        if body is None or any(part.reading.fault or part.issues for part in parts.values()):
            continue
        name = body.effective.record.layout
        layout = scope.content.layouts.get(name or "")
        if name is not None and (layout is None or not layout.is_typst):
            continue  # told by another rule
        markup = compile_markup(body.text)
        targets = targets_of(markup.references, partial(_target, scope, body))
        files = {path: partial(_bytes, scope, path) for path in targets.pictures.values()}
        yield Draft(body, parts.get(TITLE), layout, markup, targets, files)


def agreement_of(scope: Scope, draft: Draft) -> Agreement:
    """Return what is asked of a press."""
    body, made = draft.body, scope.once(samples)
    title = draft.effective.locales[body.locale].title if draft.title else ""
    layout = None if draft.layout is None else draft.layout.text
    head = Head(title or "", body.locale, author_of(scope, body.written.area))
    whole = document(body.text, head, layout=layout, targets=draft.targets)
    text = printed_text(body.text, draft.targets)
    drawn = {path: sha256(read()) for path, read in draft.files.items()}
    key = sha256(canonical_json([whole, text, body.locale, drawn, made.key(body)]))
    return Agreement(whole, text, body.locale, partial(_samples, made, body), draft.files, key)


def _samples(made: Samples, part: Part) -> Mapping[str, Mapping[str, Any]]:
    """Return the samples; without any, that in which nothing is handed over."""
    return made.of(part) or {"": {}}


def author_of(scope: Scope, area: str | None) -> str | None:
    """Return who makes an agreement with somebody: the owner of the area."""
    areas = scope.content.areas
    record = areas[area].record.record if area is not None and area in areas else None
    owner = scope.content.owners.get(record.owner or "") if record else None
    return None if owner is None else owner.record.name


def _target(scope: Scope, part: Part, reference: Reference) -> Target | None:
    """Return what a reference comes to in a language: images by their path in the repository."""
    layer, locale = scope.effective[part.written.area], part.locale
    if reference.kind == "documents":
        document_ = layer.documents.get(reference.label)
        link = getattr(document_.record, "link", None) if document_ else None
        return None if link is None else Target(link)
    banner = layer.banners.get(reference.label) if reference.kind == "banners" else None
    chain = (locale, *scope.content.languages.chain(locale).parents)
    own = next((banner.locales[one] for one in chain if banner and one in banner.locales), None)
    if own is None or not own.active:
        return None
    paths = [own.images[slot.name] for slot in SLOTS if slot.name in own.images]
    return Target(
        pictures=tuple(Picture(path, 0, 0, 0, ()) for path in paths if _bytes(scope, path))
    )


def _bytes(scope: Scope, path: str) -> bytes:
    return file_bytes(scope, path) or b""
