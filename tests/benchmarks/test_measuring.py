"""What the benchmark says of its runs, and that a peer which looks at nothing is found out."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.peers.formatjs import FormatJs
from benchmarks.peers.msgfmt import check_catalogues, msgfmt_version
from benchmarks.peers.proof import YardstickError, prove_compiled, prove_verify
from benchmarks.report import table
from benchmarks.timing import Run, Runs, Task, in_turn, run
from benchmarks.workbench import Result
from tests.conftest import missing

HALF, ONE, TWO = Run(0.5, 0.4, 20_000_000), Run(1.0, 0.9, 30_000_000), Run(2.0, 3.0, 40_000_000)


def test_a_table_of_medians_and_ratios() -> None:
    runs = {"ours": Runs((HALF, ONE, TWO)), "theirs": Runs((ONE, ONE, ONE))}
    result = Result(
        title="Reading",
        runs=runs,
        ratios={"ours / theirs": runs["ours"].ratio(runs["theirs"])},
        remarks=("a remark",),
        versions={"node": "20.1", "msgfmt": "0.21"},
    )
    assert table(result) == (
        "Reading\n"
        "  node 20.1, msgfmt 0.21\n"
        "                 wall s   cpu s  peak MB\n"
        "  ours            1.000   0.900       40\n"
        "  theirs          1.000   0.900       30\n"
        "  ours / theirs   1.00x   1.00x\n"
        "  a remark\n"
    )


def test_tasks_take_turns_and_each_begins_without_what_it_makes(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    note = "open('log', 'a').write({!r})"
    make = "from pathlib import Path; Path('build').mkdir(); "
    tasks = {
        "both": Task(
            {
                "make": (sys.executable, "-c", make + note.format("m")),
                "look": (sys.executable, "-c", note.format("l")),
            },
            tmp_path,
            makes=("build",),
        ),
        "other": Task({"other": (sys.executable, "-c", note.format("o"))}, tmp_path),
    }
    runs = in_turn(tasks, rounds=2)
    assert (tmp_path / "log").read_text(encoding="utf-8") == "mlo" * 3  # the first does not count
    assert {name: len(one.each) for name, one in runs.items()} == {
        "both": 2,
        "make": 2,
        "look": 2,
        "other": 2,
    }


def test_a_command_that_fails_is_heard(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="exit status 3") as failure:
        run((sys.executable, "-c", "print('no such file'); raise SystemExit(3)"), tmp_path)
    assert getattr(failure.value, "output", "") == "no such file\n"


@pytest.mark.parametrize(
    ("program", "complaint"),
    [("true", "lets a missing key pass"), ("false", "refuses sound files")],
)
def test_a_verify_that_looks_at_nothing(tmp_path: Path, program: str, complaint: str) -> None:
    with pytest.raises(YardstickError, match=complaint):
        prove_verify(FormatJs((program,), "1", "20"), tmp_path)


def test_a_compiler_that_writes_nothing(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours.json", tmp_path / "theirs.json"
    ours.write_text('{"hello": "Hallo"}', encoding="utf-8")
    theirs.write_text("{}", encoding="utf-8")
    with pytest.raises(YardstickError, match="not the same 1"):
        prove_compiled(ours, theirs, 1)


HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize(("last", "passes"), [('"Konto"', True), ('"Konto', False)])
def test_msgfmt_reads_every_catalogue(
    tmp_path: Path, processes: int, last: str, passes: bool
) -> None:
    if msgfmt_version() is None:
        missing("msgfmt is not in PATH")
    catalogues = [tmp_path / "de.po", tmp_path / "pt BR.po"]
    for path, text in zip(catalogues, ('"Konto"', last), strict=True):
        path.write_text(f'{HEADER}msgid "account"\nmsgstr {text}\n', encoding="utf-8")
    command = check_catalogues(catalogues, processes)
    assert (subprocess.run(command, check=False, capture_output=True).returncode == 0) is passes
