"""Files listed by another process: the same hash, or none; and nobody is left behind.

It forks, which the process of tests may not: each case is a program of its own.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.harness import small_project

FILES = {"clientarea.yaml": "version: 1\n", "content/texts/a.yaml": "a: 1\n"}
LISTED = "build/.cache/file-contents"

BEGUN = """
import os
from pathlib import Path
from compiler.adapters import listed_ahead as ahead
from compiler.adapters.file_statuses import hash_of_statuses
from compiler.adapters.work_tree import WorkTree
ahead._WORTH_A_PROCESS = 3
os.sched_getaffinity = lambda _: {0, 1}
project = Path.cwd()
while not (project / "clientarea.yaml").exists():
    project = project.parent
def childless():
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False
"""

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it forks on Linux")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in {**FILES, LISTED: "much"}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def said(folder: Path, program: str) -> str:
    """Return what a program prints that is run in a folder."""
    done = subprocess.run(
        (sys.executable, "-c", BEGUN + program),
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


ASK = """
ahead.begin(["check", "--strict"])
answer = ahead.hash_of_listing(project)
print(answer == hash_of_statuses(WorkTree(project, None).listing()), answer is None, childless())
"""


def test_the_hash_is_that_of_who_lists_himself(project: Path) -> None:
    assert said(project, ASK) == "True False True"


def test_the_project_is_that_of_the_folder_above(project: Path) -> None:
    assert said(project / "content", ASK) == "True False True"


def test_another_file_is_another_hash(project: Path) -> None:
    show = "ahead.begin(['build']); print(ahead.hash_of_listing(project))"
    before = said(project, show)
    (project / "content/texts/b.yaml").write_text("b: 1\n")
    assert len(before) == 64
    assert said(project, show) != before


@pytest.mark.parametrize("aim", ["nowhere", "..", "texts"])
def test_a_link_is_left_to_who_knows_how_far_it_may_lead(project: Path, aim: str) -> None:
    (project / "content/link").symlink_to(aim)
    answer = said(project, ASK).split()
    assert answer[2] == "True"
    assert answer[:2] in (["False", "True"], ["True", "False"])  # the same hash, or none


def test_it_is_asked_once_for_much_may_have_happened_since(project: Path) -> None:
    twice = "ahead.begin(['check']); ahead.hash_of_listing(project)\n"
    assert said(project, f"{twice}print(ahead.hash_of_listing(project))") == "None"


def test_another_project_gets_no_answer(project: Path) -> None:
    other = "ahead.begin(['check']); print(ahead.hash_of_listing(project / 'content'))\n"
    assert said(project, f"{other}ahead.end(); print(childless())") == "None\nTrue"


def test_nobody_is_left_behind_who_was_not_asked(project: Path) -> None:
    assert said(project, "ahead.begin(['check']); ahead.end(); print(childless())") == "True"


INTERRUPTED = """
def interrupted(*_):
    raise KeyboardInterrupt
ahead.begin(["check"])
os.fdopen, fdopen = interrupted, os.fdopen
try:
    ahead.hash_of_listing(project)
except KeyboardInterrupt:
    os.fdopen = fdopen
    ahead.end()
print(childless())
"""


def test_an_interruption_leaves_nobody_behind(project: Path) -> None:
    assert said(project, INTERRUPTED) == "True"


@pytest.mark.parametrize("words", [[], ["keys"], ["check", "--project", "a"], ["--project=a"]])
def test_other_words_begin_nothing(project: Path, words: list[str]) -> None:
    assert said(project, f"ahead.begin({words}); print(childless())") == "True"


def test_where_a_stream_is_closed_nothing_begins(project: Path) -> None:
    closed = "import sys; sys.stdin = None; ahead.begin(['check']); print(childless())"
    assert said(project, closed) == "True"


def test_a_small_project_begins_nothing(project: Path) -> None:
    small = "ahead._WORTH_A_PROCESS = 5; ahead.begin(['check']); print(childless())"
    assert said(project, small) == "True"


def test_a_folder_of_no_project_begins_nothing(tmp_path: Path) -> None:
    begun = BEGUN[BEGUN.index("def childless") :]
    program = f"import os\nfrom compiler.adapters import listed_ahead as ahead\n{begun}"
    program += "ahead.begin(['check']); print(childless())"
    done = subprocess.run(
        (sys.executable, "-c", program),
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "True"


ANSWERED = """
import compiler.adapters.known_files as known
known._YOUNG = -(10**19)
from compiler.cli import main
def check():
    ahead.begin(["check"])
    return main(["check"])
check(), check()
def listing(_):
    raise AssertionError("listed twice")
WorkTree.listing = listing
print("again", check())
"""


def test_a_check_of_what_has_not_changed_lists_nothing_itself(tmp_path: Path) -> None:
    small_project(tmp_path)
    assert said(tmp_path, ANSWERED).splitlines()[-1] == "again 0"
