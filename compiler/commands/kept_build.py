"""What a build came to, kept in `build/.cache` while its files and `build/out` are as they were.

Found before any model is imported. In continuous integration nothing is looked for and nothing
kept, as with `kept_outcome`.
"""

from dataclasses import asdict, dataclass
from typing import Any

from compiler.adapters.build_cache import write_cache
from compiler.adapters.build_folder import state_of_out
from compiler.adapters.work_tree import WorkTree
from compiler.base.sealed import sealed
from compiler.commands.kept_head import kept_head
from compiler.commands.kept_outcome import Question
from compiler.commands.outcome import Outcome, outcome_in, outcome_out

_MAGIC = b"clientarea build 1\n"
_NAME = "build"


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: of which areas, how many bundles and assets, of how many bytes in all.

    ``state`` is that of `build/out` when it was written.
    """

    areas: tuple[str, ...]
    bundles: int
    assets: int
    size: int
    state: str | None = None


def kept_build(question: Question, key: str | None) -> tuple[Outcome, Built] | None:
    """Return what a build of the same files came to, if all that it wrote is still there."""
    head = None if key is None else kept_head(question.root, _NAME, _MAGIC)
    if head is None or head["key"] != key or head["out"] != state_of_out(question.root):
        return None
    built: dict[str, Any] = head["built"]
    return outcome_in(head["outcome"]), Built(**{**built, "areas": tuple(built["areas"])})


def keep_build(
    question: Question, key: str | None, outcome: Outcome, built: Built, tree: WorkTree
) -> None:
    """Keep what a build came to, unless something has changed while it was worked out.

    ``tree`` are the files that it was made of.
    """
    if key is None or not outcome.lasting or not question.has_still(key, tree):
        return
    head = {"key": key, "out": built.state, "built": asdict(built)}
    write_cache(question.root, _NAME, sealed(_MAGIC, {**head, "outcome": outcome_out(outcome)}))
