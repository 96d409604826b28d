"""What docs/templates.md says is so: its tables are those of the code, its programs run."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from compiler.read.yaml import read_yaml_text
from compiler.templating.reading import read_template
from compiler.templating.shapes import LOOP
from compiler.templating.statements import issues_of
from compiler.templating.subset import FILTERS, TESTS
from tests.conftest import missing
from tests.harness import Project
from tests.node.running import FOLDER
from tests.templating.test_same_in_javascript import MORE, SHOWCASE

VALUES = {"amount": 1234.5, "currency": "EUR", "account": "<40017355>"}
LABEL = "payments.depositReceived"
EXPECTED = {
    "en": "The money is on account <40017355> and ready to trade.",
    "ru": "Деньги зачислены на счёт <40017355> и доступны для торговли.",
}


@pytest.fixture
def page(project_root: Path) -> str:
    return (project_root / "docs" / "templates.md").read_text(encoding="utf-8")


@pytest.fixture
def store(project_root: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "showcase"
    folder.mkdir()
    for name in ("content", "clientarea.yaml"):
        source = project_root / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    Project(folder).run("publish", "--yes").exits(0)
    return folder / "build" / "store" / "private"


def program(page: str, language: str) -> str:
    """Return the only program of a language."""
    (found,) = re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)
    return str(found)


def ran(command: list[str], store: Path, locale: str) -> str:
    done = subprocess.run(
        [*command, str(store), "acme-portal", locale, LABEL],
        input=json.dumps(VALUES).encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    return (done.stdout + done.stderr).decode()


@pytest.mark.parametrize("locale", EXPECTED)
def test_the_program_in_python(page: str, store: Path, locale: str, tmp_path: Path) -> None:
    path = tmp_path / "program.py"
    path.write_text(program(page, "python"), encoding="utf-8")
    assert ran([sys.executable, str(path)], store, locale) == f"{EXPECTED[locale]}\n"


@pytest.mark.parametrize("locale", EXPECTED)
def test_the_program_in_javascript(
    page: str, store: Path, locale: str, tmp_path: Path, project_root: Path
) -> None:
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
    if node is None or not (FOLDER / "node_modules" / "nunjucks").is_dir():
        missing("node or nunjucks is not installed (make test does it)")
    path = tmp_path / "program.mjs"
    path.write_text(program(page, "js"), encoding="utf-8")
    shutil.copy(project_root / "compiler" / "templating" / "runtime.mjs", tmp_path)
    (tmp_path / "node_modules").symlink_to(FOLDER / "node_modules")
    assert ran([node, str(path)], store, locale) == f"{EXPECTED[locale]}\n"


def test_a_damaged_bundle_is_told(page: str, store: Path, tmp_path: Path) -> None:
    pointer = json.loads((store / "live" / "acme-portal.json").read_bytes())
    name = pointer["files"]["templates/en/payments.json"]
    (store / name).chmod(0o644)
    (store / name).write_bytes((store / name).read_bytes() + b" ")
    path = tmp_path / "program.py"
    path.write_text(program(page, "python"), encoding="utf-8")
    assert ran([sys.executable, str(path)], store, "en") == f"{name} is damaged\n"


def test_every_filter_stands_in_the_table(page: str) -> None:
    table = page.partition("## Filters")[2].partition("\n\n")[0]
    rows = [line.split("|")[1] for line in table.splitlines()[3:]]
    named = {name for row in rows for name in re.findall(r"`([a-z]+)", row)}
    assert named == set(FILTERS)


def test_every_test_and_loop_variable_stands_in_the_table(page: str) -> None:
    assert set(re.findall(r"`is (\w+)`", page)) == TESTS
    assert set(re.findall(r"`loop\.(\w+)`", page)) == set(LOOP.members())


def test_the_number_of_languages_is_right(page: str) -> None:
    assert f"for {len({*SHOWCASE, *MORE})} languages" in page


def test_the_example_has_nothing_wrong(page: str) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    data = read_yaml_text("example.yaml", example).data
    for text in data["locales"]["en"].values():
        reading = read_template(text)
        assert reading.variables
        assert issues_of(reading, data["variables"]) == ()
