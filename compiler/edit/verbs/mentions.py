"""Where entries are named by others: in areas, configurations and waivers."""

from collections.abc import Iterator
from typing import NamedTuple

from compiler.base.place import Places
from compiler.base.spots import Route
from compiler.edit.verbs.editor import Deed, Editor
from compiler.edit.yaml.edits import Set
from compiler.model.area import is_selected
from compiler.model.reference import Kind
from compiler.rules.check import Scope


class Mention(NamedTuple):
    """One place in which an entry is named: by whom, and where."""

    by: str
    places: Places
    route: Route


def mentions(scope: Scope, kind: Kind, name: str) -> Iterator[Mention]:
    """Yield every place that cannot do without an entry: ``name`` is its label or namespace."""
    yield from _by_areas(scope, kind, name)
    setting = _ACCOUNT.get(kind)
    if setting is not None:
        for area, layer in scope.layers.items():
            written = layer.configurations.get("account")
            if written is not None and written.data.get(setting) == name:
                where = f"`{setting}` of area `{area}`" if area else f"`{setting}`"
                yield Mention(where, written.places, (setting,))


_ACCOUNT = {Kind.LEVELS: "required_level", Kind.STATUSES: "required_status"}
_OF_AREA = {Kind.TRANSLATIONS: "namespaces", Kind.TEXTS: "texts"}


def _by_areas(scope: Scope, kind: Kind, name: str) -> Iterator[Mention]:
    for area, content in scope.content.areas.items():
        record, places = content.record.record, content.record.places
        if kind is Kind.OWNERS and record.owner == name:
            yield Mention(f"area `{area}`", places, ("owner",))
        listed = _OF_AREA.get(kind)
        for index, one in enumerate(getattr(record.content, listed) or () if listed else ()):
            if one == name:
                yield Mention(f"area `{area}`", places, ("content", listed or "", index))


def selection_changes(editor: Editor, kind: Kind, old: str, new: str) -> Iterator[str]:
    """Say which areas choose an entry or namespace under its old name alone, or its new one."""
    listed = _OF_AREA.get(kind)
    for area, content in editor.scope.content.areas.items() if listed else ():
        selection = content.record.record.content
        patterns = selection.texts if kind is Kind.TEXTS else selection.namespaces
        now = None if patterns is None else [new if one == old else one for one in patterns]
        before, after = is_selected(old, patterns), is_selected(new, now)
        if before != after:
            word = "shows it from now on" if after else "shows it no more"
            yield f"area `{area}` {word}: see `content.{listed}` in `{content.record.places.path}`"


def rename_mentions(editor: Editor, kind: Kind, old: str, new: str) -> None:
    """Write the new name of an entry where others name it, and in waivers."""
    reference = f"{kind}/{old}"
    for mention in mentions(editor.scope, kind, old):
        editor.draft.edit(mention.places, Set(mention.route, new))
        place = mention.places.value(*mention.route)
        editor.done.append(Deed(reference, f"renamed where {mention.by} names it", place))
    rename_waivers(editor, reference, f"{kind}/{new}")


def rename_waivers(editor: Editor, old: str, new: str) -> None:
    """Let waivers of an entry go on under its new name."""
    for waiver in editor.waivers:
        if waiver.entity == old:
            editor.draft.edit(waiver.places, Set(("entity",), new))
            place = waiver.places.value("entity")
            editor.done.append(Deed(old, "renamed in its waiver", place))
