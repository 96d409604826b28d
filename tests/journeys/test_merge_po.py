"""Catalogues on real branches: merged, rebased, picked, by Git with the driver and without."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.harness import LANGUAGES, Project

EN = "content/translations/portal/en.po"
ES = "content/translations/portal/es.po"

ADDED_ON_MAIN = 'msgctxt "cart"\nmsgid "Cart"\nmsgstr ""\n'
ADDED_ON_SIDE = 'msgctxt "sale"\nmsgid "Sale"\nmsgstr ""\n'


def repository(root: Path) -> Project:
    """Return a new project in Git, with a commit, two languages and the driver."""
    project = Project(root)
    project.git("init", "--quiet").run("init", cwd=root).exits(0)
    project.files(
        {
            LANGUAGES: "source: en\nactive: [en, es]\nenabled: [en, es]\n",
            EN: catalogue("en", entry("greeting", "Hello"), entry("bye", "Goodbye")),
            ES: catalogue(
                "es", entry("greeting", "Hello", "Hola"), entry("bye", "Goodbye", "Adiós")
            ),
        }
    )
    return project.commit("Begin")


def catalogue(locale: str, *entries: str, date: str = "2026-01-01 09:00+0000") -> str:
    fields = (
        f"Language: {locale}",
        f"PO-Revision-Date: {date}",
        "Content-Type: text/plain; charset=UTF-8",
    )
    header = "".join(f'"{field}\\n"\n' for field in fields)
    return "\n".join([f'msgid ""\nmsgstr ""\n{header}', *entries])


def entry(label: str, source: str, text: str = "", *above: str) -> str:
    lines = [*above, f'msgctxt "{label}"', f'msgid "{source}"', f'msgstr "{text}"']
    return "\n".join(lines) + "\n"


def added(project: Project, path: str, text: str) -> Project:
    """Add an entry at the end of a catalogue, as people do."""
    return project.files({path: (project.root / path).read_text(encoding="utf-8") + "\n" + text})


def git(project: Project, *arguments: str) -> tuple[int, str]:
    """Run Git, whatever it exits with."""
    done = subprocess.run(
        ["git", *arguments], cwd=project.root, check=False, capture_output=True, text=True
    )
    return done.returncode, done.stdout + done.stderr


def labels(project: Project, path: str) -> list[str]:
    text = (project.root / path).read_text(encoding="utf-8")
    return [line.split('"')[1] for line in text.splitlines() if line.startswith("msgctxt")]


def both_add_a_key(project: Project) -> None:
    """Leave two branches that each add a key at the end of the source, and sync."""
    project.git("checkout", "--quiet", "-b", "side")
    added(project, EN, ADDED_ON_SIDE).run("sync").exits(0)
    project.commit("Add sale").git("checkout", "--quiet", "main")
    added(project, EN, ADDED_ON_MAIN).run("sync").exits(0)
    project.commit("Add cart")


@pytest.mark.parametrize("way", [["merge", "side"], ["rebase", "side"], ["cherry-pick", "side"]])
def test_both_add_a_key_at_the_end(tmp_path: Path, way: Sequence[str]) -> None:
    project = repository(tmp_path)
    both_add_a_key(project)
    code, said = git(project, *way)
    assert code == 0, said
    assert sorted(labels(project, EN)) == ["bye", "cart", "greeting", "sale"]
    assert labels(project, ES) == labels(project, EN)
    project.run("sync", "--check").exits(0)


def test_without_the_driver_the_same_is_a_conflict_that_sync_mends(tmp_path: Path) -> None:
    project = repository(tmp_path)
    both_add_a_key(project)
    project.git("config", "--remove-section", "merge.clientarea-po")
    code, _ = git(project, "merge", "side")
    assert code == 1
    project.run("check").exits(1).says("conflict marker")
    project.run("sync").exits(0)
    assert labels(project, EN) == ["greeting", "bye", "cart", "sale"]
    assert labels(project, ES) == labels(project, EN)
    project.run("sync", "--check").exits(0)


def test_keys_at_different_places_merge_without_the_driver(tmp_path: Path) -> None:
    project = repository(tmp_path)
    project.files({EN: catalogue("en", *(entry(f"key{n}", f"Text {n}") for n in range(9)))})
    project.run("sync").exits(0)
    project.commit("More keys").git("config", "--remove-section", "merge.clientarea-po")
    for branch, place in (("side", "key2"), ("other", "key6")):
        project.git("checkout", "--quiet", "-b", branch, "main")
        before = f'msgctxt "{place}"'
        project.edit(EN, before, entry(f"{branch}New", "New").rstrip() + "\n\n" + before)
        project.run("sync").exits(0)
        project.commit(f"Add a key on {branch}")
    project.git("merge", "--quiet", "side")
    assert labels(project, ES) == labels(project, EN)
    project.run("sync", "--check").exits(0)


def test_both_translate_the_same_entry_differently(tmp_path: Path) -> None:
    project = repository(tmp_path)
    project.git("checkout", "--quiet", "-b", "side")
    project.edit(ES, "Adiós", "Hasta luego").edit(ES, "Hola", "Buenas")
    project.commit("Translate on side").git("checkout", "--quiet", "main")
    project.edit(ES, "Adiós", "Chao").commit("Translate on main")
    code, said = git(project, "merge", "side")
    assert code == 1
    assert "1 entry in conflict: `bye`" in said
    assert git(project, "status", "--porcelain")[1] == f"UU {ES}\n"
    assert (project.root / ES).read_text(encoding="utf-8") == catalogue(
        "es",
        entry("greeting", "Hello", "Buenas"),
        "<<<<<<< ours\n"
        + entry("bye", "Goodbye", "Chao")
        + "=======\n"
        + entry("bye", "Goodbye", "Hasta luego")
        + ">>>>>>> theirs\n",
    )
    project.run("sync").exits(0).says("1 with two texts, one of them now in a comment: `bye`")
    assert (project.root / ES).read_text(encoding="utf-8") == catalogue(
        "es",
        entry("greeting", "Hello", "Buenas"),
        entry("bye", "Goodbye", "Chao", '# other translation: "Hasta luego"', "#, fuzzy"),
    )


def test_one_changes_the_source_while_another_translates(tmp_path: Path) -> None:
    project = repository(tmp_path)
    project.git("checkout", "--quiet", "-b", "side")
    project.edit(EN, "Goodbye", "See you").run("sync").exits(0).says("1 stale")
    project.commit("Change the source").git("checkout", "--quiet", "main")
    project.edit(ES, "Adiós", "Hasta luego").commit("Translate better")
    code, said = git(project, "merge", "side")
    assert code == 0, said
    assert (project.root / ES).read_text(encoding="utf-8") == catalogue(
        "es",
        entry("greeting", "Hello", "Hola"),
        entry("bye", "See you", "Hasta luego", "#, fuzzy", '#| msgid "Goodbye"'),
    )


def test_one_confirms_a_translation_while_the_source_changes_again(tmp_path: Path) -> None:
    project = repository(tmp_path)
    project.edit(EN, "Goodbye", "See you").run("sync").exits(0)
    project.commit("Change the source").git("checkout", "--quiet", "-b", "side")
    project.edit(EN, "See you", "See you soon").run("sync").exits(0)
    project.commit("Change the source again").git("checkout", "--quiet", "main")
    project.edit(ES, '#, fuzzy\n#| msgid "Goodbye"\n', "").edit(ES, "Adiós", "Nos vemos")
    project.commit("Translate anew")
    code, said = git(project, "merge", "side")
    assert code == 0, said
    assert (project.root / ES).read_text(encoding="utf-8") == catalogue(
        "es",
        entry("greeting", "Hello", "Hola"),
        entry("bye", "See you soon", "Nos vemos", "#, fuzzy", '#| msgid "See you"'),
    )


def test_one_removes_a_key_while_another_edits_its_translation(tmp_path: Path) -> None:
    project = repository(tmp_path)
    project.git("checkout", "--quiet", "-b", "side")
    project.files({EN: catalogue("en", entry("greeting", "Hello"))})
    project.run("sync").exits(0).says("1 obsolete: `bye`")
    project.commit("Remove a key").git("checkout", "--quiet", "main")
    project.edit(ES, "Adiós", "Hasta luego").commit("Translate better")
    code, said = git(project, "merge", "side")
    assert code == 0, said
    assert (project.root / ES).read_text(encoding="utf-8") == catalogue(
        "es",
        entry("greeting", "Hello", "Hola"),
        '#~ msgctxt "bye"\n#~ msgid "Goodbye"\n#~ msgstr "Hasta luego"\n',
    )


def test_the_dates_of_two_saves_are_no_conflict(tmp_path: Path) -> None:
    project = repository(tmp_path)
    project.git("checkout", "--quiet", "-b", "side")
    project.edit(ES, "2026-01-01", "2026-02-02").edit(ES, "Hola", "Buenas")
    project.commit("Save on side").git("checkout", "--quiet", "main")
    project.edit(ES, "2026-01-01", "2026-02-01").edit(ES, "Adiós", "Chao").commit("Save on main")
    code, said = git(project, "merge", "side")
    assert code == 0, said
    assert (project.root / ES).read_text(encoding="utf-8") == catalogue(
        "es",
        entry("greeting", "Hello", "Buenas"),
        entry("bye", "Goodbye", "Chao"),
        date="2026-02-02 09:00+0000",
    )


def test_a_version_that_is_no_catalogue_is_merged_line_by_line(tmp_path: Path) -> None:
    project = repository(tmp_path)
    project.git("checkout", "--quiet", "-b", "side")
    project.edit(ES, 'msgid "Goodbye"', 'msgid "Goodbye').commit("Break it")
    project.git("checkout", "--quiet", "main").edit(ES, "Hola", "Buenas").commit("Translate")
    code, said = git(project, "merge", "side")
    assert code == 0, said
    assert "merged line by line" in said
    text = (project.root / ES).read_text(encoding="utf-8")
    assert 'msgstr "Buenas"' in text
    assert 'msgid "Goodbye\n' in text


def test_a_driver_whose_python_is_gone_leaves_git_its_own_way(tmp_path: Path) -> None:
    project = repository(tmp_path)
    both_add_a_key(project)
    config = project.root / ".git/config"
    text = config.read_text(encoding="utf-8")
    assert "/bin/python" in text
    config.write_text(text.replace("/bin/python", "/bin/gone"), encoding="utf-8")
    code, _ = git(project, "merge", "side")
    assert code == 1
    assert "<<<<<<< ours" in (project.root / EN).read_text(encoding="utf-8")


def test_a_module_in_the_work_tree_is_not_what_the_driver_runs(tmp_path: Path) -> None:
    project = repository(tmp_path)
    project.files({"compiler/__init__.py": "", "compiler/__main__.py": "raise SystemExit(1)\n"})
    project.commit("Be hostile")
    both_add_a_key(project)
    assert git(project, "merge", "side")[0] == 0


def test_branches_that_were_merged_crosswise(tmp_path: Path) -> None:
    project = repository(tmp_path)
    project.git("checkout", "--quiet", "-b", "side").edit(ES, "Adiós", "Chao").commit("Say chao")
    project.git("checkout", "--quiet", "main").edit(ES, "Adiós", "Hasta luego").commit("Say hasta")
    both = git(project, "rev-parse", "main", "side")[1].split()
    for branch, other, text in (("main", both[1], "Hasta luego"), ("side", both[0], "Chao")):
        project.git("checkout", "--quiet", branch)
        assert git(project, "merge", other)[0] == 1
        project.files(
            {ES: catalogue("es", entry("greeting", "Hello", "Hola"), entry("bye", "Goodbye", text))}
        )
        project.commit("Merge")
    added(project, ES, ADDED_ON_SIDE).commit("Add sale").git("checkout", "--quiet", "main")
    added(project, ES, ADDED_ON_MAIN).commit("Add cart")
    code, said = git(project, "merge", "side")
    assert code == 1
    assert "1 entry in conflict: `bye`" in said
    assert labels(project, ES) == ["greeting", "bye", "bye", "cart", "sale"]


def test_git_shows_entries_in_a_diff(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.git("init", "--quiet").run("init").exits(0).commit()
    en = "content/translations/common/en.po"
    project.edit(en, 'msgid "Welcome, {name}!"', 'msgid ""\n"Welcome back, "\n"{name}!"')
    shown = subprocess.run(
        ["git", "diff", "--unified=0"], cwd=tmp_path, capture_output=True, check=True, text=True
    )
    assert shown.stdout.splitlines()[-2:] == [
        "-home.welcome: Welcome, {name}!",
        "+home.welcome: Welcome back, {name}!",
    ]
    project.edit(en, '"Welcome back, "\n"{name}!"', '"Welcome, {name}!"')
    again = subprocess.run(["git", "diff"], cwd=tmp_path, capture_output=True, check=True)
    assert b"home" not in again.stdout


def test_what_is_no_catalogue_is_shown_as_it_is(tmp_path: Path) -> None:
    project = Project(tmp_path).files({"x.po": 'msgid "a'})
    project.run("diff-po", "x.po").exits(0)
    assert project.out == 'msgid "a\n'
    project.run("diff-po", "y.po").exits(2).says("`y.po` cannot be read: no such file")
