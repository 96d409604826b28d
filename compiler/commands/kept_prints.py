"""What was wrong with agreements once they were printed, kept in `build/.cache` by what they are.

Only `check` and `build` believe it; in continuous integration only where runs share a folder.
"""

from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Any

from compiler.channels.agreements.trials import Agreement, Flaw, FlawKind
from compiler.commands.kept_head import keep_by_tool, kept_by_tool
from compiler.wiring import agreement_press, believes_what_is_kept

_MAGIC = b"clientarea prints 2\n"
_NAME = "prints"

_Kept = dict[str, list[list[Any]]]


class KeptPrints:
    """Has agreements printed, and remembers what was wrong with those of the last time.

    Without a ``root`` nothing is looked for, and nothing kept.
    """

    def __init__(self, root: Path | None) -> None:
        self._root = root if believes_what_is_kept() else None
        self._before: _Kept | None = None
        self._now: _Kept = {}

    def flaws(self, agreements: Sequence[Agreement]) -> list[tuple[Flaw, ...]] | None:
        """Return what is wrong with each agreement; None where nothing is there to print with."""
        kept = self._kept()
        new = [one for one in agreements if one.key not in kept]
        found = agreement_press().flaws(new) if new else []
        if found is None:
            return None
        made = dict(zip((one.key for one in new), found, strict=True))
        told = [made.get(one.key) or _flaws(kept.get(one.key, [])) for one in agreements]
        for one, flaws in zip(agreements, told, strict=True):
            if all(flaw.lasting for flaw in flaws):
                self._now[one.key] = [list(astuple(flaw)) for flaw in flaws]
        return told

    def keep(self) -> None:
        """Keep what was found, if that is not what is kept."""
        if self._root is not None and self._now.keys() - self._kept().keys():
            keep_by_tool(self._root, _NAME, _MAGIC, self._now)

    def _kept(self) -> _Kept:
        if self._before is None:
            self._before = {} if self._root is None else kept_by_tool(self._root, _NAME, _MAGIC)
        return self._before


def _flaws(kept: list[list[Any]]) -> tuple[Flaw, ...]:
    return tuple(Flaw(FlawKind(kind), *rest) for kind, *rest in kept)
