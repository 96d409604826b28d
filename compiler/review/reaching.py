"""Which areas a change of shared content reaches: all but those with a word of their own. Pure."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from compiler.model.area import Selection, is_selected
from compiler.model.content import AreaContent, Content
from compiler.model.overlay import ENTITY_KINDS
from compiler.model.reference import Kind
from compiler.review.change import Change


class Reach(NamedTuple):
    """The areas that a change reaches, those with their own word, those that show none of it."""

    sees: tuple[str, ...]
    own: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    @property
    def is_all(self) -> bool:
        """Whether it reaches every area."""
        return not self.own and not self.hidden


def reach_of(change: Change, content: Content) -> Reach | None:
    """Return which areas a change reaches; None for what one area alone has, and without areas."""
    if change.area is not None or not content.areas or change.entity.startswith(f"{Kind.AREAS}/"):
        return None
    found: dict[str, list[str]] = {"sees": [], "own": [], "hidden": []}
    for name, area in content.areas.items():
        found[_standing(change, content, area)].append(name)
    return Reach(*(tuple(found[one]) for one in ("sees", "own", "hidden")))


def _standing(change: Change, content: Content, area: AreaContent) -> str:
    kind, _, label = change.entity.partition("/")
    if kind == Kind.OWNERS:
        return _of_owner(change, area, label)
    if kind == Kind.CONFIGURATIONS:
        return "own" if _is_configured(change, area, label) else "sees"
    selection = area.record.record.content
    if change.locale is not None and not _is_shown(change.locale, content, selection):
        return "hidden"
    if kind == Kind.TRANSLATIONS:
        return _of_string(change, content, area, label)
    if kind == Kind.TEXTS and not is_selected(label, selection.texts):
        return "hidden"
    return "own" if kind in ENTITY_KINDS and _is_overlaid(change, area, kind, label) else "sees"


def _is_shown(locale: str, content: Content, selection: Selection) -> bool:
    chosen = selection.languages is None or locale in selection.languages
    return chosen and locale in content.languages.enabled


def _of_owner(change: Change, area: AreaContent, label: str) -> str:
    record = area.record.record
    if record.owner != label:
        return "hidden"
    route = (change.part or "").split(".")
    own = record.branding.model_dump(exclude_none=True) if record.branding is not None else {}
    return "own" if route[0] == "branding" and _covers(own, route[1:]) else "sees"


def _is_configured(change: Change, area: AreaContent, name: str) -> bool:
    if name == "support" and area.record.record.support is not None:
        return True
    patch = area.overlay.configurations.get(name)
    return patch is not None and _covers(patch.data, (change.part or "").split("."))


def _covers(data: Any, route: list[str]) -> bool:  # noqa: ANN401 - any JSON value
    """Tell whether a patch says something else at a route, or at one above it."""
    for step in route:
        if not isinstance(data, Mapping):
            return True
        if step not in data:
            return False
        data = data[step]
    return bool(route) and not isinstance(data, Mapping)


def _of_string(change: Change, content: Content, area: AreaContent, name: str) -> str:
    namespace, _, label = name.partition(":")
    if not is_selected(namespace, area.record.record.content.namespaces):
        return "hidden"
    locale = change.locale or content.languages.source
    catalogue = area.overlay.catalogues.get((namespace, locale))
    return "own" if catalogue is not None and label in catalogue.messages else "sees"


def _is_overlaid(change: Change, area: AreaContent, kind: str, label: str) -> bool:
    entity = getattr(area.overlay, kind).get(label)
    if entity is None:
        return False
    if change.locale is not None:
        return change.locale in entity.locales
    return change.part == "active" and getattr(entity.record, "active", None) is not None
