"""Rules about the HTML of texts: what is removed when they are compiled, and tags left open."""

from collections.abc import Iterator

from compiler.base.finding import Finding, Severity
from compiler.base.rule import Rule
from compiler.richtext.losses import Loss, losses, unclosed
from compiler.richtext.unended import unended
from compiler.rules.check import Scope
from compiler.rules.richtext.passages import Passage, passages

_LINK_HINT = "write an address that begins with `https:`, `http:`, `mailto:` or `tel:`"
_HINTS = {
    "the attribute `name`": "write `id` in its place",
    "the attribute `style`": "leave how it looks to the application",
    "the attribute `class`": "leave how it looks to the application",
    "the attribute `target`": "take it out: the application says where links open",
    "the attribute `rel`": "take it out: `noopener noreferrer` is put in",
}
_OTHERWISE = "write it in Markdown, or take it out"
_JINJA_HINT = "write an address as `[{{ url }}]({{ url }})`: here it is taken for a tag"


def unsafe_markup(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """See `compiler.rules.messages.tags.unsafe_markup`; the same of Markdown."""
    for passage, loss in _found(scope):
        if loss.runs:
            yield passage.finding(
                rule,
                (loss.start, loss.end),
                f"{loss.what} can run a program, or lead visitors' data away, and is removed",
                hint=_LINK_HINT if loss.what.startswith("an address") else "take it out",
            )


def removed_markup(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A text has HTML that is removed when it is compiled.

    **Why** Visitors do not see what its author has seen: only what every application can show is
    let through.

    **Bad**

    ```yaml
    description: A <font color="red">red</font> word.
    ```

    **Good**

    ```yaml
    description: A **red** word.
    ```

    **Not flagged** Comments; the tags and attributes that stay: headings, paragraphs, lists,
    tables, `<a href>`, `<img src alt width height>`, `<details>`, `<div>`, `<span>`, words stressed
    in any way, and `id`, `lang`, `dir`, `title` with each of them. What could run a program is an
    error (`unsafe-markup`); so is an address of a template that is lost (`<{{ url }}>`).
    """
    for passage, loss in _found(scope):
        if not loss.runs:
            why = " where it stands" if loss.placed else ""
            written = _tag_of_jinja(passage, loss)
            yield passage.finding(
                rule,
                (loss.start, loss.end),
                f"{written or loss.what} is removed{why} when this text is compiled",
                hint=_JINJA_HINT if written else _hint(loss),
                severity=Severity.ERROR if written else None,
            )


def _found(scope: Scope) -> tuple[tuple[Passage, Loss], ...]:
    return scope.once(_losses)


def _losses(scope: Scope) -> tuple[tuple[Passage, Loss], ...]:
    return tuple(
        (passage, loss)
        for passage in scope.once(passages)
        if "<" in passage.text or ":" in passage.text
        for loss in losses(passage.outline)
    )


def _tag_of_jinja(passage: Passage, loss: Loss) -> str | None:
    """Return what stands between `<` and `>` if it begins with Jinja, and so is no address yet."""
    begin, end = passage.span((loss.start, loss.end))
    written = passage.text[begin:end]
    return f"`{written}`" if passage.jinja is not None and written.startswith("<{") else None


def _hint(loss: Loss) -> str:
    if loss.placed:
        return "put it into the element that it belongs to"
    return _HINTS.get(loss.what, _OTHERWISE)


def unclosed_tag(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """See `compiler.rules.messages.tags.unclosed_tag`; the same of Markdown."""
    for passage in scope.once(passages):
        for one in unended(passage.outline):
            message = f"`{one.sign}` has no end: what follows is taken for a part of it, and lost"
            hint = f"write `{one.wanted}` where it ends"
            yield passage.finding(rule, (one.start, one.end), message, hint=hint)
        for tag in unclosed(passage.outline) if "<" in passage.text else ():
            span = (tag.start, tag.end)
            if tag.closing:
                message = f"`</{tag.name}>` closes what nothing has opened"
                yield passage.finding(rule, span, message, hint="take it out")
            else:
                message = f"`<{tag.name}>` is not closed"
                hint = f"write `</{tag.name}>` where it ends"
                yield passage.finding(rule, span, message, hint=hint)
