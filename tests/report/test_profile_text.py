"""The table that `--profile` prints."""

from compiler.report.profile_text import profile_text


def test_the_table() -> None:
    text = profile_text({"reading files": (1.5, 1.25), "checking": (0.5, 0.75)}, (2.5, 2.125))
    assert text.splitlines() == [
        "stage             seconds   of processor   share",
        "reading files       1.500          1.250    60 %",
        "checking            0.500          0.750    20 %",
        "everything else     0.500          0.125    20 %",
        "in all              2.500          2.125   100 %",
    ]
