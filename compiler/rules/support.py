"""Rules about support: every area leads to one desk, and no two names are one to a reader."""

from collections.abc import Iterator
from typing import NamedTuple

from compiler.base.finding import Finding, Note
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.model.reference import Kind
from compiler.rules.check import Scope

_DEFAULT = "configurations/support.yaml"


class _Named(NamedTuple):
    """A desk or a tag where it is written, with the area or configuration that says it."""

    what: str
    name: str
    place: Place
    entity: str


def missing_desk(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An area leads to no desk, and there is no default desk.

    **Why** Requests of its visitors would go to nobody.

    **Bad** (there is no `configurations/support.yaml`, and other areas have desks)

    ```yaml
    name: Acme Shop
    ```

    **Good** A desk of its own, or a default one in `configurations/support.yaml`.

    ```yaml
    name: Acme Shop
    support: {desk: shop-support}
    ```

    **Not flagged** A project in which nobody names a desk: it routes nothing.
    """
    areas = scope.content.areas
    with_desk = {
        name
        for name, area in areas.items()
        if area.record.record.support is not None or area.configurations.support is not None
    }
    if not with_desk or f"{Kind.CONFIGURATIONS}/support" in scope.content.broken:
        return
    for name, area in areas.items():
        if name not in with_desk:
            yield rule.at(
                area.record.places.value(),
                f"`{name}` leads to no desk, and there is no default one",
                hint=f"write `support: {{desk: …}}` here, or a default desk in `{_DEFAULT}`",
                entity=str(area.record.reference),
            )


def ambiguous_routing(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Two desks or tags differ in nothing that a reader sees, or a tag is listed twice.

    **Why** Desks are free identifiers, taken to the ticket system as they are: `VIP` and `vip` are
    two of them there, and requests wait where nobody looks.

    **Bad**

    ```yaml
    support: {desk: web-support, tags: [vip]}      # areas/portal/area.yaml
    support: {desk: Web_Support, tags: [VIP]}      # areas/shop/area.yaml
    ```

    **Good**

    ```yaml
    support: {desk: web-support, tags: [vip]}
    support: {desk: web-support, tags: [vip, shop]}
    ```

    **Not flagged** Areas that share a desk: a request has the name of its area.
    """
    seen: dict[tuple[str, str], _Named] = {}
    for one in _named(scope):
        first = seen.setdefault((one.what, _folded(one.name)), one)
        if first.name != one.name:
            yield rule.at(
                one.place,
                f"the {one.what} `{one.name}` is written `{first.name}` elsewhere",
                hint=f"write `{first.name}` here too, or give one of them another name",
                entity=one.entity,
                notes=(Note(f"`{first.name}`", first.place),),
            )
    for entity, tags in _tag_lists(scope):
        for index, tag in enumerate(tags):
            if tag.name in [other.name for other in tags[:index]]:
                yield rule.at(tag.place, f"the tag `{tag.name}` is listed twice", entity=entity)


def _named(scope: Scope) -> Iterator[_Named]:
    shared = scope.content.shared.configurations.get("support")
    if shared is not None and isinstance(shared.data.get("desk"), str):
        yield _Named("desk", shared.data["desk"], shared.places.value("desk"), _SUPPORT)
    for area in scope.content.areas.values():
        support, places = area.record.record.support, area.record.places.under("support")
        if support is not None:
            entity = str(area.record.reference)
            yield _Named("desk", support.desk, places.value("desk"), entity)
        patch = area.overlay.configurations.get("support")
        if patch is not None and isinstance(patch.data.get("desk"), str):
            yield _Named("desk", patch.data["desk"], patch.places.value("desk"), _SUPPORT)
    for _, tags in _tag_lists(scope):
        yield from tags


_SUPPORT = f"{Kind.CONFIGURATIONS}/support"


def _tag_lists(scope: Scope) -> Iterator[tuple[str, list[_Named]]]:
    files = [layer.configurations.get("support") for layer in scope.layers.values()]
    for file in files:
        tags = file.data.get("tags") if file is not None else None
        if file is not None and isinstance(tags, list):
            yield (
                _SUPPORT,
                [
                    _Named("tag", str(tag), file.places.value("tags", index), _SUPPORT)
                    for index, tag in enumerate(tags)
                ],
            )
    for area in scope.content.areas.values():
        support, entity = area.record.record.support, str(area.record.reference)
        if support is not None:
            places = area.record.places.under("support", "tags")
            yield (
                entity,
                [
                    _Named("tag", tag, places.value(index), entity)
                    for index, tag in enumerate(support.tags)
                ],
            )


def _folded(name: str) -> str:
    return name.casefold().replace("-", "").replace("_", "")
