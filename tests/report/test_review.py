"""The comment on a change: its size, its order, and that content takes no effect in it."""

from collections.abc import Sequence
from html.parser import HTMLParser

import pyromark
import pytest
from typing_extensions import override

from compiler.base.finding import Finding, Severity
from compiler.base.place import Place
from compiler.query.completeness import Tally
from compiler.report.formats.located import Surroundings
from compiler.report.markdown import code, word_difference
from compiler.report.review import LONGEST, Review, review_markdown
from compiler.review.change import Change, Weight, What
from compiler.review.visible import Seen

EVIL = (
    "</details><img src=x onerror=1> ![p](http://evil/p.png) [l](http://evil) @team #12 "
    "``` ` | a | ::error:: <!-- \n# big\n\x1b[31m\u202e www.evil.example"
)


class Tags(HTMLParser):
    """What takes effect in rendered Markdown: tags, and text outside of code."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.plain = ""
        self._code = 0

    @override
    def handle_starttag(self, tag: str, _: Sequence[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._code += tag == "code"

    @override
    def handle_endtag(self, tag: str) -> None:
        self._code -= tag == "code"

    @override
    def handle_data(self, data: str) -> None:
        if not self._code:
            self.plain += data


def rendered(markdown: str) -> Tags:
    """Render as hosts do: tables, struck out text, HTML blocks."""
    tags = Tags()
    options = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
    tags.feed(pyromark.html(markdown, options=options))
    return tags


def finding(line: int, message: str = "wrong", severity: Severity = Severity.ERROR) -> Finding:
    place = Place("content/a.yaml", line)
    return Finding("stale", severity, message, place, "texts/a", "es", hint=message)


def evil() -> Review:
    return Review(
        [finding(1, EVIL), finding(2, EVIL, Severity.INFO)],
        Surroundings("", {"content/a.yaml": frozenset({1})}),
        [Change(EVIL, What.CHANGED, None, EVIL, EVIL, EVIL, EVIL, Weight.BREAKING, "r", EVIL)],
        [Seen(EVIL, EVIL, EVIL, EVIL, EVIL, f"{EVIL} more"), Seen("a", "es", "x", "y", None, EVIL)],
        {"es": (Tally(10), Tally(10, 1))},
        {EVIL: (1, 2)},
    )


def test_nothing_of_content_takes_effect() -> None:
    found = rendered(review_markdown(evil()))
    assert found.tags <= {
        "h2", "h3", "p", "ul", "li", "code", "pre", "br", "del", "strong", "details", "summary",
        "table", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
    for word in ("@team", "http", "#12", "www.", "onerror", "::error", "\x1b", "\u202e"):
        assert word not in found.plain, word


@pytest.mark.parametrize("text", ["plain", "`", "``", "a`b", " x ", "", "  ", "`` ` ```", EVIL])
def test_a_code_span_holds_its_text(text: str) -> None:
    found = rendered(code(text))
    assert found.tags <= {"p", "code"}
    assert "evil" not in found.plain


def test_a_difference_shows_words_and_what_is_around_them() -> None:
    assert word_difference("Pay by card now", "Pay with card now") == (
        "`Pay` ~~`by`~~ **`with`** `card now`"
    )
    long = " ".join(f"w{number}" for number in range(60))
    shown = word_difference(f"{long} old {long}", f"{long} new {long}")
    assert "~~`old`~~ **`new`**" in shown
    assert len(shown) < len(long)


def many(number: int) -> Review:
    return Review(
        [finding(line, f"message {line}") for line in range(number)],
        Surroundings("", {"content/a.yaml": frozenset({number - 1})}),
        [],
        [Seen("shop", "es", f"texts/t{line}", "title", "old", "new") for line in range(number)],
        {"es": (Tally(10), Tally(10))},
        {f"shop/{line}.json": (1, 2) for line in range(number)},
    )


@pytest.mark.parametrize("number", [3, 300, 5000])
def test_it_fits_and_counts_what_was_cut(number: int) -> None:
    text = review_markdown(many(number))
    assert len(text) <= LONGEST
    assert f"## ❌ Refused: {number:,} error" in text
    assert f"`message {number - 1}`" in text  # it is on a changed line
    assert text.count("<details>") == text.count("</details>")
    cut = [line for line in text.split("\n") if line.startswith("… and ")]
    assert bool(cut) is (number > 300)
    assert "Completeness by language" in text


def test_the_verdict_comes_first() -> None:
    around = Surroundings()
    assert review_markdown(Review([], around, [], [], release="abc")).startswith(
        "## ✅ Passes\n\nNothing changes for anyone.\n\nPublishing would make release `abc`."
    )
    change = Change("texts/a", What.REMOVED, weight=Weight.BREAKING, rule="r", reason="why")
    assert review_markdown(Review([], around, [change], [])).startswith(
        "## ⚠️ Passes, and 1 change may break clients\n\n1 entry changed. Visitors see no difference."
    )
    waived = finding(1, "let pass until 2027-01-31: agreed", Severity.INFO)
    assert "### Waivers used (1)" in review_markdown(Review([waived], around, [], []))
