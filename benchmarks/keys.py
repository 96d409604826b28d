"""Keys in code: which strings an application asks for, cold, warm, and after an edit."""

import json
import subprocess

from benchmarks.peers.i18next import install_i18next_cli, prove_unused
from benchmarks.peers.proof import YardstickError
from benchmarks.timing import Task, in_turn
from benchmarks.workbench import CLIENTAREA, Result, Workbench, write_code_corpus

_FILES = 1_000
_COLD = "clientarea keys"
_WARM = "clientarea keys, nothing changed"
_PEER = "i18next-cli status --unused"


def measure(bench: Workbench) -> Result:
    """Measure the search of all files, against i18next-cli on the same ones."""
    peer = install_i18next_cli(bench.home / "peers")
    write_code_corpus(bench.scratch, bench.keys, _FILES)
    folder = bench.scratch / "code"
    project = folder / "project"
    prove_unused(peer, folder)
    keys = (CLIENTAREA, "keys")
    runs = in_turn(
        {
            _COLD: Task({_COLD: keys}, project, makes=("build",)),
            _WARM: Task({_WARM: keys}, project),
            _PEER: Task({_PEER: peer.unused()}, folder),
        },
        bench.rounds,
    )
    answer = subprocess.run((*keys, "--format", "json"), cwd=project, check=True, stdout=-1)
    counts = json.loads(answer.stdout)["summary"]
    if counts["used"] != bench.keys:
        message = f"clientarea keys finds {counts['used']} of {bench.keys} strings used"
        raise YardstickError(message)
    return Result(
        title=f"Keys in code: {bench.keys:,} uses in {_FILES:,} files of TSX",
        runs=runs,
        ratios={f"{one} / {_PEER}": runs[one].ratio(runs[_PEER]) for one in (_COLD, _WARM)},
        remarks=(f"bounds: 0.1 cold; 0.3 s warm, here {runs[_WARM].wall:.3f} s",),
        versions={"i18next-cli": peer.version, "node": peer.node},
    )
