"""Progress is a line of a terminal; a log does not get it."""

import io

from compiler.report.progress import UploadProgress, WorkProgress


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


def test_images_are_a_bar_on_a_terminal() -> None:
    terminal = Terminal()
    progress = WorkProgress(terminal)
    progress.worked(0, 4)
    progress.worked(1, 4)
    progress.worked(4, 4)
    bars = [f"images [{'.' * 24}] 0 of 4", f"images [{'#' * 6}{'.' * 18}] 1 of 4"]
    blank = " " * len(f"images [{'#' * 24}] 4 of 4")
    assert terminal.getvalue() == f"\r{bars[0]}\r{bars[1]}\r{blank}\r"


def test_images_are_a_line_a_minute_in_a_log() -> None:
    log, now = io.StringIO(), [0.0]
    progress = WorkProgress(log, lambda: now[0])
    for second in range(0, 200, 5):
        now[0] = second
        progress.worked(second, 1000)
    assert log.getvalue() == "".join(
        f"images: {done} of 1,000 pieces of work done\n" for done in (60, 120, 180)
    )
