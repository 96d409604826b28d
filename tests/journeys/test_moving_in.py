"""Moving in: a database's records, a folder of Markdown, bundles of Java; checked, and handed out again.

What went in is counted here by other means than the program's own.
"""

import json
import re
from pathlib import Path

import pytest

from compiler.read.po import read_po
from tests.edit.records.samples import row
from tests.harness import Project

MINIMUM = {"clientarea.yaml": "version: 1\nlabels: any\n"}
ROWS = [
    row("text", "deposit.terms", locked=False),
    row("text", "deposit.terms", "en", title="Terms", description="Read **this**."),
    row("text", "deposit.terms", "es", title="Condiciones", description="Lea **esto**."),
    row("level", "basic", "en", type="personal", title="Basic"),
    row("string", "portal:pay", "en", text="Pay {amount}"),
    row("string", "portal:pay", "es", text="Pagar {amount}"),
]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A folder with a project file alone, and records beside it."""
    project = Project(tmp_path / "project").files(dict(MINIMUM))
    Project(tmp_path).files({"records.json": json.dumps(ROWS)})
    return project


def bring(project: Project, *more: str) -> Project:
    return project.run("import", "--format", "records", "../records.json", *more)


def test_records_make_a_project_of_a_folder_and_come_out_again(project: Project) -> None:
    bring(project, "--source-locale", "en").exits(0).says(
        "Brought in 6 rows.",
        "  text    1 new",
        "  string  1 en, 1 es",
        "Wrote: 5 new.",
        "en and es joined `active` in languages.yaml.",
    )
    project.run("check", "--strict").exits(0)
    project.run("export", "--format", "records", "--output", "out").exits(0).says(
        "8 rows in `out`."
    )
    project.run("import", "--format", "records", "out/records.json").exits(0)
    project.says("Wrote: 5 unchanged.")
    project.run("publish").exits(0)
    assert project.published("texts/en/deposit.json")["deposit.terms"]["title"] == "Terms"


def test_a_language_alone_goes_out(project: Project) -> None:
    bring(project, "--source-locale", "en").exits(0)
    project.run("export", "--format", "records", "--output", "o", "--locale", "es").exits(0)
    assert {one.get("locale") for one in project.json("o/records.json")} == {None, "es"}
    project.run("export", "--format", "records", "--output", "o", "--locale", "ess").exits(2)
    project.says("there is nothing in `ess`; did you mean `es`?")


def test_a_dry_run_writes_nothing(project: Project) -> None:
    bring(project, "--source-locale", "en", "--dry-run").exits(0).says("Would write: 5 new.")
    assert [path.name for path in project.root.iterdir()] == ["clientarea.yaml"]


def test_what_does_not_fit_is_one_line_for_all_rows_that_have_it(project: Project) -> None:
    rows = [row("text", f"a.n{number}", "en", title="T", created=1) for number in range(30)]
    Project(project.root.parent).files({"records.json": json.dumps([*rows, row("textt", "x")])})
    bring(project, "--source-locale", "en").exits(1).says("30 new")
    first, second = project.err.strip().splitlines()
    assert first.startswith("../records.json row 1 and 29 more: `created` is not a field of a text")
    assert second == ("../records.json row 31: there is no kind `textt`; did you mean `text`?")


def test_a_label_that_leads_out_writes_nothing_outside(project: Project) -> None:
    rows = [row("layout", "../../../../x", html="x"), row("owner", "/etc/x", name="N")]
    Project(project.root.parent).files({"records.json": json.dumps(rows)})
    before = sorted(project.root.parent.rglob("*"))
    bring(project, "--source-locale", "en").exits(1).says("the nearest that can: `x`")
    assert sorted(project.root.parent.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--format", "records"], "nobody says which language texts were written in"),
        (["--format", "records", "--namespace", "x"], "takes no `--namespace`"),
        (["--format", "records", "--prefix", "x"], "`--prefix` is for `--format markdown`"),
        (["--format", "po"], "`--namespace` must say which"),
        (["--format", "po", "--namespace", "x"], "nobody says which language"),
        (["--format", "po", "--namespace", "x", "--overwrite"], "catalogues always replace"),
        (["--format", "markdown"], "nothing could be brought in"),
    ],
)
def test_wrong_use_is_one_sentence(project: Project, arguments: list[str], words: str) -> None:
    project.run("import", *arguments, "../records.json").exits(2).says(words)
    assert len(project.err.strip().splitlines()) == 1


def test_content_with_errors_goes_out_as_far_as_it_can_be_read(project: Project) -> None:
    bring(project, "--source-locale", "en")
    project.files({"content/statuses/x.yaml": "locales: [\n"})
    project.run("export", "--format", "records", "--output", "out").exits(1)
    project.says("content/statuses/x.yaml", "8 rows in `out`.")


def test_a_folder_of_real_texts_comes_in_byte_for_byte(project: Project, shared_data: Path) -> None:
    folder = shared_data / "longtext/mozilla-legal-docs"
    project.run(
        *("import", "--format", "markdown", "--prefix", "legal", "--source-locale", "en"),
        str(folder),
    ).exits(0)
    project.says("Left out", "UPSTREAM-LICENSE.md`: no part of its path names a language")
    there = {path.relative_to(folder): path.read_bytes() for path in folder.glob("*/**/*.md")}
    assert len(there) == 217
    for path, data in there.items():
        locale, *parts = path.with_suffix("").parts
        came = project.root / f"content/texts/legal/{'/'.join(parts)}.{locale}.md"
        assert came.read_bytes().strip(b"\n") == data.replace(b"\r\n", b"\n").strip(b"\n"), path
    texts = {"/".join(path.with_suffix("").parts[1:]) for path in there}
    assert len(list((project.root / "content/texts/legal").rglob("*.yaml"))) == len(texts) == 52
    # One link of theirs really has no scheme.
    project.run("check").exits(1).says("1 error", "invalid-link", "52 entries in 14 languages")


def test_bundles_of_java_come_in_and_every_text_is_somewhere(
    project: Project, shared_data: Path
) -> None:
    folder = shared_data / "email/keycloak/messages"
    project.run(
        *("import", "--format", "properties", "--namespace", "mail", "--source-locale", "en"),
        str(folder),
    ).exits(0)
    source = keys_of(folder / "messages_en.properties")
    for path in folder.glob("*.properties"):
        word = path.stem.removeprefix("messages_").replace("_", "-")
        catalogue = project.root / f"content/translations/mail/{word}.po"
        entries = read_po("x", catalogue.read_bytes()).entries
        came = {entry.msgctxt for entry in entries if word == "en" or any(entry.msgstr)}
        # A key of which the source knows nothing cannot come in, and is named.
        assert came == keys_of(path) & source, word
        unknown = len(keys_of(path) - source)
        if unknown:
            project.says(f"Refused in {word}: {unknown} entr")
    project.run("check").exits(0).says("59 entries in 29 languages")
    minutes = "linkExpirationFormatter.timePeriodUnit.minutes"
    czech = read_po("x", (project.root / "content/translations/mail/cs.po").read_bytes()).entries
    assert {entry.msgctxt: entry.msgstr for entry in czech}[minutes] == (
        "{arg0, plural, one {minuta} few {minuty} other {minut}}",
    )


def keys_of(path: Path) -> set[str]:
    """Return the keys of a bundle whose lines all fit on one."""
    return set(re.findall(r"^([^#\s=][^=\n]*?)\s*=\s*\S", path.read_text("utf-8"), re.MULTILINE))
