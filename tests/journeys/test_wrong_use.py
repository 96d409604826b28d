"""What goes wrong outside the content: one sentence, the right exit code, nothing half-written."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.harness import CHECKOUT, Project, small_project

NOBODY = 65534


def one_sentence(project: Project) -> str:
    lines = project.err.strip().splitlines()
    assert lines, "nothing was said"
    return lines[-1]


def test_no_project(tmp_path: Path) -> None:
    project = Project(tmp_path).run("check").exits(2).says("clientarea.yaml", "clientarea init")
    assert one_sentence(project).startswith("clientarea: no `clientarea.yaml`")


def test_a_folder_that_is_not_there(project: Project) -> None:
    project.run("--project", "nowhere", "check").exits(2).says("there is no folder `nowhere`")


def test_the_project_is_found_from_a_folder_below(project: Project) -> None:
    project.run("check", cwd=project.root / "content" / "translations").exits(0)


def test_project_may_stand_after_the_verb(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    project.run("check", "--project", str(project.root), cwd=elsewhere).exits(0)
    project.run("--project", str(project.root), "check", cwd=elsewhere).exits(0)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("version: 2\n", "clientarea.yaml:1:10", "version"),
        ("version: 1\ngatee: draft\n", "clientarea.yaml:2:1", "did you mean `gate`?"),
        ("version: 1\ngate: [\n", "clientarea.yaml:", "invalid-yaml"),
        ("", "clientarea.yaml:1:1", "version"),
        ("- a\n", "clientarea.yaml:1:1", "lines of `key: value`"),
        ("version: 1\nbudgets: {banner: huge}\n", "clientarea.yaml:2:19", "150 KB"),
    ],
)
def test_a_bad_project_file(project: Project, text: str, place: str, words: str) -> None:
    project.files({"clientarea.yaml": text}).run("check").exits(2).says(place, words)


def test_an_unknown_target(project: Project) -> None:
    project.run("publish", "prodution").exits(2).says("there is no target `prodution`", "`local`")


def test_a_lowered_gate(project: Project) -> None:
    project.files(
        {
            "clientarea.yaml": (
                "version: 1\ntargets:\n"
                "  live: {public: 'file:out/public', private: 'file:out/private', gate: reviewed}\n"
            )
        }
    )
    project.run("publish", "live", "--gate", "draft").exits(2).says("would lower it")


def test_an_unknown_verb_and_option(project: Project) -> None:
    project.run("chekc").exits(2).says("did you mean `check`?")
    project.run("check", "--lokale", "es").exits(2).says("--lokale")
    project.run("rollback").exits(2).says("--to")
    project.run("rollback", "--to", "zero").exits(2).says("not the number of a release")
    project.run("explain", "lost-placehodler").exits(2).says("there is no rule")


def test_a_language_that_is_not_active(project: Project) -> None:
    project.run("check", "--locale", "ess").exits(2).says("`ess` is no active language", "`es`")
    project.run("check", "--locale", "es, en").exits(0)


@pytest.mark.parametrize("link", ["build", "build/out", "schemas"])
def test_a_link_leads_no_output_out_of_the_project(
    project: Project, tmp_path_factory: pytest.TempPathFactory, link: str
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "out").mkdir()
    path = project.root / link
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(elsewhere)
    for verb in ("schema",) if link == "schemas" else ("build", "publish"):
        if link == "build/out" and verb == "publish":
            continue
        project.run(verb).exits(2).says("is a link that leads out of")
    assert [one.name for one in elsewhere.rglob("*")] == ["out"]


def test_a_path_that_is_not_there(project: Project) -> None:
    project.run("check", "content/nope.yaml").exits(2).says("`content/nope.yaml`")


AS_NOBODY = f"""
import os, sys
from compiler.cli import main
warm, *arguments = sys.argv[1:]
main(["--project", warm, arguments[0]])  # what is imported late is imported while it can be read
os.setgid({NOBODY}); os.setuid({NOBODY})
sys.exit(main(["--project", arguments[1], arguments[0]]))
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can run a child as another user")
@pytest.mark.parametrize("verb", ["build", "publish"])
def test_a_folder_that_cannot_be_written(
    project: Project, tmp_path_factory: pytest.TempPathFactory, verb: str
) -> None:
    warm = small_project(tmp_path_factory.mktemp("warm"))
    for path in (project.root, *project.root.parents[:-2]):
        path.chmod(path.stat().st_mode | 0o055)
    run = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, warm.root, verb, project.root],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
    )
    assert run.returncode == 3, run.stdout + run.stderr
    assert "Permission denied" in run.stderr
    assert "Traceback" not in run.stderr
    assert not (project.root / "build").exists()


