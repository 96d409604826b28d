"""What rules about keys look at."""

from dataclasses import dataclass
from functools import cached_property

from compiler.base.place import Places
from compiler.code.code_read import CodeRead
from compiler.rules.keys.arguments import Mismatch, mismatches
from compiler.rules.keys.asked import Judgement


@dataclass(frozen=True, eq=False)
class KeyView:
    """The judgement on code and strings; ``settings_places`` are those of clientarea.yaml."""

    judgement: Judgement
    code: CodeRead
    settings_places: Places

    @cached_property
    def mismatches(self) -> tuple[Mismatch, ...]:
        """The uses that pass too little or too much."""
        return tuple(mismatches(self.judgement))
