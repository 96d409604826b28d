"""area.json: the record of an area, for the back office alone."""

from compiler.bundle.assets import AssetCollector
from compiler.bundle.branding import branding_entry
from compiler.bundle.shapes.private import AreaRecord
from compiler.bundle.view import AreaView


def area_bundle(view: AreaView, assets: AssetCollector) -> AreaRecord:
    """Return the area's record without anything that proves who somebody is."""
    if view.area is None:
        return {"area": view.name, "name": None, "type": None, "hosting": None, "url": None}
    record = view.area.record.record
    return {
        "area": view.name,
        "name": record.name,
        "type": record.type,
        "hosting": record.hosting,
        "url": record.url,
        "hosts": list(record.hosts),
        "owner": record.owner,
        "branding": branding_entry(view, assets),
        "content": {
            "languages": list(view.locales),
            "namespaces": record.content.namespaces,
            "texts": record.content.texts,
        },
    }
