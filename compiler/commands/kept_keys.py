"""What `keys` answered, kept in `build/.cache` until a file changes: of the content, of the code.

Found before any model is imported. Files of code are known by their bytes.
"""

from pathlib import Path

from compiler.adapters.build_cache import write_cache
from compiler.adapters.known_files import are_as_listed, hash_of_files
from compiler.adapters.tool_state import tool_state
from compiler.adapters.work_tree import WorkTree
from compiler.base.hashing import canonical_json, sha256
from compiler.base.sealed import sealed
from compiler.commands.code_state import CodeState
from compiler.commands.kept_head import kept_head
from compiler.commands.key_answer import KeyAnswer, answer_in
from compiler.wiring import people_merge_here, work_tree

_MAGIC = b"clientarea keys 2\n"
_NAME = "keys"


def kept_answer(root: Path, tree: WorkTree) -> KeyAnswer | None:
    """Return what is kept; None where it is of other files, or damaged."""
    head = kept_head(root, _NAME, _MAGIC) if people_merge_here() else None
    if head is None or head["key"] != _key(root, tree):
        return None
    is_same = CodeState(*head["code"]).is_of(root, tree)
    return answer_in(head["answer"]) if is_same else None


def keep_answer(root: Path, tree: WorkTree, code: CodeState, answer: KeyAnswer) -> None:
    """Keep an answer, unless a file has changed since they were listed.

    ``code`` is what it depends on beside the project's own files.
    """
    if people_merge_here() and are_as_listed(tree, work_tree(root)):
        head = {"key": _key(root, tree), "code": list(code), "answer": answer.kept()}
        write_cache(root, _NAME, sealed(_MAGIC, head))


def _key(root: Path, tree: WorkTree) -> str:
    return sha256(canonical_json([tool_state(), hash_of_files(root, tree)]))
