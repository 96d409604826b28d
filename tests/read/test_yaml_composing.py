"""The nodes of a YAML text: each begins where the reader has its place, and says what it says."""

import pytest
from hypothesis import HealthCheck, given, settings

from compiler.base.spots import Route
from compiler.read.decoding import BOM, line_starts
from compiler.read.yaml import read_yaml, read_yaml_text
from compiler.read.yaml_composing import compose
from compiler.read.yaml_nodes import Alias, Collection, Node, Scalar, key_of
from tests.edit.yaml.texts import valid_documents
from tests.edit.yaml.trees import at


def routed(node: Node, route: Route = ()) -> list[tuple[Route, Node]]:
    found: list[tuple[Route, Node]] = [(route, node)]
    if isinstance(node, Collection):
        for index, part in enumerate(node.parts):
            key = key_of(part) if node.mapping else index
            assert key is not None
            found += routed(part.value, (*route, key))
    return found


@given(valid_documents)
@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
def test_nodes_and_places_agree(data: bytes) -> None:
    text = data.decode().removeprefix(BOM)
    document = read_yaml("f.yaml", data)
    root = compose(text)
    assert root is not None
    starts = [0, *line_starts(text)]
    for route, node in routed(root):
        spot = document.places.spots.values[route]
        if isinstance(node, Alias) or node.start == node.end:
            continue
        assert starts[spot.line - 1] + spot.column - 1 == node.begin, route
        written = text[node.start : node.end]
        assert written == written.strip("\r\n") or "+" in written or written[0] == ">"
        if not any(isinstance(inner, Alias) for _, inner in routed(node)) and not is_indented(node):
            assert read_yaml_text("f.yaml", written).data == at(document.data, route)


def is_indented(node: Node) -> bool:
    """Tell whether what a node says depends on what stands around it."""
    if isinstance(node, Collection):
        return not node.flow or node.bare
    return isinstance(node, Scalar) and node.is_block


@pytest.mark.parametrize(
    ("text", "route", "written"),
    [
        ("a: |+ # c\n  x\n\n\nb: 1\n", ("a",), "|+ # c\n  x\n\n"),
        ("a: >2-\n   x\n   \n\n# c\n", ("a",), ">2-\n   x\n   "),
        ("a: |\n  x\n  \n\n # c\n", ("a",), "|\n  x"),
        ("a: |\n\nb: 1\n", ("a",), "|"),
        ("a: &x # c\n  - b # d\n  - c\n# e\n", ("a",), "- b # d\n  - c"),
        ("[a: b, c]", (0,), "a: b"),
        ("[a, {b: 1,\n c}] # d", (1,), "{b: 1,\n c}"),
        ("a: 'x\n\n  y' # c", ("a",), "'x\n\n  y'"),
        ("a: x\n  y # c", ("a",), "x\n  y"),
        ("--- !t &x x\n...\n", (), "x"),
        ("\u2028a: \u2029b\n", ("\u2028a",), "\u2029b"),
    ],
)
def test_spans(text: str, route: Route, written: str) -> None:
    root = compose(text)
    assert root is not None
    node = dict(routed(root))[route]
    assert text[node.start : node.end] == written


@pytest.mark.parametrize(
    ("text", "where"),
    [("a:\nb: 1", 2), ("a: # c\nb: 1", 2), ("a: &x\nb: 1", 5), ("{a, b: 1}", 2), ("{a: , b: 1}", 3), ("? a\n", 3)],
)  # fmt: skip
def test_what_is_empty_stands_where_a_text_could_be_written(text: str, where: int) -> None:
    root = compose(text)
    assert root is not None
    node = dict(routed(root))[("a",)]
    assert (node.start, node.end) == (where, where)


def test_nothing_is_no_node() -> None:
    assert compose("# only a comment\n") is None
