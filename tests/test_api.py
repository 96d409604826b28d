"""`compiler.api`: the values that the commands print, and what it costs to import it."""

import io
import json
import re
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from compiler import api
from tests.harness import Project
from tests.house.test_start import EDITING, HEAVY, MODELS, SERVICES

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "python.md"
CATALOGUE = "content/translations/portal/es.po"
AREA = {"name": "S", "type": "web_shop", "hosting": "integrated", "url": "https://s.example"}


def test_the_example_of_the_page_runs(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = project.root / "shop"
    folder.mkdir()
    for name in ("clientarea.yaml", "content"):
        (project.root / name).rename(folder / name)
    monkeypatch.chdir(project.root)
    (example,) = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(), re.DOTALL | re.MULTILINE)
    with redirect_stdout(io.StringIO()) as out:
        exec(compile(example, str(PAGE), "exec"), {})
    *said, steps, published, value, sound = out.getvalue().splitlines()
    assert said == ["content/areas/outlet/area.yaml", "True ('outlet',)", "es 2 of 2"]
    assert re.fullmatch(r"[1-9][0-9]* steps", steps)
    assert (published, value, sound) == (
        "live 1",
        "security.session_minutes 60 default",
        "sound [1]",
    )


def test_the_page_names_all_there_is() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name in api.__all__:
        assert name in text or name == "Severity", name


def test_findings_are_values(project: Project) -> None:
    project.edit(CATALOGUE, "Adiós", "")
    checked = api.check(project.root)
    project.run("check", "--format", "json").exits(1)
    assert [
        (one.rule, one.place.path, one.place.line, one.message) for one in checked.findings
    ] == [
        (one["rule"], one["path"], one["line"], one["message"])
        for one in project.data()["findings"]
    ]
    assert (checked.entities, checked.locales) == (2, ("en", "es"))
    assert not checked.passes()
    assert api.check(project.root, gate="draft").passes()
    assert not api.check(project.root, gate="draft").passes(strict=True)
    assert api.check(project.root, locales=["en"]).findings == ()
    assert api.check(project.root, rules=["missing-translation"]).findings != ()


def test_building_is_refused_or_done(project: Project) -> None:
    project.edit(CATALOGUE, "Adiós", "")
    refused = api.build(project.root)
    assert (refused.passed, refused.areas) == (False, ())
    assert [one.rule for one in refused.findings] == ["missing-translation"]
    assert not (project.root / "build/out/public").exists()
    built = api.build(project.root, gate="draft")
    assert (built.passed, built.areas) == (True, ("default",))
    assert (project.root / "build/out/public/default/config.json").is_file()


def test_what_is_shown_is_what_show_prints(project: Project) -> None:
    (entry,) = api.show("translations/portal:bye", project=project.root)
    assert entry.reference == "translations/portal:bye"
    project.edit(CATALOGUE, "Adiós", "")
    (row,) = api.status(project.root).completeness.rows
    assert (row.locale, row.all.total, row.all.missing) == ("es", 2, 1)
    assert api.status(project.root, locales=["es"]).completeness.rows == (row,)
    with pytest.raises(api.UsageError, match="`fr`"):
        api.status(project.root, locales=["fr"])


def test_a_difference_is_what_diff_prints(project: Project) -> None:
    project.commit()
    project.edit(CATALOGUE, "Adiós", "Chao")
    found = api.diff(project.root)
    ((change, seen),) = zip(found.changes, found.seen, strict=True)
    assert (change.entity, change.locale) == ("translations/portal:bye", "es")
    assert (seen.area, seen.locale, seen.before, seen.after) == ("default", "es", "Adiós", "Chao")
    assert api.diff(project.root, breaking=True).changes == ()
    assert api.diff(project.root, "HEAD", "HEAD").changes == ()
    with pytest.raises(api.HistoryError):
        api.diff(project.root, "nowhere")


