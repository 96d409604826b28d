"""The search index of a project: the one that is kept, or a new one where a file has changed.

Until that is known nothing heavy is imported; a search in an index that is kept needs no models.
"""

from pathlib import Path

from compiler.adapters.build_cache import read_cache, write_cache
from compiler.adapters.tool_state import tool_state
from compiler.base.hashing import sha256
from compiler.ports.snapshot import Snapshot
from compiler.query.index import Index
from compiler.query.index_file import DamagedIndexError, decode
from compiler.query.state_of_files import file_hashes, hash_of_all
from compiler.report.console import Console

_NAME = "search"


def index_of(console: Console, root: Path, snapshot: Snapshot) -> Index:
    """Return the index of a project as its files are now.

    Raises UsageError where its settings or its languages cannot be used.
    """
    hashes = file_hashes(snapshot)
    tool = sha256(tool_state().encode())
    kept = _kept(root)
    if kept is not None and (kept.tool, kept.key) == (tool, hash_of_all(hashes)):
        return kept
    from compiler.commands.kept_pdfs import KeptPdfs
    from compiler.commands.opening import open_at
    from compiler.commands.scoping import files_with_errors, scope_of
    from compiler.query.indexing import Origin, build_index
    from compiler.rules.check import Senses

    pdfs = KeptPdfs(root)
    scope, findings = scope_of(open_at(console, root, snapshot), Senses(inspect=pdfs.inspect))
    data = build_index(scope, Origin(tool, hashes), len(files_with_errors(findings)), kept)
    pdfs.keep()
    write_cache(root, _NAME, data)
    return decode(data)


def _kept(root: Path) -> Index | None:
    data = read_cache(root, _NAME)
    try:
        return None if data is None else decode(data)
    except DamagedIndexError:
        return None
