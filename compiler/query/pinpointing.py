"""Where exactly in a file a piece of a text stands.

Of a text only its begin is known, and it may go on for many lines. So the piece is looked for from
there on, as often as the text has it before. Where the file writes it otherwise (with an escape,
or with a line break inside), the begin of the text is what is told.
"""

from collections.abc import Sequence

from compiler.base.place import Place


def pinpoint(lines: Sequence[str], place: Place, text: str, start: int, end: int) -> Place:
    """Return the place of ``text[start:end]`` in a file, of which the text begins at ``place``."""
    piece = text[start:end].partition("\n")[0]
    if not piece.strip():
        return place
    ahead = text.count(piece, 0, start + len(piece) - 1) if start else 0
    left = 2 * len(text) + 100  # escapes make a text longer, at most that much
    for number in range(place.line, len(lines) + 1):
        line = lines[number - 1]
        at = line.find(piece, place.column - 1 if number == place.line else 0)
        while at >= 0:
            if not ahead:
                return Place(place.path, number, at + 1, len(piece))
            ahead -= 1
            at = line.find(piece, at + len(piece))
        left -= len(line.strip())
        if left < 0:
            break
    return place
