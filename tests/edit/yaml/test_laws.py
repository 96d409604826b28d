"""Any edit of any valid file: the data is as meant, and the bytes around the place stay."""

import re
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from compiler.base.spots import Route
from compiler.edit.yaml.editing import edit_yaml
from compiler.edit.yaml.edits import Edit, Insert, InsertItem, Remove, Rename, Reorder, Set
from compiler.read.yaml import read_yaml
from compiler.read.yaml_composing import compose
from compiler.read.yaml_nodes import Alias, Collection, Node, Scalar
from tests.edit.yaml.texts import new_scalars, new_texts, new_values, valid_documents
from tests.edit.yaml.trees import at, routes, scalars, shown, with_value

laws = settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
BOM = "\ufeff"


def read(data: bytes) -> Any:
    document = read_yaml("f.yaml", data)
    assert document.findings == ()
    return document.data


def nodes(node: Node | None) -> list[Node]:
    if not isinstance(node, Collection):
        return [] if node is None else [node]
    found = [one for part in node.parts for one in (part.key, part.value) if one is not None]
    return [node, *(deep for one in found for deep in nodes(one))]


def node_at(root: Node | None, route: Route) -> Node | None:
    """Return the node at a route; None where an alias is on the way or an anchor with users."""
    used = {id(node.target) for node in nodes(root) if isinstance(node, Alias)}
    node = root
    for key in route:
        if not isinstance(node, Collection) or id(node) in used:
            return None
        part = node.part(key)
        node = None if part is None else part.value
    return None if node is None or id(node) in used else node


def lines_end(text: str, position: int) -> int:
    return min(
        (at for at in (text.find(c, position) for c in "\r\n") if at >= 0), default=len(text)
    )


@laws
@given(valid_documents, st.data())
def test_any_scalar_may_become_any_other(before: bytes, draw: st.DataObject) -> None:
    data = read(before)
    route = draw.draw(st.sampled_from(scalars(data) or [()]))
    assume(not isinstance(at(data, route), dict | list))
    value = draw.draw(new_scalars)
    after = edit_yaml("f.yaml", before, [Set(route, value)])
    assert shown(read(after)) == shown(with_value(data, route, value))
    assert_the_rest_stays(before.decode(), after.decode(), route)


def assert_the_rest_stays(before: str, after: str, route: Route) -> None:
    text = before.removeprefix(BOM)
    node = node_at(compose(text), route)
    if node is None or before == after:
        return
    mark = len(before) - len(text)
    assert after[: mark + node.start] == before[: mark + node.start]
    head_end = node.head_end if isinstance(node, Scalar) else node.end
    behind = text[max(node.end, lines_end(text, head_end)) :]
    block = isinstance(node, Scalar) and node.is_block
    if behind.strip():  # a text that keeps blank lines at its end takes or leaves those behind it
        assert after.endswith(behind.lstrip(" \r\n") if block or "|" in after else behind)
    said = text[head_end : lines_end(text, head_end)]
    assert said in after[mark + node.start :]
    if not block and "\n" not in str(at(read_yaml("f.yaml", after.encode()).data, route)):
        assert after.endswith(text[node.end :])


@laws
@given(valid_documents, st.data())
def test_any_edit_means_what_it_says(before: bytes, draw: st.DataObject) -> None:
    data = read(before)
    route = draw.draw(st.sampled_from(list(routes(data))))
    edit, wanted = draw.draw(st.sampled_from(EDITS))(draw, data, route)
    after = edit_yaml("f.yaml", before, [edit])
    assert shown(read(after)) == shown(wanted)
    if not any(
        isinstance(node, Alias) for node in nodes(compose(before.decode().removeprefix(BOM)))
    ):
        assert_comments_stay(before.decode(), after.decode(), edit)


def assert_comments_stay(before: str, after: str, edit: Edit) -> None:
    """Whole lines of comment go with what is removed or replaced, and never otherwise."""
    if not isinstance(edit, Remove | Set):
        lines = [line.strip() for line in re.split(r"[\r\n]+", before)]
        kept = [line for line in lines if line.startswith("# ")]
        for line in kept:
            assert before.count(line) <= after.count(line)


Drawn = tuple[Edit, Any]


def setting(draw: st.DataObject, data: Any, route: Route) -> Drawn:
    value = draw.draw(new_values)
    return Set(route, value), with_value(data, route, value)


def inserting(draw: st.DataObject, data: Any, route: Route) -> Drawn:
    here = at(data, route)
    if isinstance(here, list):
        return inserting_item(draw, data, route)
    assume(here is None or isinstance(here, dict))
    keys = list(here or {})
    key = draw.draw(new_texts)
    assume(key not in keys)
    place, value = draw.draw(st.integers(0, len(keys))), draw.draw(new_values)
    order = [*keys[:place], key, *keys[place:]]
    wanted = {name: value if name == key else here[name] for name in order}
    return Insert(route, key, value, order), with_value(data, route, wanted)


def inserting_item(draw: st.DataObject, data: Any, route: Route) -> Drawn:
    here = at(data, route)
    place, value = draw.draw(st.integers(0, len(here))), draw.draw(new_values)
    wanted = [*here[:place], value, *here[place:]]
    return InsertItem(route, value, place), with_value(data, route, wanted)


def removing(_draw: st.DataObject, data: Any, route: Route) -> Drawn:
    assume(route)
    around = at(data, route[:-1])
    if isinstance(around, dict):
        wanted: Any = {key: value for key, value in around.items() if key != route[-1]}
    else:
        wanted = [value for index, value in enumerate(around) if index != route[-1]]
    return Remove(route), with_value(data, route[:-1], wanted)


def renaming(draw: st.DataObject, data: Any, route: Route) -> Drawn:
    assume(route and isinstance(route[-1], str))
    around, key = at(data, route[:-1]), draw.draw(new_texts)
    assume(key not in around)
    wanted = {key if name == route[-1] else name: value for name, value in around.items()}
    return Rename(route, key), with_value(data, route[:-1], wanted)


def reordering(draw: st.DataObject, data: Any, route: Route) -> Drawn:
    here = at(data, route)
    assume(isinstance(here, dict | list))
    order = draw.draw(st.permutations(list(here) if isinstance(here, dict) else range(len(here))))
    wanted = {k: here[k] for k in order} if isinstance(here, dict) else [here[i] for i in order]
    return Reorder(route, order), with_value(data, route, wanted)


EDITS = [setting, inserting, removing, renaming, reordering]


@laws
@given(valid_documents, st.data())
def test_an_edit_and_its_opposite_leave_the_data_as_it_was(
    before: bytes, draw: st.DataObject
) -> None:
    data = read(before)
    route = draw.draw(st.sampled_from(list(routes(data))))
    assume(isinstance(at(data, route), dict))
    assume("new key" not in at(data, route))
    value = draw.draw(new_scalars)
    after = edit_yaml(
        "f.yaml", before, [Insert(route, "new key", value), Remove((*route, "new key"))]
    )
    assert shown(read(after)) == shown(data)
