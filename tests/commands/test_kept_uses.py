"""What is kept of each file of code: the answer is the same as without, and little is read anew."""

import io
import time
from pathlib import Path
from typing import Any

import pytest

from compiler.adapters import known_files
from compiler.code.imports import Imports
from compiler.commands import judging_keys
from compiler.commands.code_reading import read_code, vocabulary_of
from compiler.commands.judging_keys import judged_keys
from compiler.commands.kept_uses import KeptUses, name_of
from compiler.commands.opening import open_at
from compiler.report.console import Console
from compiler.wiring import work_tree
from tests.harness import Project
from tests.journeys.test_keys import catalogue

FILES: dict[str, str] = {
    "content/configurations/languages.yaml": "source: en\nactive: [en]\nenabled: [en]\n",
    "clientarea.yaml": (
        'version: 1\ncode:\n  - {files: ["web/**/*.ts"], functions: [t], namespace: portal}\n'
        '  - {files: ["web/b.ts"], functions: [say], namespace: portal}\n'
    ),
    "content/translations/portal/en.po": str(catalogue({name: name.title() for name in "abcdefg"})),
    "web/keys.ts": "export const KEYS = ['c', 'd'];\n",
    "web/a.ts": "import { KEYS } from './keys';\nt('a', { x: 1, ...rest }); t(KEYS[i], 'Text');\n",
    "web/b.ts": "// clientarea: uses e\nt(key); say('f');\nconst { t } = useTranslation('portal'); t('a');\n",
    "web/c.ts": "const g = 'g'; t(`${g}`, { count, defaultValue_one: 'One' }); t('h\\u00e9' + x);\n",
}
EDITS = {
    "a file": ("web/c.ts", "const g = 'f'; t(g);\n"),
    "a constant that others import": ("web/keys.ts", "export const KEYS = ['c', 'e'];\n"),
    "a constant that is none any more": ("web/keys.ts", "export let KEYS = ['c', 'e'];\n"),
    "a file that is new": ("web/d.ts", "t('b');\n"),
    "the functions": (
        "clientarea.yaml",
        'version: 1\ncode:\n  - {files: ["web/*.ts"], functions: [say], namespace: portal}\n',
    ),
    "what a hook means": (
        "clientarea.yaml",
        FILES["clientarea.yaml"].replace(
            "namespace: portal}", "namespace: portal, hooks: {useTranslation: {prefix: 0}}}", 1
        ),
    ),
}
UNCHANGED = {"web/keys.ts", "web/a.ts", "web/b.ts", "web/c.ts"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.delenv("CI", raising=False)
    return Project(tmp_path).files({**FILES})


def answer(project: Project) -> str:
    """Return every verdict with its places."""
    return project.run("keys", "--verdict", "undeclared,unused,undeterminable,used").out


def known(project: Project) -> set[str]:
    """Return the files of which what is kept is believed."""
    opened = open_at(Console(io.StringIO(), io.StringIO()), project.root, work_tree(project.root))
    kept = KeptUses(project.root)
    source = opened.settings.code[0]
    read = read_code(opened, keep=False).sources[0]
    imports = Imports({one.path for one in read.files}, opened.snapshot.read)
    words = name_of(vocabulary_of(source))
    return {
        one.path
        for one in read.files
        if kept.file(words, one.path, one.digest, imports) is not None
    }


def test_nothing_is_believed_before_it_is_kept(project: Project) -> None:
    assert known(project) == set()
    answer(project)
    assert known(project) == UNCHANGED


@pytest.mark.parametrize(
    ("edit", "left"),
    [
        ("a file", UNCHANGED - {"web/c.ts"}),
        ("a constant that others import", UNCHANGED - {"web/keys.ts", "web/a.ts"}),
        ("a file that is new", UNCHANGED),
        ("the functions", {"web/b.ts"}),  # it was read for these as well
        ("what a hook means", set()),
    ],
)
def test_a_change_costs_what_it_touches(project: Project, edit: str, left: set[str]) -> None:
    answer(project)
    project.files(dict([EDITS[edit]]))
    assert known(project) == left


@pytest.mark.parametrize("edit", EDITS)
def test_the_answer_is_the_same_as_without(
    project: Project, edit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = answer(project)
    project.files(dict([EDITS[edit]]))
    kept = answer(project)
    monkeypatch.setenv("CI", "1")
    assert kept == answer(project)
    assert kept != first


def test_what_is_damaged_is_read_anew(project: Project) -> None:
    first = answer(project)
    path = project.root / "build/.cache/uses"
    path.write_bytes(path.read_bytes()[:-3] + b"xxx")
    (project.root / "build/.cache/keys").unlink()
    assert known(project) == set()
    assert answer(project) == first


def test_continuous_integration_believes_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(project)
    monkeypatch.setenv("CI", "1")
    assert known(project) == set()


def test_an_answer_to_what_was_there_for_a_moment_is_not_kept(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "content/translations/portal/en.po"
    before = FILES[name]

    def late(*given: Any) -> Any:
        """Read a catalogue that an editor changes, and changes back."""
        project.files({name: before.replace('msgctxt "c"', 'msgctxt "z"')})
        try:
            return judged_keys(*given)
        finally:
            project.files({name: before})

    monkeypatch.setattr(known_files, "_YOUNG", -time.time_ns())  # no file is read without need
    answer(project)
    project.files({"web/c.ts": "t('b');\n"})  # so that there is something to answer anew
    with monkeypatch.context() as patch:
        patch.setattr(judging_keys, "judged_keys", late)
        assert "undeclared portal:c" in answer(project)
    assert "undeclared portal:c" not in answer(project)


def test_what_another_version_has_kept_is_not_believed(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def noted(*given: Any) -> Any:
        asked.append(given)
        return judged_keys(*given)

    right = answer(project)
    monkeypatch.setattr(judging_keys, "judged_keys", noted)
    assert answer(project) == right
    assert asked == []
    monkeypatch.setattr("compiler.adapters.tool_state.__version__", "another")
    assert known(project) == set()
    assert answer(project) == right
    assert len(asked) == 1