def test_a_plan_is_what_publishing_does(project: Project) -> None:
    planned = api.plan(project.root)
    published = api.publish(project.root)
    assert planned.plan is not None
    assert published.result is not None
    assert (planned.plan.number, planned.plan.id) == (1, published.result.id)
    assert published.result.exit_code == 0
    again = api.publish(project.root).result
    assert again is not None
    assert again.outcome == "unchanged"
    project.edit(CATALOGUE, "Adiós", "")
    assert api.plan(project.root).plan is None
    refused = api.publish(project.root)
    assert refused.result is None
    assert [one.rule for one in refused.findings] == ["missing-translation"]


def test_what_search_and_config_print(project: Project) -> None:
    (found,) = api.search("adios", project=project.root)
    assert (found.entity, found.languages["es"]) == ("translations/portal:bye", "current")
    (match,) = found.matches
    assert (match.locale, match.match, match.place.path) == ("es", "Adiós", CATALOGUE)
    assert api.search("adios", project=project.root, locales=["en"]) == ()
    project.run("search", "adios", "--format", "json").exits(0)
    assert project.data()[0]["line"] == found.place.line
    (value,) = api.config("default", ["security.session_minutes"], project=project.root)
    assert (value.value, value.origin, value.place) == (60, "default", None)
    with pytest.raises(api.UsageError, match="did you mean"):
        api.config("default", ["session_minutes"], project=project.root)


def test_a_target_is_led_by_program(project: Project) -> None:
    root = project.root
    for old, new in (("Adiós", "Chao"), ("Chao", "Hasta luego")):
        project.edit(CATALOGUE, old, new)
        result = api.publish(root).result
        assert result is not None
        assert result.exit_code == 0
    back = api.rollback(1, root, reason="a mistake")
    assert (back.outcome, back.number) == ("live", 3)
    held, two, one = api.releases(root, long=True)
    assert [line.row.live for line in (held, two, one)] == [True, False, False]
    assert held.row.record.reason == "a mistake"
    assert one.row.size is not None
    assert one.row.size.files > 0
    assert api.verify(root).soundness == "sound"
    assert api.resume(root, only_lift=True).exit_code == 0
    old = next((root / "build/store/public/objects").rglob("*.json")).stem
    assert api.purge([old], "it had to go", root).outcome in {"live", "refused"}
    planned = api.gc(root, keep=1, days=1)
    assert (planned.plan is None, planned.result) == (False, None)
    gone = api.gc(root, keep=1, days=1, yes=True)
    assert gone.result is not None
    assert gone.result.exit_code == 0
    with pytest.raises(api.UsageError, match="itself"):
        api.promote("local", "local", root)


def test_a_record_is_added_or_refused(project: Project) -> None:
    tried = api.add("areas/s", AREA, project=project.root, dry_run=True)
    assert tried.record is not None
    assert not (project.root / "content/areas").exists()
    refused = api.add("areas/s", {**AREA, "tytle": "X"}, project=project.root)
    assert (refused.path, refused.record) == (None, None)
    assert [(one.rule, one.place.path, one.place.line) for one in refused.findings] == [
        ("unknown-key", "record", 6)
    ]
    added = api.add("areas/s", AREA, project=project.root)
    assert added.path == "content/areas/s/area.yaml"
    assert added.record == tried.record
    with pytest.raises(api.RefusedError, match="is there already"):
        api.add("areas/s", AREA, project=project.root)


def test_nothing_is_printed(project: Project, capfd: pytest.CaptureFixture[str]) -> None:
    project.edit(CATALOGUE, "Adiós", "")
    api.check(project.root)
    api.publish(project.root)
    api.publish(project.root, gate="draft")
    with pytest.raises(api.UsageError, match="no folder"):
        api.check(project.root / "nowhere")
    project.files({"clientarea.yaml": "version: 1\ngaet: draft\n"})
    with pytest.raises(api.UsageError) as failure:
        api.check(project.root)
    assert [one.rule for one in vars(failure.value)["findings"]] == ["unknown-key"]
    assert capfd.readouterr() == ("", "")


def test_importing_it_costs_next_to_nothing() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "import compiler.api, json, sys; print(json.dumps([*sys.modules]))"],
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    modules = json.loads(run.stdout)
    names = {name.partition(".")[0] for name in modules}
    assert names & (SERVICES | EDITING | MODELS | HEAVY | {"subprocess"}) == set()
    assert len([name for name in modules if name.startswith("compiler")]) < 20
