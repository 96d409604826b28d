"""Rules about links and images of texts: their form, the places and entities they lead to."""

from collections.abc import Iterator
from urllib.parse import unquote

from compiler.base.finding import Finding, Severity
from compiler.base.rule import Rule
from compiler.base.suggest import did_you_mean
from compiler.model.content import Layer
from compiler.richtext.allowed import ID_PREFIX
from compiler.richtext.anchors import anchors
from compiler.richtext.link_form import image_fault, link_fault
from compiler.richtext.markdown import compiled, rich_text, sanitised
from compiler.richtext.parts import Part, Sign
from compiler.richtext.references import Reference, may_refer, reference_of
from compiler.rules.check import Scope
from compiler.rules.richtext.passages import Passage, passages
from compiler.rules.wording import in_area


def invalid_link(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A link or image of a text has an address that can lead nowhere.

    **Why** Who follows it sees an error, or another page than was meant; an address of a scheme
    that is not allowed is removed, and the link is dead.

    **Bad**

    ```yaml
    description: See [our help](www.acme.example/help) or [write](help@acme.example).
    ```

    **Good**

    ```yaml
    description: See [our help](https://www.acme.example/help) or [write](mailto:help@acme.example).
    ```

    **Not flagged** `https`, `http`, `mailto` and `tel` in their form; paths of the application
    (`/help`); references (`documents/license`, `texts/legal.terms`, `banners/summer`); addresses
    with something to be put in. Nobody is asked whether they answer: `check --online` does that.
    """
    for passage in scope.once(passages):
        for part in _targets(passage):
            address = passage.said(part.value)
            fault = (image_fault if part.sign is Sign.IMAGE else link_fault)(address)
            if fault is not None:
                yield passage.finding(rule, part, fault.message, hint=fault.hint)


def unknown_anchor(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A link leads to a place within a text that the text does not have.

    **Why** Nothing happens when a visitor follows it.

    **Bad**

    ```md
    ## Refunds

    See [above](#refund).
    ```

    **Good** The words of the heading, with hyphens; or a name that is the same in all languages.

    ```md
    ## Refunds {#refund}

    See [above](#refund).
    ```

    **Not flagged** `#` and `#top`, the beginning of the page; `id` of HTML.
    """
    for passage in scope.once(passages):
        wanted = [part for part in _targets(passage) if part.value.startswith("#")]
        own = anchors(sanitised(compiled(passage.markdown))) if wanted else frozenset()
        for part in wanted:
            name = unquote(passage.said(part.value)[1:])
            if name not in own and name not in _TOP and "{" not in name:
                yield passage.finding(
                    rule,
                    part,
                    f"nothing in this text is called `#{name}`",
                    hint=did_you_mean(name, own) or f"write `{{#{name}}}` behind a heading",
                )
        yield from _anchors_elsewhere(scope, rule, passage)


_TOP = ("", "top")


def _anchors_elsewhere(scope: Scope, rule: Rule, passage: Passage) -> Iterator[Finding]:
    texts = _layer(scope, passage).texts
    for part, reference in references(passage):
        text = texts.get(reference.label) if reference.kind == "texts" else None
        if text is None or reference.anchor is None or reference.anchor in _TOP:
            continue
        chain = scope.content.languages.chain(passage.piece.locale or "").all
        said = (text.locales.get(one) for one in (passage.piece.locale or "", *chain))
        markdown = next((one.description for one in said if one and one.description), "")
        if f'id="{ID_PREFIX}{unquote(reference.anchor)}"' not in rich_text(markdown or "").html:
            message = f"nothing in `{reference.name}` is called `#{reference.anchor}`"
            hint = f"write `{{#{reference.anchor}}}` behind a heading there, in every language"
            yield passage.finding(rule, part, message, hint=hint)


def empty_link(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A link of a text has no address, or no words to follow it by.

    **Why** A link without words cannot be seen; one without an address leads to the page itself.

    **Bad**

    ```yaml
    description: Read [our terms]() and [](https://acme.example/privacy).
    ```

    **Good**

    ```yaml
    description: Read [our terms](texts/legal.terms) and [privacy](https://acme.example/privacy).
    ```

    **Not flagged** A link around an image that has an alternative text; links of HTML, whose words
    may stand anywhere.
    """
    for passage in scope.once(passages):
        for part in _targets(passage):
            if not part.value:
                what = "image" if part.sign is Sign.IMAGE else "link"
                yield passage.finding(rule, part, f"this {what} has no address")
            elif part.sign is Sign.LINK and not part.in_html and not part.text.strip():
                yield passage.finding(rule, part, "this link has no words")


def missing_alt(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An image of a text has no alternative text.

    **Why** Who cannot see it, or has images switched off, is not told what it shows; in plain text
    nothing is left of it.

    **Bad**

    ```md
    ![](https://acme.example/steps.png)
    ```

    **Good**

    ```md
    ![Three steps: sign up, confirm, pay](https://acme.example/steps.png)
    ```

    **Not flagged** `<img alt="">`, which says that the image has nothing to tell.
    """
    for passage in scope.once(passages):
        for part in passage.outline.of(Sign.IMAGE):
            said_empty = part.in_html and _has_alt(passage, part)
            if part.value and not part.text.strip() and not said_empty:
                yield passage.finding(rule, part, "this image has no alternative text")


def unknown_reference(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """See `compiler.rules.references.unknown_reference`; what links and images name."""
    for passage in scope.once(passages):
        for part, reference in references(passage):
            layer = _layer(scope, passage)
            known = getattr(layer, reference.kind)
            if reference.label in known:
                yield from _not_shown(scope, rule, passage, part, reference)
            elif reference.name not in scope.content.broken:
                yield passage.finding(
                    rule,
                    part,
                    f"there is no `{reference.name}`",
                    hint=did_you_mean(reference.label, known),
                )


def _not_shown(
    scope: Scope, rule: Rule, passage: Passage, part: Part, reference: Reference
) -> Iterator[Finding]:
    """Tell what is there and not published, so that only the words of the link are left."""
    entity = getattr(_layer(scope, passage), reference.kind)[reference.label]
    locale = passage.piece.locale or ""
    area = in_area(passage.piece.entity.area)
    if reference.kind == "documents" and not entity.record.active:
        message = f"`{reference.name}` is not active{area}, so nothing can be opened here"
        yield passage.finding(rule, part, message, severity=Severity.WARNING)
    if reference.kind == "banners":
        parents = scope.content.languages.chain(locale).parents
        own = next(
            (entity.locales[one] for one in (locale, *parents) if one in entity.locales), None
        )
        if own is None or not own.active:
            message = (
                f"`{reference.name}` is not active in `{locale}`{area}, so nothing is shown here"
            )
            yield passage.finding(rule, part, message, severity=Severity.WARNING)


def _targets(passage: Passage) -> list[Part]:
    return passage.outline.of(Sign.LINK, Sign.IMAGE) if _may_lead(passage.text) else []


def _may_lead(text: str) -> bool:
    return "](" in text or "]:" in text or "<" in text


def references(passage: Passage) -> Iterator[tuple[Part, Reference]]:
    """Yield what a text names of this repository, and where."""
    for part in _targets(passage) if may_refer(passage.text) else ():
        reference = reference_of(part.value)
        if reference is not None:
            yield part, reference


def _layer(scope: Scope, passage: Passage) -> Layer:
    return scope.effective[passage.piece.entity.area]


def _has_alt(passage: Passage, part: Part) -> bool:
    return any("alt" in tag.attributes for tag in passage.outline.tags if tag.start == part.start)
