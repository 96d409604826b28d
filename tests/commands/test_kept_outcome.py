"""A check that is answered from what is kept says, to the byte, what one without it says."""

import datetime as dt
import hashlib
import os
import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from compiler.adapters.build_cache import read_cache
from compiler.adapters.work_tree import WorkTree
from compiler.base.place import Place
from compiler.commands.kept_outcome import Question, keep_outcome, kept_outcome
from compiler.commands.outcome import Outcome
from compiler.load.rules_files import MERGE_DRIVER_MISSING
from tests.fakes.clock import SteadyClock
from tests.harness import LANGUAGES, Project

TEXT = "content/texts/verification/whyWeAsk.yaml"
WAIVERS = (
    "waivers:\n  - {rule: deleted-locked-text, entity: texts/legal.cookieNotice, "
    "reason: It moved to the contract., expires: 2099-12-31}\n"
)
ASKED: tuple[tuple[str, ...], ...] = (
    *[("check",)] * 3,
    *[("check", "--base", "main")] * 3,
    ("check", "--base", "main", "--format", "json"),
    ("check", "--gate", "reviewed", "--format", "sarif"),
    ("check", "--locale", "es,ru", "--format", "json"),
    ("check", "--rule", "stale", "--rule", "deleted-locked-text"),
    ("check", "content/texts", "--strict"),
)


