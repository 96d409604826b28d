"""Patterns of paths."""

import pytest

from compiler.base.globs import expanded, glob_pattern


@pytest.mark.parametrize(
    ("pattern", "fits", "fits_not"),
    [
        ("src/*.ts", ["src/a.ts"], ["src/a/b.ts", "a.ts", "src/a.tsx"]),
        ("src/**/*.ts", ["src/a.ts", "src/a/b/c.ts"], ["lib/a.ts"]),
        ("../web/**/*.{ts,tsx}", ["../web/a.ts", "../web/b/c.tsx"], ["../web/a.js", "web/a.ts"]),
        ("**/a?.py", ["ab.py", "x/ab.py"], ["a.py", "abc.py"]),
        ("src/**", ["src/a", "src/a/b"], ["src"]),
        ("a+b.(ts)", ["a+b.(ts)"], ["aab.ts"]),
    ],
)
def test_patterns_match_whole_paths(pattern: str, fits: list[str], fits_not: list[str]) -> None:
    compiled = glob_pattern(pattern)
    assert [one for one in fits if compiled.fullmatch(one)] == fits
    assert [one for one in fits_not if compiled.fullmatch(one)] == []


def test_braces_stand_for_each_of_their_words() -> None:
    assert expanded("{a,b}/{c,d}") == ["a/c", "a/d", "b/c", "b/d"]
    assert expanded("a{b") == ["a{b"]
    assert len(expanded("{a,b}" * 20)) < 5000
