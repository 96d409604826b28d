"""Rules about what comes of printing agreements: whether it can be done, and what is on paper."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.channels.agreements.coverage import unshown
from compiler.channels.agreements.document import lines_of_layout
from compiler.channels.agreements.trials import Flaw, FlawKind
from compiler.rules.agreements.clock import dated_layouts
from compiler.rules.agreements.drafts import Draft
from compiler.rules.agreements.lines import line_of
from compiler.rules.agreements.printed import (
    Flawed,
    agreement_templates,
    flaws_of_layouts,
    has_press,
    printed,
)
from compiler.rules.check import Scope

_SIGNATURE = '#let layout(title: "", author: "", locale: "en", body) = …'
_TORN = ("unclosed", "unexpected", "expected")
"""How Typst begins to say that brackets are not in pairs: those of a body always are, until Jinja
leaves one of them out."""

_CROSSED = "a statement of Jinja begins in one paragraph, item or cell and ends in another"
_APART = "begin and end it in the same one, or put both alone on lines of their own"
_BEGIN = "#let layout"


def unprinted_agreement(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Agreements were not printed, because what prints them is not installed.

    **Why** Whether they can be printed, and whether all their words are on paper then, is not
    known.

    **Bad** A project with a template of `channel: pdf`, checked by a tool without its extra `pdf`.

    **Good** `pip install 'clientarea[pdf]'`

    **Not flagged** Projects without agreements.
    """
    found = [] if has_press(scope) else list(agreement_templates(scope))
    if found:
        what = "this agreement was" if len(found) == 1 else f"{len(found):,} agreements were"
        hint = "install what prints agreements: `pip install 'clientarea[pdf]'`"
        yield rule.at(found[0].places.value("channel"), f"{what} not printed", hint=hint)


