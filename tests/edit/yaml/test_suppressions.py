"""A comment that silences loses a rule, or goes with its last one; all other bytes stay."""

import pytest

from compiler.edit.refusal import UneditableError
from compiler.edit.yaml.suppressions import without_suppression


@pytest.mark.parametrize(
    ("before", "line", "column", "after"),
    [
        ("# clientarea: ignore stale -- old\na: 1\n", 1, 1, "a: 1\n"),
        ("a: 1\n  # clientarea: ignore stale -- old\nb: 2", 2, 3, "a: 1\nb: 2"),
        ("a: 1\r\n# clientarea: ignore stale -- old\r\nb: 2\r\n", 2, 1, "a: 1\r\nb: 2\r\n"),
        ("a: 1  # clientarea: ignore stale -- old\nb: 2\n", 1, 7, "a: 1\nb: 2\n"),
        ("a: 1 # é # clientarea: ignore stale -- old", 1, 10, "a: 1 # é"),
        ("a: |  # clientarea: ignore stale -- old\n  b\n", 1, 7, "a: |\n  b\n"),
        ("#clientarea: ignore x , stale,y --\told\n", 1, 1, "#clientarea: ignore x, y --\told\n"),
        ("\ufeff# clientarea: ignore stale -- old\na: 1\n", 1, 1, "\ufeffa: 1\n"),
    ],
)
def test_the_comment_goes(before: str, line: int, column: int, after: str) -> None:
    made = without_suppression("a.yaml", before.encode(), line, column, "stale")
    assert made.decode() == after


def test_front_matter_too() -> None:
    text = "---\n# clientarea: ignore stale -- old\ntitle: A\n---\n\nText\n"
    made = without_suppression("a.es.md", text.encode(), 2, 1, "stale")
    assert made.decode() == "---\ntitle: A\n---\n\nText\n"


@pytest.mark.parametrize(
    ("path", "text", "line", "column"),
    [
        ("a.yaml", "a: 1\n", 1, 1),
        ("a.yaml", "a: 1\n", 7, 1),
        ("a.yaml", "# clientarea: ignore fuzzy -- old\n", 1, 1),
        ("a.yaml", "# clientarea: ignore stale\n", 1, 1),
        ("a.yaml", "a: '# clientarea: ignore stale -- old'\n", 1, 5),
        ("a.yaml", "a: |\n  # clientarea: ignore stale -- old\n  b\n", 2, 3),
        ("a.es.md", "<!-- clientarea: ignore stale -- old -->\nText\n", 1, 1),
        ("a.es.md", "# clientarea: ignore stale -- old\nText\n", 1, 1),
    ],
)
def test_what_is_no_such_comment_stays(path: str, text: str, line: int, column: int) -> None:
    with pytest.raises(UneditableError):
        without_suppression(path, text.encode(), line, column, "stale")
