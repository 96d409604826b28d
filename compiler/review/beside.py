"""The bytes of files that stand beside an entity: images, PDFs."""

from compiler.model.content import Content
from compiler.ports.snapshot import UnreadableError


def bytes_beside(content: Content, path: str | None) -> bytes | None:
    """Return the bytes of a file, None where there is none or it cannot be read."""
    try:
        return None if path is None else content.asset(path)
    except (KeyError, OSError, UnreadableError):
        return None
