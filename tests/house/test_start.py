"""A verb imports what it needs and nothing that it does not: counted, not timed."""

import subprocess
import sys
from pathlib import Path

import pytest

LIST_MODULES = """
import contextlib, io, sys
from compiler.cli import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    try:
        main(sys.argv[1:])
    except SystemExit:
        pass
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""

SERVICES = {"boto3", "botocore", "obstore", "openai"}
EDITING = {"ruamel"}
MODELS = {"pydantic", "pydantic_core"}
HEAVY = {
    "babel",
    "jinja2",
    "jsonschema",
    "nh3",
    "pyromark",
    "PIL",
    "yaml",
    "orjson",
    "polib",
    "re2",
}

EMPTY_PROJECT = {
    "clientarea.yaml": "version: 1\n",
    "content/configurations/languages.yaml": "source: en\nactive: [en]\nenabled: [en]\n",
    "content/translations/portal/en.po": (
        'msgid ""\nmsgstr "Language: en\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgctxt "greeting"\nmsgid "Hello"\nmsgstr ""\n'
    ),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in EMPTY_PROJECT.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def imported(*arguments: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", LIST_MODULES, *arguments], capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "wanted", "unwanted"),
    [
        (
            ["--version"],
            set(),
            SERVICES | EDITING | MODELS | HEAVY | {"json", "difflib", "subprocess"},
        ),
        (["--help"], set(), SERVICES | EDITING | MODELS | HEAVY | {"subprocess"}),
        (
            ["check"],
            MODELS | {"yaml"},
            SERVICES | EDITING | {"jinja2", "PIL", "jsonschema", "nh3"},
        ),
        (["build"], {"orjson"}, SERVICES | EDITING | {"jinja2", "PIL"}),
        (["publish"], {"orjson"}, SERVICES | EDITING | {"jinja2", "PIL"}),
        (["releases"], set(), SERVICES | EDITING | {"jinja2", "PIL", "babel", "nh3", "jsonschema"}),
        (["verify"], set(), SERVICES | EDITING | {"jinja2", "PIL", "babel", "nh3", "jsonschema"}),
        (
            ["merge-po", "clientarea.yaml", "clientarea.yaml", "clientarea.yaml"],
            set(),
            SERVICES | EDITING | MODELS | HEAVY | {"subprocess"},
        ),
        (["sync"], set(), SERVICES | EDITING | {"jinja2", "PIL", "nh3", "jsonschema"}),
        (["status"], set(), SERVICES | EDITING | {"jinja2", "PIL", "jsonschema", "nh3"}),
        (["show", "*"], set(), SERVICES | EDITING | {"jinja2", "PIL", "jsonschema", "nh3"}),
        (["languages", "german"], {"babel"}, SERVICES | EDITING | MODELS | (HEAVY - {"babel"})),
        (["rollback", "--to", "1"], set(), SERVICES | EDITING | {"jinja2", "PIL", "babel", "nh3"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_imports(project: Path, arguments: list[str], wanted: set[str], unwanted: set[str]) -> None:
    names = imported("--project", str(project), *arguments)
    assert wanted - names == set()
    assert unwanted & names == set()


@pytest.mark.parametrize("more", [[], ["--format", "json"], ["--locale", "en"], ["content"]])
def test_a_check_that_is_kept_imports_no_models(
    project: Path, monkeypatch: pytest.MonkeyPatch, more: list[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.chdir(project)
    command = ["--project", str(project), "check", *more]
    assert imported(*command) >= MODELS
    assert imported(*command) & (SERVICES | EDITING | MODELS | HEAVY | {"subprocess"}) == set()


def test_a_search_in_an_index_that_is_kept_imports_no_models(project: Path) -> None:
    command = ["--project", str(project), "search", "hello"]
    assert imported(*command) >= MODELS
    assert imported(*command) & (SERVICES | EDITING | MODELS | HEAVY | {"subprocess"}) == set()


def test_a_build_that_is_there_imports_no_models(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    command = ["--project", str(project), "build"]
    assert imported(*command) >= MODELS
    assert imported(*command) & (SERVICES | EDITING | MODELS | HEAVY | {"subprocess"}) == set()


def test_keys_that_are_kept_import_no_models(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    code = "code:\n  - {files: ['*.ts'], functions: [t], namespace: portal}\n"
    (project / "clientarea.yaml").write_text(f"version: 1\n{code}", encoding="utf-8")
    (project / "app.ts").write_text("t('greeting');\n", encoding="utf-8")
    command = ["--project", str(project), "keys"]
    assert imported(*command) >= MODELS | {"tree_sitter"}
    heavy = SERVICES | EDITING | MODELS | HEAVY | {"tree_sitter"}
    assert imported(*command) & heavy == set()