def buffered() -> dict[str, str]:
    """Return an environment in which Python keeps output back, as it does where nobody asked."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return {**kept, "PYTHONPATH": str(CHECKOUT)}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("verb", [["check"], ["rules"], ["check", "--format", "json"], ["--help"]])
def test_a_full_disk_below_stdout(project: Project, verb: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "compiler", *verb],
            cwd=project.root,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env=buffered(),
        )
    assert (run.returncode, run.stderr) == (3, "clientarea: No space left on device\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_below_stderr_changes_no_exit_code(project: Project) -> None:
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "compiler", "publish", "nowhere"],
            cwd=project.root,
            stderr=full,
            check=False,
            env=buffered(),
        )
    assert run.returncode == 2


@pytest.mark.parametrize(
    ("verb", "code"), [("check", 0), ("--version", 0), ("publish nowhere", 2), ("chekc", 2)]
)
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_change_no_exit_code(
    project: Project, verb: str, code: int, closed: str
) -> None:
    run = subprocess.run(
        f"'{sys.executable}' -m compiler {verb} {closed}",
        shell=True,
        cwd=project.root,
        capture_output=True,
        text=True,
        check=False,
        env=buffered(),
    )
    assert run.returncode == code
    assert "Traceback" not in run.stderr


def test_a_reader_that_goes_away_is_no_success_and_no_complaint(project: Project) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    run = subprocess.run(
        [sys.executable, "-m", "compiler", "rules"],
        cwd=project.root,
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        env=buffered(),
    )
    os.close(writer)
    assert (run.returncode, run.stderr) == (141, "")


def test_a_file_in_the_place_of_build(project: Project) -> None:
    project.files({"build": "a file"})
    for verb in ("build", "publish"):
        project.run(verb).exits(3).says("build` is no folder")
    assert (project.root / "build").read_text() == "a file"


def test_an_address_of_a_store_that_is_not_known_yet(project: Project) -> None:
    target = "{public: 'gs://acme/public', private: 'gs://acme/private'}"
    project.files({"clientarea.yaml": f"version: 1\ntargets:\n  live: {target}\n"})
    project.run("publish", "live").exits(2).says("must be `file:FOLDER` or `s3://BUCKET/PREFIX`")


def test_control_c_is_one_word_and_130(project: Project) -> None:
    many = {
        f"content/texts/many/text{n}.yaml": "locales: {en: {title: A}, es: {title: B}}\n"
        for n in range(1000)
    }
    project.files(dict(many))
    # Where these tests run in the background Ctrl-C is ignored, and a child would inherit that.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, "-m", "compiler", "publish"],
        cwd=project.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
    )
    signal.signal(signal.SIGINT, before)
    while not (project.root / "build").exists() and process.poll() is None:
        time.sleep(0.01)  # the folder is made before the content is read
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, "Interrupted.\n")
    assert not (project.root / "build/store/public/live").exists()
    project.run("publish").exits(0)


def test_without_git(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    empty = tmp_path_factory.mktemp("empty")
    project.environment["PATH"] = str(empty)
    project.run("check").exits(0)
    project.run("publish").exits(0).says("Git")


def test_without_git_inside_a_repository(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    project.commit()
    project.environment["PATH"] = str(tmp_path_factory.mktemp("empty"))
    project.run("check").exits(0)
    project.run("publish").exits(0).says("note: ", "Git")
