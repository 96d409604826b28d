"""What is compiled stands in `build/out` as a whole, however many builds there are at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from compiler.adapters.build_folder import write_out


def test_of_builds_at_once_each_is_written_whole(tmp_path: Path) -> None:
    def build(number: int) -> None:
        data = b"%d" % number
        write_out(tmp_path, [(f"public/a/{name}.json", data) for name in range(50)])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(build, range(24)))
    found = {path.read_bytes() for path in (tmp_path / "build/out").rglob("*.json")}
    assert len(found) == 1
    assert len(list((tmp_path / "build/out").rglob("*.json"))) == 50
    assert sorted(path.name for path in (tmp_path / "build").iterdir()) == [
        ".gitignore",
        ".out-lock",
        "out",
    ]
