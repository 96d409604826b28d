"""The documentation is true: made pages are current, links lead somewhere, verbs are described."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from compiler.verbs import VERBS

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
EXAMPLE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_made_pages_are_current() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tools.docs", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    text = EXAMPLE.sub("", page.read_text(encoding="utf-8"))
    links = [link for link in LINK.findall(text) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_has_help_and_stands_in_the_docs(verb: str) -> None:
    assert VERBS[verb].help
    assert f"\n## {verb}\n" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
