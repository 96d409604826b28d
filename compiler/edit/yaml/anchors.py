"""Anchors and aliases: an edit must not change what others say through them."""

from collections.abc import Iterator

from compiler.base.spots import Route
from compiler.edit.yaml.edits import Remove, Rename, Reorder, Set, Step
from compiler.edit.yaml.meaning import value_at
from compiler.edit.yaml.setting import with_anchor
from compiler.edit.yaml.source import Patch, Patches, Source
from compiler.edit.yaml.spots import Spot
from compiler.read.yaml_nodes import Alias, Collection, Node, key_of


def alias_on(source: Source, route: Route) -> Route | None:
    """Return where an alias stands through which a route leads, at its end too; or None."""
    node = source.root
    for depth, key in enumerate(route):
        if isinstance(node, Alias):
            return route[:depth]
        part = node.part(key) if isinstance(node, Collection) else None
        node = None if part is None else part.value
    return route if isinstance(node, Alias) else None


def moved_anchor(source: Source, step: Step) -> Iterator[Patches]:
    """Yield patches that move one anchor off what a step changes, none where no other needs it.

    The first of its aliases says then what all of them stand for.
    """
    changed = _changed(source, step)
    for node in changed:
        if node.properties.anchor is None:
            continue
        users = [user for user in _aliases(source.root, ()) if user[1].target is node]
        if any(alias not in changed for _, alias in users):
            route, alias = users[0]
            yield from _moved(source, node, alias, route)
            return


def early_alias(source: Source, step: Step) -> Route | None:
    """Return where an alias stands that a step would bring above its anchor, None without one."""
    around = source.collection(step.route) if isinstance(step, Reorder) else None
    if around is None or not isinstance(step, Reorder):
        return None
    order = list(step.order)
    inside: dict[Node, int] = {}
    for index, part in enumerate(around.parts):
        key = key_of(part) if around.mapping else index
        if key is not None and key in order:
            inside.update(dict.fromkeys(_inside(part.value), order.index(key)))
    for route, alias in _aliases(around, step.route):
        target = alias.target
        if route and alias in inside and target in inside and inside[alias] < inside[target]:
            return route
    return None


def _changed(source: Source, step: Step) -> list[Node]:
    """Return the nodes that are something else after a step, or gone."""
    way = _way(source, step.route)
    match step:
        case Set():
            return [*way[:-1], *_inside(way[-1])] if way else []
        case Remove():
            part = source.part(step.route)[1]
            keys = [] if part.key is None else list(_inside(part.key))
            return [*way[:-1], *keys, *_inside(part.value)]
        case Rename():
            key = source.part(step.route)[1].key
            return way[:-1] if key is None else [*way[:-1], key]
        case _:
            return way


def _way(source: Source, route: Route) -> list[Node]:
    """Return the nodes from the outermost to the one at a route."""
    nodes = [source.node(route[:depth]) for depth in range(len(route) + 1)]
    return [node for node in nodes if node is not None]


def _inside(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Collection):
        for part in node.parts:
            if part.key is not None:
                yield from _inside(part.key)
            yield from _inside(part.value)


def _aliases(node: Node | None, route: Route | None) -> Iterator[tuple[Route | None, Alias]]:
    """Yield the aliases in file order, with their routes; None of what data does not have."""
    if isinstance(node, Alias):
        yield route, node
    if not isinstance(node, Collection):
        return
    for index, part in enumerate(node.parts):
        if part.key is not None:
            yield from _aliases(part.key, None)
        key = key_of(part) if node.mapping else index
        reached = route is not None and key is not None and node.part(key) is part
        inner = (*route, key) if reached and route is not None and key is not None else None
        yield from _aliases(part.value, inner)


def _moved(source: Source, node: Node, alias: Alias, route: Route | None) -> Iterator[Patches]:
    if not route or node.properties.anchor is None:
        return
    spot = Spot(source, *source.part(route), alias)
    here = with_anchor(spot, node.properties.anchor, value_at(source.data, route))
    for patches in here:
        yield (_without_anchor(source.text, node), *patches)


def _without_anchor(text: str, node: Node) -> Patch:
    start = text.index(f"&{node.properties.anchor}", node.begin)
    end = start + 1 + len(node.properties.anchor or "")
    while text[end : end + 1] in (" ", "\t") and end < len(text):
        end += 1
    if end == len(text) or text[end] in "\r\n":  # what was between the mark and the anchor goes
        start, end = len(text[:start].rstrip(" \t")), len(text[:end].rstrip(" \t"))
    return Patch(start, end, "")
