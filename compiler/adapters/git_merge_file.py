"""Git's own merge of three files, line by line."""

from pathlib import Path

from compiler.adapters.git_process import ask, refusal

_MOST_CONFLICTS = 127  # beyond that the exit code tells of a failure


def merge_by_line(base: Path, ours: Path, theirs: Path, marker_size: int) -> bool:
    """Merge into ``ours``; tell whether it went without a conflict. Raises HistoryError."""
    here = Path.cwd()
    answer = ask(
        here,
        "merge-file", f"--marker-size={marker_size}", "-L", "ours", "-L", "base", "-L", "theirs",
        *(str(path.resolve()) for path in (ours, base, theirs)),
    )  # fmt: skip
    if answer.code > _MOST_CONFLICTS or answer.code < 0:
        raise refusal(here, answer)
    return answer.code == 0
