"""The provider `pseudo`: answers at once, offline, with text that looks translated."""

import re

from compiler.messages.cldr import direction
from compiler.messages.pseudo import ACCENTED, MIRRORED, PSEUDO
from compiler.ports.translator import Reply, Request

_MARK = re.compile("(⟦[^⟧]*⟧)")


class PseudoTranslator:
    """Accents words, or mirrors them in languages that are written from right to left."""

    def close(self) -> None:
        """Do nothing: nothing is held."""

    def translate(self, request: Request) -> Reply:
        """Return pseudo-translations of all texts."""
        change = PSEUDO[MIRRORED if direction(request.target) == "rtl" else ACCENTED].words
        return Reply(
            {
                one.key: "".join(
                    part if _MARK.fullmatch(part) else change(part)
                    for part in _MARK.split(one.text)
                )
                for one in request.questions
            }
        )
