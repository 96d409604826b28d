"""Checking and compiling large catalogues, against what others do with the same content."""

from pathlib import Path

from benchmarks.corpus.vocabulary import LOCALES
from benchmarks.peers.formatjs import FormatJs, install_formatjs
from benchmarks.peers.lingui import Lingui, install_lingui, prove_catalogues, prove_strict
from benchmarks.peers.msgfmt import HOW_TO_INSTALL, check_catalogues, msgfmt_version
from benchmarks.peers.proof import prove_compiled, prove_verify
from benchmarks.timing import Task, in_turn
from benchmarks.workbench import CLIENTAREA, Result, Workbench, write_corpus

_OURS = "clientarea check + build"
_CHECK = "  check"
_BUILD = "  build after it"
_WARM = "clientarea check, nothing changed"
_BUILD_ALONE = "clientarea build, which checks too"
_FORMATJS = "formatjs verify + compile-folder"
_VERIFY = "  verify"
_COMPILE = "  compile-folder"
_LENIENT = "formatjs verify without --extra-keys"
_LINGUI = "lingui compile --strict"
_MSGFMT = "msgfmt --check"
_BOUNDS = "bounds: 0.7x formatjs, 0.1x lingui; 0.3 s where nothing has changed"
_RATIOS = (
    (_OURS, _FORMATJS),
    (_BUILD_ALONE, _FORMATJS),
    (_OURS, _LINGUI),
    (_OURS, _MSGFMT),
)


def measure(bench: Workbench) -> Result:
    """Measure every command cold: without what an earlier run of it has left behind."""
    formatjs = install_formatjs(bench.home / "peers")
    prove_verify(formatjs, bench.scratch / "proof")
    write_corpus(bench.scratch, bench.keys)
    catalogues = bench.scratch / "project/content/translations/portal"
    lingui = install_lingui(bench.home / "peers/lingui", bench.scratch / "lingui", catalogues)
    prove_strict(lingui, "de")
    msgfmt = msgfmt_version()
    tasks = _ours(bench.scratch) | _of_formatjs(bench.scratch, formatjs)
    tasks |= {_LINGUI: Task({_LINGUI: lingui.command}, lingui.folder)}
    if msgfmt is not None:
        tasks |= _of_msgfmt(bench.scratch)
    runs = in_turn(tasks, bench.rounds)
    _prove_compiled(bench, lingui)
    return Result(
        title=f"Catalogues: {bench.keys:,} keys in {len(LOCALES)} languages, cold",
        runs=runs,
        ratios={
            f"{mine} / {other}": runs[mine].ratio(runs[other])
            for mine, other in _RATIOS
            if other in runs
        },
        remarks=(_BOUNDS, *(() if msgfmt else (HOW_TO_INSTALL,))),
        versions={
            "@formatjs/cli": formatjs.version,
            "node": formatjs.node,
            "lingui": lingui.version,
            "msgfmt": msgfmt or "missing",
        },
    )


def _ours(scratch: Path) -> dict[str, Task]:
    check, build = (CLIENTAREA, "check"), (CLIENTAREA, "build")
    project = scratch / "project"
    return {
        _OURS: Task({_CHECK: check, _BUILD: build}, project, makes=("build",)),
        _WARM: Task({_WARM: check}, project),
        _BUILD_ALONE: Task({_BUILD_ALONE: build}, project, makes=("build",)),
    }


def _of_formatjs(scratch: Path, formatjs: FormatJs) -> dict[str, Task]:
    both = {_VERIFY: formatjs.verify(), _COMPILE: formatjs.compile_folder()}
    return {
        _FORMATJS: Task(both, scratch, makes=("compiled",)),
        _LENIENT: Task({_LENIENT: formatjs.verify(extra_keys=False)}, scratch),
    }


def _of_msgfmt(scratch: Path) -> dict[str, Task]:
    catalogues = sorted((scratch / "project").rglob("*.po"))
    names = {1: _MSGFMT, 2: f"{_MSGFMT}, two at once"}
    return {
        name: Task({name: check_catalogues(catalogues, processes)}, scratch)
        for processes, name in names.items()
    }


def _prove_compiled(bench: Workbench, lingui: Lingui) -> None:
    prove_catalogues(lingui, bench.keys)
    icu = bench.scratch / "project/build/out/public/default/translations/icu"
    for locale in LOCALES:
        theirs = bench.scratch / "compiled" / f"{locale}.json"
        prove_compiled(icu / locale / "portal.json", theirs, bench.keys)
