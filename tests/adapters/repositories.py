"""Git repositories made for a test."""

import subprocess
from pathlib import Path

from compiler.ports.snapshot import Snapshot


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def commit(root: Path, files: dict[str, str] | None = None, message: str = "change") -> str:
    write(root, files or {})
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(root, "rev-parse", "HEAD")


def texts(snapshot: Snapshot) -> dict[str, str]:
    return {e.path: snapshot.read(e.path).decode() for e in snapshot.entries()}
