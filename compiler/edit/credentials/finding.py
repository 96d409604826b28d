"""The area whose credentials are to change."""

from compiler.base.failure import UsageError
from compiler.base.suggest import did_you_mean
from compiler.edit.verbs.editor import Editor
from compiler.model.area import Area
from compiler.model.entity import Entity
from compiler.model.reference import Kind


def area_of(editor: Editor, name: str) -> Entity[Area]:
    """Return the record of an area. Raises UsageError where there is none that can be read."""
    areas = editor.scope.content.areas
    if name in areas:
        return areas[name].record
    if f"{Kind.AREAS}/{name}" in editor.scope.content.broken:
        raise UsageError(f"`{name}` has errors; `clientarea check` says which")
    hint = did_you_mean(name, areas)
    raise UsageError(f"there is no area `{name}`; {hint or 'this project has none'}")
