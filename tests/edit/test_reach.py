"""Which files an editing command may write."""

from pathlib import Path

import pytest

from compiler.base.globs import glob_pattern
from compiler.edit.files import OutsideError
from compiler.edit.reach import Reach

CODE = [glob_pattern("../web/**/*.ts")]


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("content/texts/a.yaml", True),
        ("waivers.yaml", True),
        ("clientarea.yaml", True),
        ("../web/src/a.ts", True),
        ("../web/src/a.sh", False),
        ("../web/.git/hooks/a.ts", False),
        ("content/../Makefile", False),
        ("Makefile", False),
        ("/etc/passwd", False),
    ],
)
def test_content_settings_and_code_are_within_reach(path: str, allowed: bool) -> None:
    assert Reach(Path("/project"), Path("/"), CODE).allows(path) is allowed
    assert Reach(Path("/project")).allows("../web/src/a.ts") is False


def test_code_stays_within_the_work_tree(tmp_path: Path) -> None:
    top, root = tmp_path / "top", tmp_path / "top/content-repo"
    root.mkdir(parents=True)
    reach = Reach(root, top, CODE)
    assert reach.target("../web/a.ts") == root / "../web/a.ts"
    (top / "web").symlink_to(tmp_path / "outside")
    with pytest.raises(OutsideError):
        reach.target("../web/a.ts")
    with pytest.raises(OutsideError):
        reach.target("content/../../x.yaml")
