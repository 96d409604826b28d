"""`config AREA KEY=VALUE`: a value is set where it belongs, in the manner of the file."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from compiler.base.failure import UsageError
from compiler.base.place import Place, Places
from compiler.base.project_file import PROJECT_FILE
from compiler.base.suggest import did_you_mean
from compiler.edit.adding.fields import value_from
from compiler.edit.records.whole_file import read_whole, write_whole
from compiler.edit.settings.homes import Home, home_of
from compiler.edit.verbs.editor import Deed, Editor
from compiler.edit.yaml.edits import Put, Remove
from compiler.edit.yaml.meaning import same
from compiler.load.shape import keys_of, type_at
from compiler.load.validating import Subject, validate
from compiler.load.wording import shown
from compiler.model.area import DEFAULT_AREA
from compiler.model.overlay import merge_patch
from compiler.model.reference import Kind
from compiler.query.area_values.value import has_value, value_at
from compiler.read.yaml import read_yaml

_ABSENT = object()


class Assignment(NamedTuple):
    """A value to set, as text; an empty one takes away what the area has of its own."""

    key: str
    text: str

    @staticmethod
    def of(words: str) -> "Assignment":
        """Return what ``KEY=VALUE`` says."""
        key, _, text = words.partition("=")
        return Assignment(key.strip(), text.strip())


def configure(editor: Editor, area: str, assignments: Sequence[Assignment]) -> None:
    """Set values of an area, or as `default` of all areas.

    Raises UsageError for an area or key that there is not, and for a value that does not fit.
    """
    content = editor.scope.content
    if area != DEFAULT_AREA and area not in content.areas:
        if f"{Kind.AREAS}/{area}" in content.broken:
            raise UsageError(f"`{area}` has errors; `clientarea check` says which")
        known = [DEFAULT_AREA, *content.areas]
        raise UsageError(f"there is no area `{area}`; {did_you_mean(area, known)}")
    homes = [home_of(editor, area, one.key) for one in assignments]
    for one, home in zip(assignments, homes, strict=True):
        _assign(editor, one, home)
    for home in {home.path: home for home in homes}.values():
        _refuse_unfit(editor, home)


def _assign(editor: Editor, assignment: Assignment, home: Home) -> None:
    now, key = _data(editor, home), assignment.key
    beneath = _beneath(editor, home)
    if not assignment.text:
        after = "" if beneath is _ABSENT else f": {_words(beneath)} holds for all areas"
        _take_away(editor, home, now, f"`{key}` taken out{after}")
        return
    value = value_from(assignment.text, type_at(home.model, home.route))
    if same(value, beneath) and has_value(now, home.route):
        _take_away(editor, home, now, f"`{key}` is {_words(value)}, as in all areas")
    elif same(value, beneath if not has_value(now, home.route) else value_at(now, home.route)):
        place = _place(editor, home)
        editor.leave(home.reference, f"`{key}` is {_words(value)} already", place)
    elif value is None and beneath is _ABSENT:
        _take_away(editor, home, now, f"`{key}` taken out")
    else:
        _put(editor, home, value)
        message = f"`{key}` is {_words(value)}"
        editor.done.append(Deed(home.reference, message, _place(editor, home)))


def _put(editor: Editor, home: Home, value: Any) -> None:  # noqa: ANN401 - any value of YAML
    if editor.draft.data(home.path) is None:
        whole: Any = value
        for step in reversed(home.route):
            whole = {step: whole}
        editor.draft.put(home.path, write_whole(home.kind, home.path, whole))
    else:
        keys = keys_of(type_at(home.model, home.route[:-1]))
        editor.draft.edit(Places(home.path), Put(home.route, value, keys))


def _take_away(editor: Editor, home: Home, now: dict[str, Any], message: str) -> None:
    """Remove a value, what is empty without it, and at last the file."""
    if not has_value(now, home.route):
        message = "there is no value of its own to take out"
        editor.leave(home.reference, message, _place(editor, home))
        return
    route, place = home.route, _place(editor, home)
    while len(route) > 1 and len(value_at(now, route[:-1])) == 1:
        route = route[:-1]
    if len(route) == 1 and len(now) == 1:
        editor.draft.remove(home.path)
    else:
        editor.draft.edit(Places(home.path), Remove(route))
    editor.done.append(Deed(home.reference, message, place))


def _refuse_unfit(editor: Editor, home: Home) -> None:
    """Raise UsageError where a file would not be what it has to be."""
    data = _data(editor, home)
    patched = merge_patch(_shared(editor, home), data) if home.kind.whole is not None else data
    places = read_yaml(home.path, editor.draft.data(home.path) or b"").places
    _, findings = validate(patched, home.model, Subject(home.kind.noun, places))
    for one in findings:
        hint = f"; {one.hint}" if one.hint else ""
        ends = " Nothing" if hint.endswith("?") else "; nothing"
        raise UsageError(f"{one.message}{hint}{ends} was written")


def _data(editor: Editor, home: Home) -> dict[str, Any]:
    data = editor.draft.data(home.path)
    if data is None:
        return {}
    whole = read_whole(home.kind, home.path, data)
    if whole is None:
        raise UsageError(f"`{home.path}` has errors; `clientarea check` says which")
    return whole


def _shared(editor: Editor, home: Home) -> dict[str, Any]:
    """Return what all areas share of a configuration, where the file is one's difference to it."""
    shared = editor.scope.content.shared.configurations
    file = shared.get(home.configuration or "") if home.kind.whole is not None else None
    return {} if file is None else dict(file.data)


def _beneath(editor: Editor, home: Home) -> Any:  # noqa: ANN401 - any value, or that there is none
    """Return what holds where an area says nothing: what all share, or a default."""
    if home.kind.whole is None:
        return _ABSENT
    shared = _shared(editor, home)
    if has_value(shared, home.route):
        return value_at(shared, home.route)
    record = getattr(editor.scope.content.configurations, home.configuration or "")
    typed = {} if record is None else record.model_dump(mode="json", by_alias=True)
    value = value_at(typed, home.route)
    return _ABSENT if value is None else value


def _place(editor: Editor, home: Home) -> Place:
    """Return where a value stands, or that of all areas where the area has no such file."""
    data = editor.draft.data(home.path)
    if data is not None:
        return read_yaml(home.path, data).places.value(*home.route)
    file = editor.scope.content.shared.configurations.get(home.configuration or "")
    return Place(PROJECT_FILE) if file is None else file.places.value(*home.route)


def _words(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, list) and not any(isinstance(one, dict | list) for one in value):
        return ", ".join(map(str, value))
    return shown(value)
