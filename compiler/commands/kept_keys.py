"""What `keys` answered, kept in `build/.cache` until a file changes: of the content, of the code.

Found before any model is imported. Files of code are known by their bytes.
"""

from collections.abc import Sequence
from pathlib import Path

from compiler.adapters.build_cache import read_cache, write_cache
from compiler.adapters.known_files import hash_of_files
from compiler.adapters.tool_state import tool_state
from compiler.adapters.work_tree import WorkTree
from compiler.base.hashing import canonical_json, sha256
from compiler.base.sealed import opened, sealed
from compiler.commands.code_state import code_state
from compiler.commands.key_answer import KeyAnswer, answer_in
from compiler.wiring import people_merge_here

_MAGIC = b"clientarea keys 1\n"
_NAME = "keys"


def kept_answer(root: Path, tree: WorkTree) -> KeyAnswer | None:
    """Return what is kept; None where it is of other files, or damaged."""
    data = read_cache(root, _NAME) if people_merge_here() else None
    found = None if data is None else opened(_MAGIC, data)
    if found is None or found[0]["key"] != _key(root, tree, found[0]["code"]):
        return None
    return answer_in(found[0]["answer"])


def keep_answer(
    root: Path, tree: WorkTree, code: Sequence[Sequence[str]], answer: KeyAnswer
) -> None:
    """Keep an answer; ``code`` are the patterns of the code that it depends on."""
    if people_merge_here():
        patterns = [list(one) for one in code]
        head = {"key": _key(root, tree, patterns), "code": patterns, "answer": answer.kept()}
        write_cache(root, _NAME, sealed(_MAGIC, head))


def _key(root: Path, tree: WorkTree, code: Sequence[Sequence[str]]) -> str:
    files = [hash_of_files(root, tree), code_state(root, tree, code)]
    return sha256(canonical_json([tool_state(), files]))
