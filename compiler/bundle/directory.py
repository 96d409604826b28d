"""owners.json and routing.json, for the back office: tables of all areas, the same for each."""

from collections.abc import Mapping, Sequence

from compiler.bundle.shapes.private import AreaEntry, Desk, Owners, Routing
from compiler.bundle.view import AreaView
from compiler.model.configuration import SupportDesk
from compiler.model.content import AreaContent


def owners_table(views: Sequence[AreaView]) -> Owners:
    """Return every owner with the areas that are theirs, and the areas that are nobody's."""
    areas = {view.name: view.area for view in views if view.area is not None}
    owners = views[0].content.owners if views else {}
    return {
        "owners": {
            label: {
                "name": owner.record.name,
                "contact": owner.record.contact,
                "areas": _entries(areas, label),
            }
            for label, owner in sorted(owners.items())
        },
        "without_owner": _entries(areas, None),
    }


def routing_table(views: Sequence[AreaView]) -> Routing:
    """Return the desk and tags of each area, the default desk, and by desk the areas it serves."""
    routes = {view.name: desk_of(view) for view in views}
    shared = views[0].content.configurations.support if views else None
    desks: dict[str, list[str]] = {}
    for area, desk in routes.items():
        if desk is not None:
            desks.setdefault(desk.desk, []).append(area)
    return {
        "default": _desk(shared),
        "areas": {area: _desk(desk) for area, desk in routes.items()},
        "desks": dict(sorted(desks.items())),
    }


def desk_of(view: AreaView) -> SupportDesk | None:
    """Return the desk of an area: that of its record, or else what its configuration comes to."""
    support = view.area.record.record.support if view.area else None
    if support is None:
        return view.configurations.support
    return SupportDesk(desk=support.desk, tags=list(support.tags))


def _desk(desk: SupportDesk | None) -> Desk | None:
    return None if desk is None else {"desk": desk.desk, "tags": list(desk.tags)}


def _entries(areas: Mapping[str, AreaContent], owner: str | None) -> dict[str, AreaEntry]:
    return {name: _entry(area) for name, area in areas.items() if area.record.record.owner == owner}


def _entry(area: AreaContent) -> AreaEntry:
    record = area.record.record
    return {"name": record.name, "type": record.type, "hosting": record.hosting, "url": record.url}
