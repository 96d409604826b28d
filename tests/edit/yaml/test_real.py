"""Every YAML file of this repository's content and of other projects: any of its scalars."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from compiler.edit.refusal import UneditableError
from compiler.edit.yaml.editing import edit_yaml
from compiler.edit.yaml.edits import Insert, Remove, Rename, Set
from compiler.read.yaml import read_yaml
from tests.edit.yaml.test_laws import assert_the_rest_stays
from tests.edit.yaml.trees import at, routes, scalars, shown, with_value
from tests.read.test_yaml_suite import cases, source

VALUES = ["New: title", "no", 12, "one\ntwo\n"]
MOST = 12


def some(found: list[tuple[str | int, ...]]) -> list[tuple[str | int, ...]]:
    """Return routes from all over a file."""
    return found[:: max(len(found) // MOST, 1)]


def check(path: str, data: bytes) -> int:
    """Change scalars, and rename, remove and insert keys; return how many edits were made."""
    tree = read_yaml(path, data).data
    made = 0
    for number, route in enumerate(some(scalars(tree))):
        value = VALUES[number % len(VALUES)]
        after = edit_yaml(path, data, [Set(route, value)])
        assert shown(read_yaml(path, after).data) == shown(with_value(tree, route, value))
        assert_the_rest_stays(data.decode(), after.decode(), route)
        made += 1
    keys = [route for route in routes(tree) if route and isinstance(route[-1], str)]
    for route in some(keys):
        around = at(tree, route[:-1])
        for edit, wanted in (
            (
                Rename(route, "new one"),
                {"new one" if k == route[-1] else k: v for k, v in around.items()},
            ),
            (Remove(route), {k: v for k, v in around.items() if k != route[-1]}),
            (Insert(route[:-1], "new one", "x"), {**around, "new one": "x"}),
        ):
            after = edit_yaml(path, data, [edit])
            expected = with_value(tree, route[:-1], wanted)
            assert shown(read_yaml(path, after).data) == shown(expected)
            made += 1
    return made


def readable(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted((*folder.rglob("*.yaml"), *folder.rglob("*.yml"))):
        data = path.read_bytes()
        if read_yaml(path.name, data).data is not None:
            yield path.name, data


def test_this_repository(project_root: Path) -> None:
    found = list(readable(project_root / "content"))
    assert len(found) > 20
    assert sum(check(*one) for one in found) > 500


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_other_projects(shared_data: Path, end: str) -> None:
    found = list(readable(shared_data / "yaml" / "devise-i18n"))
    assert len(found) > 50
    for name, data in found[:: 4 if end == "\n" else 9]:
        check(name, data.replace(b"\n", end.encode()))


def test_the_files_of_the_test_suite(shared_data: Path) -> None:
    """Some of these are written as no content is; what cannot be edited is refused, not broken."""
    made, refused = 0, []
    for name, case in cases(shared_data):
        data = source(case)
        found = read_yaml("f.yaml", data)
        if found.data is None or found.findings:
            continue
        try:
            made += check("f.yaml", data)
        except UneditableError:
            refused.append(name)
    assert made > 100
    # After a text in quotes libyaml takes no line with nothing but a tab.
    assert refused == ["DK95-5"]