@pytest.fixture(autouse=True)
def people(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work as on somebody's own machine, where `check` believes what is kept."""
    monkeypatch.delenv("CI", raising=False)


@pytest.fixture
def showcase(tmp_path: Path, checked_showcase: Path) -> Project:
    """The project's own content on a branch, checked before."""
    shutil.copytree(checked_showcase, tmp_path, dirs_exist_ok=True)
    return _on_a_branch(tmp_path)


@pytest.fixture
def asked_often(tmp_path: Path, checked_showcase: Path) -> Project:
    """The same with two of its templates: all take half the time of a check that keeps nothing."""
    shutil.copytree(checked_showcase, tmp_path, dirs_exist_ok=True)
    for folder in ("agreements", "news", "payments", "security", "statements", "verification"):
        shutil.rmtree(tmp_path / "content/templates" / folder)
    return _on_a_branch(tmp_path)


def _on_a_branch(folder: Path) -> Project:
    project = Project(folder).commit().git("branch", "-M", "main")
    return project.git("checkout", "--quiet", "-b", "work")


def told(project: Project, *asked: str) -> tuple[int, str, str]:
    project.run(*asked)
    return project.code, project.out, project.err


def told_anew(project: Project, *asked: str) -> tuple[int, str, str]:
    """Return the same where nothing is kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CI", "true")
        return told(project, *asked)


def _files(project: Project, suffix: str) -> list[Path]:
    return sorted((project.root / "content").rglob(f"*{suffix}"))


def _edit(chance: random.Random, project: Project) -> None:
    file = chance.choice(_files(project, chance.choice([".yaml", ".md", ".po"])))
    old, new = chance.choice(
        [(b"e", b"i"), (b"title", b"titel"), (b"  ", b"   "), (b"\n", b"\n\n")]
    )
    file.write_bytes(file.read_bytes().replace(old, new, chance.choice([1, 3])))


def _edit_unseen(chance: random.Random, project: Project) -> None:
    """Change a file whose size and time stay what they were."""
    file = chance.choice(_files(project, ".yaml"))
    status = file.stat()
    file.write_bytes(file.read_bytes().replace(b"e", b"i", 1))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def _remove(chance: random.Random, project: Project) -> None:
    chance.choice(_files(project, ".yaml")).unlink()


def _rename(chance: random.Random, project: Project) -> None:
    file = chance.choice(_files(project, ".md"))
    file.rename(file.with_name(f"new{file.name}"))


def _touch(chance: random.Random, project: Project) -> None:
    chance.choice(_files(project, ".po")).touch()


def _link(chance: random.Random, project: Project) -> None:
    file = chance.choice(_files(project, ".yaml"))
    file.unlink()
    file.symlink_to(chance.choice(_files(project, ".yaml")))


def _image(chance: random.Random, project: Project) -> None:
    file = chance.choice(_files(project, ".png") or _files(project, ".webp"))
    file.write_bytes(file.read_bytes()[:100])


def _settings(_: random.Random, project: Project) -> None:
    with (project.root / "clientarea.yaml").open("a") as file:
        file.write("# settings\n")


def _languages(_: random.Random, project: Project) -> None:
    file = project.root / LANGUAGES
    file.write_text(file.read_text().replace("es, ru", "ru, es"))


def _waive(_: random.Random, project: Project) -> None:
    (project.root / "waivers.yaml").write_text(WAIVERS)


def _commit(_: random.Random, project: Project) -> None:
    project.commit()


def _move_base(_: random.Random, project: Project) -> None:
    project.commit().git("branch", "-f", "main")


def _go_back(_: random.Random, project: Project) -> None:
    project.git("checkout", "--quiet", "main", "--", ".")


EDITS: tuple[Callable[[random.Random, Project], None], ...] = (
    *[_edit] * 4,
    _edit_unseen,
    _remove,
    _rename,
    _touch,
    _link,
    _image,
    _settings,
    _languages,
    _waive,
    _commit,
    _move_base,
    _go_back,
)


@pytest.mark.parametrize("seed", range(3))
def test_edits_in_any_order_are_told_as_without(asked_often: Project, seed: int) -> None:
    project, chance = asked_often, random.Random(seed)
    told(project, "check")
    for edit in chance.sample(EDITS, 8):
        edit(chance, project)
        asked = chance.choice(ASKED)
        expected = told_anew(project, *asked)
        assert told(project, *asked) == expected, edit
        assert told(project, *asked) == expected, edit


def test_every_question_has_its_own_answer(asked_often: Project) -> None:
    project = asked_often.edit(TEXT, "from: en@", "from: en@00000000 #")
    (project.root / "content/texts/legal/cookieNotice.yaml").unlink()
    expected = {asked: told_anew(project, *asked) for asked in set(ASKED)}
    for asked in (*ASKED, *reversed(ASKED)):
        assert told(project, *asked) == expected[asked]


def test_a_base_that_moves_is_another_question(showcase: Project) -> None:
    (showcase.root / "content/texts/legal/cookieNotice.yaml").unlink()
    showcase.commit()
    for _ in range(2):
        showcase.run("check", "--base", "main").exits(1).says("deleted-locked-text")
    showcase.git("branch", "-f", "main")
    for _ in range(2):
        showcase.run("check", "--base", "main").exits(0)


def test_another_day_and_another_clone_are_other_questions(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = WorkTree(project.root, None)
    finding = MERGE_DRIVER_MISSING.at(Place(".gitattributes"), "Git does not know it")
    questions = [Question(project.root, None, None, known) for known in ((), (finding,))]
    keys = {one.key(tree) for one in questions}
    monkeypatch.setattr("compiler.commands.kept_outcome.system_clock", SteadyClock)
    assert len(keys | {one.key(tree) for one in questions}) == 4


def test_whatever_is_asked_otherwise_is_another_question(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree, asked = WorkTree(project.root, None), Question(project.root, None, None, ())
    questions = [
        asked,
        replace(asked, gate="reviewed"),
        replace(asked, pseudo=True),
        replace(asked, today=dt.date(2027, 1, 31)),
    ]
    keys = {one.key(tree) for one in questions}
    assert replace(asked, online=True).key(tree) is None
    monkeypatch.setattr("compiler.adapters.tool_state.__version__", "another")
    keys |= {one.key(tree) for one in questions}
    assert len(keys) == 8


def test_an_object_of_git_lfs_that_comes_is_seen(project: Project) -> None:
    data = b"locales:\n  en: {title: A}\n  es: {title: B}\n"
    name = hashlib.sha256(data).hexdigest()
    head = "version https://git-lfs.github.com/spec/v1"
    project.files({"content/texts/a.yaml": f"{head}\noid sha256:{name}\nsize {len(data)}\n"})
    project.commit()
    for _ in range(2):
        project.run("check").exits(1).says("only the Git LFS pointer of this file is here")
    project.files({f".git/lfs/objects/{name[:2]}/{name[2:4]}/{name}": data})
    for _ in range(2):
        project.run("check").exits(0)


def test_what_changes_meanwhile_is_not_kept(project: Project) -> None:
    question = Question(project.root, None, None, ())
    tree = WorkTree(project.root, None)
    key = question.key(tree)
    outcome = Outcome((), 3, ("en",))
    project.edit("clientarea.yaml", "1", "1 # one")
    keep_outcome(question, key, outcome, tree)
    assert read_cache(project.root, question.name) is None
    project.edit("clientarea.yaml", "1 # one", "1")  # it may have been read in between
    assert question.key(WorkTree(project.root, None)) == key
    keep_outcome(question, key, outcome, tree)
    assert read_cache(project.root, question.name) is None
    tree = WorkTree(project.root, None)
    key = question.key(tree)
    keep_outcome(question, key, outcome, tree)
    assert kept_outcome(question, key) == outcome


def test_what_is_damaged_is_made_anew(showcase: Project) -> None:
    expected = told(showcase, "check")
    for file in (showcase.root / "build/.cache").iterdir():
        data = file.read_bytes()
        half = len(data) // 2
        for damaged in (b"", data[:half], data[:half] + b"x" + data[half + 1 :], data + b"x"):
            file.write_bytes(damaged)
            assert told(showcase, "check") == expected


def test_nothing_is_kept_in_continuous_integration(project: Project) -> None:
    told_anew(project, "check")
    assert not (project.root / "build").exists()


def test_a_base_with_files_elsewhere_is_read_every_time(project: Project) -> None:
    project.commit().files({".git/lfs/objects/.keep": ""})
    project.run("check", "--base", "HEAD").exits(0)
    assert read_cache(project.root, "outcome-base") is None
