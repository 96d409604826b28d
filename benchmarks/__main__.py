"""`make bench`: prints tables of medians and ratios, and keeps them in docs; asserts nothing.

`python -m benchmarks catalogues` runs one of them alone.
"""

import argparse
import datetime as dt
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks import (
    areas,
    catalogues,
    changes,
    editing,
    images,
    keys,
    memory,
    preview,
    publish,
    search,
    start,
    stores,
    texts,
)
from benchmarks.page import PAGE, keep, page
from benchmarks.peers.proof import YardstickError
from benchmarks.report import table
from benchmarks.workbench import ROOT, Result, Workbench

BENCHMARKS: Mapping[str, Callable[[Workbench], Result]] = {
    "start": start.measure,
    "catalogues": catalogues.measure,
    "memory": memory.measure,
    "publish": publish.measure,
    "search": search.measure,
    "editing": editing.measure,
    "changes": changes.measure,
    "texts": texts.measure,
    "stores": stores.measure,
    "areas": areas.measure,
    "keys": keys.measure,
    "images": images.measure,
    "preview": preview.measure,
}
HOME = ROOT / "build" / "bench"


def main() -> int:
    """Run the benchmarks that are named, all where none is; print and write what they found."""
    chosen = _arguments()
    print(f"{os.cpu_count()} CPUs; medians of {chosen.rounds} runs in turn\n")
    for name in chosen.names or BENCHMARKS:
        with tempfile.TemporaryDirectory() as scratch:
            bench = Workbench(Path(scratch), HOME, chosen.keys, chosen.rounds)
            try:
                result = BENCHMARKS[name](bench)
            except (subprocess.CalledProcessError, YardstickError) as error:
                print(f"{error}\n{getattr(error, 'output', None) or ''}", file=sys.stderr)
                return 1
        print(table(result), flush=True)
        keep(name, result, dt.datetime.now(dt.UTC).date())
        PAGE.write_text(page(BENCHMARKS), encoding="utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--keys", type=int, default=20_000, help="strings in a language")
    parser.add_argument("--rounds", type=int, default=5, help="runs that count")
    chosen = parser.parse_args()
    if unknown := set(chosen.names) - set(BENCHMARKS):
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    return chosen


if __name__ == "__main__":
    sys.exit(main())
