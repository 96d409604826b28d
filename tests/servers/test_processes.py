import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
KEEPER = """
import sys
from pathlib import Path
from tests.servers.processes import running

with running(["sleep", "600"], Path(sys.argv[1]), lambda: True) as server:
    print(server.pid, flush=True)
    input()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a process is bound to its parent on Linux")
@pytest.mark.parametrize("end", [signal.SIGKILL, None], ids=["killed", "in peace"])
def test_a_server_ends_with_whoever_started_it(end: int | None, tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", KEEPER, tmp_path / "log"],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as keeper:
        assert keeper.stdout is not None
        server = os.pidfd_open(int(keeper.stdout.readline()))
        assert not ended(server, 0)
        keeper.send_signal(end) if end else keeper.communicate(b"\n")
        assert ended(server, 60)
    os.close(server)


def ended(process: int, patience: float) -> bool:
    return bool(select.select([process], [], [], patience)[0])
