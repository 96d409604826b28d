"""Rules about how a text is built: the steps of its headings, the rows of its tables."""

from collections.abc import Iterator

from compiler.base.finding import Finding, Severity
from compiler.base.rule import Rule
from compiler.model.reference import Kind
from compiler.richtext.literals import literals, literals_of_title
from compiler.richtext.parts import Sign
from compiler.rules.check import Scope
from compiler.rules.richtext.passages import Passage, passages
from compiler.rules.richtext.pieces import DESCRIPTION, Piece, pieces
from compiler.rules.wording import many


def skipped_heading(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A heading of a text is more than one step below the one before it, or says nothing.

    **Why** Who listens to a page finds the way by its headings, and looks for the part in between;
    a table of contents has a gap.

    **Bad**

    ```md
    ## Fees

    #### Cards
    ```

    **Good**

    ```md
    ## Fees

    ### Cards
    ```

    **Not flagged** The level of the first heading, steps back of any width, headings of HTML whose
    words stand elsewhere, a translation with the same headings as its source text.
    """
    for passage in scope.once(passages):
        above = 0
        if passage.source is not None and levels(passage) == levels(passage.source):
            continue  # said once, of the source text
        for part in passage.outline.of(Sign.HEADING):
            level = int(part.value)
            if not part.in_html and not part.text.strip():
                yield passage.finding(rule, part, "this heading has no words")
            if above and level > above + 1:
                yield passage.finding(
                    rule,
                    part,
                    f"a heading of level {level} follows one of level {above}",
                    hint=f"write `{'#' * (above + 1)}` here" if not part.in_html else None,
                )
            above = level


def levels(passage: Passage) -> list[tuple[str, bool]]:
    """Return the level of each heading of a text, and whether it has words."""
    headings = passage.outline.of(Sign.HEADING)
    return [(part.value, bool(part.text.strip())) for part in headings]


def uneven_table(scope: Scope, rule: Rule) -> Iterator[Finding]:
    r"""A row of a table has more or fewer cells than its head.

    **Why** What is too much is left out without a word; what is lacking leaves a gap, and often
    the cells behind it have moved.

    **Bad**

    ```md
    | Card | Fee |
    |------|-----|
    | Visa | 1 % | per payment |
    ```

    **Good**

    ```md
    | Card | Fee | When        |
    |------|-----|-------------|
    | Visa | 1 % | per payment |
    ```

    **Not flagged** Empty cells; `\|`, which parts no cells; statements of a template between the
    rows. A row that lacks cells is a warning.
    """
    for passage in scope.once(passages):
        for part in passage.outline.of(Sign.TABLE):
            for start, end, cells in part.uneven:
                if passage.is_statement(start, end):
                    continue
                more = cells > part.columns
                yield passage.finding(
                    rule,
                    (start, end),
                    f"this row has {many(cells, 'cell')}, and its table "
                    f"{many(part.columns, 'column')}"
                    + (": what is too much is left out" if more else ""),
                    hint="write `\\|` for a bar that parts no cells" if more else None,
                    severity=None if more else Severity.WARNING,
                )


def literal_markup(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Signs of Markdown mean nothing where they stand, and are shown as they are.

    **Why** Visitors read `**Attention` or `[terms](https://…` with all its brackets.

    **Bad**

    ```yaml
    description: "**Attention: read [our terms] (https://acme.example/terms)."
    ```

    **Good**

    ```yaml
    description: "**Attention**: read [our terms](https://acme.example/terms)."
    ```

    **Not flagged** Signs with a backslash before them, code, stars behind a word. Texts are
    CommonMark with tables: what other dialects add (`~~struck~~`, `{: .class }`, boxes to tick) is
    shown, too, and so flagged; in a title or in the words of a banner, which are plain text, all
    markup is.
    """
    for piece in scope.once(pieces):
        message = _plain(piece)
        for span in literals_of_title(piece.text) if message else ():
            yield piece.finding(rule, message, span=span, hint="write the words alone")
    for passage in scope.once(passages):
        for one in literals(passage.outline):
            yield passage.finding(rule, (one.start, one.end), one.what, hint=one.hint)


def _plain(piece: Piece) -> str:
    """Return what is wrong with markup in a text that is plain, nothing where it is not."""
    if piece.route == ("title",):
        return "a title is plain text: this markup is shown to visitors"
    if piece.entity.kind is Kind.BANNERS and piece.route[0] in (DESCRIPTION, "descriptions"):
        return "the words of a banner are plain text: this markup is read out as it stands"
    return ""
