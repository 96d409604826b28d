"""How far a long piece of work is: one line on a terminal, nothing elsewhere."""

from typing import TextIO


class UploadProgress:
    """Shows how many objects are written, on a line that is written over."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._seen = stream.isatty()

    def uploaded(self, count: int, total: int) -> None:
        """Show that ``count`` of ``total`` objects are written; the last one clears the line."""
        if not self._seen:
            return
        words = f"uploaded {count:,} of {total:,}"
        self._stream.write(f"\r{' ' * len(words) if count == total else words}")
        if count == total:
            self._stream.write("\r")
        self._stream.flush()
