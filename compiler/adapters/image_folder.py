"""Where the results of work on images are kept: for one project, or for all that share a folder."""

import os
from contextlib import suppress
from pathlib import Path

from compiler.adapters.build_folder import prepare_build_folder
from compiler.adapters.cache_place import folder_named
from compiler.adapters.own_key import own_key
from compiler.adapters.result_store import ResultStore
from compiler.base.failure import UsageError, WorldError
from compiler.ports.store import StoreError

_SHARED_KEY = b""
"""Whoever may write to a shared folder is believed; a seal only tells that a file is whole."""


def own_results(project: Path) -> ResultStore:
    """Return the results that lie in `build/.cache` of a project, sealed by the key of its user.

    So that of a branch that brings some along nothing is believed, in continuous integration
    neither. Where there can be no such folder, nothing is kept.
    """
    key, cache = own_key(), project / "build" / ".cache"
    folder = cache / "renditions"
    with suppress(OSError, UsageError, WorldError, StoreError):
        prepare_build_folder(project)
        if key is not None and not cache.is_symlink() and not folder.is_symlink():
            folder.mkdir(parents=True, exist_ok=True)
            return ResultStore(folder, key)
    return no_results()


def no_results() -> ResultStore:
    """Return a store that keeps nothing."""
    return ResultStore(Path(os.devnull), _SHARED_KEY)


def shared_results(name: str, top: Path) -> ResultStore:
    """Return the results in a folder that several clones share. Raises UsageError."""
    results = folder_named(name, top) / "images"
    try:
        results.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise UsageError(
            f"CLIENTAREA_CACHE is `{name}`, and nothing can be kept there: {failure.strerror}"
        ) from failure
    return ResultStore(results, _SHARED_KEY)
