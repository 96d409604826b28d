"""What a check came to, kept in `build/.cache` until anything changes that it depends on.

Found before any model is imported. In continuous integration nothing is looked for and nothing
kept: whoever proposes a change could bring the answer along.
"""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from compiler.adapters.build_cache import write_cache
from compiler.adapters.cache_place import refuse_wrong_folder
from compiler.adapters.known_files import are_as_listed, hash_of_files
from compiler.adapters.tool_state import tool_state
from compiler.adapters.work_tree import WorkTree
from compiler.base.finding import Finding
from compiler.base.hashing import canonical_json, sha256
from compiler.base.sealed import sealed
from compiler.commands.finding_format import finding_out
from compiler.commands.kept_head import kept_head
from compiler.commands.outcome import Outcome, outcome_in, outcome_out
from compiler.wiring import history, people_merge_here, system_clock, work_tree

_MAGIC = b"clientarea outcome 1\n"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about a project: the gate and the base as they are given.

    ``known`` are the findings that are not about its files. ``online`` asks where links lead.
    ``today`` is the day that is asked for, None for that of the clock. ``pseudo`` asks for the
    pseudo-locales, too.
    """

    root: Path
    gate: str | None
    base: str | None
    known: tuple[Finding, ...]
    online: bool = False
    today: dt.date | None = None
    pseudo: bool = False

    def key(self, tree: WorkTree) -> str | None:
        """Return a hash of all that the answer depends on; None where that cannot be told.

        Raises UsageError where what is kept is to be shared in a folder that is of no use.
        """
        refuse_wrong_folder(self.root)
        if self.online or not people_merge_here():
            return None
        commit = None
        if self.base is not None:
            commit = _commit(self.root, self.base)
            if commit is None:
                return None
        today = (self.today or system_clock().now().date()).isoformat()
        known = list(map(finding_out, self.known))
        files = hash_of_files(self.root, tree)
        asked = [self.gate, commit, today, known, self.pseudo]
        return sha256(canonical_json([tool_state(), asked, files]))

    def has_still(self, key: str, tree: WorkTree) -> bool:
        """Tell whether nothing has changed since ``tree`` was listed, not even there and back."""
        now = work_tree(self.root)
        return are_as_listed(tree, now) and self.key(now) == key

    @property
    def name(self) -> str:
        """The name that the answer is kept under: one with a base beside one without."""
        return "outcome" if self.base is None else "outcome-base"


def kept_outcome(question: Question, key: str | None) -> Outcome | None:
    """Return the answer to a question; None where it is not kept, damaged, or of something else."""
    head = None if key is None else kept_head(question.root, question.name, _MAGIC)
    if head is None or head["key"] != key:
        return None
    outcome = outcome_in(head)
    return outcome if outcome.code.is_of(question.root, work_tree(question.root)) else None


def keep_outcome(question: Question, key: str | None, outcome: Outcome, tree: WorkTree) -> None:
    """Keep the answer to a question, unless something has changed while it was worked out.

    ``tree`` are the files that it was made of.

    One that depends on more than the key tells of is not kept.
    """
    if key is None or not outcome.lasting or not question.has_still(key, tree):
        return
    head = {"key": key, **outcome_out(outcome)}
    write_cache(question.root, question.name, sealed(_MAGIC, head))


def _commit(root: Path, base: str) -> str | None:
    """Return the commit to compare with; None where its files may become readable later."""
    from compiler.ports.history import HistoryError

    repository = history(root)
    try:
        commit = repository.common(base)
        return commit if repository.is_whole() else None
    except HistoryError:
        return None  # whoever needs it says why
