"""Where the Git repository around a folder is, found without running Git."""

import re
from pathlib import Path


def work_tree_top(project: Path) -> Path | None:
    """Return the top folder of the Git work tree around ``project``, None without one."""
    here = project.resolve()
    for folder in (here, *here.parents):
        if _is_repository(folder / ".git"):
            return folder
    return None


def git_folder_of(top: Path) -> Path:
    """Return the folder in which the repository keeps its objects, also of a linked work tree."""
    marker = top / ".git"
    folder = marker
    if marker.is_file():
        folder = _named_in(marker, top, "gitdir:") or marker
    common = _named_in(folder / "commondir", folder, "")
    return common if common is not None else folder


def is_whole(git_folder: Path) -> bool:
    """Tell whether no object is kept elsewhere, to be fetched later: by Git LFS or by promise."""
    try:
        config = (git_folder / "config").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    promised = re.search(r"partialclone|promisor", config, re.IGNORECASE)
    return promised is None and not (git_folder / "lfs").exists()


def _is_repository(marker: Path) -> bool:
    try:
        return marker.is_file() or (marker / "HEAD").exists() or (marker / "HEAD").is_symlink()
    except OSError:
        return False


def _named_in(file: Path, base: Path, lead: str) -> Path | None:
    try:
        text = file.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    return (base / text.removeprefix(lead).strip()).resolve()
