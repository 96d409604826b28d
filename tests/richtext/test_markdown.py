import pytest

from compiler.richtext.markdown import rich_text


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("**a** & b", "<p><strong>a</strong> &amp; b</p>"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "<table>"),
        ("[x](https://a.example)", '<a href="https://a.example" rel="noopener noreferrer">x</a>'),
        ("a<br>b", "<p>a<br>b</p>"),
    ],
)
def test_html(markdown: str, html: str) -> None:
    assert html in rich_text(markdown).html


@pytest.mark.parametrize(
    "markdown",
    [
        "<script>alert(1)</script>",
        "a <script>alert(1)</script> b",
        "<style>p{alert(1)}</style>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,alert(1))",
        "<a href='JaVaScRiPt:alert(1)'>x</a>",
        "<iframe src='https://a.example/alert(1)'></iframe>",
        "<svg onload=alert(1)>",
    ],
)
def test_nothing_that_runs_is_left(markdown: str) -> None:
    assert "alert" not in rich_text(markdown).html
    assert "javascript" not in rich_text(markdown).html.lower()


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("# Fees\n\nNo *fees*\nat all.", "Fees\n\nNo fees at all."),
        ("a\\\nb", "a\nb"),
        ("a<br>b", "a\nb"),
        ("1. a\n2. b\n   - c\n3. d", "1. a\n2. b\n   - c\n3. d"),
        ("- a\n\n- b\n\nafter", "- a\n- b\n\nafter"),
        ("> quoted", "> quoted"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n1 | 2"),
        ("[terms](https://a.example)", "terms (https://a.example)"),
        ("<https://a.example>", "https://a.example"),
        ("[us](mailto:a@b.example)", "us (a@b.example)"),
        ("[x](javascript:alert)", "x"),
        ("a <script>b</script> c", "a  c"),
        ("<script>\nb\n</script>\n\nc", "c"),
        ("![a chart](c.png)", "a chart"),
        ("a\n\n---\n\nb", "a\n\n---\n\nb"),
        ("`code` and\n\n    block", "code and\n\nblock"),
        ("AT&amp;T &lt;b&gt;", "AT&T <b>"),
        ("", ""),
    ],
)
def test_plain_text(markdown: str, text: str) -> None:
    assert rich_text(markdown).text == text
