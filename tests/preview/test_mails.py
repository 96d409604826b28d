"""What a list of mails shows beside the subject."""

import pytest

from compiler.preview.mails import first_words


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (
            "<head><title>T</title><style>p {}</style></head><div>Your  money</div><p>Hello &amp; welcome</p>",
            "Your money Hello & welcome",
        ),
        ("<p>a</p><script>b()</script><p>c</p>", "a c"),
        ("", ""),
        (f"<p>{'long ' * 40}</p>", f"{'long ' * 28}…"),
    ],
)
def test_first_words(html: str, words: str) -> None:
    assert first_words(html) == words
