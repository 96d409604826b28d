"""Instructions of workloads: what is printed of them beside what is kept."""

import json

from benchmarks.instructions import KEPT, python, table


def test_a_change_is_seen() -> None:
    lines = table({"check": 1_010_000_000, "new": 5_000_000}, {"check": 1_000_000_000}).splitlines()
    assert lines[0].startswith("Instructions, ")
    assert lines[1].split() == ["check", "1,010.0", "million", "+1.00", "%"]
    assert lines[2].split() == ["new", "5.0", "million"]


def test_figures_of_another_python_are_not_compared() -> None:
    first, line = table({"check": 1_000_000}, None).splitlines()
    assert first == f"Instructions, {python()}; nothing is kept of it"
    assert "%" not in line


def test_what_is_kept_names_its_python() -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    assert kept
    for name, figures in kept.items():
        assert len(name.split()) == len(["implementation", "version", "machine"])
        assert min(figures.values()) > 100_000_000