def unprintable_agreement(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An agreement cannot be printed: its layout is no Typst, or it takes too much.

    **Why** The back office could not print it either, and nobody would get the agreement.

    **Bad**

    ```typst
    #let layout(title: "", author: "", locale: "en", body) = {
      set page(paper: a4)
      body
    }
    ```

    **Good**

    ```typst
    #let layout(title: "", author: "", locale: "en", body) = {
      set page(paper: "a4")
      body
    }
    ```

    A layout can read no file, and load no package. Each print has ten seconds and 1.5 GB.

    **Not flagged** What another rule has said of the same text already.
    """
    told = set()
    for one in (*scope.once(printed), *scope.once(flaws_of_layouts)):
        if one.flaw.kind is FlawKind.REFUSED:
            finding = _refusal(rule, one)
            what = finding.place, finding.locale, one.flaw.message
            if what not in told:
                told.add(what)
                yield finding


def lost_words(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Words of an agreement are not in the PDF that was printed of it.

    **Why** Somebody signs a contract that lacks a clause.

    **Bad** A layout that does not show its body, or not all of it.

    ```typst
    #let layout(title: "", author: "", locale: "en", body) = {
      show heading: none
      body
    }
    ```

    **Good**

    ```typst
    #let layout(title: "", author: "", locale: "en", body) = body
    ```

    The PDF is opened again, and its words are compared with those of the body.

    **Not flagged** What a layout adds; signs other than letters, numbers and currencies; the order
    of what is written from right to left; words that are there and covered by something; a line
    with a letter that no font has (`unprintable-character`).
    """
    yield from _on_paper(scope, rule, FlawKind.LOST, "is not whole in the PDF")


def words_off_the_page(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Words of an agreement stand outside of a page, where nobody sees them.

    **Why** A clause that runs over the edge of the paper cannot be read.

    **Bad** A table with more columns than fit; a layout of a fixed width.

    ```typst
    #let layout(title: "", author: "", locale: "en", body) = box(width: 40cm, body)
    ```

    **Good** Fewer columns, or a layout with `set page(flipped: true)`.

    **Not flagged** Words of a layout that stand on the page, and words that reach into its margin.
    """
    yield from _on_paper(scope, rule, FlawKind.OUTSIDE, "stands outside of the page")


def misprinted_agreement(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """What is printed of an agreement is not what it says: the layout adds to it, or hides it.

    **Why** Somebody is given a contract with `{{ name }}` in its head, with every clause twice, or
    with words in white upon white.

    **Bad**

    ```typst
    #let layout(title: "", author: "", locale: "en", body) = {
      set text(font: "Comic Sans MS", fill: white)
      [Dear {{ name }}, #body #body]
    }
    ```

    **Good**

    ```typst
    #let layout(title: "", author: "", locale: "en", body) = {
      set text(fill: luma(20))
      [#author #body]
    }
    ```

    A layout in Typst is no template: it is given `title`, `author`, `locale` and `body`. Looked at
    are the words, and the picture of each page with the first sample. Fonts are those that come
    with the tool. What day it is (`datetime.today`) is no part of an agreement: it is handed over.

    **Not flagged** Words that a layout adds; lines of fewer than thirty letters that stand there
    twice.
    """
    told = set()
    for one in scope.once(printed):
        place = _in_layout(one)
        if one.flaw.kind in _MISPRINTS and place is not None and place not in told:
            told.add(place)
            message = f"`{one.flaw.message}` {_MISPRINTS[one.flaw.kind]}"
            yield rule.at(place, message, hint=_HINTS[one.flaw.kind])
    yield from dated_layouts(scope, rule)
    for kind, what in _MISPRINTS.items():
        yield from _on_paper(scope, rule, kind, what)


def _in_layout(one: Flawed) -> Place | None:
    """Return where a layout has the words itself, None where they are not the layout's."""
    if one.layout is None or one.flaw.kind not in {FlawKind.LEFT, FlawKind.FONT}:
        return None
    at = one.layout.text.casefold().find(one.flaw.message.casefold())
    before = one.layout.text[: max(at, 0)]
    column = len(before) - before.rfind("\n")
    length = len(one.flaw.message)
    return Place(one.layout.path, before.count("\n") + 1, column, length) if at >= 0 else None


_MISPRINTS = {
    FlawKind.LEFT: "is printed as it stands: a layout in Typst is no template",
    FlawKind.TWICE: "is in the PDF more often than in the agreement",
    FlawKind.UNSEEN: "cannot be seen: it has the colour of what is around it",
    FlawKind.FONT: "is a font that nobody here has: another one is taken",
}

_HINTS = {
    FlawKind.LEFT: "write `#title`, `#author` or `#locale`, or take it out of the layout",
    FlawKind.TWICE: "write `body` once in the layout",
    FlawKind.UNSEEN: "see which colours the layout has",
    FlawKind.FONT: "take the line out: the fonts that come with the tool have every script",
    FlawKind.LOST: "see how the layout shows its body",
    FlawKind.OUTSIDE: "write it shorter or in fewer columns, bound the value by `maxLength`, or"
    " see how wide the layout is",
}


def _on_paper(scope: Scope, rule: Rule, kind: FlawKind, what: str) -> Iterator[Finding]:
    """Yield what happens to words, each line of a body once."""
    told = set()
    for one in scope.once(printed):
        on_paper = one.flaw.kind is kind and _in_layout(one) is None
        if kind is FlawKind.LOST and any(unshown(one.flaw.message)):
            continue  # `unprintable-character` says what is lost, and why
        if on_paper and one.draft is not None and not one.draft.markup.refused:
            place = _place(scope, one.draft, one.flaw.message)
            if place not in told:
                told.add(place)
                yield one.draft.finding(
                    rule, place, f"{_given(one.flaw)}`{one.flaw.message}` {what}", _HINTS[kind]
                )


def _place(scope: Scope, draft: Draft, words: str) -> Place:
    """Return the line of the template that words come from, or where its body begins."""
    span = line_of(draft.body.text, words)
    return draft.body.begin if span is None else draft.body.place(scope, *span)


def _refusal(rule: Rule, one: Flawed) -> Finding:
    flaw, layout, draft = one.flaw, one.layout, one.draft
    if layout is not None and 0 < flaw.line <= lines_of_layout(layout.text):
        place = Place(layout.path, flaw.line, flaw.column)
        return rule.at(place, f"this layout cannot be printed: {flaw.message}", hint=flaw.hint)
    if layout is not None and one.line.startswith("#show: layout.with"):
        before = layout.text.partition(_BEGIN)[0] if _BEGIN in layout.text else ""
        place = Place(layout.path, before.count("\n") + 1, 1)
        hint = f"write `{_SIGNATURE}`"
        return rule.at(place, f"this layout cannot be printed: {flaw.message}", hint=hint)
    if draft is None:
        place = Place(layout.path if layout else "")
        return rule.at(place, f"this layout cannot be printed: {flaw.message}", hint=flaw.hint)
    crossed = flaw.line and flaw.message.startswith(_TORN)
    why, advice = (_CROSSED, _APART) if crossed else (flaw.message, flaw.hint)
    message = f"{_given(flaw)}this agreement cannot be printed: {why}"
    return draft.finding(rule, draft.body.begin, message, advice)


def _given(flaw: Flaw) -> str:
    return f"with the sample `{flaw.sample}` " if flaw.sample else ""
