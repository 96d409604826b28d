"""PyYAML without libyaml reads the same, only slower."""

from pathlib import Path

import pytest

from compiler.read import yaml_events
from compiler.read.yaml import read_yaml

ODD = [
    "\ufeffé: {a: 'x', b: [1, 2]}  # clientarea: ignore a -- b\n",
    'a: |\n  x\n\n# clientarea: ignore a -- b\nb: "1\n  2"\n',
    "a: &x [1]\nb: *x\na: 2\nc: !t d\n",
]
BROKEN = [
    "a: b: c\n",
    "a: 'x\n",
    "a: [b\nc: d\n",
    "a:\n\tb: c\n",
    "a: 'it's'\n",
    "a: {b: c\n",
    "a: @x\n",
    "a: - b\n",
    "a: | b\n",
    "a: é\x07\n",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_files(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = read_yaml("f.yaml", text.encode())
    monkeypatch.setattr(yaml_events, "CParser", None)
    assert read_yaml("f.yaml", text.encode()) == expected


@pytest.mark.parametrize("text", BROKEN)
def test_broken_files(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (expected,) = read_yaml("f.yaml", text.encode()).findings
    monkeypatch.setattr(yaml_events, "CParser", None)
    (finding,) = read_yaml("f.yaml", text.encode()).findings
    assert (finding.message, finding.place.line) == (expected.message, expected.place.line)


def test_files_of_this_project(project_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = sorted((project_root / "content").rglob("*.yaml"))
    expected = [read_yaml(path.name, path.read_bytes()) for path in files]
    monkeypatch.setattr(yaml_events, "CParser", None)
    assert [read_yaml(path.name, path.read_bytes()) for path in files] == expected
    assert all(document.findings == () for document in expected)
