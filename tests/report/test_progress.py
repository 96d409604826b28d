"""Progress is a line of a terminal; a log does not get it."""

import io

from compiler.report.progress import UploadProgress


class Terminal(io.StringIO):
    def isatty(self) -> bool:  # type: ignore[explicit-override]
        return True


def test_a_terminal_sees_one_line_that_is_cleared_at_the_end() -> None:
    terminal = Terminal()
    progress = UploadProgress(terminal)
    progress.uploaded(1, 2)
    progress.uploaded(2, 2)
    assert terminal.getvalue() == f"\ruploaded 1 of 2\r{' ' * 15}\r"


def test_a_log_sees_nothing() -> None:
    log = io.StringIO()
    UploadProgress(log).uploaded(1, 2)
    assert log.getvalue() == ""
