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
        ("<p>AT&amp;T</p>", "AT&T"),
        (
            "see <a href='https://a.example/b'>our terms</a>.",
            "see our terms (https://a.example/b).",
        ),
        (
            "<div><a href='https://a.example/b'>our terms</a></div>",
            "our terms (https://a.example/b)",
        ),
        ("<a href='https://a.example'>https://a.example</a>", "https://a.example"),
        ("<a href='documents/license'>licence</a>", "licence"),
        ("<a href='javascript:alert'>x</a>", "x"),
        ("a <img src='https://a.example/c.png' alt='a chart'>", "a a chart"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<ol>\n<li>a</li>\n<li>b</li>\n</ol>", "1. a\n2. b"),
        (
            "<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>",
            "a | b\n1 | 2",
        ),
        ("<details><summary>More</summary>Words</details>", "More\nWords"),
        ("a <b title='1 > 0'>b</b>", "a b"),
        ("<p title='1 > 0'>b</p>", "b"),
        ("a <!-- b > c --> d", "a  d"),
        ("a <?php echo 1 > 2 ?> b", "a  2 ?> b"),
        ("a <!DOCTYPE html> b", "a  b"),
        ("<svg><title>a</title></svg>\n\nb", "b"),
        ("", ""),
    ],
)
def test_plain_text(markdown: str, text: str) -> None:
    assert rich_text(markdown).text == text


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        (
            "|a|b|\n|:-|-:|\n|1|2|",
            '<table><thead><tr><th align="left">a</th><th align="right">b</th></tr></thead><tbody>\n<tr><td align="left">1</td><td align="right">2</td></tr>\n</tbody></table>',
        ),
        ("```js\nx\n```", '<pre><code class="language-js">x\n</code></pre>'),
        ('<code class="big language-js">x</code>', "<p><code>x</code></p>"),
        (
            "## Fees {#fees}\n\n[there](#fees)",
            '<h2 id="user-content-fees">Fees</h2>\n<p><a href="#user-content-fees" rel="noopener noreferrer">there</a></p>',
        ),
        (
            "# Los *pagos*\n\n# Los pagos\n\n[a](#los-pagos-1)",
            '<h1>Los <em>pagos</em></h1>\n<h1 id="user-content-los-pagos-1">Los pagos</h1>\n<p><a href="#user-content-los-pagos-1" rel="noopener noreferrer">a</a></p>',
        ),
        (
            "## A {: #x }\n\nb\n{: #y }",
            '<h2 id="user-content-x">A</h2>\n<p id="user-content-y">b</p>',
        ),
        (
            "# É\n[a](#é)",
            '<h1 id="user-content-é">É</h1>\n<p><a href="#user-content-%C3%A9" rel="noopener noreferrer">a</a></p>',
        ),
        ("A\n-\n{: #x }", '<h2 id="user-content-x">A</h2>'),
        ("- a\n{: #x }\n- b", '<ul>\n<li id="user-content-x">a</li>\n<li>b</li>\n</ul>'),
        ('<i id="config">x</i>', '<p><i id="user-content-config">x</i></p>'),
        ("## `{#x}`", "<h2><code>{#x}</code></h2>"),
    ],
)
def test_what_is_kept(markdown: str, html: str) -> None:
    assert rich_text(markdown).html == html


def test_the_name_of_a_heading_is_no_text() -> None:
    assert rich_text("## Fees {#fees}\n\nNone.").text == "Fees\n\nNone."
    assert rich_text("Fees\n-\n{: #fees }\n\nNone.\n{: #x }").text == "Fees\n\nNone."
