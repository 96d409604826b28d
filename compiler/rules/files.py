"""The bytes of images and PDFs that content names, as far as they can be had."""

from typing import NamedTuple

from compiler.base.hashing import sha256
from compiler.model.localised import Localisation
from compiler.ports.snapshot import UnreadableError
from compiler.rules.check import Scope


def file_bytes(scope: Scope, path: str) -> bytes | None:
    """Return the bytes of a file, None where there is none, or none to be had here."""
    try:
        return scope.content.asset(path)
    except (KeyError, UnreadableError):
        return None


class Seen(NamedTuple):
    """What the images of a banner show in a language, wherever they lie: comparable.

    ``images`` are slots with what names the bytes there, ``focus`` is the point that stays in sight
    of a master.
    """

    images: frozenset[tuple[str, str]]
    focus: tuple[float, float] | None


def seen_of(scope: Scope, text: Localisation) -> Seen:
    """Return what the images of a language show; nothing of what has none."""
    images = {(slot, _digest(scope, path)) for slot, path in text.pictures.items()}
    master = text.master
    return Seen(frozenset(images), None if master is None else (master.x, master.y))


def _digest(scope: Scope, path: str) -> str:
    """Return what names bytes; those that are not here are like no others."""
    data = file_bytes(scope, path)
    return path if data is None else sha256(data)
