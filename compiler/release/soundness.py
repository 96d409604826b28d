"""What a verification answers: sound, behind or damaged, with a list."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from compiler.release.inspecting import Damage


class Soundness(StrEnum):
    """What a verification found."""

    SOUND = "sound"
    BEHIND = "behind"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Report:
    """What `verify` says; ``behind`` lists what `--repair` finishes.

    ``removed`` are names of content that was purged, had come back, and is gone again;
    ``restored`` those of what was lost or altered, and was written again; ``dead`` those that the
    live release names though they were purged.
    """

    target: str
    number: int | None
    id: str | None
    damages: tuple[Damage, ...] = ()
    behind: tuple[str, ...] = ()
    checked: int = 0
    removed: tuple[str, ...] = ()
    restored: tuple[str, ...] = ()
    dead: tuple[str, ...] = ()

    @property
    def soundness(self) -> Soundness:
        """The verdict."""
        if self.damages:
            return Soundness.DAMAGED
        return Soundness.BEHIND if self.behind else Soundness.SOUND

    @property
    def exit_code(self) -> int:
        """0 sound, 4 only pointers behind, 1 something missing or altered."""
        return {Soundness.SOUND: 0, Soundness.BEHIND: 4, Soundness.DAMAGED: 1}[self.soundness]

    @property
    def data(self) -> dict[str, Any]:
        """The report for programs."""
        return {
            "result": self.soundness.value,
            "target": self.target,
            "number": self.number,
            "id": self.id,
            "checked": self.checked,
            "behind": list(self.behind),
            "removed": list(self.removed),
            "restored": list(self.restored),
            "dead": list(self.dead),
            "damages": [{"where": one.where, "what": one.what} for one in self.damages],
        }
